"""The weeks of the log as they went: how each stood at noon, when it was published, and every Friday of a year (R60, R61, D6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from enforcement_logs.models import LogBatch, WeekClosing
from enforcement_logs.runs import PUNCTUAL
from enforcement_logs.weeks import FRIDAY
from liwan_court.tallying import in_service_since
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.models import DeadlineRun
from liwan_court.timetable.periods import week_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from liwan_court.timetable.deadlines import Occurrence

PUBLICATION: Final = "log_publication"
CUTOFF: Final = "log_cutoff"
WEEK: Final = timedelta(days=7)


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
        return _on_time(self.published_at, self.due)

    @property
    def is_settled(self) -> bool:
        """Whether it is out, or can be on time no more."""
        return self.published_at is not None or clock.now() > self.due + PUNCTUAL


class State(StrEnum):
    """What came of a Friday."""

    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"
    MERGED = "merged"
    """A week without a working day: settled with a later one, no deadline of its own."""
    FUTURE = "future"
    BEFORE = "before"
    """It fell due before the portal went into service: nobody is held to it."""


@dataclass(frozen=True, slots=True)
class Friday:
    """One Friday of a year and the week it ends; `detail` says in Chinese when it was due and what came of it."""

    date: date
    period: str
    state: State
    detail: str


def weeks(first: date, last: date) -> list[WeekOfLogs]:
    """Every week whose publication fell due between two days, the earliest first; days to come are left out."""
    end, days = min(clock.moment(last + timedelta(days=1)), clock.now()), calendar.load()
    found = []
    closings = {row.period: row for row in WeekClosing.objects.all()}
    batches: dict[str, int] = {}
    for batch in LogBatch.objects.filter(published_at__isnull=False):
        batches[batch.period] = batches.get(batch.period, 0) + int(batch.counts.get("published", 0))
    finished = _finished()
    for row in deadlines.due_between(clock.moment(first), end, days):
        if row.name != PUBLICATION or row.due is None:
            continue
        cutoff = deadlines.occurrence(CUTOFF, row.period, days).due or row.due
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


def fridays(year: int) -> list[Friday]:
    """Every Friday of a year, the earliest first; a constant number of queries."""
    days, since, finished = calendar.load(), in_service_since(), _finished()
    begin = clock.moment(since) if since else None
    found = []
    for friday in _fridays(year):
        row = deadlines.occurrence(PUBLICATION, week_name(friday), days)
        state = _state(row, begin, finished.get(row.period))
        words = _words(state, row.due, finished.get(row.period))
        found.append(Friday(friday, row.period, state, (row.reason or "") + words))
    return found


def _fridays(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    day += timedelta(days=(FRIDAY - day.weekday()) % 7)
    while day.year == year:
        yield day
        day += WEEK


def _finished() -> dict[str, datetime | None]:
    runs = DeadlineRun.objects.filter(deadline=PUBLICATION, supplement=0, state=DeadlineRun.State.DONE)
    return {row.period: row.finished_at for row in runs}


def _on_time(published_at: datetime | None, due: datetime) -> bool:
    return published_at is not None and published_at <= due + PUNCTUAL


def _state(row: Occurrence, begin: datetime | None, published_at: datetime | None) -> State:
    if row.due is None:
        return State.MERGED
    if published_at is not None:
        return State.ON_TIME if _on_time(published_at, row.due) else State.LATE
    if clock.now() <= row.due + PUNCTUAL:
        return State.FUTURE
    return State.BEFORE if begin is None or row.due <= begin else State.MISSING


def _words(state: State, due: datetime | None, published_at: datetime | None) -> str:
    if due is None:
        return ""
    at = f"{clock.local(due):%Y-%m-%d %H:%M}"
    if published_at is not None:
        late = "，逾期" if state is State.LATE else ""
        return f"应于{at}公布，{clock.local(published_at):%Y-%m-%d %H:%M}公布{late}。"
    what = {State.FUTURE: "尚未到期", State.BEFORE: "早于本系统启用日", State.MISSING: "没有公布"}
    return f"应于{at}公布，{what[state]}。"
