"""Year, quarter and month as the figures name them: 2026, 2026-Q1, 2026-01 (R57). Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

SHAPE: Final = re.compile(r"(20\d\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole months; `last` included."""

    name: str
    first: date
    last: date

    @property
    def label(self) -> str:
        """In Chinese: 2026年第一季度."""
        year, _, part = self.name.partition("-")
        if part.startswith("Q"):
            return f"{year}年第{'一二三四'[int(part[1]) - 1]}季度"
        return f"{year}年{int(part)}月" if part else f"{year}年"

    @property
    def months(self) -> list[str]:
        """Its months: 2026-01, 2026-02, …"""
        return [f"{self.first.year}-{month:02d}" for month in range(self.first.month, self.last.month + 1)]


def parse(name: str) -> Period:
    """The period of a name. Raises ValueError."""
    found = SHAPE.fullmatch(name)
    if found is None:
        raise ValueError(f"没有“{name}”这个期间，应写成 2026、2026-Q1 或 2026-01")
    year, quarter, month = int(found[1]), found[2], found[3]
    begin, count = (int(quarter) * 3 - 2, 3) if quarter else (int(month), 1) if month else (1, 12)
    end = date(year + (begin + count) // 13, (begin + count - 1) % 12 + 1, 1)
    return Period(name, date(year, begin, 1), end - timedelta(days=1))


def before(period: Period) -> Period:
    """The month, quarter or year before, of the same length."""
    end = period.first - timedelta(days=1)
    _, _, part = period.name.partition("-")
    if part.startswith("Q"):
        return parse(f"{end.year}-Q{(end.month + 2) // 3}")
    return parse(f"{end.year}-{end.month:02d}" if part else str(end.year))
