"""Rows of trial livestream and microblog."""

from livestream.models.broadcast import AudienceMinute, Broadcast, Cut, Segment
from livestream.models.duty import Duty, Preparation, Swap
from livestream.models.groups import Member, WorkingGroup
from livestream.models.microblog import Dispatch, MicroblogPost, PostChecker, WeiboAccount
from livestream.models.nomination import Nomination, NominationList, NominationReminder
from livestream.models.notices import Notice
from livestream.models.records import LivestreamRecord
from livestream.models.rotation import MonthPlan, SkippedTurn, UnitChange
from livestream.models.screening import Objection, Screening, Signature
from livestream.models.sessions import Session

__all__ = [
    "AudienceMinute",
    "Broadcast",
    "Cut",
    "Dispatch",
    "Duty",
    "LivestreamRecord",
    "Member",
    "MicroblogPost",
    "MonthPlan",
    "Nomination",
    "NominationList",
    "NominationReminder",
    "Notice",
    "Objection",
    "PostChecker",
    "Preparation",
    "Screening",
    "Segment",
    "Session",
    "Signature",
    "SkippedTurn",
    "Swap",
    "UnitChange",
    "WeiboAccount",
    "WorkingGroup",
]
