"""What came of the turns of a span: each Tuesday and Thursday that is over, and each list that was due (R44–R46).

Turns carry the name of their division; one that is no name of a division any more belongs to none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from livestream.actions.lists import fits
from livestream.actions.months import first_of, period_of
from livestream.actions.rotation import year_plan
from livestream.models import MonthPlan, NominationList, Session, SkippedTurn
from livestream.positions import cursor_from_json
from livestream.rotation import month_range, plan
from liwan_court.registry.models import Division
from liwan_court.tallying import ONE_DAY, in_service_since
from liwan_court.timetable import calendar, clock, deadlines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from livestream.rotation import Slot
    from liwan_court.measuring import Span
    from liwan_court.timetable.workdays import Calendar

Kind = NominationList.Kind


@dataclass(frozen=True, slots=True)
class Turn:
    """One Tuesday or Thursday of a division, holidays left out, with its sessions and why it was skipped, if it was."""

    slot: Slot
    division_id: int | None
    sessions: tuple[Session, ...]
    skipped: str = ""

    @property
    def held(self) -> Session | None:
        """The session that was held."""
        return next((row for row in self.sessions if row.state == Session.State.ENDED), None)


@dataclass(frozen=True, slots=True)
class DueList:
    """One list that a division had to file, and the list it filed."""

    period: str
    kind: Kind
    division: Division
    due: date
    filed: NominationList | None

    @property
    def in_time(self) -> bool:
        """Whether it was filed, and not late."""
        return self.filed is not None and not self.filed.late


def turns(of: Span) -> list[Turn]:
    """The turns of a span since the portal is in service, those to come among them, in the order of their days."""
    since = in_service_since()
    if since is None:
        return []
    first = max(since, of.first)
    slots = [slot for slot in year_plan(of.year) if first <= slot.date <= of.last]
    ids = dict(Division.objects.values_list("name", "pk"))
    skips = dict(SkippedTurn.objects.filter(date__range=(first, of.last)).values_list("date", "reason"))
    sessions: dict[date, list[Session]] = defaultdict(list)
    begin, end = clock.moment(first), clock.moment(of.last + ONE_DAY)
    for row in Session.objects.filter(begins_at__gte=begin, begins_at__lt=end):
        sessions[clock.local(row.begins_at).date()].append(row)
    return [
        Turn(slot, ids.get(slot.division), tuple(sessions[slot.date]), skips.get(slot.date, ""))
        for slot in slots
        if slot.cancelled is None or slot.skipped
    ]


def past_turns(of: Span) -> list[Turn]:
    """Those whose day is over."""
    return [turn for turn in turns(of) if turn.slot.date < clock.today()]


def due_lists(of: Span) -> list[DueList]:
    """Every list of the months of a span whose deadline is over; of whoever was on turn as the turns stood by then.

    A division that took over after the deadline, because another one was skipped, had no list to file by it.
    """
    since = in_service_since()
    if since is None:
        return []
    work, divisions = calendar.load(), {row.name: row for row in Division.objects.all()}
    lists = NominationList.objects.filter(period__in=of.months)
    filed = {(row.period, row.division_id, row.kind): row for row in lists}
    known, found = _Months(of, work), []
    for period in of.months:
        row = deadlines.occurrence("nomination", period, work)
        if row.due is None or row.due > clock.now() or row.date < since:
            continue
        for name, kind in _asked(known.slots(period, row.due)):
            if division := divisions.get(name):
                key = (period, division.pk, kind.value)
                found.append(DueList(period, kind, division, row.date, filed.get(key)))
    return found


def _asked(slots: list[Slot]) -> Iterator[tuple[str, Kind]]:
    going_out = [slot for slot in slots if slot.cancelled is None]
    for name in dict.fromkeys(slot.division for slot in going_out):
        for kind in Kind:
            if any(slot.division == name and fits(slot, kind) for slot in going_out):
                yield name, kind


class _Months:
    """The months of a span as they stood at some moment, read once."""

    def __init__(self, of: Span, work: Calendar) -> None:
        self.calendar = work
        slots = [slot for slot in year_plan(of.year) if of.first <= slot.date <= of.last]
        self.now = {period: list(rows) for period, rows in groupby(slots, lambda slot: period_of(slot.date))}
        self.kept = {row.period: row for row in MonthPlan.objects.filter(period__in=of.months)}
        self.skips = list(SkippedTurn.objects.filter(date__range=(of.first, of.last), hands_on=True))

    def slots(self, period: str, moment: datetime) -> list[Slot]:
        """A month without the turns that were skipped from a moment on."""
        skips = [row for row in self.skips if period_of(row.date) == period]
        kept = self.kept.get(period)
        if kept is None or all(row.at < moment for row in skips):
            return self.now.get(period, [])
        earlier = {
            row.date: row.reason for row in skips if row.at < moment and self.calendar.is_workday(row.date)
        }
        start, end = month_range(first_of(period), 1)
        return plan(start, end, cursor_from_json(kept.before), self.calendar, earlier)
