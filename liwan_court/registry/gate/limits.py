"""How many failures are let pass, how waits grow, when a sum is asked: figures in one place (R64).

Pure, no Django. Nothing here locks: a wait is a moment before which nothing is let in, and a solved sum lets one attempt through
all the same, so that nobody can shut a party out of its own case.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

WINDOW: Final = timedelta(hours=1)
"""A counter starts anew when there was no failure for this long."""


@dataclass(frozen=True, slots=True)
class Limit:
    """`free` failures cost nothing; then waits double from `first` to `longest`; `asks_sum`: a sum instead of a wait."""

    free: int
    first: timedelta = timedelta()
    longest: timedelta = timedelta()
    asks_sum: bool = False

    def wait(self, failures: int) -> timedelta:
        """How long to wait after so many failures."""
        beyond = failures - self.free
        if beyond < 0 or self.asks_sum:
            return timedelta()
        factor: int = 2 ** min(beyond, 20)
        return min(self.first * factor, self.longest)


LIMITS: Final = {
    "pair": Limit(free=5, first=timedelta(seconds=30), longest=timedelta(minutes=15)),
    "address": Limit(free=20, first=timedelta(seconds=15), longest=timedelta(minutes=5)),
    "case": Limit(free=20, asks_sum=True),
    "site": Limit(free=500, asks_sum=True),
}
"""By case and address; by address (many people may share one); by case, from wherever; of the whole site."""


@dataclass(frozen=True, slots=True)
class Count:
    """Failures counted under one name, and the moment before which nothing is let in."""

    failures: int = 0
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the counters say about an attempt at a moment."""

    not_before: datetime | None
    asks_sum: bool

    @property
    def is_free(self) -> bool:
        """Whether an attempt is let through without a sum."""
        return self.not_before is None and not self.asks_sum


def standing(counts: dict[str, Count], now: datetime) -> Standing:
    """The longest wait, and whether a sum is asked. `counts` by the names of `LIMITS`."""
    waits = [count.not_before for count in counts.values() if count.not_before and count.not_before > now]
    sums = any(
        LIMITS[kind].asks_sum and count.failures >= LIMITS[kind].free for kind, count in counts.items()
    )
    return Standing(max(waits, default=None), sums)


def after(kind: str, failures: int, now: datetime) -> datetime | None:
    """The moment before which nothing is let in, after the failure that made them so many."""
    wait = LIMITS[kind].wait(failures)
    return now + wait if wait else None
