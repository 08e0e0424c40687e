"""The funnel of judgments, the days to publication, the Fridays of a year, rotation and quotas (R36, R45, R48, R61)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.core.paginator import Paginator
from django.http import Http404
from django.views.decorators.http import require_GET

import enforcement_logs.measures
import judgments.measures
import livestream.measures
from liwan_court.admin_access import actor_of
from liwan_court.registry.models import Division
from liwan_court.staff_pages import needs, show
from liwan_court.timetable import clock
from oversight.inspecting import codes_of, names
from oversight.reading import divisions_of
from oversight.staff import drawings
from oversight.staff.overview import around
from oversight.staff.readers import READERS, division_for, of_period

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from liwan_court.measuring import Span

PAGE: Final = 100
FIRST_YEAR: Final = 2013


@require_GET
@of_period
def funnel(request: HttpRequest, of: Span) -> HttpResponse:
    """Every judgment that took effect in the period, with its one fate; how long publication took; `?fate=` opens the rows."""
    own, division = divisions_of(actor_of(request)), division_for(request, request.GET.get("division", ""))
    found = judgments.measures.funnel(of, division.pk if division else None)
    fate = request.GET.get("fate", "")
    if fate and fate not in judgments.measures.FATES:
        raise Http404("没有这一类")
    rows = None
    if fate:
        behind = judgments.measures.funnel_rows(of, division.pk if division else None, fate)
        kept = [row for row in behind if own is None or row.division_id in own]
        rows = Paginator(kept, PAGE).get_page(request.GET.get("p"))
    codes = codes_of(of.year)
    speed = judgments.measures.speed(of, division.pk if division else None)
    return show(
        request, "oversight/funnel.html", f"{of.label}：从生效到公布", span=of, division=division, found=found, fate=fate,
        rows=rows, days_behind=drawings.behind(of, codes, "published_in_seven_days", division.code if division else ""),
        known=names(), fates=judgments.measures.FATES, speed=speed, funnel=drawings.funnel(of, found, division, codes),
        histogram=drawings.days(speed), divisions=_choices(own), **around(of),
    )  # fmt: skip


def _choices(own: set[int] | None) -> list[tuple[str, str]]:
    rows = Division.objects.filter(active=True, reports_effective=True)
    return [(row.code, row.name) for row in (rows if own is None else rows.filter(pk__in=own))]


@require_GET
@needs(*READERS)
def fridays(request: HttpRequest, year: int) -> HttpResponse:
    """Every Friday of a year: on time, late, missing, merged, still to come."""
    if not FIRST_YEAR <= year <= clock.today().year + 1:
        raise Http404("没有这一年")
    days = enforcement_logs.measures.fridays(year)
    return show(
        request, "oversight/fridays.html", f"{year}年星期五执行日志上网情况", year=year, days=days,
        heatmap=drawings.fridays(year, days), this_year=clock.today().year,
    )  # fmt: skip


@require_GET
@needs(*READERS)
def quotas(request: HttpRequest, year: int) -> HttpResponse:
    """How far the divisions are with the quota of their judges, and the rotation with its sessions."""
    if not FIRST_YEAR <= year <= clock.today().year + 1:
        raise Http404("没有这一年")
    own, known = divisions_of(actor_of(request)), names()
    seen = None if own is None else {known[key] for key in own}
    rows = [row for row in livestream.measures.quotas(year) if seen is None or row.division in seen]
    months = [row for row in livestream.measures.period(str(year)) if seen is None or row.division in seen]
    return show(
        request, "oversight/quotas.html", f"{year}年轮转与法官定额", year=year, rows=rows, months=months,
        progress=drawings.quotas(year, rows, dict(Division.objects.values_list("name", "code"))), this_year=clock.today().year,
    )  # fmt: skip
