"""What is kept back, with which reason and approval and by how wide a ground; and parties' applications (R34, R35)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import DateField, DateTimeField, F, Q

from judgments.figures.counting import Figure, describe_judgment, life_of, whether
from judgments.figures.windows import by_window, due_since, effective_in, within
from judgments.models import Exclusion, Ground, Judgment, Mark, NonPublicationRequest
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from liwan_court.measuring import Span

OPEN_GROUNDS = ("E5", "E7", "S5")
"""不良影响 and 其他 of the plan, and the one ground of the 2016 rule that takes their place (D18)."""
NOT_BLANK = "[^\\s\u3000]"
MOST_APPROVALS = 3
"""Entries of a mark that are looked at: the head's, the vice-president's, and one more."""


def _granted_by(post: Post) -> Q:
    """A grant by a post among the approvals of the mark, whatever its place."""
    places = [
        Q(**{f"mark__approvals__{place}__post": post.value, f"mark__approvals__{place}__granted": True})
        for place in range(MOST_APPROVALS)
    ]
    found = places[0]
    for place in places[1:]:
        found |= place
    return found


def _approved() -> Q:
    """Approved as the ground demands (R34): by nobody else, the head, head and vice-president, or by a granted application."""
    head, above = _granted_by(Post.DIVISION_HEAD), _granted_by(Post.VICE_PRESIDENT)
    in_force = Q(mark__state=Mark.State.IN_FORCE)
    granted = Q(mark__request__decision=NonPublicationRequest.Decision.GRANTED)
    return (
        Q(ground__approval=Ground.Approval.NONE)
        | Q(ground__approval=Ground.Approval.HEAD) & in_force & head
        | Q(ground__approval=Ground.Approval.HEAD_AND_VICE_PRESIDENT) & in_force & head & above
        | Q(ground__approval=Ground.Approval.APPLICATION) & in_force & granted
    )


def _exclusions(span: Span) -> QuerySet[Exclusion]:
    rows = Exclusion.objects.filter(judgment__in=effective_in(span)).select_related("judgment", "ground")
    return rows.annotate(counted=whether(Q(reason__regex=NOT_BLANK) & _approved()))


def _describe_exclusion(exclusion: Exclusion) -> tuple[str, str, str]:
    judgment = exclusion.judgment
    detail = f"{judgment.effective_on}生效，{exclusion.ground.code} {exclusion.ground.label}"
    return str(judgment), detail, life_of(judgment.pk)


def _open_grounds(span: Span) -> QuerySet[Judgment]:
    return effective_in(span).annotate(counted=whether(Q(exclusion__ground__code__in=OPEN_GROUNDS)))


def _applications(span: Span) -> QuerySet[NonPublicationRequest]:
    """Applications received before the batch of their judgment fell due, once it has; with whether a decision came first."""
    windows, effective = due_since(span), "judgment__effective_on"
    day = by_window(windows, lambda each: clock.local(each.published).date(), DateField(), effective)
    moment = by_window(windows, lambda each: each.published, DateTimeField(), effective)
    rows = NonPublicationRequest.objects.filter(
        within(windows, effective), received_on__range=(span.first, span.last)
    )
    rows = rows.annotate(batch_on=day, batch_at=moment).filter(received_on__lt=F("batch_on"))
    return rows.select_related("judgment").annotate(counted=whether(Q(decided_at__lt=F("batch_at"))))


def _describe_application(request: NonPublicationRequest) -> tuple[str, str, str]:
    decided = f"{clock.local(request.decided_at):%Y-%m-%d %H:%M}" if request.decided_at else ""
    answer = f"{decided}{request.get_decision_display()}"
    return str(request.judgment), f"{request.received_on}收到申请，{answer}", life_of(request.judgment_id)


WITH_REASON = Figure(_exclusions, _describe_exclusion, "judgment__division_id")
OPEN_SHARE = Figure(_open_grounds, describe_judgment)
APPLICATIONS = Figure(_applications, _describe_application, "judgment__division_id")
