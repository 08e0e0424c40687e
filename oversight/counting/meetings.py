"""Meetings held, heads present, training (R3, R4, R17), bulletins sent out (R6, R19)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from liwan_court.measuring import Measure, Row, span
from liwan_court.registry.models import Division
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.models import Service
from oversight.counting.base import rows_of, tallies_of
from oversight.models import Bulletin, Invitation, Meeting, TrainingAttendance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from liwan_court.measuring import Span


def briefings_due(of: Span) -> list[tuple[Span, date]]:
    """Quarters whose briefing fell due in the span and is past, each with its day; none before the portal is in service."""
    service = Service.objects.first()
    first = max(of.first, service.since) if service else of.first
    end = min(clock.moment(of.last + timedelta(days=2)), clock.now())
    rows = deadlines.due_between(clock.moment(first), end, calendar.load())
    return [
        (span(row.period), row.date)
        for row in rows
        if row.name == "quarterly_briefing" and row.date <= of.last
    ]


def _meetings(of: Span) -> Iterator[Row]:
    due = briefings_due(of)
    rows = Meeting.objects.filter(state=Meeting.State.HELD, period__in=[quarter.name for quarter, _ in due])
    held = {row.period: row for row in rows}
    for quarter, day in due:
        row = held.get(quarter.name)
        on = clock.local(row.begins_at).date() if row else None
        said = f"{on}召开" if on else "没有召开"
        yield Row(None, f"{quarter.label}通报会", f"应于{day}前召开，{said}", on is not None and on <= day)


def _attendance(of: Span) -> Iterator[Row]:
    since, until = clock.moment(of.first), clock.moment(of.last + timedelta(days=1))
    rows = Invitation.objects.filter(
        meeting__state=Meeting.State.HELD, meeting__begins_at__gte=since, meeting__begins_at__lt=until
    )
    for row in rows.select_related("meeting", "division"):
        label = span(row.meeting.period).label
        present = row.attendance == Invitation.Attendance.PRESENT
        detail = row.get_attendance_display() + (f"：{row.reason}" if row.reason else "")
        yield Row(row.division_id, f"{label}通报会", detail, present)


def _training(of: Span) -> Iterator[Row]:
    service = Service.objects.first()
    since = service.since if service else of.first
    quarters = (span(name) for name in of.quarters)
    over = [quarter for quarter in quarters if since <= quarter.last < clock.today()]
    if not over:
        return
    attended = TrainingAttendance.objects.filter(
        training__held_on__gte=over[0].first,
        training__held_on__lte=over[-1].last,
        people__gt=0,
        training__voided_at__isnull=True,
    )
    counts: dict[tuple[int, str], int] = {}
    for key, day in attended.values_list("division_id", "training__held_on"):
        name = next(quarter.name for quarter in over if quarter.first <= day <= quarter.last)
        counts[key, name] = counts.get((key, name), 0) + 1
    for division in Division.objects.filter(active=True):
        for quarter in over:
            times = counts.get((division.pk, quarter.name), 0)
            yield Row(
                division.pk, f"{division.name}{quarter.label}学习培训", f"参加{times}次", counted=times > 0
            )


def _bulletins(of: Span) -> Iterator[Row]:
    due = briefings_due(of)
    kept = Bulletin.objects.filter(
        kind=Bulletin.Kind.QUARTERLY, period__in=[quarter.name for quarter, _ in due]
    )
    sent = {row.period: row for row in kept.filter(state=Bulletin.State.SIGNED)}
    for quarter, _ in due:
        row = sent.get(quarter.name)
        yield Row(None, f"{quarter.label}通报", row.document_number if row else "没有签发", row is not None)


MEASURES: Final = (
    Measure(
        name="meetings_held", label="季度通报会按期召开率", source="监督评价", by_division=False,
        numerator="在期限（次季首月15日，遇休息日顺延）以前召开的通报会",
        denominator="期限在本期内、已经届满的季度通报会；系统启用以前的不计",
        tallies=tallies_of(_meetings), rows=rows_of(_meetings),
    ),
    Measure(
        name="heads_present", label="部门正职出席率", source="监督评价",
        numerator="第一责任人本人出席的", denominator="在本期内召开的通报会，每个被通知的部门各计一次",
        tallies=tallies_of(_attendance), rows=rows_of(_attendance),
    ),
    Measure(
        name="training_held", label="学习培训每季不少于一次", source="监督评价",
        numerator="该季度至少有一人参加学习培训的",
        denominator="在用的每个部门、本期内已经结束的每个季度各计一次；系统启用以前的不计",
        tallies=tallies_of(_training), rows=rows_of(_training),
    ),
    Measure(
        name="bulletins_sent", label="季度通报签发率", source="监督评价", by_division=False,
        numerator="已经签发、没有撤回的季度通报",
        denominator="通报期限在本期内、已经届满的季度；系统启用以前的不计",
        tallies=tallies_of(_bulletins), rows=rows_of(_bulletins),
    ),
)  # fmt: skip
