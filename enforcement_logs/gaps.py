"""What is missing in the log: cases without an entry this week, cases silent for thirty days (R59, R60)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Max, Q

from enforcement_logs.models import LogEntry
from liwan_court.registry.models import Case, Division
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

SILENT_DAYS: Final = 30


def open_cases(on: date | None = None) -> QuerySet[Case]:
    """Cases of the enforcement bureau that are being worked on."""
    day = on or clock.today()
    rows = Case.objects.filter(division__kind=Division.Kind.ENFORCEMENT)
    rows = rows.filter(
        Q(closed_on=None) | Q(closed_on__gt=day), Q(accepted_on=None) | Q(accepted_on__lte=day)
    )
    return rows.select_related("handling_judge", "division")


def without_entry(first: date, last: date, by: datetime | None = None) -> QuerySet[Case]:
    """Open cases on which nothing was written about the days from `first` to `last` (by a moment)."""
    written = LogEntry.objects.filter(
        void_at=None,
        happened_at__gte=clock.moment(first),
        happened_at__lt=clock.moment(last + timedelta(days=1)),
    )
    if by is not None:
        written = written.filter(written_at__lte=by)
    return open_cases(last).exclude(pk__in=written.values("case"))


def silent(on: date, days: int = SILENT_DAYS) -> QuerySet[Case]:
    """Open cases on which nothing was written for so many days; new cases have as many to begin."""
    since = on - timedelta(days=days)
    last = Max("log_entries__happened_at", filter=Q(log_entries__void_at=None))
    rows = open_cases(on).annotate(last_entry=last)
    quiet = Q(last_entry__lt=clock.moment(since)) | Q(last_entry=None, accepted_on__lt=since)
    return rows.filter(quiet | Q(last_entry=None, accepted_on=None)).order_by("last_entry", "pk")
