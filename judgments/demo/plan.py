"""The days of the demonstration, relative to today: which windows were published, which one is open, when each document falls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from judgments.actions.identify import period_of
from judgments.demo.patterns import PATTERNS
from judgments.effective import effective_date
from liwan_court.timetable import clock, deadlines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from judgments.demo.patterns import Pattern
    from liwan_court.timetable.workdays import Calendar

PUBLISHED: Final = 3
"""Batches that go through the real line."""
HISTORY: Final = 21
"""Months before them, loaded in bulk."""
FIRST_SERVICE: Final = 2
LAST_SERVICE: Final = 6
"""The last party is served so many days after the decision, at the least and at the most."""
_APPEAL_DAYS: Final = {"民事": 15, "行政": 15, "刑事": 10}


@dataclass(frozen=True, slots=True)
class Window:
    """One period of the cycle: the days its judgments take effect, and the moments of its two deadlines."""

    period: str
    start: date
    end: date
    collected_at: datetime
    published_at: datetime

    def at(self, hours_before_publication: int) -> datetime:
        """So many hours before publication."""
        return self.published_at - timedelta(hours=hours_before_publication)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The windows seen from a moment: `published` the oldest first, then the open one."""

    now: datetime
    history: tuple[Window, ...]
    published: tuple[Window, ...]
    open: Window


def timeline(now: datetime, calendar: Calendar) -> Timeline:
    """Windows around a moment. The open one is the first whose publication is still to come."""
    months = [period_of(clock.local(now).date().replace(day=1))]
    while len(months) < PUBLISHED + HISTORY + 3:
        months.append(_month_before(months[-1]))
    after = period_of(clock.local(now).date().replace(day=28))
    windows = [window(period, calendar) for period in sorted({*months, after})]
    first_open = next(index for index, row in enumerate(windows) if row.published_at > now)
    past = windows[:first_open]
    return Timeline(
        now=now,
        history=tuple(past[-PUBLISHED - HISTORY : -PUBLISHED]),
        published=tuple(past[-PUBLISHED:]),
        open=windows[first_open],
    )


def window(period: str, calendar: Calendar) -> Window:
    """The window of a period with its deadlines (D1–D3)."""
    collection = deadlines.occurrence("collection", period, calendar)
    publication = deadlines.occurrence("publication", period, calendar)
    if collection.window is None or collection.due is None or publication.due is None:
        raise ValueError(f"{period} has no window")
    return Window(period, *collection.window, collection.due, publication.due)


def _month_before(period: str) -> str:
    year, month = (int(part) for part in period.split("-"))
    return f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02d}"


@dataclass(frozen=True, slots=True)
class Dates:
    """When a case was accepted, and when it was decided."""

    accepted_on: date
    decided_on: date


def dates_for(code: str, start: date, end: date, calendar: Calendar, rng: Random) -> Dates:
    """Days for a document that takes effect between `start` and `end`, whichever day of the week it is served on.

    In a window of a few days that cannot be promised; then it takes effect about its end.
    """
    pattern = PATTERNS[code]
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    at = rng.randint(0, len(days) - 1)
    for target in [*days[at:], *reversed(days[:at])]:
        decided = _decided(pattern, target, calendar)
        if all(start <= day <= end for day in _effects(pattern, decided, calendar)):
            break
    else:
        decided = _decided(pattern, end, calendar)
    months = (60, 110) if pattern.kind == "判决书" else (34, 60)
    accepted = calendar.previous_workday(decided - timedelta(days=rng.randint(*months)))
    return Dates(accepted, decided)


def _decided(pattern: Pattern, target: date, calendar: Calendar) -> date:
    """The working day on which to decide for effect on `target`, or a little before it."""
    return calendar.previous_workday(target - timedelta(days=waiting(pattern) + LAST_SERVICE - 1))


def _effects(pattern: Pattern, decided: date, calendar: Calendar) -> Iterator[date]:
    """The first and the last day on which a document decided on a day can take effect."""
    ruling = pattern.ruling if pattern.kind == "裁定书" else None
    for days in (FIRST_SERVICE, LAST_SERVICE):
        served = [decided + timedelta(days=days)]
        effect = effective_date(pattern.kind, pattern.field_of_law, served, ruling=ruling, calendar=calendar)
        if effect.effective is not None:
            yield effect.effective


def waiting(pattern: Pattern) -> int:
    """Days from the last service to effect."""
    if pattern.kind == "判决书":
        return _APPEAL_DAYS[pattern.field_of_law] + 1
    return 11 if pattern.ruling in ("管辖异议", "驳回起诉") else 0


def morning(day: date, calendar: Calendar, *, hour: int = 10, minute: int = 0) -> datetime:
    """A working moment on a day, or on the next working day."""
    return clock.moment(calendar.next_workday(day), time(hour, minute))
