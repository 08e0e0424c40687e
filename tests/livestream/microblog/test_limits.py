"""Thirty an hour, a hundred a day, and waits that grow (R44)."""

from __future__ import annotations

import datetime as dt

from livestream.microblog.limits import DAY, HOUR, LONGEST_WAIT, free_at, wait_after

NOW = dt.datetime(2026, 1, 13, 12, tzinfo=dt.UTC)


def minutes_ago(*minutes: float) -> list[dt.datetime]:
    return [NOW - dt.timedelta(minutes=each) for each in minutes]


def test_below_the_limits_the_next_may_go_at_once() -> None:
    assert free_at([], NOW) == NOW
    assert free_at(minutes_ago(*range(1, 30)), NOW) == NOW


def test_after_thirty_in_an_hour_the_next_waits_for_the_first_of_them_to_be_an_hour_old() -> None:
    sent = minutes_ago(*range(1, 31))
    assert free_at(sent, NOW) == NOW - dt.timedelta(minutes=30) + HOUR


def test_thirty_that_are_older_than_an_hour_do_not_count() -> None:
    assert free_at(minutes_ago(*range(61, 91)), NOW) == NOW


def test_after_a_hundred_in_a_day_the_next_waits_for_the_first_of_them_to_be_a_day_old() -> None:
    sent = minutes_ago(*(100 + 10 * each for each in range(100)))
    assert free_at(sent, NOW) == min(sent) + DAY


def test_waits_double_and_stop_growing_at_an_hour() -> None:
    waits = [wait_after(attempts).total_seconds() for attempts in (1, 2, 3, 4, 5)]
    assert waits == [30, 60, 120, 240, 480]
    assert wait_after(50) == LONGEST_WAIT
    assert wait_after(0).total_seconds() == 30
