"""One page with the life of a judgment: where it stands, what can be done, and everything that was done (R66)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Max
from django.views.decorators.http import require_GET

from judgments.models import Judgment, Review
from judgments.staff.door import judgment_or_404, needs, show
from judgments.staff.navigation import SEES_JUDGMENTS
from judgments.staff.offers import offers
from judgments.staff.party_table import party_lines
from judgments.staff.words import detail_words, state_word
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.http import HttpRequest, HttpResponse

    from judgments.models import Transition


class Moment(NamedTuple):
    """One line of the timeline in Chinese."""

    row: Transition
    before: str
    after: str
    detail: str


@require_GET
@needs(*SEES_JUDGMENTS)
def life(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of one judgment."""
    judgment, actor = judgment_or_404(request, pk), actor_of(request)
    now, later = offers(judgment, actor)
    context: dict[str, Any] = {
        "judgment": judgment,
        "now": now,
        "draft_serial": judgment.drafts.aggregate(last=Max("serial"))["last"] or 0,
        "list_pk": judgment.party_lists.aggregate(last=Max("pk"))["last"] or 0,
        "later": later,
        "party_lines": party_lines(judgment) if any(offer.name == "parties" for offer in now) else [],
        "may_mark": actor.holds(Post.JUDGE, Post.DIVISION_HEAD, division_id=judgment.division_id),
        **_records(judgment),
    }
    return show(request, "life.html", str(judgment), **context)


def _records(judgment: Judgment) -> dict[str, Any]:
    """Everything on record, the latest first where that is what one looks for."""
    returned = Review.objects.filter(draft__judgment=judgment, decision=Review.Decision.RETURNED)
    return {
        "timeline": list(_timeline(judgment)),
        "uploads": judgment.uploads.select_related("batch__uploaded_by__officer").order_by("-pk"),
        "drafts": judgment.drafts.select_related("party_list__confirmed_by__officer").prefetch_related(
            "reviews__reviewer__officer"
        ),
        "editions": judgment.editions.select_related("batch"),
        "marks": judgment.marks.select_related("ground", "marked_by__officer"),
        "requests": judgment.requests.select_related("entered_by__officer", "decided_by__officer"),
        "report_lines": judgment.report_lines.select_related("report__division", "report__filed_by__officer"),
        "returned": returned.first() if judgment.state == Judgment.State.RETURNED else None,
    }


def _timeline(judgment: Judgment) -> Iterator[Moment]:
    for row in judgment.transitions.all():
        yield Moment(row, state_word(row.before), state_word(row.after), detail_words(row.detail))
