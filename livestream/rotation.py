"""Whose turn it is to go on air: the divisions in order, over and over (R44, R45, D5, D8). Pure, no Django.

Every Tuesday has a microblog, every Thursday a livestream with a microblog. Turns are handed on by the month, the week or the
session; a public holiday consumes none; a turn that is skipped (轮空) keeps its reason, and the next division takes over with
the session after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Final

from liwan_court.timetable.workdays import Calendar

TUESDAY, THURSDAY = 1, 3
_ONE_DAY: Final = timedelta(days=1)


class Unit(StrEnum):
    """By what turns are handed on (D8)."""

    MONTH = "month"
    WEEK = "week"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Slot:
    """One Tuesday or Thursday: what is on air, and whose turn it is.

    `turn` counts turns begun, from 1; by the session, Tuesdays and Thursdays count apart. A slot that is `cancelled` (the
    Chinese reason) names the division whose turn it still is, or was when the turn was skipped. `provisional`: the year's
    holidays are not announced.
    """

    date: date
    livestream: bool
    microblog: bool
    division: str
    turn: int
    cancelled: str | None
    provisional: bool
    skipped: bool = False


@dataclass(slots=True)
class Position:
    """A place in the order: how many turns have begun. The division on turn follows from it alone."""

    order: Sequence[str]
    first: int = 0
    begun: int = 0

    def take(self) -> None:
        """Begin the next turn."""
        self.begun += 1

    def at(self, turn: int) -> str:
        """The division of a turn."""
        return self.order[(self.first + turn - 1) % len(self.order)]


@dataclass(slots=True)
class Cursor:
    """Where the rotation stands: one position, or by the session one for Tuesdays and one for Thursdays.

    `switched` carries it on to another unit: nobody who has not had the turn yet loses it.
    """

    unit: Unit
    positions: dict[int, Position] = field(default_factory=dict)

    @classmethod
    def start(cls, unit: Unit, order: Sequence[str], first: str) -> Cursor:
        """Before the first turn, which is `first`'s. Raises ValueError where the order does not name it."""
        place = order.index(first)
        kinds = (TUESDAY, THURSDAY) if unit is Unit.SESSION else (0,)
        return cls(unit, {kind: Position(tuple(order), place) for kind in kinds})

    def of(self, day: date) -> Position:
        """The position that counts on a day."""
        return self.positions[day.weekday() if self.unit is Unit.SESSION else 0]

    def switched(self, unit: Unit) -> Cursor:
        """The same place under another unit. Of two positions the one behind counts."""
        if unit is self.unit:
            return self
        behind = min(self.positions.values(), key=lambda position: position.begun)
        kinds = (TUESDAY, THURSDAY) if unit is Unit.SESSION else (0,)
        return Cursor(unit, {kind: Position(behind.order, behind.first, behind.begun) for kind in kinds})


def broadcast_days(start: date, end: date) -> Iterator[date]:
    """Every Tuesday and Thursday from `start` to `end`, both included (R44)."""
    day = start
    while day <= end:
        if day.weekday() in (TUESDAY, THURSDAY):
            yield day
        day += _ONE_DAY


def holiday_reason(day: date, calendar: Calendar) -> str | None:
    """Why there is no broadcast on a Tuesday or Thursday: it is a public holiday (D5). None where there is one."""
    if calendar.is_workday(day):
        return None
    return f"{calendar.name(day) or '公休日'}放假，停播，不占轮次"


def plan(
    start: date,
    end: date,
    cursor: Cursor,
    calendar: Calendar,
    skips: Mapping[date, str] | None = None,
) -> list[Slot]:
    """The slots from `start` to `end`; `cursor` stands behind the last of them afterwards.

    `skips` gives the reason of each session whose turn is skipped. Raises ValueError, in Chinese, for a day on which there is no
    session to skip.
    """
    skips = skips or {}
    days = list(broadcast_days(start, end))
    _must_be_sessions(skips, days, calendar)
    return [
        slot
        for _, group in groupby(days, key=_GROUPS[cursor.unit])
        for slot in _slots(list(group), cursor, calendar, skips)
    ]


_GROUPS: Final[dict[Unit, Callable[[date], tuple[int, ...]]]] = {
    Unit.MONTH: lambda day: (day.year, day.month),
    Unit.WEEK: lambda day: day.isocalendar()[:2],
    Unit.SESSION: lambda day: (day.toordinal(),),
}


def _slots(
    days: Sequence[date], cursor: Cursor, calendar: Calendar, skips: Mapping[date, str]
) -> Iterator[Slot]:
    """The slots of one month, one week or one session: one turn, unless it is skipped in its midst."""
    position = cursor.of(days[0])
    holidays = {day: holiday_reason(day, calendar) for day in days}
    begun = cursor.unit is Unit.MONTH or not all(holidays.values())
    if begun:
        position.take()
    handed_on = False
    for day in days:
        if handed_on and holidays[day] is None:
            position.take()
            handed_on = False
        turn = position.begun if begun and not handed_on else position.begun + 1
        skipped = day in skips
        yield Slot(
            date=day,
            livestream=day.weekday() == THURSDAY,
            microblog=True,
            division=position.at(turn),
            turn=turn,
            cancelled=holidays[day] or skips.get(day),
            provisional=not calendar.is_announced(day),
            skipped=skipped,
        )
        handed_on = handed_on or skipped


def _must_be_sessions(skips: Mapping[date, str], days: Sequence[date], calendar: Calendar) -> None:
    for day in sorted(skips):
        if day not in days:
            raise ValueError(f"{day}不在排期范围内，或者不是星期二、星期四，没有可以轮空的场次。")
        if holiday_reason(day, calendar):
            raise ValueError(f"{day}本来放假停播，不占轮次，不需要轮空。")


def month_range(first: date, months: int) -> tuple[date, date]:
    """The first day of the month of `first`, and the last day of the month `months` − 1 later."""
    total = first.year * 12 + first.month - 1 + months
    after = date(total // 12, total % 12 + 1, 1)
    return first.replace(day=1), after - _ONE_DAY
