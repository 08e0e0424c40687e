"""Weeks whose batch is missing or went out late: said to whoever can do something about it (R61)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from enforcement_logs.runs import PUNCTUAL
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.models import DeadlineRun, Service

LOOKED_BACK: Final = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Missed:
    """A week that fell due: when, and since when it is out (None: it is not)."""

    period: str
    due: datetime
    finished_at: datetime | None


def missed() -> list[Missed]:
    """Batches of the last two months that are missing or were late, the latest first."""
    service = Service.objects.first()
    if service is None:
        return []
    since = max(clock.moment(service.since), clock.now() - LOOKED_BACK)
    done = {
        row.period: row.finished_at
        for row in DeadlineRun.objects.filter(
            deadline="log_publication", supplement=0, state=DeadlineRun.State.DONE, due__gte=since
        )
    }
    found = []
    for row in deadlines.due_between(since, clock.now(), calendar.load()):
        finished = done.get(row.period)
        if row.name != "log_publication" or row.due is None or (finished and finished <= row.due + PUNCTUAL):
            continue
        if finished is None and clock.now() <= row.due + PUNCTUAL:
            continue
        found.append(Missed(row.period, row.due, finished))
    return found[::-1]
