"""What was learnt: problems that came back, how many were closed and how soon, lessons by indicator (R21)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from oversight.models import Rectification

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

State = Rectification.State


@dataclass(frozen=True, slots=True)
class Problem:
    """One indicator's history of problems."""

    code: str
    name: str
    times: int
    came_back: int
    open: int
    lessons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """How rectification goes."""

    all: int
    closed: int
    overdue: int
    median_days: float | None

    @property
    def share(self) -> str:
        """整改闭环率; words where there is nothing."""
        return f"{100 * self.closed / self.all:.1f}%" if self.all else "没有整改"


def closing(rows: QuerySet[Rectification]) -> Closing:
    """The closing rate of some rectifications, and how long the closed ones took."""
    kept = list(rows)
    closed = [row for row in kept if row.state == State.CLOSED and row.checked_at]
    days = [(row.checked_at - row.opened_at).days for row in closed if row.checked_at]
    return Closing(
        len(kept), len(closed), sum(row.is_overdue for row in kept), median(days) if days else None
    )


def problems(rows: Iterable[Rectification]) -> list[Problem]:
    """By indicator, what came up most often first."""
    grouped: dict[str, list[Rectification]] = {}
    for row in rows:
        grouped.setdefault(row.code, []).append(row)
    found = [
        Problem(
            code, own[-1].indicator_name, len(own), sum(row.previous_id is not None for row in own),
            sum(row.state != State.CLOSED for row in own),
            tuple(text for text, _ in Counter(row.lesson for row in own if row.lesson).most_common(3)),
        )
        for code, own in grouped.items()
    ]  # fmt: skip
    return sorted(found, key=lambda row: (-row.times, row.code))
