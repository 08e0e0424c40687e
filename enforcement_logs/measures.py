"""What oversight reads of this line: figures of a week and of a period, none of them a name or a word of a case (R59–R63).

The app above reads this module and nothing else of enforcement_logs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from enforcement_logs import gaps
from enforcement_logs.models import LogBatch, LogEntry, WeekClosing
from enforcement_logs.runs import PUNCTUAL
from liwan_court.registry.models import CaseKey
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.models import DeadlineRun

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class WeekOfLogs:
    """One week that has an end of its own (a merged week is counted with the one it was merged into)."""

    period: str
    cutoff: datetime
    open_cases: int | None
    """At noon; None where the portal did not run then."""
    without_entry: int | None
    entries: int | None
    late: int | None
    due: datetime
    published_at: datetime | None
    """None: not published."""
    published: int

    @property
    def on_time(self) -> bool:
        """Whether the batch was out when it was due (R61)."""
        return self.published_at is not None and self.published_at <= self.due + PUNCTUAL


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


def weeks(first: date, last: date) -> list[WeekOfLogs]:
    """Every week whose publication fell due between two days, the earliest first; days to come are left out."""
    end = min(clock.moment(last + timedelta(days=1)), clock.now())
    found = []
    closings = {row.period: row for row in WeekClosing.objects.all()}
    batches: dict[str, int] = {}
    for batch in LogBatch.objects.filter(published_at__isnull=False):
        batches[batch.period] = batches.get(batch.period, 0) + int(batch.counts.get("published", 0))
    runs = DeadlineRun.objects.filter(deadline="log_publication", supplement=0, state=DeadlineRun.State.DONE)
    finished = {row.period: row.finished_at for row in runs}
    for row in deadlines.due_between(clock.moment(first), end, calendar.load()):
        if row.name != "log_publication" or row.due is None:
            continue
        cutoff = deadlines.occurrence("log_cutoff", row.period, calendar.load()).due or row.due
        closing = closings.get(row.period)
        found.append(
            WeekOfLogs(
                period=row.period, cutoff=cutoff, due=row.due,
                open_cases=closing.open_cases if closing else None,
                without_entry=len(closing.without_entry) if closing else None,
                entries=closing.entries if closing else None, late=closing.late if closing else None,
                published_at=finished.get(row.period), published=batches.get(row.period, 0),
            )
        )  # fmt: skip
    return found


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


MEASURES: tuple[()] = ()
