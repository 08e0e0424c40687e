"""What should have happened and did not: meetings not held, years without a catalogue (R3, R11)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from liwan_court.measuring import quarter_of, quarters_up_to, span
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.models import Service
from oversight.actions.inspect import catalogue_of
from oversight.models import Meeting

if TYPE_CHECKING:
    from datetime import date

    from liwan_court.measuring import Span

LOOKED_BACK = 4
"""Quarters."""


def meetings_not_held() -> list[tuple[Span, date]]:
    """The last quarters whose meeting is overdue, each with the day by which it was due; none before the portal's service."""
    service, kept = Service.objects.first(), calendar.load()
    held = set(Meeting.objects.filter(state=Meeting.State.HELD).values_list("period", flat=True))
    before = quarter_of(quarter_of(clock.today()).first - timedelta(days=1))
    found = []
    for quarter in quarters_up_to(before, LOOKED_BACK):
        due = deadlines.occurrence("quarterly_briefing", quarter.name, kept)
        over = due.due is not None and due.due <= clock.now()
        if over and quarter.name not in held and (service is None or due.date >= service.since):
            found.append((quarter, due.date))
    return found


def years_without_catalogue() -> list[int]:
    """The present year, and towards its end the next, where no catalogue is in force."""
    today = clock.today()
    years = [today.year] + ([today.year + 1] if today.month == 12 else [])
    return [year for year in years if catalogue_of(span(str(year)).year) is None]
