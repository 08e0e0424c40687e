"""Correcting a published judgment: a new edition at the same address, which names the earlier one (R37)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.db import transaction

from judgments.actions.base import Action, Check
from judgments.actions.publish import Publication
from judgments.actions.withdraw import delete_files, hint_index
from judgments.models import Judgment, LedgerEntry, PublicEdition
from judgments.redaction.edition import Edition
from judgments.redaction.gate import check as search_for_secrets
from liwan_court.registry.posts import Actor, Post

if TYPE_CHECKING:
    from collections.abc import Iterator

State = Judgment.State


class BeginCorrection(Action[None]):
    """Open a published or withdrawn judgment for a corrected file. What is public stays as it is until then."""

    verb = "启动更正"
    posts = (Post.TRIAL_MANAGEMENT,)
    states = (State.PUBLISHED, State.WITHDRAWN)
    result = None

    def __init__(self, judgment: Judgment, actor: Actor, reason: str) -> None:
        super().__init__(judgment, actor)
        self.reason = reason.strip()

    def checks(self) -> Iterator[Check]:
        """A reason."""
        yield Check("reason", bool(self.reason), "理由", "请写明更正的理由")

    def execute(self) -> str:
        """Wait for the corrected file."""
        return State.CORRECTING

    def detail(self) -> dict[str, Any]:
        """The reason."""
        return {"reason": self.reason}


class Correct(Publication):
    """Publish the reviewed correction at once, at the address of the earlier edition. `note` is public."""

    verb = "更正公布"
    event = LedgerEntry.Event.CORRECTED

    def __init__(self, judgment: Judgment, actor: Actor, note: str) -> None:
        earlier = judgment.editions.order_by("-version").select_related("batch").first()
        if earlier is None:
            raise ValueError("a correction follows an edition")
        super().__init__(judgment, actor, earlier.batch)
        self.note, self.earlier = note.strip(), earlier

    def checks(self) -> Iterator[Check]:
        """As R29, and the reader is told what was corrected."""
        yield from super().checks()
        yield Check("note", bool(self.note), "更正说明", "请写明更正了什么（对外公布，不得写入当事人信息）")
        yield Check(
            "note_gate",
            not self._note_leaks(),
            "更正说明不含应隐去的内容",
            "更正说明写有应隐去的内容，请改写",
        )

    def _note_leaks(self) -> bool:
        """The note is public: it passes the same gate, against this draft's secrets and those of every earlier edition."""
        sources = [self.draft, *(edition.draft for edition in self.judgment.editions.select_related("draft"))]
        return any(
            search_for_secrets({"correction_note": self.note}, Edition.from_json(draft.edition))
            for draft in sources
            if draft is not None
        )

    def execute(self) -> str:
        """The new edition takes the address; the files of the earlier one go."""
        after = super().execute()
        self.result.correction_note = self.note
        self.result.save(update_fields=["correction_note"])
        files = [name for name in (self.earlier.docx.name, self.earlier.pdf.name) if name]
        transaction.on_commit(partial(delete_files, files))
        transaction.on_commit(hint_index)
        return after

    def _edition(self, artefacts: Any, version: int) -> PublicEdition:
        edition = super()._edition(artefacts, version)
        edition.late = self.earlier.late
        return edition
