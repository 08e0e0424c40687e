"""What stands against a hearing, and what is proposed for the free slots of a month (R41, R44, R45, R47)."""

from __future__ import annotations

import datetime as dt

import pytest

from livestream.conflicts import Hearing, OnDuty, hearing_conflicts, in_both_groups, slot_conflicts
from livestream.proposal import Candidate, propose
from livestream.rotation import Slot
from liwan_court.timetable.clock import ZONE

THURSDAY, TUESDAY = dt.date(2026, 1, 15), dt.date(2026, 1, 13)


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def slot(day: dt.date, division: str = "民一庭", cancelled: str | None = None) -> Slot:
    return Slot(day, day.weekday() == 3, True, division, 1, cancelled, False)


def hearing(
    key: int, begins: int, ends: int, room: str = "第一法庭", people: dict[int, str] | None = None
) -> Hearing:
    return Hearing(
        key, f"案{key}", at(THURSDAY, begins), at(THURSDAY, ends), room, people or {key: f"法官{key}"}
    )


@pytest.mark.parametrize(
    ("day", "division", "kind", "on", "codes"),
    [
        (THURSDAY, "民一庭", "livestream", slot(THURSDAY), []),
        (TUESDAY, "民一庭", "microblog", slot(TUESDAY), []),
        (dt.date(2026, 1, 14), "民一庭", "livestream", None, ["weekday"]),
        (THURSDAY, "民一庭", "livestream", None, ["rotation"]),
        (THURSDAY, "民二庭", "livestream", slot(THURSDAY), ["turn"]),
        (TUESDAY, "民一庭", "livestream", slot(TUESDAY), ["kind"]),
        (THURSDAY, "民一庭", "livestream", slot(THURSDAY, cancelled="放假"), ["no_session"]),
    ],
)
def test_a_day_is_a_slot_of_the_division_and_of_its_list(
    day: dt.date, division: str, kind: str, on: Slot | None, codes: list[str]
) -> None:
    assert [each.code for each in slot_conflicts(day, division, kind, on)] == codes


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        (hearing(2, 11, 12), []),
        (hearing(2, 10, 12, "第二法庭"), ["same_hour"]),
        (hearing(2, 10, 12), ["same_hour", "courtroom"]),
        (hearing(2, 10, 12, "第二法庭", {1: "法官1"}), ["same_hour", "person"]),
        (hearing(1, 9, 11), []),
    ],
)
def test_hour_room_and_people(other: Hearing, codes: list[str]) -> None:
    assert [each.code for each in hearing_conflicts(hearing(1, 9, 11), [other], {})] == codes


def test_who_is_away_and_who_is_on_duty_twice_is_named() -> None:
    away = list(hearing_conflicts(hearing(1, 9, 11), [], {1: "至1月16日"}))
    assert [each.code for each in away] == ["absent"]
    assert "法官1" in away[0].message
    twice = [OnDuty(7, "简卓文", kind, THURSDAY) for kind in ("livestream", "microblog")]
    assert [each.code for each in in_both_groups(twice)] == ["both_groups"]
    assert not list(in_both_groups([*twice[:1], OnDuty(7, "简卓文", "microblog", TUESDAY)]))


def candidate(key: int, day: dt.date, division: str = "民一庭") -> Candidate:
    return Candidate(key, division, day.weekday() == 3, at(day, 9, 30))


def test_a_case_of_the_day_comes_first_and_a_free_slot_takes_the_next_that_fits() -> None:
    later = dt.date(2026, 1, 22)
    rows = propose(
        [slot(THURSDAY), slot(later)],
        [candidate(1, THURSDAY), candidate(2, THURSDAY)],
        [],
        TUESDAY,
        lambda *_: True,
    )
    assert [(row.key, row.begins.date(), row.moved) for row in rows] == [
        (1, THURSDAY, False),
        (2, later, True),
    ]


def test_nothing_is_proposed_that_does_not_fit_is_taken_past_or_of_another_division() -> None:
    slots = [slot(THURSDAY)]
    own = [candidate(1, THURSDAY)]
    assert propose(slots, own, [], TUESDAY, lambda *_: False) == []
    assert propose(slots, own, [THURSDAY], TUESDAY, lambda *_: True) == []
    assert propose(slots, own, [], THURSDAY, lambda *_: True) == []
    assert propose(slots, [candidate(1, THURSDAY, "民二庭")], [], TUESDAY, lambda *_: True) == []
    assert propose(slots, [candidate(1, TUESDAY)], [], dt.date(2026, 1, 1), lambda *_: True) == []
    assert propose([slot(THURSDAY, cancelled="放假")], own, [], TUESDAY, lambda *_: True) == []
