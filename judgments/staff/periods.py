"""The months that staff pages speak of: which is current, which came before, and when each falls due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404

from judgments.models import Batch
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.periods import UnknownPeriod

if TYPE_CHECKING:
    from liwan_court.timetable.deadlines import Occurrence

SHOWN = 12


def collection_of(period: str) -> Occurrence:
    """The collection of a month. Raises Http404 for what is no month."""
    return _occurrence("collection", period)


def publication_of(period: str) -> Occurrence:
    """The publication of a month. Raises Http404 for what is no month."""
    return _occurrence("publication", period)


def current_period() -> str:
    """The month whose collection falls due next."""
    return deadlines.current_or_next("collection", clock.now(), calendar.load()).period


def working_period() -> str:
    """The month whose batch goes out next: the one to reconcile and to review until the 25th."""
    return next_publication().period


def next_publication() -> Occurrence:
    """The batch of the 25th that comes next."""
    return deadlines.current_or_next("publication", clock.now(), calendar.load())


def batch_of(occurrence: Occurrence) -> Batch:
    """The batch as it will be, not saved: for showing today the conditions that will be asserted then."""
    start, end = occurrence.window or (clock.today(), clock.today())
    return Batch(period=occurrence.period, window_start=start, window_end=end)


def recent_periods() -> list[str]:
    """The current month and those before it, the latest first."""
    year, month = (int(part) for part in current_period().split("-"))
    months = [divmod(year * 12 + month - 1 - back, 12) for back in range(SHOWN)]
    return [f"{year:04d}-{month + 1:02d}" for year, month in months]


def _occurrence(name: str, period: str) -> Occurrence:
    try:
        return deadlines.occurrence(name, period, calendar.load())
    except UnknownPeriod as unknown:
        raise Http404(str(unknown)) from unknown
