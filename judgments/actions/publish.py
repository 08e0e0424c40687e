"""Publishing: only what is reviewed, effective, unmarked and past the leak gate (R29). Each condition is a named check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from judgments import ledger
from judgments.actions.base import Action, Check
from judgments.actions.gate import Artefacts, artefacts_of
from judgments.actions.outline import outline, statutes
from judgments.actions.review import approved_draft
from judgments.models import Batch, IndexOutbox, Judgment, LedgerEntry, Mark, PublicEdition
from judgments.redaction.edition import Edition
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

State = Judgment.State


class Publication(Action[PublicEdition]):
    """What first publication and correction share: the conditions of R29, and making the edition public."""

    posts = (Post.TRIAL_MANAGEMENT,)
    states = (State.APPROVED,)
    event = LedgerEntry.Event.PUBLISHED

    def __init__(self, judgment: Judgment, actor: Actor, batch: Batch) -> None:
        super().__init__(judgment, actor)
        self.batch = batch
        self.draft = approved_draft(judgment)
        self.artefacts: Artefacts | None = artefacts_of(self.draft, judgment) if self.draft else None

    def checks(self) -> Iterator[Check]:
        """Reviewed, effective in the window, unmarked, leak gate passed; nothing else, and none of them waived."""
        current = approved_draft(self.judgment)
        reviewed = current is not None and self.draft is not None and current.pk == self.draft.pk
        yield Check("reviewed", reviewed, "已经审核通过", "尚未经审核通过")
        yield from self._effective()
        marked = self.judgment.marks.filter(state__in=Mark.BLOCKING).exists()
        yield Check("unmarked", not marked, "未标记不上网公开", "已标记“不上网公开”，不得公布")
        if self.artefacts is not None:
            yield self.artefacts.check()

    def _effective(self) -> Iterator[Check]:
        day = self.judgment.effective_on
        yield Check(
            "effective_confirmed", day is not None, "生效日已由业务庭确认", "生效日期尚未由业务庭确认"
        )
        in_force = day is not None and day <= min(self.batch.window_end, clock.today())
        message = f"生效日{day}不在本批窗口（截至{self.batch.window_end}）内，转入下一批"
        yield Check("effective", day is None or in_force, "在本批窗口内已生效", message)

    def execute(self) -> str:
        """Write the file, make the row the public reads, extend the ledger, tell the index."""
        if self.draft is None or self.artefacts is None:
            raise RuntimeError("checks passed without a draft")
        version = self.judgment.editions.count() + 1
        edition = self._edition(self.artefacts, version)
        edition.save()
        self.judgment.edition = edition
        ledger.append(self.event, edition, self.judgment.slug)
        IndexOutbox.objects.create(judgment=self.judgment, operation=IndexOutbox.Operation.ADD)
        self.result = edition
        return State.PUBLISHED

    def _edition(self, artefacts: Artefacts, version: int) -> PublicEdition:
        source = Edition.from_json(self.draft.edition)  # type: ignore[union-attr]
        return PublicEdition(
            judgment=self.judgment,
            batch=self.batch,
            draft=self.draft,
            version=version,
            title=artefacts.title,
            html=artefacts.html,
            text=artefacts.text,
            outline=outline(source),
            statutes=statutes(source),
            sha256=artefacts.sha256,
            docx=store_file(self.judgment.slug, version, artefacts.docx),
            policy=source.policy,
            policy_version=self.draft.policy_version,  # type: ignore[union-attr]
            late=self.judgment.effective_on < self.batch.window_start,  # type: ignore[operator]
            published_at=clock.now(),
        )

    def detail(self) -> dict[str, Any]:
        """Version, batch and hash."""
        edition = self.result
        return {
            "version": edition.version,
            "batch": self.batch.period,
            "supplement": self.batch.supplement,
            "sha256": edition.sha256,
        }


class Publish(Publication):
    """Publish a judgment for the first time, with a batch. The portal does it by itself on the 25th."""

    verb = "公布"
    system_may = True

    def checks(self) -> Iterator[Check]:
        """As R29, and never published before."""
        yield from super().checks()
        fresh = not self.judgment.editions.exists()
        yield Check("first_time", fresh, "首次公布", "该文书已经公布过，应当走更正")


def store_file(slug: str, version: int, docx: bytes) -> str:
    """Write the public file and return its name in the public storage. The same version is written over, never twice."""
    name = f"{slug}/v{version}/{slug}.docx"
    if default_storage.exists(name):
        default_storage.delete(name)
    return default_storage.save(name, ContentFile(docx))
