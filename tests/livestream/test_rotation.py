"""Whose turn it is, for every unit, across holidays, months and years (R44, R45, D5, D8)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livestream.rotation import (
    THURSDAY,
    TUESDAY,
    Cursor,
    Slot,
    Unit,
    broadcast_days,
    month_range,
    plan,
)
from liwan_court.timetable.workdays import Calendar

ORDER = ("民一庭", "民二庭", "民三庭", "行政庭", "知识产权庭", "刑庭", "少年庭", "审监庭")
SHIPPED = Calendar.shipped()
YEAR = month_range(date(2026, 1, 1), 12)


def slots(
    unit: Unit, start: date, end: date, first: str = "民一庭", skips=None, calendar=SHIPPED
) -> list[Slot]:
    return plan(start, end, Cursor.start(unit, ORDER, first), calendar, skips)


def on(rows: list[Slot], day: str) -> Slot:
    return next(row for row in rows if row.date == date.fromisoformat(day))


def test_every_tuesday_and_thursday_is_a_row_and_thursday_has_both():
    rows = slots(Unit.MONTH, *YEAR)
    assert [row.date for row in rows] == list(broadcast_days(*YEAR))
    assert {(row.date.weekday(), row.livestream, row.microblog) for row in rows} == {
        (TUESDAY, False, True),
        (THURSDAY, True, True),
    }


@pytest.mark.parametrize("unit", Unit)
def test_the_holidays_of_2026_are_cancelled_with_their_name_and_no_other_day_is(unit):
    cancelled = {row.date.isoformat(): row.cancelled for row in slots(unit, *YEAR) if row.cancelled}
    assert sorted(cancelled) == [
        "2026-01-01", "2026-02-17", "2026-02-19", "2026-05-05", "2026-10-01", "2026-10-06",
    ]  # fmt: skip
    assert "元旦" in cancelled["2026-01-01"]
    assert "春节" in cancelled["2026-02-17"]
    assert all("不占轮次" in reason for reason in cancelled.values())


def test_by_the_month_the_divisions_follow_one_another_over_the_year():
    rows = slots(Unit.MONTH, *YEAR)
    by_month = {row.date.month: (row.division, row.turn) for row in rows}
    assert by_month == {month: (ORDER[(month - 1) % 8], month) for month in range(1, 13)}


def test_a_month_is_a_turn_even_where_each_of_its_sessions_falls_on_a_holiday():
    rests = dict.fromkeys(broadcast_days(date(2026, 3, 1), date(2026, 3, 31)), (False, "防疫"))
    rows = slots(Unit.MONTH, *YEAR, calendar=Calendar(rests, {2026}))
    assert on(rows, "2026-03-03").division == "民三庭"
    assert on(rows, "2026-04-02").division == "行政庭"


def test_by_the_week_a_week_without_a_session_consumes_no_turn():
    rows = slots(Unit.WEEK, date(2026, 2, 1), date(2026, 3, 31))
    assert (on(rows, "2026-02-10").division, on(rows, "2026-02-10").turn) == ("民二庭", 2)
    for day in ("2026-02-17", "2026-02-19"):
        assert (on(rows, day).division, on(rows, day).turn) == ("民三庭", 3)
    assert (on(rows, "2026-02-24").division, on(rows, "2026-02-24").turn) == ("民三庭", 3)
    assert on(rows, "2026-03-03").division == "行政庭"


def test_by_the_week_a_week_with_one_session_is_a_turn():
    rows = slots(Unit.WEEK, date(2026, 5, 1), date(2026, 5, 31))
    assert on(rows, "2026-05-05").division == on(rows, "2026-05-07").division == "民一庭"
    assert on(rows, "2026-05-12").division == "民二庭"


def test_by_the_session_tuesdays_and_thursdays_go_round_apart_so_that_each_division_gets_both():
    rows = slots(Unit.SESSION, *YEAR)
    tuesdays = [row.division for row in rows if row.date.weekday() == TUESDAY and not row.cancelled]
    thursdays = [row.division for row in rows if row.livestream and not row.cancelled]
    for taken in (tuesdays, thursdays):
        assert taken == [ORDER[n % 8] for n in range(len(taken))]


def test_by_the_session_a_holiday_leaves_the_turn_to_the_same_division():
    rows = slots(Unit.SESSION, *YEAR)
    assert (on(rows, "2026-01-01").division, on(rows, "2026-01-01").turn) == ("民一庭", 1)
    assert (on(rows, "2026-01-08").division, on(rows, "2026-01-08").turn) == ("民一庭", 1)


@pytest.mark.parametrize(
    ("unit", "next_session"),
    [(Unit.MONTH, "2026-01-15"), (Unit.WEEK, "2026-01-15"), (Unit.SESSION, "2026-01-20")],
)
def test_a_skipped_turn_keeps_its_reason_and_the_next_division_takes_over(unit, next_session):
    day = "2026-01-13"
    plain = slots(unit, *YEAR)
    rows = slots(unit, *YEAR, skips={date.fromisoformat(day): "无适宜案件"})
    skipped = on(rows, day)
    assert (skipped.cancelled, skipped.skipped, skipped.division) == (
        "无适宜案件",
        True,
        on(plain, day).division,
    )
    following = on(rows, next_session)
    assert following.turn == skipped.turn + 1
    assert following.division == ORDER[(ORDER.index(skipped.division) + 1) % 8]


def test_a_skip_on_the_last_session_of_a_month_begins_no_turn_of_its_own():
    rows = slots(Unit.MONTH, *YEAR, skips={date(2026, 1, 29): "没有案件"})
    assert (on(rows, "2026-02-03").division, on(rows, "2026-02-03").turn) == ("民二庭", 2)


def test_the_new_month_is_a_new_turn_after_a_skip_as_well():
    rows = slots(Unit.MONTH, *YEAR, skips={date(2026, 1, 13): "没有案件"})
    assert on(rows, "2026-01-27").division == "民二庭"
    assert (on(rows, "2026-02-03").division, on(rows, "2026-02-03").turn) == ("民三庭", 3)


@pytest.mark.parametrize("day", [date(2026, 1, 14), date(2027, 1, 5), date(2026, 1, 1)])
def test_a_day_without_a_session_cannot_be_skipped(day):
    with pytest.raises(ValueError, match="轮空"):
        slots(Unit.MONTH, *YEAR, skips={day: "理由"})


def test_years_that_are_not_announced_are_provisional_and_follow_the_weekend_rule():
    rows = slots(Unit.MONTH, date(2030, 1, 1), date(2030, 12, 31))
    assert all(row.provisional and row.cancelled is None for row in rows)


@pytest.mark.parametrize("unit", Unit)
def test_planning_in_two_pieces_is_planning_at_once(unit):
    cut = date(2026, 6, 30)
    cursor = Cursor.start(unit, ORDER, "刑庭")
    pieces = plan(YEAR[0], cut, cursor, SHIPPED) + plan(cut + timedelta(days=1), YEAR[1], cursor, SHIPPED)
    if unit is Unit.WEEK:
        whole = slots(unit, *YEAR, first="刑庭")
        assert [p.date for p in pieces] == [w.date for w in whole]
        pieces, whole = ([r for r in rows if r.date <= cut] for rows in (pieces, whole))
    else:
        whole = slots(unit, *YEAR, first="刑庭")
    assert pieces == whole


@pytest.mark.parametrize("before", Unit)
@pytest.mark.parametrize("after", Unit)
def test_another_unit_goes_on_behind_the_division_that_had_the_last_turn(before, after):
    cursor = Cursor.start(before, ORDER, "民一庭")
    plan(date(2026, 3, 1), date(2026, 3, 31), cursor, SHIPPED)
    last = min(position.begun for position in cursor.positions.values())
    rows = plan(date(2026, 4, 1), date(2026, 4, 30), cursor.switched(after), SHIPPED)
    assert rows[0].turn == last + 1
    assert rows[0].division == ORDER[last % 8]


@given(
    unit=st.sampled_from(list(Unit)),
    start=st.dates(date(2004, 1, 1), date(2040, 1, 1)),
    days=st.integers(1, 800),
    first=st.sampled_from(ORDER),
)
def test_turns_begin_one_after_another_and_name_their_division(unit, start, days, first):
    rows = slots(unit, start, start + timedelta(days=days), first)
    kinds = {TUESDAY: [], THURSDAY: []} if unit is Unit.SESSION else {None: []}
    for row in rows:
        kinds[row.date.weekday() if unit is Unit.SESSION else None].append(row)
    for taken in kinds.values():
        turns = [row.turn for row in taken]
        assert turns == sorted(turns)
        assert not turns or turns[0] == 1
        assert all(later - earlier in (0, 1) for earlier, later in pairwise(turns))
        assert all(row.division == ORDER[(ORDER.index(first) + row.turn - 1) % 8] for row in taken)


@given(start=st.dates(date(2004, 1, 1), date(2026, 1, 1)))
def test_by_the_session_nobody_is_on_air_twice_before_all_others_were_once(start):
    rows = slots(Unit.SESSION, start, start + timedelta(days=200))
    for weekday in (TUESDAY, THURSDAY):
        taken = [row.division for row in rows if row.date.weekday() == weekday and not row.cancelled]
        for begin in range(0, len(taken) - 8, 8):
            assert len(set(taken[begin : begin + 8])) == 8
