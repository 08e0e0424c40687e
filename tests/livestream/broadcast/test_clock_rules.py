"""Delay and cut: what was held back at a cut is never shown, and nothing is held back longer than it must be (R51)."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from livestream.broadcast.clock_rules import (
    GUARD,
    Fate,
    Hidden,
    OnAir,
    fate,
    hides_from,
    is_silent,
    may_push,
)
from liwan_court.timetable.clock import ZONE
from tests.hypothesis_runs import examples

START = dt.datetime(2026, 1, 15, 9, 0, tzinfo=ZONE)
PIECE = 4.0


def second(n: float) -> dt.datetime:
    return START + dt.timedelta(seconds=n)


def played(delay: int, actions: dict[int, str], length: int, lag: int) -> dict[int, int]:
    """Second by second: which piece (by the second it ended) was released when. The watcher comes every `lag` seconds."""
    cuts: list[Hidden] = []
    released: dict[int, int] = {}
    for now in range(length):
        did = actions.get(now, "")
        open_cut = bool(cuts) and cuts[-1].until is None
        if did == "cut" and not open_cut:
            last = second(max(released)) if released else None
            cuts.append(Hidden(hides_from(second(now), dt.timedelta(seconds=delay), last, START)))
        elif did == "resume" and open_cut:
            cuts[-1] = Hidden(cuts[-1].since, second(now))
        if now % lag:
            continue
        air = OnAir(START, None, dt.timedelta(seconds=delay), tuple(cuts))
        for ended in range(4, now + 1, 4):
            if ended not in released and fate(air, second(ended), PIECE, second(now)) is Fate.RELEASE:
                released[ended] = now
    return released


ACTIONS = st.dictionaries(st.integers(0, 399), st.sampled_from(["cut", "resume"]), max_size=8)


def intervals(actions: dict[int, str], length: int) -> list[tuple[int, int]]:
    """From each cut that took effect to its resume."""
    found: list[tuple[int, int]] = []
    since: int | None = None
    for now in sorted(actions):
        if actions[now] == "cut" and since is None:
            since = now
        elif actions[now] == "resume" and since is not None:
            found.append((since, now))
            since = None
    return found + ([(since, length)] if since is not None else [])


@examples(40)
@given(st.integers(0, 300), ACTIONS, st.integers(1, 20))
def test_while_a_cut_lasts_nothing_is_released_and_what_was_held_back_never_is(
    delay: int, actions: dict[int, str], lag: int
) -> None:
    released = played(delay, actions, 800, lag)
    for since, until in intervals(actions, 800):
        assert not [ended for ended, at in released.items() if since <= at < until]
        out_before = {ended for ended, at in released.items() if at < since}
        hidden = {ended for ended in range(4, 800, 4) if ended - PIECE < until and ended <= until}
        assert hidden & released.keys() <= out_before
        assert not [ended for ended in released if since < ended - PIECE < until]


@examples(25)
@given(st.integers(0, 300))
def test_a_piece_goes_out_as_soon_as_it_is_as_old_as_the_delay(delay: int) -> None:
    released = played(delay, {}, 500, 1)
    kept_back = int(GUARD.total_seconds())
    assert released
    assert all(at == ended + delay for ended, at in released.items())
    assert min(released) == 4 * (1 + -(-kept_back // 4))
    assert max(released) > 500 - delay - PIECE - 1


def test_what_was_taken_before_going_on_air_and_after_the_end_is_never_shown() -> None:
    air = OnAir(second(10), second(60), dt.timedelta(seconds=5))
    assert fate(air, second(12), PIECE, second(500)) is Fate.NEVER
    assert fate(air, second(18), PIECE, second(500)) is Fate.RELEASE
    assert fate(air, second(61), PIECE, second(500)) is Fate.NEVER
    assert fate(OnAir(None, None, dt.timedelta()), second(4), PIECE, second(500)) is Fate.WAIT


def test_a_late_watcher_does_not_let_out_what_was_due_but_not_released() -> None:
    since = hides_from(second(100), dt.timedelta(seconds=10), second(40), START)
    air = OnAir(START, None, dt.timedelta(seconds=10), (Hidden(since, second(120)),))
    assert fate(air, second(44), PIECE, second(500)) is Fate.NEVER
    assert fate(air, second(40), PIECE, second(500)) is Fate.RELEASE


def test_an_encoder_may_connect_from_half_an_hour_before_to_an_hour_after() -> None:
    ends = second(3600)
    asked = {-1801: False, -1800: True, 3600 + 3600: True, 3600 + 3601: False, 86400: False}
    assert {n: may_push(second(n), START, ends) for n in asked} == asked


def test_a_push_that_brings_nothing_for_half_a_minute_is_gone() -> None:
    assert is_silent(None, START)
    assert not is_silent(second(0), second(30))
    assert is_silent(second(0), second(31))
