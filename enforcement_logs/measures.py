"""What oversight reads of this line: figures of a week and of a period, none of them a name or a word of a case (R59–R63).

The app above reads this module and nothing else of enforcement_logs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from enforcement_logs import gaps
from enforcement_logs.measured import MEASURES, Noon, noons
from enforcement_logs.models import LogEntry
from enforcement_logs.weekly import Friday, State, WeekOfLogs, fridays, weeks
from liwan_court.registry.models import CaseKey
from liwan_court.timetable import clock

__all__ = [
    "MEASURES",
    "Coverage",
    "Friday",
    "Noon",
    "State",
    "WeekOfLogs",
    "coverage",
    "fridays",
    "late_entries",
    "noons",
    "weeks",
]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The bureau's open cases on a day."""

    open_cases: int
    with_entry: int
    """With an entry in the last thirty days."""
    with_key: int
    """With a key that opens it given out to a party."""
    accepted: int
    """Filed in the thirty days before."""
    accepted_with_key: int


def coverage(on: date) -> Coverage:
    """How many open cases are written about and can be read by their parties."""
    since = on - timedelta(days=gaps.SILENT_DAYS)
    rows = gaps.open_cases(on)
    written = LogEntry.objects.filter(void_at=None, happened_at__gte=clock.moment(since))
    keyed = CaseKey.objects.live().values("case")
    new = rows.filter(accepted_on__gt=since)
    return Coverage(
        open_cases=rows.count(),
        with_entry=rows.filter(pk__in=written.values("case")).count(),
        with_key=rows.filter(pk__in=keyed).count(),
        accepted=new.count(),
        accepted_with_key=new.filter(pk__in=keyed).count(),
    )


def late_entries(first: date, last: date) -> int:
    """Entries written after their noon, of work done between two days (R60)."""
    rows = LogEntry.objects.filter(void_at=None, late=True, happened_at__gte=clock.moment(first))
    return rows.filter(happened_at__lt=clock.moment(last + timedelta(days=1))).count()
