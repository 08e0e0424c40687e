"""What a reviewer has before him: the judgments he may review, in order, and how far the batch is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery

from judgments.models import Draft, Judgment, Review, Upload
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from judgments.models.judgment import JudgmentQuerySet
    from liwan_court.registry.posts import Actor

State = Judgment.State


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reviewer is: approved by him today, still waiting for him, and which comes next."""

    done: int
    waiting: int
    following: int | None

    @property
    def total(self) -> int:
        """Today's work, done and to be done."""
        return self.done + self.waiting


def waiting_for(actor: Actor) -> JudgmentQuerySet:
    """The judgments in review that somebody else uploaded and confirmed, the oldest first."""
    mine = Judgment.objects.filter(
        uploads__state=Upload.State.DRAFTED, uploads__batch__uploaded_by_id=actor.user_id
    ) | Judgment.objects.filter(party_lists__confirmed_by_id=actor.user_id)
    rows: JudgmentQuerySet = Judgment.objects.visible_to(actor).filter(state=State.REVIEW)
    return rows.exclude(pk__in=mine.values("pk")).order_by("effective_on", "pk")


def progress(actor: Actor, current: int) -> Progress:
    """The reviewer's day, seen from the judgment that lies open."""
    waiting = list(waiting_for(actor).values_list("pk", flat=True))
    later = waiting[waiting.index(current) + 1 :] if current in waiting else waiting
    others = [*later, *(pk for pk in waiting if pk != current and pk not in later)]
    today = Review.objects.filter(
        reviewer_id=actor.user_id,
        decision=Review.Decision.APPROVED,
        at__gte=clock.moment(clock.today()),
    )
    return Progress(today.count(), len(waiting), others[0] if others else None)


def ambiguous_drafts() -> QuerySet[Draft]:
    """The latest drafts, in review or approved, in which several parties of one role have become the same ××× (D11)."""
    latest = Draft.objects.filter(judgment=OuterRef("judgment")).order_by("-serial").values("pk")[:1]
    rows = Draft.objects.filter(ambiguous=True, judgment__state__in=(State.REVIEW, State.APPROVED))
    return (
        rows.filter(pk=Subquery(latest))
        .select_related("judgment")
        .defer("edition", "settled")
        .order_by("judgment")
    )
