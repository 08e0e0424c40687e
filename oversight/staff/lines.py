"""The funnel of judgments, the days to publication, the Fridays of a year, rotation and quotas (R36, R45, R48, R61)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.views.decorators.http import require_GET

import enforcement_logs.measures
import judgments.measures
import livestream.measures
from liwan_court.admin_access import actor_of
from liwan_court.measuring import span
from liwan_court.registry.models import Division
from liwan_court.staff_pages import needs, show
from liwan_court.timetable import clock
from oversight.inspecting import codes_of, names
from oversight.reading import divisions_of
from oversight.staff import drawings
from oversight.staff.overview import around
from oversight.staff.readers import READERS, division_for, of_period, year_or_404
from oversight.staff.rows import HEAD, page_of, shown
from oversight.staff.tables import asks_table, table, table_address

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.http import HttpRequest, HttpResponse

    from liwan_court.measuring import Row, Span


@require_GET
@of_period
def funnel(request: HttpRequest, of: Span) -> HttpResponse:
    """Every judgment that took effect in the period, with its one fate; how long publication took; `?fate=` opens the rows."""
    own, division = divisions_of(actor_of(request)), division_for(request, request.GET.get("division", ""))
    found = judgments.measures.funnel(of, division.pk if division else None)
    fate = request.GET.get("fate", "")
    if fate and fate not in judgments.measures.FATES:
        raise Http404("没有这一类")
    rows: Page[Any] | None = None
    kept: list[Row] = []
    if fate:
        behind = judgments.measures.funnel_rows(of, division.pk if division else None, fate)
        kept = [row for row in behind if own is None or row.division_id in own]
        rows = page_of(request, kept)
    codes = codes_of(of.year)
    speed = judgments.measures.speed(of, division.pk if division else None)
    drawn, histogram = drawings.funnel(of, found, division, codes), drawings.days(speed)
    if asks_table(request):
        behind_it = [row.cells for row in shown(request, kept)]
        name = f"{of.label}从生效到公布" + (f"（{division.name}）" if division else "")
        return table(name, [
            ("漏斗", drawn.head, drawn.rows), ("公布天数", histogram.head, histogram.rows), ("逐篇", HEAD, behind_it),
        ])  # fmt: skip
    return show(
        request, "oversight/funnel.html", f"{of.label}：从生效到公布", span=of, division=division, found=found, fate=fate,
        rows=rows, days_behind=drawings.behind(of, codes, "published_in_seven_days", division.code if division else ""),
        known=names(), fates=judgments.measures.FATES, speed=speed, funnel=drawn,
        histogram=histogram, table_address=table_address(request), divisions=_choices(own), **around(of),
    )  # fmt: skip


def _choices(own: set[int] | None) -> list[tuple[str, str]]:
    rows = Division.objects.filter(active=True, reports_effective=True)
    return [(row.code, row.name) for row in (rows if own is None else rows.filter(pk__in=own))]


@require_GET
@needs(*READERS)
def fridays(request: HttpRequest, year: int) -> HttpResponse:
    """Every Friday of a year: on time, late, missing, merged, still to come."""
    year_or_404(year)
    days, noons = enforcement_logs.measures.fridays(year), enforcement_logs.measures.noons(span(str(year)))
    heatmap = drawings.fridays(year, days)
    weeks = [
        (
            row.period,
            f"{clock.local(row.noon):%Y-%m-%d %H:%M}",
            row.open_cases,
            row.written,
            len(row.missing),
            drawings.share(row.written, row.open_cases),
        )
        for row in reversed(noons)
    ]
    if asks_table(request):
        days_head, weeks_head = (
            ("星期五", "情况", "说明"),
            ("周", "截止", "在办案件", "已有日志", "没有日志", "比例"),
        )
        return table(
            f"{year}年星期五执行日志",
            [("下午上网", days_head, heatmap.rows), ("中午前补录", weeks_head, weeks)],
        )
    return show(
        request, "oversight/fridays.html", f"{year}年星期五执行日志：中午前补录与下午上网", year=year, days=days,
        heatmap=heatmap, weeks=weeks, noons=drawings.noons(year, noons), behind=drawings.noons_behind(year),
        this_year=clock.today().year, table_address=table_address(request),
    )  # fmt: skip


@require_GET
@needs(*READERS)
def quotas(request: HttpRequest, year: int) -> HttpResponse:
    """How far the divisions are with the quota of their judges, and the rotation with its sessions."""
    year_or_404(year)
    own, known = divisions_of(actor_of(request)), names()
    seen = None if own is None else {known[key] for key in own}
    rows = [row for row in livestream.measures.quotas(year) if seen is None or row.division in seen]
    months = [row for row in livestream.measures.period(str(year)) if seen is None or row.division in seen]
    codes = dict(Division.objects.values_list("name", "code"))
    progress = drawings.quotas(year, rows, codes)
    turns = [(row, drawings.turns_behind(year, codes.get(row.division, ""))) for row in months]
    if asks_table(request):
        lines = [
            (row.division, row.slots, row.held, row.livestreams, row.microblogs, row.skipped, row.pulled,
             row.lists_late + row.lists_missing) for row in months
        ]  # fmt: skip
        head = ("审判庭", "轮到", "播出", "直播", "微博", "轮空", "撤下", "列表迟报")
        return table(
            f"{year}年轮转与法官定额", [("轮转", head, lines), ("定额", progress.head, progress.rows)]
        )
    return show(
        request, "oversight/quotas.html", f"{year}年轮转与法官定额", year=year, rows=rows, turns=turns,
        progress=progress, this_year=clock.today().year, table_address=table_address(request),
    )  # fmt: skip
