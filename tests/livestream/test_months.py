"""Months of the rotation are planned once and go on from one another, whatever the unit (R45, D8)."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, transaction

from livestream.actions import months
from livestream.divisions import rotating_divisions
from livestream.models import MonthPlan, SkippedTurn, UnitChange
from livestream.rotation import Unit
from liwan_court.registry import defaults
from liwan_court.registry.models import Division
from liwan_court.timetable.models import WorkCalendarDay

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _court() -> None:
    defaults.load()


def begin(since: str = "2026-01", unit: str = "month", first: str = "minyi") -> None:
    UnitChange.objects.create(since=since, unit=unit, first=Division.objects.get(code=first))


def divisions(period: str) -> set[str]:
    return {slot.division for slot in months.slots_of(period)}


def test_before_the_rotation_begins_there_is_no_month():
    with pytest.raises(months.NoRotation, match="轮转起点"):
        months.open_month("2026-01")
    begin("2026-03")
    with pytest.raises(months.NoRotation):
        months.slots_of("2026-02")


def test_months_follow_one_another_opened_or_not():
    begin()
    assert [divisions(f"2026-{m:02d}") for m in (1, 2, 9)] == [{"民一庭"}, {"民二庭"}, {"民一庭"}]
    months.open_month("2026-03")
    assert sorted(MonthPlan.objects.values_list("period", flat=True)) == ["2026-01", "2026-02", "2026-03"]
    assert divisions("2026-04") == {"行政庭"}
    assert months.open_month("2026-03").pk == MonthPlan.objects.get(period="2026-03").pk


def test_another_unit_goes_on_from_the_position_reached():
    begin()
    UnitChange.objects.create(since="2026-03", unit="week")
    first = months.slots_of("2026-03")[0]
    assert (first.division, first.turn) == ("民三庭", 3)
    UnitChange.objects.create(since="2026-04", unit="month")
    last = months.slots_of("2026-03")[-1]
    names = rotating_divisions()
    assert divisions("2026-04") == {names[(names.index(last.division) + 1) % 8]}


def test_a_month_once_opened_is_not_moved_by_a_later_change_of_the_calendar():
    begin(unit="session")
    months.open_month("2026-03")
    WorkCalendarDay.objects.create(date=dt.date(2026, 3, 3), is_workday=False, name="临时放假")
    assert months.slots_of("2026-03")[0].cancelled is None


def test_a_skipped_turn_is_planned_into_its_month_and_moves_what_comes_after():
    begin(unit="week")
    months.open_month("2026-03")
    before, names = months.slots_of("2026-04")[0].division, rotating_divisions()
    day = dt.date(2026, 3, 24)
    division = Division.objects.get(
        name=next(s.division for s in months.slots_of("2026-03") if s.date == day)
    )
    SkippedTurn.objects.create(date=day, division=division, reason="无适宜案件")
    with transaction.atomic():
        months.plan_again("2026-03")
    rows = {slot.date: slot for slot in months.slots_of("2026-03")}
    assert (rows[day].skipped, rows[day].cancelled) == (True, "无适宜案件")
    assert rows[dt.date(2026, 3, 26)].division == names[(names.index(division.name) + 1) % 8]
    assert months.slots_of("2026-04")[0].division == names[(names.index(before) + 1) % 8]


def test_a_year_can_be_looked_at_under_another_unit_without_changing_anything():
    begin()
    rows = months.preview("2026-01", 12, Unit.SESSION)
    assert len({row.division for row in rows}) == 8
    assert not MonthPlan.objects.exists()


def test_where_the_rotation_began_and_changed_is_not_rewritten():
    begin()
    with pytest.raises(DatabaseError), transaction.atomic():
        UnitChange.objects.update(unit="week")
    with pytest.raises(TypeError):
        UnitChange.objects.get().delete()
