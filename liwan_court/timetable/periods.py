"""The periods of deadlines: 2026-01, 2026-W05 (ISO), 2026Q1, 2026H1, 2026. Pure, no Django."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

_ONE_DAY = timedelta(days=1)


class Cadence(Enum):
    """How often a deadline comes round; the value is the pattern of its periods."""

    MONTH = r"(\d{4})-(0[1-9]|1[0-2])"
    WEEK = r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])"
    QUARTER = r"(\d{4})Q([1-4])"
    FIRST_HALF = r"(\d{4})H(1)"
    YEAR = r"(\d{4})"


class UnknownPeriod(ValueError):  # noqa: N818 (reads as what it is)
    """The text is not a period of this deadline. The message is Chinese."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period with its first and last day."""

    name: str
    first: date
    last: date

    @property
    def after(self) -> date:
        """The first day after the period."""
        return self.last + _ONE_DAY


def period(cadence: Cadence, name: str) -> Period:
    """The period called `name`. Raises `UnknownPeriod` when there is none of that name (2026-W54)."""
    match = re.fullmatch(cadence.value, name, flags=re.ASCII)
    if match is None:
        raise UnknownPeriod(f"“{name}”不是这个期限的周期，应写成{_EXAMPLES[cadence]}的样式。")
    year, part = int(match[1]), int(match[2]) if len(match.groups()) > 1 else 1
    try:
        first = (
            date.fromisocalendar(year, part, 1) if cadence is Cadence.WEEK else _first_of(cadence, year, part)
        )
        return Period(name, first, _last_of(cadence, first))
    except (ValueError, OverflowError):
        raise UnknownPeriod(f"没有“{name}”这个周期，请核对。") from None


def periods_around(cadence: Cadence, year: int) -> Iterator[Period]:
    """Every period that touches the year or the year before it: those whose deadline can lie in the year."""
    for number in (year - 1, year):
        match cadence:
            case Cadence.MONTH:
                names = [f"{number}-{month:02}" for month in range(1, 13)]
            case Cadence.WEEK:
                names = [f"{number}-W{week:02}" for week in range(1, _weeks(number) + 1)]
            case Cadence.QUARTER:
                names = [f"{number}Q{quarter}" for quarter in range(1, 5)]
            case Cadence.FIRST_HALF:
                names = [f"{number}H1"]
            case Cadence.YEAR:
                names = [f"{number}"]
        for name in names:
            yield period(cadence, name)


def week_name(day: date) -> str:
    """The ISO week a day lies in: 2025-12-31 is in 2026-W01."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


_EXAMPLES = {
    Cadence.MONTH: "2026-01",
    Cadence.WEEK: "2026-W05",
    Cadence.QUARTER: "2026Q1",
    Cadence.FIRST_HALF: "2026H1",
    Cadence.YEAR: "2026",
}
_MONTHS = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.FIRST_HALF: 6, Cadence.YEAR: 12}


def _weeks(year: int) -> int:
    # 28 December always lies in the last ISO week of its year.
    return date(year, 12, 28).isocalendar().week


def _first_of(cadence: Cadence, year: int, part: int) -> date:
    return date(year, (part - 1) * _MONTHS[cadence] + 1, 1)


def _last_of(cadence: Cadence, first: date) -> date:
    if cadence is Cadence.WEEK:
        return first + timedelta(days=6)
    years, month = divmod(first.month - 1 + _MONTHS[cadence], 12)
    return date(first.year + years, month + 1, 1) - _ONE_DAY
