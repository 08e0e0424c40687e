"""From a bulletin to its paper: who signed, which number, the snapshot's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liwan_court.measuring import span
from liwan_court.timetable import clock
from oversight.actions.bulletins import drafted, last_quarters
from oversight.documents.bulletin_docx import Paper, bulletin_docx
from oversight.models import Bulletin
from oversight.reading import frozen_board

if TYPE_CHECKING:
    from oversight.models import Inspection

State = Bulletin.State


def paper_of(bulletin: Bulletin) -> bytes:
    """The .docx of a bulletin; one that is not signed, or was withdrawn, says so above its head."""
    signed = bulletin.sign_offs.filter(sha256=bulletin.sha256)
    notes = {
        State.DRAFT: "草稿",
        State.SUBMITTED: "待签发",
        State.WITHDRAWN: "已撤回",
        State.DISCARDED: "已作废",
    }
    day = clock.local(bulletin.signed_at or bulletin.drafted_at).date()
    paper = Paper(
        bulletin.title, bulletin.text, bulletin.demands, bulletin.document_number,
        tuple(row.by_name for row in signed), day, notes.get(State(bulletin.state), ""),
    )  # fmt: skip
    of = span(bulletin.period)
    return bulletin_docx(paper, frozen_board(bulletin.inspection), last_quarters(of))


def paper_of_draft(kind: str, inspection: Inspection) -> bytes:
    """The .docx of what would be drafted, kept nowhere. Raises NothingToSay."""
    found = drafted(kind, inspection)
    paper = Paper(found.title, found.text, found.demands, "", (), clock.today(), "草稿")
    return bulletin_docx(paper, frozen_board(inspection), last_quarters(span(inspection.period)))
