"""What guessing can reach: the figures of docs/gate.md computed from the limits in force, and shown by a simulation (R64)."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liwan_court.registry import key_code
from liwan_court.registry.gate.limits import LIMITS, WINDOW, after
from liwan_court.timetable import clock

ADDRESSES = 1000
YEAR = dt.timedelta(days=365)
KEYS_OF_A_CASE = 20
VERIFICATIONS_A_SECOND = 200
"""More than the machine of the measurements can do; a bound for somebody who has every sum solved by a program."""
ONE_IN_A_MILLION = 1e-6
SECRETS = len(key_code.ALPHABET) ** key_code.SECRET_LENGTH


def attempts(address_hours: int = 24 * 7) -> int:
    """How many attempts one address gets through in so many hours when it always waits as told and solves no sum."""
    begin = now = dt.datetime(2026, 3, 1, tzinfo=clock.ZONE)
    counts, reset, made = {"pair": 0, "address": 0}, now, 0
    while now - begin < dt.timedelta(hours=address_hours):
        if now >= reset:
            counts = dict.fromkeys(counts, 0)
        made += 1
        counts = {kind: count + 1 for kind, count in counts.items()}
        reset = now + WINDOW
        waits = [moment for kind, count in counts.items() if (moment := after(kind, count, now)) is not None]
        now = max([*waits, now + dt.timedelta(seconds=1)])
    return made


def test_patient_attackers_stay_far_below_one_in_a_million():
    in_a_year = attempts() * (YEAR / dt.timedelta(days=7)) * ADDRESSES
    assert in_a_year < 60_000_000
    assert in_a_year * KEYS_OF_A_CASE / SECRETS < ONE_IN_A_MILLION / 10


def test_attackers_who_solve_every_sum_stay_below_it_too():
    """Even where the selector is known, so that only the eleven secret characters are guessed, and of one known key."""
    in_a_year = VERIFICATIONS_A_SECOND * YEAR.total_seconds()
    assert in_a_year / SECRETS < ONE_IN_A_MILLION


def test_the_formula_holds_where_keys_are_short_enough_to_be_guessed():
    """Ten thousand attackers against keys of three characters: as many succeed as the formula says, within four deviations."""
    chance = random.Random(20130925)
    space, guesses, runs = len(key_code.ALPHABET) ** 3, 300, 10_000
    hits = sum(chance.randrange(space) < guesses for _ in range(runs))
    expected = runs * guesses / space
    assert abs(hits - expected) < 4 * expected**0.5


def test_a_sum_stands_before_a_case_that_many_addresses_try():
    assert LIMITS["case"].asks_sum
    assert LIMITS["site"].asks_sum
    assert LIMITS["case"].free <= ADDRESSES


@given(
    st.text(key_code.ALPHABET, min_size=15, max_size=15),
    st.integers(0, 15),
    st.sampled_from(key_code.ALPHABET),
)
def test_one_wrong_character_is_always_told(body, place, other):
    key = body + key_code.check_character(body)
    assert key_code.read(key_code.grouped(key).lower()) == key
    if key[place] == other:
        return
    changed = key[:place] + other + key[place + 1 :]
    with pytest.raises(key_code.MalformedKey, match="校验位"):
        key_code.read(changed)


@given(st.text(key_code.ALPHABET, min_size=15, max_size=15), st.integers(0, 13))
def test_two_characters_exchanged_are_always_told(body, place):
    key = body + key_code.check_character(body)
    swapped = key[:place] + key[place + 1] + key[place] + key[place + 2 :]
    if swapped == key:
        return
    with pytest.raises(key_code.MalformedKey, match="校验位"):
        key_code.read(swapped)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_key_or_told_in_chinese(typed):
    said = ""
    try:
        assert len(key_code.read(typed)) == key_code.LENGTH
    except key_code.MalformedKey as error:
        said = str(error)
    assert not said or any("一" <= character <= "龥" for character in said)
