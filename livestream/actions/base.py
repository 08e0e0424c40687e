"""The actions of the livestream and microblog line: `liwan_court.acting.RowAction` with this line's record (R66)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models

from livestream.models import LivestreamRecord
from liwan_court.acting import ActionRefused, Check, RowAction
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor

M = TypeVar("M", bound=models.Model)
R = TypeVar("R")
__all__ = ["Act", "ActionRefused", "Check", "record"]


class Act(RowAction[M, R]):
    """One thing done to one row of this line; the states before and after are read from its `state`, where it has one."""

    def execute(self) -> None:
        """Do it and set `result`."""
        raise NotImplementedError

    def run(self) -> R:
        """As `RowAction.run`; the state before is kept for the record."""
        self._before = str(getattr(self.subject, "state", ""))
        return super().run()

    def record(self) -> None:
        """One row of who did what."""
        after = str(getattr(self.subject, "state", ""))
        record(self.subject, self.verb, self.actor, self._before, after, self.detail())


def record(
    subject: models.Model,
    verb: str,
    actor: Actor,
    before: str = "",
    after: str = "",
    detail: dict[str, Any] | None = None,
) -> LivestreamRecord:
    """Add one row to the record of this line. `detail` holds numbers and codes, never a party's name."""
    return LivestreamRecord.objects.create(
        subject=type(subject).__name__.lower(),
        subject_id=subject.pk,
        verb=verb,
        before=before,
        after=after,
        user_id=actor.user_id,
        actor_name=actor.name,
        injected_clock=clock.is_injected(),
        detail=detail or {},
    )
