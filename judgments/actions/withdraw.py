"""Taking a page back (R37): page, files, index and feed go empty at once; a tombstone with date and ground stays."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.db import transaction

from judgments import ledger
from judgments.actions.base import Action, Check
from judgments.models import IndexOutbox, Judgment, LedgerEntry, PublicEdition
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUNDS = (
    "技术处理不当，更正后重新公布",
    "内容与原本不一致，更正后重新公布",
    "属于不上网公开的情形",
    "其他原因",
)
"""What the tombstone may say: a category, never a detail of the case."""


class Withdraw(Action[PublicEdition]):
    """Withdraw a published judgment. `ground` is one of GROUNDS and public; `reason` stays inside."""

    verb = "撤回"
    posts = (Post.TRIAL_MANAGEMENT,)
    states = tuple(s for s in Judgment.State if s != Judgment.State.AWAITING_FILE)

    def __init__(self, judgment: Judgment, actor: Actor, ground: str, reason: str) -> None:
        super().__init__(judgment, actor)
        self.ground, self.reason = ground, reason.strip()

    def checks(self) -> Iterator[Check]:
        """Something is public, and why it is taken back is said."""
        public = self.judgment.edition is not None and self.judgment.edition.withdrawn_at is None
        yield Check("public", public, "正在公布", "该文书现在没有公布，无须撤回")
        yield Check("ground", self.ground in GROUNDS, "撤回事由", "请选择撤回事由")
        yield Check("reason", bool(self.reason), "理由", "请写明撤回的理由（内部留存，不对外公布）")

    def execute(self) -> str:
        """Empty everything public of this judgment."""
        edition = self.judgment.edition
        if edition is None:
            raise RuntimeError("checks passed without an edition")
        files = [name for e in self.judgment.editions.all() for name in (e.docx.name, e.pdf.name) if name]
        edition.withdrawn_at, edition.withdrawal_ground = clock.now(), self.ground
        edition.save()
        ledger.append(LedgerEntry.Event.WITHDRAWN, edition, self.judgment.slug)
        IndexOutbox.objects.create(judgment=self.judgment, operation=IndexOutbox.Operation.REMOVE)
        transaction.on_commit(partial(delete_files, files))
        transaction.on_commit(hint_index)
        self.result = edition
        return (
            Judgment.State.WITHDRAWN
            if self.judgment.state == Judgment.State.PUBLISHED
            else self.judgment.state
        )

    def detail(self) -> dict[str, Any]:
        """Version, ground and reason."""
        return {"version": self.result.version, "ground": self.ground, "reason": self.reason}


def delete_files(names: list[str]) -> None:
    """Take files out of the public storage."""
    for name in names:
        default_storage.delete(name)


def hint_index() -> None:
    """Tell the consumer of the outbox that there is something to follow."""
    from judgments.tasks import follow_index_outbox

    follow_index_outbox.delay()
