"""What every measure of oversight must keep: its tallies are those of a slow recount, and its rows are what was tallied."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.db import connection
from django.test.utils import CaptureQueriesContext

from liwan_court.measuring import Measure, Span, Tally, Unit, total

if TYPE_CHECKING:
    from liwan_court.measuring import Row

Judged = Iterable[tuple[int | None, bool]]
"""The division of each thing that is due, and whether it is good (or, where few are good, bad)."""


def recounted(judged: Judged) -> dict[int | None, Tally]:
    """Tallies by the plainest loop."""
    found: dict[int | None, list[int]] = {}
    for division, counted in judged:
        pair = found.setdefault(division, [0, 0])
        pair[1] += 1
        if counted:
            pair[0] += 1
    return {division: Tally(*pair) for division, pair in found.items()}


def agrees(measure: Measure, of: Span, judged: Judged) -> None:
    """The measure says of every division and of the court what a slow recount says, and shows as many rows."""
    expected = recounted(judged)
    assert dict(measure.tallies(of)) == expected, measure.name
    assert total(measure.tallies(of)) == total(expected)
    shows_what_it_counts(measure, of)


def shows_what_it_counts(measure: Measure, of: Span) -> None:
    """As many rows as were counted, for the court and for every division; each row says what it is."""
    tallies = measure.tallies(of)
    _fits(measure, list(measure.rows(of, None, None)), total(tallies))
    for division, tally in tallies.items():
        if division is not None:
            rows = list(measure.rows(of, division, None))
            assert {row.division_id for row in rows} == {division}
            _fits(measure, rows, tally)
    for counted in (True, False):
        some = list(measure.rows(of, None, counted))
        assert some == [row for row in measure.rows(of, None, None) if row.counted is counted]
    assert list(measure.held_against(of)) == list(measure.rows(of, None, measure.low_is_good))


def _fits(measure: Measure, rows: list[Row], tally: Tally) -> None:
    assert sum(row.counted for row in rows) == tally.numerator, measure.name
    assert measure.unit is Unit.COUNT or len(rows) == tally.denominator, measure.name
    assert all(row.what and (not row.url or row.url.startswith("/admin/")) for row in rows)


def queries(ask: Callable[[], object]) -> int:
    """How many queries a question takes."""
    with CaptureQueriesContext(connection) as counted:
        ask()
    return len(counted)


def cost(measures: Iterable[Measure], of: Span) -> dict[str, tuple[int, int]]:
    """By measure the queries of its tallies and of all its rows."""
    return {
        each.name: (queries(lambda: each.tallies(of)), queries(lambda: list(each.rows(of, None, None))))  # noqa: B023
        for each in measures
    }


def by_name(measures: Iterable[Measure]) -> dict[str, Measure]:
    """Measures by their names, each of which stands once and says what it counts in Chinese."""
    rows = list(measures)
    found = {each.name: each for each in rows}
    assert len(found) == len(rows)
    for each in rows:
        assert each.label
        assert each.source
        assert not {"。"} & {each.numerator[-1], each.denominator[-1]}
        assert "启用" in each.definition, each.name
    return found
