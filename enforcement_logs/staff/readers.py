"""Which cases and entries an actor may see: an officer his own, the head his division's. The administrator sees none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db.models import Q

from enforcement_logs.models import LogEntry
from liwan_court.registry.models import Case, Division
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from liwan_court.registry.posts import Actor

WRITERS: Final = (Post.EXECUTION_OFFICER, Post.DIVISION_HEAD)
PUBLISHES: Final = (Post.SYSTEM_OPERATOR,)


def bureau_ids() -> list[int]:
    """The divisions that enforce."""
    return list(Division.objects.filter(kind=Division.Kind.ENFORCEMENT).values_list("pk", flat=True))


def heads_bureau(actor: Actor) -> bool:
    """Whether the actor is the bureau's head (执行局局长)."""
    return bool(set(bureau_ids()) & actor.divisions(Post.DIVISION_HEAD))


def works_here(actor: Actor) -> bool:
    """Whether the pages of the bureau are the actor's: an officer, or the bureau's head."""
    return actor.holds(Post.EXECUTION_OFFICER) or heads_bureau(actor)


def cases_of(actor: Actor) -> QuerySet[Case]:
    """Cases an actor may write about."""
    mine = Q(handling_judge__in=actor.acting_for(Post.EXECUTION_OFFICER))
    mine |= Q(division_id__in=actor.divisions(Post.DIVISION_HEAD))
    return Case.objects.filter(mine, division__kind=Division.Kind.ENFORCEMENT).select_related("division")


def entries_of(actor: Actor) -> QuerySet[LogEntry]:
    """Entries an actor may see."""
    rows = LogEntry.objects.filter(case__in=cases_of(actor))
    return rows.select_related("case__division", "category", "officer")
