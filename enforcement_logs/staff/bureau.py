"""The head's Friday: what lacks an entry, and what goes out this afternoon of what may warn a debtor (R60, R61)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.views.decorators.http import require_GET

from enforcement_logs import gaps, weeks
from enforcement_logs.models import WeekClosing
from enforcement_logs.runs import publishable
from enforcement_logs.staff.readers import heads_bureau
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import needs, show
from liwan_court.timetable import calendar, clock, deadlines

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 200


def _require_head(request: HttpRequest) -> None:
    """Heads of other divisions have no business here."""
    if not heads_bureau(actor_of(request)):
        raise PermissionDenied("本页只供执行局局长使用")


@require_GET
@needs(Post.DIVISION_HEAD)
def gap_lists(request: HttpRequest) -> HttpResponse:
    """Cases without an entry this week, cases silent for thirty days, how the last weeks stood at noon."""
    _require_head(request)
    due = weeks.current_cutoff()
    window = due.window or (clock.today(), clock.today())
    missing = gaps.without_entry(*window).order_by("handling_judge__name", "pk")
    return show(
        request, "enforcement/gaps.html", "日志缺口", due=due, window=window, missing=missing,
        silent=gaps.silent(clock.today()), days=gaps.SILENT_DAYS, closings=WeekClosing.objects.all()[:12],
    )  # fmt: skip


@require_GET
@needs(Post.DIVISION_HEAD)
def going_out(request: HttpRequest) -> HttpResponse:
    """What the next batch will publish, by what it says now; what may warn a debtor stands first."""
    _require_head(request)
    following = deadlines.current_or_next("log_publication", clock.now(), calendar.load())
    cutoff = weeks.cutoff_of(following.period)
    rows = publishable(min(cutoff, clock.now()), following.date).select_related(
        "entry__case", "entry__category", "entry__officer"
    )
    ordered = rows.order_by("-entry__category__sensitive", "entry__case", "entry__happened_at")
    return show(
        request, "enforcement/going_out.html", "即将公布的日志", following=following, cutoff=cutoff,
        rows=list(ordered[:SHOWN]), count=rows.count(),
    )  # fmt: skip
