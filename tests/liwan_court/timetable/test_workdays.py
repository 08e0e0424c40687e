"""Working days: the State Council's calendar where it is announced, the weekend rule where it is not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liwan_court.timetable.workdays import Calendar, shipped_days, shipped_years

SHIPPED = Calendar.shipped()
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 1), False),
        (date(2026, 1, 4), True),
        (date(2026, 2, 14), True),
        (date(2026, 2, 15), False),
        (date(2026, 2, 23), False),
        (date(2026, 2, 24), True),
        (date(2026, 9, 20), True),
        (date(2026, 10, 10), True),
        (date(2013, 9, 22), True),
        (date(2013, 9, 20), False),
    ],
)
def test_announced_holidays_and_makeup_days_are_known(day, works):
    assert SHIPPED.is_workday(day) is works


def test_days_carry_their_chinese_names():
    assert SHIPPED.name(date(2026, 2, 16)) == "春节"
    assert SHIPPED.name(date(2026, 2, 14)) == "春节调休上班"
    assert SHIPPED.name(date(2026, 3, 4)) == ""
    assert SHIPPED.describe(date(2026, 2, 20)) == "周五，春节"


@pytest.mark.parametrize("day", [date(2003, 10, 1), date(2027, 10, 1), date(2999, 10, 4)])
def test_a_year_not_announced_follows_the_weekend_rule_and_says_so(day):
    assert SHIPPED.is_workday(day) is (day.weekday() < 5)
    assert not SHIPPED.is_announced(day)
    assert shipped_days(day.year) == []


def test_every_announced_year_has_its_holidays():
    assert shipped_years() == tuple(range(2004, 2027))
    assert all(any(not day.is_workday for day in shipped_days(year)) for year in shipped_years())


def test_shipped_days_come_in_order_and_name_their_source():
    days_of_year = shipped_days(2026)

    assert days_of_year == sorted(days_of_year, key=lambda day: day.date)
    assert {day.source for day in days_of_year} == {"chinesecalendar"}
    assert {day.date.year for day in days_of_year} == {2026}


def test_the_court_can_close_on_a_day_of_its_own():
    calendar = Calendar({date(2027, 3, 3): (False, "台风停工")}, announced={2026})

    assert calendar.next_workday(date(2027, 3, 3)) == date(2027, 3, 4)
    assert calendar.describe(date(2027, 3, 3)) == "周三，台风停工"


def test_neighbouring_workdays_skip_holidays_and_use_makeup_days():
    assert SHIPPED.next_workday(date(2026, 1, 1)) == date(2026, 1, 4)
    assert SHIPPED.next_workday(date(2026, 2, 14), inclusive=False) == date(2026, 2, 24)
    assert SHIPPED.previous_workday(date(2026, 2, 20)) == date(2026, 2, 14)
    assert SHIPPED.previous_workday(date(2026, 2, 24), inclusive=False) == date(2026, 2, 14)


def test_workdays_are_counted_between_two_days_and_added_after_one():
    assert SHIPPED.workdays_between(date(2026, 2, 24), date(2026, 2, 25)) == 0
    assert SHIPPED.workdays_between(date(2026, 3, 20), date(2026, 3, 25)) == 2
    assert SHIPPED.add_workdays(date(2026, 2, 13), 2) == date(2026, 2, 24)


@given(days)
def test_the_next_workday_is_the_nearest_one(day):
    following = SHIPPED.next_workday(day)

    assert SHIPPED.is_workday(following)
    assert not any(SHIPPED.is_workday(day + timedelta(days=n)) for n in range((following - day).days))


@given(days)
def test_going_forward_and_back_returns_to_the_same_workday(day):
    workday = SHIPPED.next_workday(day)

    assert (
        SHIPPED.previous_workday(SHIPPED.next_workday(workday, inclusive=False), inclusive=False) == workday
    )
