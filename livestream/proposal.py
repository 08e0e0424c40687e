"""From lists and slots to a month's proposal (R44, R47). Pure, no Django.

The division's cases fall on its slots: what is heard on a slot's own day first, in the order of the list; a slot still free
then gets the next case that fits, marked as one whose hearing would have to be moved.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from livestream.rotation import Slot


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case that passed the screening, in the order of its list; `hearing` in the court's zone."""

    key: int
    division: str
    livestream: bool
    hearing: datetime


@dataclass(frozen=True, slots=True)
class Proposed:
    """A case on a slot; `moved` where its hearing stands on another day now."""

    key: int
    begins: datetime
    moved: bool


Fits = Callable[[Candidate, datetime], bool]
"""Whether nothing stands against a candidate at a moment."""


def on_day(moment: datetime, day: date) -> datetime:
    """The same hour on another day."""
    return moment.replace(year=day.year, month=day.month, day=day.day)


def propose(
    slots: Iterable[Slot],
    candidates: Sequence[Candidate],
    taken: Collection[date],
    after: date,
    fits: Fits,
) -> list[Proposed]:
    """One case for each free slot later than `after`, in the order of the days. Thursdays take from the livestream lists."""
    free = [s for s in slots if s.cancelled is None and s.date > after and s.date not in taken]
    rest = list(candidates)
    own = {slot.date: _take(slot, rest, fits, moved=False) for slot in free}
    rows = {day: row for day, row in own.items() if row}
    for slot in free:
        if slot.date not in rows and (row := _take(slot, rest, fits, moved=True)):
            rows[slot.date] = row
    return [rows[day] for day in sorted(rows)]


def _take(slot: Slot, rest: list[Candidate], fits: Fits, *, moved: bool) -> Proposed | None:
    """The first candidate for a slot, taken out of `rest`; None where nobody fits."""
    for candidate in rest:
        if candidate.division != slot.division or candidate.livestream != slot.livestream:
            continue
        if not moved and candidate.hearing.date() != slot.date:
            continue
        begins = on_day(candidate.hearing, slot.date)
        if fits(candidate, begins):
            rest.remove(candidate)
            return Proposed(candidate.key, begins, moved)
    return None
