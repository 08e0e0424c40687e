"""Tasks done in time and rectification closed in time (R5, R7, R9, R21)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from liwan_court.measuring import Measure, Row
from liwan_court.timetable import clock
from oversight.counting.base import rows_of, tallies_of
from oversight.models import Rectification, Task

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from liwan_court.measuring import Span


def _tasks(of: Span) -> Iterator[Row]:
    rows = Task.objects.decided().filter(first_due__range=(of.first, of.last), first_due__lt=clock.today())
    for row in rows.exclude(state=Task.State.CANCELLED):
        done = row.state in (Task.State.REPORTED, Task.State.DONE)
        day = _day(row.reported_at) if done else None
        moved = f"（原定{row.first_due}）" if row.due != row.first_due else ""
        detail = f"期限{row.due}{moved}，" + (f"{day}报完成" if day else "没有完成")
        yield Row(row.division_id, row.title, detail, counted=day is not None and day <= str(row.first_due))


def _rectifications(of: Span) -> Iterator[Row]:
    rows = Rectification.objects.filter(due__range=(of.first, of.last), due__lt=clock.today())
    for row in rows:
        day = _day(row.submitted_at) if row.state == Rectification.State.CLOSED else None
        detail = f"期限{row.due}，" + (f"{day}报结并经查验" if day else row.get_state_display())
        yield Row(row.division_id, str(row), detail, counted=day is not None and day <= str(row.due))


def _day(moment: datetime | None) -> str | None:
    return str(clock.local(moment).date()) if moment else None


MEASURES: Final = (
    Measure(
        name="tasks_on_time", label="季度任务按期完成率", source="监督评价",
        numerator="在原定期限以前报告完成的（延长期限的不算按期）",
        denominator="已确定的计划中原定期限在本期内、已经届满的任务；撤销的不计",
        tallies=tallies_of(_tasks), rows=rows_of(_tasks),
    ),
    Measure(
        name="rectified_on_time", label="整改按期办结率", source="监督评价",
        numerator="在期限以前报结、经查验办结的", denominator="期限在本期内、已经届满的整改",
        tallies=tallies_of(_rectifications), rows=rows_of(_rectifications),
    ),
)  # fmt: skip
