"""Not publishing a judgment, and the register that says so (R34, D15)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from judgments.actions.base import Action, Check
from judgments.models import Exclusion, Judgment, Mark
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

State = Judgment.State


def put_on_register(judgment: Judgment, mark: Mark, actor: Actor) -> str:
    """A mark in force keeps the judgment out and enters it, with the next batch, in the public register."""
    Exclusion.objects.update_or_create(
        judgment=judgment,
        defaults={
            "ground": mark.ground,
            "mark": mark,
            "reason": mark.reason,
            "decided_by": actor.name,
            "decided_at": clock.now(),
        },
    )
    return State.EXCLUDED


def strike_from_register(judgment: Judgment) -> str:
    """The state of a judgment whose mark was lifted: where its file had got to."""
    Exclusion.objects.filter(judgment=judgment).delete()
    if judgment.edition_id:
        return State.CORRECTING
    if judgment.state != State.EXCLUDED:
        return judgment.state
    return State.DRAFT if judgment.uploads.filter(state="drafted").exists() else State.AWAITING_FILE


class HoldRegisterEntry(Action[Exclusion]):
    """The president keeps an entry out of the public register for now, with a reason (D15)."""

    verb = "暂不登记"
    posts = (Post.PRESIDENT,)
    states = (State.EXCLUDED,)

    def __init__(self, judgment: Judgment, actor: Actor, reason: str, *, hold: bool = True) -> None:
        super().__init__(judgment, actor)
        self.reason, self.hold = reason.strip(), hold

    def checks(self) -> Iterator[Check]:
        """A reason."""
        yield Check("reason", bool(self.reason), "理由", "请写明理由")

    def execute(self) -> str:
        """Hold or release the entry."""
        self.result = Exclusion.objects.get(judgment=self.judgment)
        self.result.held_back, self.result.held_back_reason = self.hold, self.reason
        self.result.save()
        return State.EXCLUDED

    def detail(self) -> dict[str, Any]:
        """Whether it is held."""
        return {"held_back": self.hold}
