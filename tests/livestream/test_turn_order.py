"""Whose turn it is in a group: round after round, the passed over first, everybody else's place stays (R54, R55)."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from livestream.turn_order import Roster
from tests.hypothesis_runs import examples

MEMBERS = st.integers(1, 7).map(lambda count: list(range(1, count + 1)))


def turns(order: list[int], away: list[set[int]]) -> list[int | None]:
    """Who gets each session, when these members are away from it."""
    roster, given_to = Roster(order), []
    for absent in away:
        member = roster.next(lambda each, absent=absent: each not in absent)
        if member is not None:
            roster.give(member)
        given_to.append(member)
    return given_to


@examples(60)
@given(MEMBERS, st.integers(1, 40))
def test_with_everybody_there_the_order_is_kept_round_after_round(order: list[int], sessions: int) -> None:
    expected = [order[index % len(order)] for index in range(sessions)]
    assert turns(order, [set()] * sessions) == expected


@examples(150)
@given(MEMBERS, st.lists(st.sets(st.integers(1, 7)), max_size=30))
def test_nobody_who_is_away_is_given_a_turn_and_nobody_else_is_left_out(
    order: list[int], away: list[set[int]]
) -> None:
    for member, absent in zip(turns(order, away), away, strict=True):
        assert member not in absent
        assert member is not None or set(order) <= absent


@examples(100)
@given(MEMBERS, st.integers(0, 30))
def test_after_whole_rounds_everybody_had_as_many(order: list[int], rounds: int) -> None:
    given_to = Counter(turns(order, [set()] * (rounds * len(order))))
    assert set(given_to.values()) <= {rounds}


def test_who_was_passed_over_comes_first_and_the_others_keep_their_places() -> None:
    assert turns([1, 2, 3], [{1}, set(), set(), set()]) == [2, 1, 3, 1]
    assert turns([1, 2, 3], [{1, 2}, {1}, set(), set(), set()]) == [3, 2, 1, 1, 2]


@examples(60)
@given(MEMBERS, st.lists(st.integers(1, 7), max_size=20))
def test_the_roster_is_rebuilt_from_the_turns_given(order: list[int], given_out: list[int]) -> None:
    roster = Roster.after(order, given_out)
    assert sorted(roster.queue()) == order
