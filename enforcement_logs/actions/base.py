"""The actions of the execution logs: `liwan_court.acting.RowAction` with this line's record (R66)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models

from enforcement_logs.models import LogRecord
from liwan_court.acting import ActionRefused, Check, RowAction
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.models import Case
    from liwan_court.registry.posts import Actor

M = TypeVar("M", bound=models.Model)
R = TypeVar("R")
__all__ = ["Act", "ActionRefused", "Check", "is_chief", "record", "writes"]


class Act(RowAction[M, R]):
    """One thing done to one row of this line."""

    def execute(self) -> None:
        """Do it and set `result`."""
        raise NotImplementedError

    def record(self) -> None:
        """One row of who did what."""
        record(self.subject, self.verb, self.actor, self.detail())


def record(subject: models.Model, verb: str, actor: Actor, detail: dict[str, Any] | None = None) -> LogRecord:
    """Add one row to the record of this line. `detail` holds ids and codes, never a word of an entry."""
    return LogRecord.objects.create(
        subject=type(subject).__name__.lower(), subject_id=subject.pk, verb=verb, user_id=actor.user_id,
        actor_name=actor.name, injected_clock=clock.is_injected(), detail=detail or {},
    )  # fmt: skip


def writes(actor: Actor, case: Case) -> bool:
    """Whether a case is the actor's to write about: he handles it, or heads the division that does."""
    return case.handling_judge_id in actor.acting_for(Post.EXECUTION_OFFICER) or is_chief(actor, case)


def is_chief(actor: Actor, case: Case) -> bool:
    """Whether the actor heads the division of the case."""
    return actor.holds(Post.DIVISION_HEAD, division_id=case.division_id)
