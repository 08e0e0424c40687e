"""The month a page is about, from its address or the question behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from livestream.actions.lists import opens_on
from livestream.actions.months import MONTH, after, before, period_of
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest


def month_or_404(period: str) -> str:
    """A month such as 2026-01. Raises Http404."""
    if not MONTH.fullmatch(period):
        raise Http404("没有这个月份")
    return period


def working_month() -> str:
    """The month lists are filed for now: the next one once it is open, else this one (D22)."""
    this = period_of(clock.today())
    return after(this) if clock.today() >= opens_on(after(this)) else this


def asked_month(request: HttpRequest) -> str:
    """The month of ?period=, or the one that is worked on. Raises Http404."""
    return month_or_404(request.GET["period"]) if "period" in request.GET else working_month()


def around(period: str) -> dict[str, str]:
    """The month with its neighbours, for the links above a page."""
    return {"period": period, "earlier": before(period), "later": after(period)}
