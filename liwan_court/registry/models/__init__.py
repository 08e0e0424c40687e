"""Rows of the court's register."""

from liwan_court.registry.models.cases import Case, Party
from liwan_court.registry.models.divisions import Division, FirstResponsible
from liwan_court.registry.models.gate import GateCounter
from liwan_court.registry.models.imports import ImportRun, VendorToken
from liwan_court.registry.models.keys import CaseKey, KeyVisit
from liwan_court.registry.models.officers import Absence, Delegation, Officer, PostHolding
from liwan_court.registry.models.progress import HearingNotice, Milestone
from liwan_court.registry.models.records import RegisterRecord
from liwan_court.registry.models.requests import CorrectionRequest

__all__ = [
    "Absence",
    "Case",
    "CaseKey",
    "CorrectionRequest",
    "Delegation",
    "Division",
    "FirstResponsible",
    "GateCounter",
    "HearingNotice",
    "ImportRun",
    "KeyVisit",
    "Milestone",
    "Officer",
    "Party",
    "PostHolding",
    "RegisterRecord",
    "VendorToken",
]
