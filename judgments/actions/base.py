"""What an action is: check, execute, record. Admin, commands, tasks and pages are doors to actions and hold no rule.

Every action names the posts that may do it and the states it starts from; both are checks like the others, shown to the clerk
before and asserted again inside `run`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from django.db import transaction

from judgments.models import Judgment, Transition
from liwan_court.acting import ActionRefused, Check
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

R = TypeVar("R")
__all__ = ["Action", "ActionRefused", "Check", "record"]


class Action(Generic[R]):
    """One thing that can be done to one judgment by one actor.

    Subclasses give `verb`, `posts`, `states`, may add `checks`, and implement `execute`, which returns the state after.
    """

    verb: ClassVar[str]
    posts: ClassVar[tuple[str, ...]] = ()
    states: ClassVar[tuple[str, ...]] = ()
    system_may: ClassVar[bool] = False

    result: R

    def __init__(self, judgment: Judgment, actor: Actor) -> None:
        self.judgment = judgment
        self.actor = actor

    def checks(self) -> Iterator[Check]:
        """Conditions beyond post and state."""
        yield from ()

    def execute(self) -> str:
        """Do it, inside the transaction. Returns the state after; details for the record go to `detail`."""
        raise NotImplementedError

    def detail(self) -> dict[str, Any]:
        """What the record keeps: reasons and numbers, never content of a document."""
        return {}

    def all_checks(self) -> list[Check]:
        """Post, state and the action's own conditions, in the order they are shown."""
        return [self._post_check(), self._state_check(), *self.checks()]

    def failures(self) -> list[Check]:
        """The conditions that do not hold now."""
        return [check for check in self.all_checks() if not check.passed]

    @property
    def allowed(self) -> bool:
        """Whether the action could run now."""
        return not self.failures()

    def run(self) -> R:
        """Check again on a locked row, execute and record. Raises ActionRefused; nothing is changed then."""
        with transaction.atomic():
            self.judgment = Judgment.objects.select_for_update(of=("self",)).get(pk=self.judgment.pk)
            if failed := self.failures():
                raise ActionRefused(failed)
            before = self.judgment.state
            after = self.execute()
            if after != before:
                self.judgment.state = after
            self.judgment.save()
            record(self.judgment, self.verb, self.actor, before, after, self.detail())
        return self.result

    def _post_check(self) -> Check:
        if self.actor.is_system:
            return Check("post", self.system_may, "操作权限", f"“{self.verb}”不能由系统自动进行")
        held = self.actor.holds(*self.posts, division_id=self.judgment.division_id)
        return Check("post", held, "操作权限", f"您的岗位不能进行“{self.verb}”")

    def _state_check(self) -> Check:
        passed = not self.states or self.judgment.state in self.states
        message = f"{self.judgment}现为“{self.judgment.get_state_display()}”，不能进行“{self.verb}”"
        return Check("state", passed, "文书状态", message)


def record(
    judgment: Judgment, verb: str, actor: Actor, before: str, after: str, detail: dict[str, Any] | None = None
) -> Transition:
    """Add one row to the life of a judgment (R66)."""
    return Transition.objects.create(
        judgment=judgment,
        verb=verb,
        before=before,
        after=after,
        user_id=actor.user_id,
        actor_name=actor.name,
        injected_clock=clock.is_injected(),
        detail=detail or {},
    )
