"""The court's working calendar, ready to be asked. The one door through which everything else gets it."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.models import Count, Max

from liwan_court.timetable.workdays import Calendar

_kept: dict[tuple[object, ...], Calendar] = {}


def load() -> Calendar:
    """The calendar as the court keeps it; the shipped one where there is no table, or nothing in it yet.

    Built once for each state of the table: a change by the court is seen by the next call.
    """
    try:
        state = _state()
        if state is None:
            return Calendar.shipped()
        if state not in _kept:
            _kept.clear()
            _kept[state] = _from_table()
        return _kept[state]
    except DatabaseError:
        return Calendar.shipped()


def _state() -> tuple[object, ...] | None:
    """What tells one state of the table from another; None while it is empty."""
    from liwan_court.timetable.models import CalendarYear, WorkCalendarDay

    days = WorkCalendarDay.objects.aggregate(count=Count("date"), changed=Max("changed_at"))
    if not days["count"]:
        return None
    years = CalendarYear.objects.aggregate(count=Count("year"), changed=Max("changed_at"))
    return (
        connection.settings_dict["NAME"],
        days["count"],
        days["changed"],
        years["count"],
        years["changed"],
    )


def _from_table() -> Calendar:
    from liwan_court.timetable.models import CalendarYear, WorkCalendarDay

    days = {row.date: (row.is_workday, row.name) for row in WorkCalendarDay.objects.all()}
    announced = CalendarYear.objects.filter(announced=True).values_list("year", flat=True)
    return Calendar(days, announced)
