"""The administrator's Friday: counts and times, one button, no word of any entry (R61)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from enforcement_logs import late
from enforcement_logs.models import LogBatch
from enforcement_logs.runs import publishable, waiting
from enforcement_logs.staff.readers import PUBLISHES, heads_bureau
from enforcement_logs.weeks import cutoff_of
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import needs, show
from liwan_court.timetable import calendar, clock, deadlines, runs

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN: Final = 26


@require_GET
@needs(*PUBLISHES, Post.DIVISION_HEAD, Post.AUDITOR)
def batches(request: HttpRequest) -> HttpResponse:
    """The next batch in figures, the last ones, and what was missed."""
    actor = actor_of(request)
    if not (actor.holds(*PUBLISHES, Post.AUDITOR) or heads_bureau(actor)):
        raise PermissionDenied("本页只供电脑管理员和执行局局长使用")
    following = deadlines.current_or_next("log_publication", clock.now(), calendar.load())
    cutoff = min(cutoff_of(following.period), clock.now())
    return show(
        request, "enforcement/batches.html", "执行日志公布", following=following,
        cutoff=cutoff_of(following.period), ready=publishable(cutoff, following.date).count(),
        waiting=waiting(cutoff, following.date).count(), batches=list(LogBatch.objects.all()[:SHOWN]),
        missed=late.missed(), publishes=actor.holds(*PUBLISHES), last=runs.latest_due("log_publication", clock.now()),
    )  # fmt: skip


@require_POST
@needs(*PUBLISHES)
def publish(request: HttpRequest) -> HttpResponse:
    """One action: publish the week that fell due last; done already, what has become publishable since (补批)."""
    try:
        report = runs.run_deadline("log_publication", actor=actor_of(request))
    except runs.CannotRun as refused:
        messages.error(request, str(refused))
        return redirect("admin:staff_enforcement_batches")
    published = report.outcome.counts.get("published", 0)
    messages.success(request, f"{report.occurrence.period}：{report.message}，公布{published}条")
    for line in report.outcome.lines:
        messages.warning(request, line)
    return redirect("admin:staff_enforcement_batches")
