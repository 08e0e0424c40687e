"""The batch of the 25th before and after: what will go out, why something will not, and supplements (R29, D3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from judgments.actions.publish import Publish
from judgments.models import Batch, Exclusion, Judgment
from judgments.runs import NOT_READY, eligible
from judgments.staff.door import needs, show
from judgments.staff.navigation import SEES_BATCHES
from judgments.staff.periods import batch_of, next_publication, publication_of
from judgments.staff.queue import ambiguous_drafts
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock, runs
from liwan_court.timetable.models import DeadlineRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest, HttpResponse

    from judgments.actions.base import Check
    from liwan_court.registry.posts import Actor
    from liwan_court.timetable.deadlines import Occurrence

A_PAGE = 25
BATCHES_SHOWN = 24


@require_GET
@needs(*SEES_BATCHES)
def batches(request: HttpRequest) -> HttpResponse:
    """The next publication with every check of each judgment, and the batches so far."""
    actor = actor_of(request)
    following = next_publication()
    end = following.window[1] if following.window else clock.today()
    page = Paginator(eligible(end).select_related("division"), A_PAGE).get_page(request.GET.get("p"))
    last = _last_run()
    return show(
        request,
        "batches.html",
        "公布批次",
        following=following,
        page=page,
        rows=list(_checked(list(page.object_list), actor, following)),
        not_ready=Judgment.objects.effective_by(end).filter(state__in=NOT_READY).select_related("division"),
        to_register=Exclusion.objects.filter(batch__isnull=True, judgment__effective_on__lte=end).count(),
        batches=Batch.objects.annotate(published=Count("editions")).order_by("-period", "-supplement")[
            :BATCHES_SHOWN
        ],
        ambiguous=ambiguous_drafts(),
        last=last,
        supplement=_supplement(last, actor) if actor.holds(Post.TRIAL_MANAGEMENT) else None,
    )


def _checked(
    judgments: Sequence[Judgment], actor: Actor, following: Occurrence
) -> Iterator[tuple[Judgment, list[Check]]]:
    """Each judgment with the conditions that will be asserted on the 25th."""
    batch = batch_of(following)
    for judgment in judgments:
        yield (
            judgment,
            [check for check in Publish(judgment, actor, batch).all_checks() if check.code != "post"],
        )


def _last_run() -> DeadlineRun | None:
    """The latest publication that was completed."""
    done = DeadlineRun.objects.filter(deadline="publication", state=DeadlineRun.State.DONE)
    return done.order_by("-period", "-supplement").first()


def _supplement(last: DeadlineRun | None, actor: Actor) -> runs.Report | None:
    """What a supplement of the last batch would do; None before the batch itself is done."""
    if last is None:
        return None
    return runs.run_deadline("publication", actor=actor, period=last.period, dry_run=True)


@require_POST
@needs(Post.TRIAL_MANAGEMENT)
def supplement(request: HttpRequest, period: str) -> HttpResponse:
    """补批: what was approved after the 25th goes out with the same batch, announced as such (D3)."""
    publication_of(period)
    if not DeadlineRun.objects.filter(
        deadline="publication", period=period, state=DeadlineRun.State.DONE
    ).exists():
        messages.error(request, f"{period}的批次尚未公布，不能补批")
        return redirect("admin:staff_batches")
    try:
        report = runs.run_deadline("publication", actor=actor_of(request), period=period)
    except runs.CannotRun as refused:
        messages.error(request, str(refused))
        return redirect("admin:staff_batches")
    published = report.outcome.counts.get("published", 0)
    messages.success(request, f"{period}补批{report.supplement}：{report.message}，公布{published}篇")
    for line in report.outcome.lines[:10]:
        messages.warning(request, line)
    return redirect("admin:staff_batches")
