"""Which lists a month asks for: the divisions with a slot in it, the forms their slots have, and whether they filed (R46, D4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from livestream.actions.months import slots_of
from livestream.models import NominationList
from liwan_court.registry.models import Division
from liwan_court.timetable import calendar, clock, deadlines

if TYPE_CHECKING:
    from datetime import date

    from livestream.rotation import Slot
    from liwan_court.timetable.deadlines import Occurrence

Kind = NominationList.Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """One list that is asked of a division: the days it can be for, and what was filed."""

    division: Division
    kind: Kind
    days: tuple[date, ...]
    filed: NominationList | None


def nomination_due(period: str) -> Occurrence:
    """When the lists of a month are due, and since when they may be filed. Raises UnknownPeriod."""
    return deadlines.occurrence("nomination", period, calendar.load())


def opens_on(period: str) -> date:
    """The first day on which lists of a month may be filed: the 20th of the month before (D22)."""
    due = nomination_due(period)
    return due.window[0] if due.window else due.date


def is_late(period: str) -> bool:
    """Whether what is filed now is late."""
    due = nomination_due(period).due
    return due is not None and clock.now() >= due


def fits(slot: Slot, kind: str) -> bool:
    """Whether a slot is for a list: Thursdays for the livestream list, Tuesdays for the microblog list (R44)."""
    return slot.livestream == (kind == Kind.LIVESTREAM)


def days_of(period: str, division: str, kind: str) -> tuple[date, ...]:
    """The days of a month on which a division goes on air from one of its lists. Raises NoRotation."""
    return tuple(
        slot.date
        for slot in slots_of(period)
        if slot.division == division and slot.cancelled is None and fits(slot, kind)
    )


def asked(period: str) -> list[Asked]:
    """The lists of a month in the order of the turns. Raises NoRotation."""
    slots = [slot for slot in slots_of(period) if slot.cancelled is None]
    names = list(dict.fromkeys(slot.division for slot in slots))
    divisions = {row.name: row for row in Division.objects.filter(name__in=names)}
    lists = NominationList.objects.filter(period=period).select_related("division", "filed_by__officer")
    filed = {(row.division_id, row.kind): row for row in lists.prefetch_related("nominations")}
    rows = []
    for name in names:
        for kind in Kind:
            days = tuple(slot.date for slot in slots if slot.division == name and fits(slot, kind))
            if days and (division := divisions.get(name)):
                rows.append(Asked(division, kind, days, filed.get((division.pk, kind.value))))
    return rows
