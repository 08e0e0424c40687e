"""Rows of the court's register."""

from liwan_court.registry.models.cases import Case, Party
from liwan_court.registry.models.divisions import Division, FirstResponsible
from liwan_court.registry.models.officers import Absence, Delegation, Officer, PostHolding

__all__ = ["Absence", "Case", "Delegation", "Division", "FirstResponsible", "Officer", "Party", "PostHolding"]
