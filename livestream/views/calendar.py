"""直播日历: every Tuesday and Thursday with whose turn it is, what is on, or why nothing is (R44, R45, R58)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from livestream import queries
from livestream.actions.months import MONTH, after, before, first_of, period_of
from livestream.actions.rotation import cursor_now
from livestream.documents.calendar_ics import sessions_ics
from livestream.models import MonthPlan, Session, UnitChange
from liwan_court.public import public_page
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest

SHOWN_AHEAD = 6
MONTHS_AHEAD = 12


def _month(request: HttpRequest, period: str) -> HttpResponse:
    this = period_of(clock.today())
    return render(
        request,
        "public/live/calendar.html",
        {
            "period": period, "day": first_of(period), "days": queries.days_of(period), "today": clock.today(),
            "earlier": before(period) if period > _first() else "", "later": after(period) if period < _last() else "",
            "is_now": period == this, "now": cursor_now() if period == this else "", "on_air": queries.on_air(),
            "ahead": queries.ahead(SHOWN_AHEAD) if period == this else [],
        },
    )  # fmt: skip


def _first() -> str:
    row = UnitChange.objects.order_by("since").first()
    return row.since if row else period_of(clock.today())


def _last() -> str:
    """The last month that is shown: planned, or within the year to come."""
    month = period_of(clock.today())
    for _ in range(MONTHS_AHEAD):
        month = after(month)
    kept = MonthPlan.objects.order_by("-period").values_list("period", flat=True).first()
    return max(month, kept or month)


@public_page()
def calendar(request: HttpRequest) -> HttpResponse:
    """The present month, what is on air and what comes next."""
    return _month(request, period_of(clock.today()))


@public_page()
def month(request: HttpRequest, period: str) -> HttpResponse:
    """Another month. Raises Http404 for what is no month of the rotation."""
    if not MONTH.fullmatch(period) or not _first() <= period <= _last():
        raise Http404("没有这个月份的直播日历")
    return _month(request, period)


def _ics(name: str, sessions: list[Session]) -> HttpResponse:
    content = sessions_ics(name, sessions, settings.SITE_URL)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


@public_page()
def all_ics(_request: HttpRequest) -> HttpResponse:
    """Every announced session to subscribe to; pulled ones are cancelled."""
    return _ics("荔湾法院庭审直播", list(queries.announced()))


@public_page()
def session_ics(_request: HttpRequest, slug: str) -> HttpResponse:
    """One session."""
    return _ics("荔湾法院庭审直播", [get_object_or_404(queries.announced(), slug=slug)])
