"""What a figure of oversight is: a numerator, a denominator and the rows behind both, for each division and a period.

Pure, no Django. Each app offers its measures in `measures.py` as a tuple named `MEASURES`; oversight chooses among them by name
and never by code typed in a form (R2, R11, D20). A measure gives tallies for all divisions in a fixed number of queries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum
from typing import Final, TypeAlias

from liwan_court.timetable.periods import Cadence, Period, UnknownPeriod, period

NUMERALS: Final = "一二三四"
QUARTERS: Final = 4
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2999
_PRECISION: Final = Decimal("0.0001")
_CADENCES: Final = (Cadence.QUARTER, Cadence.FIRST_HALF, Cadence.YEAR)


@dataclass(frozen=True, slots=True)
class Span:
    """A period that is looked at: a quarter `2026Q1`, a first half `2026H1`, a year `2026`."""

    name: str
    first: date
    last: date

    @property
    def year(self) -> int:
        """Its year."""
        return self.first.year

    @property
    def label(self) -> str:
        """2026年第一季度, 2026年上半年, 2026年."""
        rest = self.name[4:]
        if rest.startswith("Q"):
            return f"{self.year}年第{NUMERALS[int(rest[1]) - 1]}季度"
        return f"{self.year}年" + ("上半年" if rest else "")

    @property
    def months(self) -> tuple[str, ...]:
        """Its months, `2026-01` and so on: the batches that belong to it."""
        count = (self.last.month - self.first.month) + 1
        return tuple(f"{self.year}-{self.first.month + place:02}" for place in range(count))

    @property
    def quarters(self) -> tuple[str, ...]:
        """The quarters in it, `2026Q1` and so on."""
        numbers = range((self.first.month + 2) // 3, (self.last.month + 2) // 3 + 1)
        return tuple(f"{self.year}Q{number}" for number in numbers)


def span(name: str) -> Span:
    """The span called `name`; `2026-Q1` is read as `2026Q1`. Raises UnknownPeriod, whose message is Chinese."""
    wanted = re.sub(r"[-\s]", "", name).upper()
    for cadence in _CADENCES:
        if re.fullmatch(cadence.value, wanted, flags=re.ASCII) and FIRST_YEAR <= int(wanted[:4]) <= LAST_YEAR:
            return _of(period(cadence, wanted))
    raise UnknownPeriod(f"“{name}”不是季度、上半年或者年度，应写成2026Q1、2026H1或2026的样式。")


def quarter_of(day: date) -> Span:
    """The quarter a day lies in."""
    return span(f"{day.year}Q{(day.month + 2) // 3}")


def quarters_up_to(last: Span, count: int) -> tuple[Span, ...]:
    """`count` quarters, the earliest first, ending with the one `last` ends in."""
    found = [quarter_of(last.last)]
    while len(found) < count:
        found.append(quarter_of(found[-1].first - timedelta(days=1)))
    return tuple(reversed(found))


def _of(found: Period) -> Span:
    return Span(found.name, found.first, found.last)


class Unit(Enum):
    """How a tally becomes a value."""

    SHARE = "share"
    """Numerator over denominator, shown as a percentage."""
    COUNT = "count"
    """The numerator itself; the denominator says out of how many, and 0 means there was nothing to count among."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted for one division, or for nobody's division, in a period."""

    numerator: int = 0
    denominator: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.numerator + other.numerator, self.denominator + other.denominator)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing behind a figure. `counted`: it stands in the numerator. `url` is a staff address, never a public one.

    `what` and `detail` name a case number, a week or a day, never a party.
    """

    division_id: int | None
    what: str
    detail: str
    counted: bool
    url: str = ""


Tallies: TypeAlias = Mapping[int | None, Tally]
"""By id of the division; None for what belongs to none. Divisions without anything to count are left out."""
Rows: TypeAlias = Callable[[Span, int | None, bool | None], Iterable[Row]]
"""(span, division or None for all, counted or None for both) → rows, in a fixed number of queries."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A named way to count. `definition` says in Chinese what stands above and below the line; `low_is_good` turns it round.

    `by_division` False: the figure belongs to the court as a whole. `source` names the app's part in Chinese.
    """

    name: str
    label: str
    source: str
    numerator: str
    denominator: str
    tallies: Callable[[Span], Tallies]
    rows: Rows
    unit: Unit = Unit.SHARE
    low_is_good: bool = False
    by_division: bool = True

    @property
    def definition(self) -> str:
        """Both sides in one sentence."""
        return f"分子：{self.numerator}。分母：{self.denominator}。"

    def held_against(self, of: Span, division_id: int | None = None) -> Iterable[Row]:
        """The rows that make the figure worse: those not counted, or those counted where few are good."""
        return self.rows(of, division_id, self.low_is_good)


def value_of(unit: Unit, tally: Tally | None, *, low_is_good: bool = False) -> Decimal | None:
    """The value of a tally, to four places for a share; None where there was nothing to count: neither 0 % nor 100 %.

    A share is rounded away from what is good, so that none is rounded across a line it has to reach (lines have four places too).
    """
    if tally is None or tally.denominator <= 0:
        return None
    if unit is Unit.COUNT:
        return Decimal(tally.numerator)
    return (Decimal(tally.numerator) / tally.denominator).quantize(
        _PRECISION, ROUND_CEILING if low_is_good else ROUND_FLOOR
    )


def total(tallies: Tallies) -> Tally:
    """The court's: every division and what belongs to none."""
    return sum(tallies.values(), Tally())
