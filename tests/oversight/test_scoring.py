"""The one formula: verdict, points, conclusion."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liwan_court.measuring import Tally, Unit, value_of
from oversight.scoring import MET, NO_DATA, REFERENCE, UNMET, Judged, Line, conclude, judge
from oversight.words import shown

HIGH = Line(Decimal(10), Decimal("0.5"), Decimal("0.95"))
LOW = Line(Decimal(10), Decimal("0.2"), Decimal("0.05"), low_is_good=True)
shares = st.decimals(0, 1, places=4)
lines = st.builds(
    lambda weight, one, other, low: Line(weight, max(one, other) if low else min(one, other),
                                         min(one, other) if low else max(one, other), low),
    st.decimals(0, 100, places=2), shares, shares, st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "line", "verdict", "points"),
    [
        ("1", HIGH, MET, "10"),
        ("0.95", HIGH, MET, "10"),
        ("0.9499", HIGH, UNMET, "9.9978"),
        ("0.725", HIGH, UNMET, "5"),
        ("0.5", HIGH, UNMET, "0"),
        ("0.1", HIGH, UNMET, "0"),
        ("0.05", LOW, MET, "10"),
        ("0", LOW, MET, "10"),
        ("0.125", LOW, UNMET, "5"),
        ("0.2", LOW, UNMET, "0"),
        ("0.9", LOW, UNMET, "0"),
        ("1", Line(Decimal(2), Decimal(0), Decimal(0), low_is_good=True), UNMET, "0"),
        ("0", Line(Decimal(2), Decimal(0), Decimal(0), low_is_good=True), MET, "2"),
    ],
)
def test_points_grow_evenly_from_floor_to_target(value: str, line: Line, verdict: str, points: str) -> None:
    found = judge(Decimal(value), line)
    assert found.verdict == verdict
    assert found.points == Decimal(points)


def test_nothing_to_count_is_neither_nought_nor_everything() -> None:
    found = judge(None, HIGH)
    assert (found.verdict, found.points) == (NO_DATA, None)
    together = conclude([found, found])
    assert (together.points, together.verdict, together.no_data) == (None, NO_DATA, 2)


def test_reference_is_neither_scored_nor_judged() -> None:
    found = judge(Decimal("0.1"), Line(Decimal(0), Decimal(0), Decimal(1), reference=True))
    assert (found.verdict, found.points) == (REFERENCE, None)
    assert conclude([found]).verdict == NO_DATA


def test_one_unmet_indicator_is_enough_to_fail() -> None:
    met, unmet = judge(Decimal(1), HIGH), judge(Decimal("0.725"), HIGH)
    together = conclude([met, met, unmet, judge(None, HIGH)])
    assert (together.verdict, together.met, together.unmet, together.no_data) == (UNMET, 2, 1, 1)
    assert together.points == Decimal("83.33")


@given(shares, lines)
def test_points_lie_between_nought_and_the_weight_and_only_what_is_met_earns_all(
    value: Decimal, line: Line
) -> None:
    found = judge(value, line)
    assert found.points is not None
    assert 0 <= found.points <= line.weight
    assert (found.verdict == MET) == (value <= line.target if line.low_is_good else value >= line.target)


@given(lines, shares, shares)
def test_who_does_better_never_gets_fewer_points(line: Line, one: Decimal, other: Decimal) -> None:
    worse, better = (
        (max(one, other), min(one, other)) if line.low_is_good else (min(one, other), max(one, other))
    )
    first, second = judge(worse, line).points, judge(better, line).points
    assert first is not None
    assert second is not None
    assert first <= second


@given(st.lists(st.builds(judge, st.none() | shares, lines), max_size=12))
def test_the_conclusion_counts_every_indicator_once(rows: list[Judged]) -> None:
    together = conclude(rows)
    assert together.met + together.unmet + together.no_data == len(rows)
    if together.points is not None:
        assert 0 <= together.points <= 100


@given(st.integers(0, 10**6), st.integers(1, 10**6), shares, st.booleans())
def test_no_share_is_rounded_across_its_line(part: int, whole: int, target: Decimal, low: bool) -> None:
    part = min(part, whole)
    value = value_of(Unit.SHARE, Tally(part, whole), low_is_good=low)
    met = judge(value, Line(Decimal(1), target, target, low_is_good=low)).verdict == MET
    assert met == (part <= target * whole if low else part >= target * whole)


def test_one_of_twenty_five_thousand_is_seen_and_said() -> None:
    almost = value_of(Unit.SHARE, Tally(24_999, 25_000))
    assert judge(almost, Line(Decimal(4), Decimal("0.8"), Decimal(1))).verdict == UNMET
    assert shown(almost, counts=False) == "99.9%"
    trace = value_of(Unit.SHARE, Tally(1, 25_000), low_is_good=True)
    assert judge(trace, Line(Decimal(1), Decimal("0.2"), Decimal(0), low_is_good=True)).verdict == UNMET
    assert shown(trace, counts=False) == "不足0.1%"
