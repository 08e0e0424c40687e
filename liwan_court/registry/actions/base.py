"""The actions on the register: `liwan_court.acting.RowAction` with the register's own record (R66)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models

from liwan_court.acting import ActionRefused, Check, RowAction
from liwan_court.registry.models import RegisterRecord
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor

M = TypeVar("M", bound=models.Model)
R = TypeVar("R")
__all__ = ["Act", "ActionRefused", "Check", "record"]


class Act(RowAction[M, R]):
    """One thing done to one row of the register."""

    def execute(self) -> None:
        """Do it and set `result`."""
        raise NotImplementedError

    def record(self) -> None:
        """One row of who did what."""
        record(self.subject, self.verb, self.actor, self.detail())


def record(
    subject: models.Model, verb: str, actor: Actor, detail: dict[str, Any] | None = None
) -> RegisterRecord:
    """Add one row to the record of the register. `detail` holds ids and codes, never a name or a key."""
    return RegisterRecord.objects.create(
        subject=type(subject).__name__.lower(),
        subject_id=subject.pk,
        verb=verb,
        user_id=actor.user_id,
        actor_name=actor.name,
        injected_clock=clock.is_injected(),
        detail=detail or {},
    )
