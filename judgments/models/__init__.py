"""Rows of the judgment line."""

from judgments.models.amendments import DraftAmendment, KeptTerm
from judgments.models.batches import Batch, Exclusion
from judgments.models.editions import Draft, PartyList, PublicEdition, Review
from judgments.models.intake import OriginalAccess, Upload, UploadBatch
from judgments.models.judgment import Judgment
from judgments.models.marks import Ground, Mark, NonPublicationRequest
from judgments.models.records import IndexOutbox, LedgerEntry, OutstandingList, ProblemReport, Transition
from judgments.models.reports import EffectiveReport, Reconciliation, ReportedJudgment

__all__ = [
    "Batch",
    "Draft",
    "DraftAmendment",
    "EffectiveReport",
    "Exclusion",
    "Ground",
    "IndexOutbox",
    "Judgment",
    "KeptTerm",
    "LedgerEntry",
    "Mark",
    "NonPublicationRequest",
    "OriginalAccess",
    "OutstandingList",
    "PartyList",
    "ProblemReport",
    "PublicEdition",
    "Reconciliation",
    "ReportedJudgment",
    "Review",
    "Transition",
    "Upload",
    "UploadBatch",
]
