"""The actions of oversight: `liwan_court.acting.RowAction` with this part's record (R66)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

from django.db import IntegrityError, models, transaction

from liwan_court.acting import ActionRefused, Check, RowAction
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.models import OversightRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

M = TypeVar("M", bound=models.Model)
R = TypeVar("R")
LEADING: Final = (Post.LEADING_GROUP,)
"""司法公开工作领导小组: it calls meetings, inspects, gives out tasks, checks, signs."""
SEES_ALL: Final = (Post.LEADING_GROUP, Post.PRESIDENT, Post.VICE_PRESIDENT, Post.AUDITOR)
__all__ = ["LEADING", "SEES_ALL", "Act", "ActionRefused", "Check", "once", "record"]


class Act(RowAction[M, R]):
    """One thing done to one row of this part."""

    def execute(self) -> None:
        """Do it and set `result`."""
        raise NotImplementedError

    def record(self) -> None:
        """One row of who did what."""
        record(self.subject, self.verb, self.actor, self.detail())


@contextmanager
def once(said: str) -> Iterator[None]:
    """All or nothing; where somebody else did the same at the same moment, a refusal that says so. Raises ActionRefused."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise ActionRefused([Check("once", passed=False, label="", message=said)]) from None


def record(
    subject: models.Model, verb: str, actor: Actor, detail: dict[str, Any] | None = None
) -> OversightRecord:
    """Add one row to the record of this part."""
    return OversightRecord.objects.create(
        subject=type(subject).__name__.lower(), subject_id=subject.pk, verb=verb, user_id=actor.user_id,
        actor_name=actor.name, injected_clock=clock.is_injected(), detail=detail or {},
    )  # fmt: skip
