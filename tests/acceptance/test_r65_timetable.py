"""R65: every deadline is computed by one calendar, make-up days included; a staff page shows what is due, why, and what ran."""

from __future__ import annotations

import datetime as dt

import pytest

from judgments.models import Batch, Judgment
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock, runs
from liwan_court.timetable.models import CalendarYear, DeadlineRun, WorkCalendarDay
from tests.staff_court import (
    AFTER_THE_25TH,
    IN_WINDOW,
    NUMBER,
    Court,
    approved,
    at,
    drafted,
    page,
    reported,
    said,
)

pytestmark = pytest.mark.django_db
BEFORE_NEW_YEAR = dt.datetime(2026, 12, 10, 9, tzinfo=clock.ZONE)


def test_r65_the_page_says_what_is_due_on_which_day_and_why(court: Court, clock_at):
    clock_at(BEFORE_NEW_YEAR)
    text = said(at(court.reviewer).get(page("timetable")))
    assert "12月20日为休息日（周日），顺延至12月21日（周一），归集范围不变。" in text
    assert "R26、R27、D1、D2" in text


def test_r65_days_of_a_year_not_announced_are_provisional(court: Court, clock_at):
    clock_at(BEFORE_NEW_YEAR)
    for year in (2026, 2027):
        CalendarYear.objects.update_or_create(year=year, defaults={"announced": year == 2026})
    WorkCalendarDay.objects.create(date=dt.date(2026, 1, 1), is_workday=False, name="元旦")
    coming = at(court.reviewer).get(page("timetable")).context["coming"]
    provisional = {row.occurrence.date.year for row in coming if row.occurrence.provisional}
    assert provisional == {2027}
    assert "2027年放假安排尚未登记" in said(at(court.reviewer).get(page("timetable")))


def test_r65_a_make_up_day_entered_by_the_court_moves_a_deadline(court: Court, clock_at):
    clock_at(BEFORE_NEW_YEAR)
    CalendarYear.objects.update_or_create(year=2026, defaults={"announced": True})
    WorkCalendarDay.objects.update_or_create(
        date=dt.date(2026, 12, 20), defaults={"is_workday": True, "name": "调休上班"}
    )
    coming = at(court.reviewer).get(page("timetable")).context["coming"]
    due = next(row.occurrence for row in coming if row.occurrence.name == "collection")
    assert (due.period, due.date) == ("2026-12", dt.date(2026, 12, 20))


def test_r65_what_ran_stands_there_with_what_it_did_and_ran_once(court: Court, clock_at):
    clock_at(IN_WINDOW)
    approved(court)
    clock_at(AFTER_THE_25TH)
    for _ in range(2):
        runs.run_deadline("publication", actor=Actor.system())
    assert DeadlineRun.objects.filter(deadline="publication").count() == 1
    ran = at(court.reviewer).get(page("timetable")).context["ran"][0]
    assert dict(ran.counts)["公布"] == 1


def test_r65_a_dry_run_tells_and_changes_nothing(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court)
    text = said(at(court.reviewer).get(page("dry_run", "publication", "2026-11")))
    assert f"将公布：{NUMBER}" in text
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.APPROVED
    assert not Batch.objects.exists()
    assert not DeadlineRun.objects.exists()


def test_r65_who_may_look_and_who_may_try(court: Court, clock_at):
    clock_at(IN_WINDOW)
    assert at(court.judge).get(page("timetable")).status_code == 200
    assert at(court.judge).get(page("dry_run", "publication", "2026-11")).status_code == 403
    assert at(court.vendor).get(page("timetable")).status_code == 403
    unknown = at(court.reviewer).get(page("dry_run", "publication", "2026-13"), follow=True)
    assert "“2026-13”不是这个期限的周期" in said(unknown)


def test_r65_the_items_of_a_run_name_cases_and_are_for_those_who_see_every_case(court: Court, clock_at):
    clock_at(IN_WINDOW)
    reported(court, drafted(court))
    clock_at(AFTER_THE_25TH)
    runs.run_deadline("publication", actor=Actor.system())
    assert f"未公布：{NUMBER}" in said(at(court.reviewer).get(page("timetable")))
    assert NUMBER not in said(at(court.typist_two).get(page("timetable")))
