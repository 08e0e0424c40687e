"""What each judge owes in a year and has done: one livestream and two microblogs, the whole panel counted (R48, D9). Pure.

Part years are owed pro rata, halves rounded up. The warning of a division compares what is still owed with what the sessions
left can take.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

LIVESTREAM: Final = "livestream"
MICROBLOG: Final = "microblog"
NEEDED: Final = {LIVESTREAM: 1, MICROBLOG: 2}
LONG_LEAVE_DAYS: Final = 30
"""From so many days in a row on, leave makes a part year; it must be registered as one."""


@dataclass(frozen=True, slots=True)
class Held:
    """A post of judge held, or leave taken, from `since` until `until`, both included; None: still."""

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


def share_of(year: int, held: Iterable[Held], away: Iterable[Held] = ()) -> Fraction:
    """Which part of a year somebody was a judge, days counted once however many posts were held.

    Leave of a month and more (`away`) is no part of it; shorter leave changes nothing.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = _days(held, first, last) - _days(filter(_is_long, away), first, last)
    return Fraction(len(days), (last - first).days + 1)


def _is_long(leave: Held) -> bool:
    return leave.until is None or (leave.until - leave.since).days + 1 >= LONG_LEAVE_DAYS


def _days(terms: Iterable[Held], first: date, last: date) -> set[int]:
    found: set[int] = set()
    for term in terms:
        begin, end = max(term.since, first), min(term.until or last, last)
        found.update(range(begin.toordinal(), end.toordinal() + 1))
    return found


def owed(kind: str, share: Fraction) -> int:
    """How many of a kind are owed for a part of a year: pro rata, halves rounded up."""
    return int(NEEDED[kind] * share + Fraction(1, 2))


def quota(
    kind: str, year: int, held: Sequence[Held], done: int, today: date, away: Sequence[Held] = ()
) -> Quota:
    """Where one judge stands; what is due by now follows from the part of his own year that is over."""
    whole = share_of(year, held, away)
    total = owed(kind, whole)
    until = min(today, date(year, 12, 31))
    so_far = [Held(term.since, min(term.until or until, until)) for term in held if term.since <= until]
    passed = share_of(year, so_far, away) / whole if whole else Fraction(0)
    return Quota(kind, total, done, int(total * passed))


@dataclass(frozen=True, slots=True)
class Outlook:
    """A division's year: what its judges still owe, and how much of it the sessions that are left can still take."""

    left: Mapping[str, int]
    seats: Mapping[str, int]

    @property
    def short(self) -> dict[str, int]:
        """By kind how many places are missing; empty where the quota can still be met."""
        gaps = {kind: self.left[kind] - self.seats.get(kind, 0) for kind in self.left}
        return {kind: gap for kind, gap in gaps.items() if gap > 0}


def reach(left: Sequence[int], sessions: int, panel: int) -> int:
    """How many of the times that judges still owe fit into sessions with `panel` judges each: nobody sits twice in one.

    Taking whoever owes most for each session reaches the smaller of all seats and of what each can still do.
    """
    return min(sessions * panel, sum(min(each, sessions) for each in left))


def outlook(quotas: Sequence[Quota], thursdays: int, tuesdays: int, panel: int) -> Outlook:
    """Thursdays give places for both kinds, Tuesdays for microblogs; `panel` is the usual number of judges on the bench."""
    sessions = {LIVESTREAM: thursdays, MICROBLOG: thursdays + tuesdays}
    owing = {kind: [each.left for each in quotas if each.kind == kind] for kind in sessions}
    left = {kind: sum(rows) for kind, rows in owing.items()}
    return Outlook(left, {kind: reach(owing[kind], sessions[kind], panel) for kind in sessions})
