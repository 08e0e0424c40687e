"""What an action is, for every app: check, execute, record (docs/architecture.md). Doors show the checks and hold no rule.

`Check` and `ActionRefused` are what a page shows before and after; `RowAction` is one thing done to one row, on the locked
row, with one record of who did it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from django.db import models, transaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

M = TypeVar("M", bound=models.Model)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Check:
    """One named condition: whether it holds, and what to tell the person when it does not."""

    code: str
    passed: bool
    label: str
    message: str = ""


class ActionRefused(Exception):  # noqa: N818  (a refusal, said to a person)
    """The action's conditions are not met; `checks` lists those that failed, `messages` says so in Chinese."""

    def __init__(self, checks: list[Check]) -> None:
        self.checks = checks
        self.messages = [check.message or check.label for check in checks]
        super().__init__("；".join(self.messages))


class RowAction(Generic[M, R]):
    """One thing that can be done to one row by one actor.

    Subclasses give `verb` and `posts`, may add `checks` and `division_id`, and implement `execute` (inside the transaction, on
    the locked row) and `record`. `result` is what `run` returns.
    """

    verb: ClassVar[str]
    posts: ClassVar[tuple[str, ...]] = ()
    system_may: ClassVar[bool] = False

    result: R

    def __init__(self, subject: M, actor: Actor) -> None:
        self.subject = subject
        self.actor = actor

    @property
    def division_id(self) -> int | None:
        """The division whose post is asked for; None: the post for the whole court, or for any division."""
        return None

    def checks(self) -> Iterator[Check]:
        """Conditions beyond the post."""
        yield from ()

    def execute(self) -> None:
        """Do it and set `result`."""
        raise NotImplementedError

    def record(self) -> None:
        """Put on record who did it (R66)."""
        raise NotImplementedError

    def detail(self) -> dict[str, Any]:
        """What the record keeps beside the verb: numbers and codes, never content of a document."""
        return {}

    def all_checks(self) -> list[Check]:
        """The post and the action's own conditions, in the order they are shown."""
        return [self.post_check(), *self.checks()]

    def failures(self) -> list[Check]:
        """The conditions that do not hold now."""
        return [check for check in self.all_checks() if not check.passed]

    def run(self) -> R:
        """Check again on the locked row, execute, record. Raises ActionRefused; nothing is changed then."""
        with transaction.atomic():
            if self.subject.pk:
                manager = type(self.subject)._default_manager  # noqa: SLF001  (the model's own manager)
                self.subject = manager.select_for_update(of=("self",)).get(pk=self.subject.pk)
            if failed := self.failures():
                raise ActionRefused(failed)
            self.execute()
            self.record()
        return self.result

    def post_check(self) -> Check:
        """Whether the actor holds one of the posts, for the division where one is named."""
        if self.actor.is_system:
            return Check("post", self.system_may, "操作权限", f"“{self.verb}”不能由系统自动进行")
        held = self.actor.holds(*self.posts, division_id=self.division_id)
        return Check("post", held, "操作权限", f"您的岗位不能进行“{self.verb}”")
