"""What each judge owes in a year and has done: one livestream and two microblogs, the whole panel counted (R48, D9). Pure.

Part years are owed pro rata, halves rounded up. The warning of a division compares what is still owed with the seats left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

LIVESTREAM: Final = "livestream"
MICROBLOG: Final = "microblog"
NEEDED: Final = {LIVESTREAM: 1, MICROBLOG: 2}
ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """A post of judge held in a division from `since` until `until`, both included; None: still."""

    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """One kind in one year: owed, done, and how many should be done by now."""

    kind: str
    owed: int
    done: int
    due_by_now: int

    @property
    def left(self) -> int:
        """Still to do."""
        return max(0, self.owed - self.done)

    @property
    def behind(self) -> bool:
        """Whether fewer are done than the year's pace asks for."""
        return self.done < self.due_by_now


def share_of(year: int, held: Iterable[Held]) -> Fraction:
    """Which part of a year somebody was a judge, days counted once however many posts were held."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    spans = sorted((max(term.since, first), min(term.until or last, last)) for term in held)
    days, upto = 0, first - ONE_DAY
    for since, until in spans:
        begin = max(since, upto + ONE_DAY)
        if until >= begin:
            days += (until - begin).days + 1
            upto = until
    return Fraction(days, (last - first).days + 1)


def owed(kind: str, share: Fraction) -> int:
    """How many of a kind are owed for a part of a year: pro rata, halves rounded up."""
    return int(NEEDED[kind] * share + Fraction(1, 2))


def quota(kind: str, year: int, held: Sequence[Held], done: int, today: date) -> Quota:
    """Where one judge stands; what is due by now follows from the part of his own year that is over."""
    whole = share_of(year, held)
    total = owed(kind, whole)
    until = min(today, date(year, 12, 31))
    so_far = [Held(term.since, min(term.until or until, until)) for term in held if term.since <= until]
    passed = share_of(year, so_far) / whole if whole else Fraction(0)
    return Quota(kind, total, done, int(total * passed))


@dataclass(frozen=True, slots=True)
class Outlook:
    """A division's year: what its judges still owe, and how many places its remaining sessions have on the bench."""

    left: Mapping[str, int]
    seats: Mapping[str, int]

    @property
    def short(self) -> dict[str, int]:
        """By kind how many places are missing; empty where the quota can still be met."""
        gaps = {kind: self.left[kind] - self.seats.get(kind, 0) for kind in self.left}
        return {kind: gap for kind, gap in gaps.items() if gap > 0}


def outlook(quotas: Iterable[Quota], thursdays: int, tuesdays: int, panel: int) -> Outlook:
    """Thursdays give places for both kinds, Tuesdays for microblogs; `panel` is the usual number of judges on the bench."""
    left = {LIVESTREAM: 0, MICROBLOG: 0}
    for each in quotas:
        left[each.kind] += each.left
    seats = {LIVESTREAM: thursdays * panel, MICROBLOG: (thursdays + tuesdays) * panel}
    return Outlook(left, seats)
