"""The working calendar as shipped, the years announced, and the day the portal goes into service (R65)."""

from __future__ import annotations

from liwan_court.registry.groups import grant
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock, workdays
from liwan_court.timetable.models import CalendarYear, Service, WorkCalendarDay

_SEE = "view"
PERMISSIONS: dict[str, dict[str, str]] = {
    Post.PRESIDENT: {"workcalendarday": _SEE, "calendaryear": _SEE, "deadlinerun": _SEE},
    Post.VICE_PRESIDENT: {"workcalendarday": _SEE, "calendaryear": _SEE, "deadlinerun": _SEE},
    Post.DIVISION_HEAD: {"workcalendarday": _SEE, "deadlinerun": _SEE},
    Post.TRIAL_MANAGEMENT: {
        "workcalendarday": "view add change delete", "calendaryear": "view add change", "deadlinerun": _SEE,
    },
    Post.RESEARCH: {"workcalendarday": _SEE, "deadlinerun": _SEE},
    Post.LEADING_GROUP: {"workcalendarday": _SEE, "deadlinerun": _SEE},
    Post.SYSTEM_OPERATOR: {"workcalendarday": _SEE, "calendaryear": _SEE, "deadlinerun": _SEE, "service": _SEE},
    Post.AUDITOR: {"workcalendarday": _SEE, "calendaryear": _SEE, "deadlinerun": _SEE, "service": _SEE},
}  # fmt: skip


def load() -> dict[str, int]:
    """Load what is missing; a day that the court has entered or changed stays as it is."""
    return {
        "工作日历": load_calendar(),
        "启用日期": start_service(),
        "日历权限": grant("timetable", PERMISSIONS),
    }


def load_calendar() -> int:
    """Add the days of every announced year that has not been loaded. Returns how many days.

    A year once loaded is the court's: days it has deleted since are not brought back.
    """
    added = 0
    for year in workdays.shipped_years():
        _, fresh = CalendarYear.objects.get_or_create(year=year, defaults={"source": workdays.SHIPPED_SOURCE})
        if not fresh:
            continue
        rows = [
            WorkCalendarDay(date=day.date, is_workday=day.is_workday, name=day.name, source=day.source)
            for day in workdays.shipped_days(year)
        ]
        WorkCalendarDay.objects.bulk_create(rows, ignore_conflicts=True)
        added += len(rows)
    return added


def start_service() -> int:
    """Put the portal into service today, once: nothing that fell due before is caught up."""
    if Service.objects.exists():
        return 0
    Service.objects.create(since=clock.today())
    return 1
