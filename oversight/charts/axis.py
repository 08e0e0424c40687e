"""Round steps of an axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

STEPS: Final = (1, 2, 5)
MOST_TICKS: Final = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from `low` to `high` with round ticks; `place` gives where a value lies between 0 (low) and 1 (high)."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def place(self, value: float) -> float:
        """From 0 to 1; what lies outside stands at the edge."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def axis(values: list[float], *, start_at_zero: bool = True, top: float | None = None) -> Axis:
    """An axis that holds all values. `top`: where it ends at the most, as 100 for percentages."""
    high = max(values, default=1.0)
    low = 0.0 if start_at_zero else min(values, default=0.0)
    step = _step(max(high - low, 1e-9))
    first = int(low // step) * step
    last = first
    while last < high - 1e-9:
        last += step
    if last <= first:
        last = first + step
    if top is not None and last > top:
        last = max(top, first + step) if first + step > top else top
    count = round((last - first) / step)
    return Axis(first, last, tuple(round(first + place * step, 6) for place in range(count + 1)))


def _step(extent: float) -> float:
    size = 1e-3
    while True:
        for factor in STEPS:
            if extent / (size * factor) <= MOST_TICKS:
                return size * factor
        size *= 10
