"""Which week a piece of work belongs to, and by which noon it must be written down (R60, D6, D7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.deadlines import Occurrence

FRIDAY: Final = 4


@dataclass(frozen=True, slots=True)
class Week:
    """Saturday to Friday, as the log is grouped for reading."""

    first: date
    last: date


def deadline_of(happened_at: datetime) -> Occurrence:
    """The cut-off by which this work must be written: the first noon after it."""
    return deadlines.current_or_next("log_cutoff", happened_at - timedelta(microseconds=1), calendar.load())


def is_late(happened_at: datetime, written_at: datetime) -> bool:
    """Whether it was written after that noon (逾期补录)."""
    due = deadline_of(happened_at).due
    return due is not None and written_at > due


def current_cutoff() -> Occurrence:
    """The next noon that falls due."""
    return deadlines.current_or_next("log_cutoff", clock.now(), calendar.load())


def cutoff_of(period: str) -> datetime:
    """The noon of a week. Raises ValueError for a week merged into a later one."""
    due = deadlines.occurrence("log_cutoff", period, calendar.load()).due
    if due is None:
        raise ValueError(period)
    return due


def week_of(day: date) -> Week:
    """The Saturday to Friday around a day."""
    last = day + timedelta(days=(FRIDAY - day.weekday()) % 7)
    return Week(last - timedelta(days=6), last)
