"""Quotas: what is owed for any part of a year, the pace, and what the seats left allow (R48, D9)."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livestream.figures import periods
from livestream.figures.quotas import Held, Quota, outlook, owed, quota, reach, share_of
from tests.hypothesis_runs import examples

YEAR = 2026
FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
DAYS = st.integers(0, 364).map(lambda n: FIRST + timedelta(days=n))


@pytest.mark.parametrize(
    ("kind", "share", "count"),
    [
        ("livestream", Fraction(1), 1), ("livestream", Fraction(1, 2), 1), ("livestream", Fraction(49, 100), 0),
        ("microblog", Fraction(1), 2), ("microblog", Fraction(3, 4), 2), ("microblog", Fraction(1, 4), 1),
        ("microblog", Fraction(6, 25), 0), ("livestream", Fraction(0), 0),
    ],
)  # fmt: skip
def test_a_part_of_a_year_is_owed_in_proportion_halves_up(kind: str, share: Fraction, count: int) -> None:
    assert owed(kind, share) == count


@examples(100)
@given(DAYS, DAYS)
def test_the_share_is_the_days_held(one: date, two: date) -> None:
    since, until = min(one, two), max(one, two)
    assert share_of(YEAR, [Held(since, until)]) == Fraction((until - since).days + 1, 365)


@examples(100)
@given(st.lists(st.tuples(DAYS, DAYS), max_size=5))
def test_posts_held_at_once_are_counted_once_and_never_more_than_the_year(
    spans: list[tuple[date, date]],
) -> None:
    held = [Held(min(pair), max(pair)) for pair in spans]
    days = {
        FIRST + timedelta(days=n)
        for n in range(365)
        if any(term.since <= FIRST + timedelta(days=n) <= (term.until or LAST) for term in held)
    }
    assert share_of(YEAR, held) == Fraction(len(days), 365)


def test_a_post_of_other_years_is_no_part_of_this_one() -> None:
    assert share_of(YEAR, [Held(date(2020, 1, 1), date(2025, 12, 31))]) == 0
    assert share_of(YEAR, [Held(date(2020, 1, 1))]) == 1


@pytest.mark.parametrize(
    ("today", "due"), [(date(2026, 1, 2), 0), (date(2026, 7, 2), 1), (LAST, 2), (date(2027, 5, 1), 2)]
)
def test_the_pace_follows_the_year(today: date, due: int) -> None:
    found = quota("microblog", YEAR, [Held(date(2020, 1, 1))], 0, today)
    assert found.due_by_now == due
    assert found.behind == (due > 0)


def test_who_came_in_autumn_is_not_behind_in_october() -> None:
    found = quota("microblog", YEAR, [Held(date(2026, 9, 1))], 0, date(2026, 10, 1))
    assert (found.owed, found.due_by_now) == (1, 0)


@pytest.mark.parametrize(("days", "share"), [(29, Fraction(1)), (30, Fraction(335, 365))])
def test_leave_of_a_month_makes_a_part_year_and_a_shorter_one_does_not(days: int, share: Fraction) -> None:
    leave = [Held(date(2026, 3, 1), date(2026, 3, 1) + timedelta(days=days - 1))]
    assert share_of(YEAR, [Held(date(2020, 1, 1))], leave) == share


def test_leave_outside_a_post_changes_nothing_and_a_year_of_leave_owes_nothing() -> None:
    half = [Held(date(2026, 7, 1))]
    assert share_of(YEAR, half, [Held(FIRST, date(2026, 6, 30))]) == share_of(YEAR, half)
    assert quota("microblog", YEAR, half, 0, LAST, [Held(FIRST, LAST)]) == Quota("microblog", 0, 0, 0)


def test_the_outlook_warns_when_the_seats_do_not_reach() -> None:
    judges = [Quota("livestream", 1, 0, 0)] * 7 + [Quota("microblog", 2, 0, 0)] * 7
    assert outlook(judges, thursdays=3, tuesdays=2, panel=3).short == {}
    assert outlook(judges, thursdays=2, tuesdays=2, panel=3).short == {"livestream": 1, "microblog": 2}


def test_one_session_takes_a_judge_once_however_many_seats_are_empty() -> None:
    judges = [Quota("microblog", 2, 0, 0)] * 2
    assert outlook(judges, thursdays=0, tuesdays=1, panel=3).short == {"microblog": 2}


@examples(200)
@given(st.lists(st.integers(0, 3), max_size=7), st.integers(0, 5), st.integers(1, 4))
def test_no_seating_reaches_more_and_the_greedy_one_reaches_as_much(
    left: list[int], sessions: int, panel: int
) -> None:
    open_ones, seated = list(left), 0
    for _ in range(sessions):
        longest = sorted(range(len(open_ones)), key=lambda who: -open_ones[who])[:panel]
        for who in longest:
            if open_ones[who]:
                open_ones[who] -= 1
                seated += 1
    assert reach(left, sessions, panel) == seated


@pytest.mark.parametrize(
    ("name", "first", "last", "label"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "2026年"),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), "2026年第一季度"),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), "2026年第四季度"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31), "2026年12月"),
    ],
)
def test_periods_are_whole_months(name: str, first: date, last: date, label: str) -> None:
    found = periods.parse(name)
    assert (found.first, found.last, found.label) == (first, last, label)


@pytest.mark.parametrize("name", ["", "26", "2026-Q5", "2026-13", "2026-1", "2026-Q1-01", "1999"])
def test_what_is_no_period_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="没有"):
        periods.parse(name)


@pytest.mark.parametrize(
    ("name", "earlier"),
    [
        ("2026", "2025"),
        ("2026-Q1", "2025-Q4"),
        ("2026-Q3", "2026-Q2"),
        ("2026-01", "2025-12"),
        ("2026-08", "2026-07"),
    ],
)
def test_the_period_before_is_of_the_same_length(name: str, earlier: str) -> None:
    assert periods.before(periods.parse(name)) == periods.parse(earlier)
