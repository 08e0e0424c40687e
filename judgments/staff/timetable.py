"""The timetable page: what is due, why on that day, what ran and what it did; a dry run for those with the post (R65)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from judgments.staff.door import needs, show
from judgments.staff.navigation import LEADERS, SEES_TIMETABLE
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.timetable import calendar, clock, deadlines, runs
from liwan_court.timetable.admin import missing_year
from liwan_court.timetable.models import DeadlineRun

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from liwan_court.timetable.deadlines import Occurrence

AHEAD = timedelta(days=60)
RUNS_SHOWN = 30
LINES_SHOWN = 20
MAY_TRY = (Post.TRIAL_MANAGEMENT,)
MAY_READ_ITEMS = (Post.TRIAL_MANAGEMENT, *LEADERS)
COUNTS = {
    "published": "公布",
    "refused": "未通过检查",
    "not_ready": "尚未就绪",
    "registered": "登记不公开",
    "reported": "报送案号",
    "missing_returns": "未报部门",
    "differences": "核对差异",
}


class Due(NamedTuple):
    """One deadline to come."""

    occurrence: Occurrence
    rules: str
    runs: bool


class Ran(NamedTuple):
    """One deadline that ran."""

    row: DeadlineRun
    label: str
    counts: list[tuple[str, int]]
    lines: list[str]


@require_GET
@needs(*SEES_TIMETABLE)
def timetable(request: HttpRequest) -> HttpResponse:
    """The next sixty days, and the latest runs."""
    now, actor = clock.now(), actor_of(request)
    coming = deadlines.due_between(now, now + AHEAD, calendar.load())
    recent = DeadlineRun.objects.select_related("run_by__officer").order_by("-started_at")[:RUNS_SHOWN]
    return show(
        request,
        "timetable.html",
        "期限",
        coming=[_due(occurrence) for occurrence in coming],
        ran=[_ran(row, may_read=actor.holds(*MAY_READ_ITEMS)) for row in recent],
        may_try=actor.holds(*MAY_TRY),
        missing_year=missing_year(),
    )


@require_GET
@needs(*SEES_TIMETABLE)
def dry_run(request: HttpRequest, name: str, period: str) -> HttpResponse:
    """What a deadline would do now; nothing is changed."""
    actor = actor_of(request)
    if not actor.holds(*MAY_TRY):
        raise PermissionDenied("试运行由审判管理办公室进行")
    try:
        report = runs.run_deadline(name, actor=actor, period=period, dry_run=True)
    except (ValueError, runs.CannotRun) as refused:
        messages.error(request, str(refused))
        return redirect("admin:staff_timetable")
    return show(
        request,
        "dry_run.html",
        f"试运行：{report.occurrence.label} {period}",
        report=report,
        counts=_counts(report.outcome.counts),
    )


def _due(occurrence: Occurrence) -> Due:
    declared = deadlines.deadline(occurrence.name)
    return Due(occurrence, "、".join(declared.rules), declared.runs is not None)


def _ran(row: DeadlineRun, *, may_read: bool) -> Ran:
    """What a run did; its items name cases, so only those who see every case read them."""
    label = deadlines.deadline(row.deadline).label
    lines = row.outcome.get("lines", [])[:LINES_SHOWN] if may_read else []
    return Ran(row, label, _counts(row.outcome.get("counts", {})), lines)


def _counts(counts: dict[str, int]) -> list[tuple[str, int]]:
    return [(COUNTS.get(name, name), value) for name, value in counts.items()]
