"""From a value to a verdict, points and a conclusion: one formula for every indicator (R2, R11, R12).

Pure, no Django. points = weight × clamp((value − floor) ÷ (target − floor), 0, 1), where the floor earns nothing and the target
everything; it reads the same where few are good and the floor lies above the target. Nothing to count is no data: never 0 %, and
never 100 %.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

MET: Final = "met"
UNMET: Final = "unmet"
NO_DATA: Final = "no_data"
REFERENCE: Final = "reference"
FULL: Final = Decimal(100)
_FINE: Final = Decimal("0.0001")
_COARSE: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Line:
    """From where on an indicator earns points, and from where on it is met."""

    weight: Decimal
    floor: Decimal
    target: Decimal
    low_is_good: bool = False
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """What one value came to; `points` None where there was no data or the indicator is for reference only."""

    verdict: str
    points: Decimal | None
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Sum:
    """What several indicators came to: points of 100 over those with data, the verdict, and how many stood how."""

    points: Decimal | None
    verdict: str
    met: int
    unmet: int
    no_data: int


def judge(value: Decimal | None, line: Line) -> Judged:
    """The verdict on one value."""
    if value is None:
        return Judged(NO_DATA, None, line.weight)
    if line.reference:
        return Judged(REFERENCE, None, line.weight)
    met = value <= line.target if line.low_is_good else value >= line.target
    share = Decimal(1) if met else _share(value, line)
    return Judged(MET if met else UNMET, (line.weight * share).quantize(_FINE, ROUND_HALF_UP), line.weight)


def conclude(judged: Iterable[Judged]) -> Sum:
    """The conclusion: met only if every indicator with data is met (“全部达到”), no data if none has any."""
    rows = [row for row in judged if row.verdict != REFERENCE]
    met = sum(row.verdict == MET for row in rows)
    unmet = sum(row.verdict == UNMET for row in rows)
    weight = sum((row.weight for row in rows if row.points is not None), Decimal())
    earned = sum((row.points for row in rows if row.points is not None), Decimal())
    points = (FULL * earned / weight).quantize(_COARSE, ROUND_HALF_UP) if weight else None
    verdict = UNMET if unmet else MET if met else NO_DATA
    return Sum(points, verdict, met, unmet, len(rows) - met - unmet)


def _share(value: Decimal, line: Line) -> Decimal:
    """How far a value that is not met lies between floor and target; 0 where both are the same."""
    way = line.target - line.floor
    if way == 0 or (way < 0) != line.low_is_good:
        return Decimal(0)
    return min(max((value - line.floor) / way, Decimal(0)), Decimal(1))
