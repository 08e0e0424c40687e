"""Working days: weekends, public holidays and make-up workdays (调休) as the State Council announces them.

Pure, no Django. Years that are not announced follow the weekend rule and are provisional (暂定, R65):
never an error, never silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final

import chinese_calendar

SHIPPED_SOURCE: Final = "chinesecalendar"
WEEKDAYS: Final = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_ONE_DAY: Final = timedelta(days=1)
_FIRST_REST_WEEKDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Day:
    """A day that departs from the weekend rule or is a named holiday: a row of the calendar table."""

    date: date
    is_workday: bool
    name: str
    source: str = SHIPPED_SOURCE


class Calendar:
    """A working calendar: named days, announced years, and the weekend rule for every other day."""

    def __init__(self, days: Mapping[date, tuple[bool, str]], announced: Iterable[int]) -> None:
        """`days` maps a date to (is it a working day, its name); days not in it follow the weekend rule."""
        self._days = MappingProxyType(dict(days))
        self._announced = frozenset(announced)

    @classmethod
    def shipped(cls) -> Calendar:
        """The calendar shipped with the portal: every year the chinesecalendar package knows. Built once."""
        return _shipped()

    @property
    def announced_years(self) -> frozenset[int]:
        return self._announced

    def is_announced(self, day: date) -> bool:
        """Whether the holidays of the day's year are announced; if not, what follows is provisional."""
        return day.year in self._announced

    def is_workday(self, day: date) -> bool:
        known = self._days.get(day)
        return known[0] if known else day.weekday() < _FIRST_REST_WEEKDAY

    def name(self, day: date) -> str:
        """The holiday's name, 春节调休上班 on a make-up workday, else empty."""
        known = self._days.get(day)
        return known[1] if known else ""

    def describe(self, day: date) -> str:
        """The weekday and, where it has one, the name of the day, for sentences: 周五，春节."""
        name = self.name(day)
        return f"{WEEKDAYS[day.weekday()]}，{name}" if name else WEEKDAYS[day.weekday()]

    def next_workday(self, day: date, *, inclusive: bool = True) -> date:
        """The first working day on or after `day`; strictly after it when not `inclusive`."""
        return self._walk(day, _ONE_DAY, inclusive=inclusive)

    def previous_workday(self, day: date, *, inclusive: bool = True) -> date:
        """The last working day on or before `day`; strictly before it when not `inclusive`."""
        return self._walk(day, -_ONE_DAY, inclusive=inclusive)

    def add_workdays(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`, which does not count itself (the 7 working days of D19)."""
        for _ in range(count):
            day = self.next_workday(day, inclusive=False)
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """How many working days lie strictly between the two days."""
        return sum(self.is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days))

    def _walk(self, day: date, step: timedelta, *, inclusive: bool) -> date:
        if not inclusive:
            day += step
        while not self.is_workday(day):
            day += step
        return day


def shipped_years() -> tuple[int, ...]:
    """The years whose holidays the chinesecalendar package knows."""
    return tuple(sorted({day.year for day in chinese_calendar.holidays}))


def shipped_days(year: int) -> list[Day]:
    """The holidays and make-up workdays of a year in order; empty for a year that is not announced."""
    rests = [
        Day(day, is_workday=False, name=_chinese(name))
        for day, name in chinese_calendar.holidays.items()
        if day.year == year
    ]
    makeups = [
        Day(day, is_workday=True, name=f"{_chinese(name)}调休上班")
        for day, name in chinese_calendar.workdays.items()
        if day.year == year
    ]
    return sorted(rests + makeups, key=lambda day: day.date)


def _chinese(name: str) -> str:
    return str(chinese_calendar.Holiday(name).chinese)


@cache
def _shipped() -> Calendar:
    years = shipped_years()
    days = {day.date: (day.is_workday, day.name) for year in years for day in shipped_days(year)}
    return Calendar(days, years)
