"""The figures of the judgment line, each held against a slow recount over a court drawn at random."""

from __future__ import annotations

from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from judgments import measures
from judgments.models import EffectiveReport
from liwan_court.measuring import Tally, Unit, span, total
from tests.judgments.measures import slowly
from tests.judgments.measures.conftest import ALL_OVER, COUNT, FEW_SCENES, IN_SERVICE, QUARTER, of_rows
from tests.judgments.measures.drawn_court import DrawnCourt

pytestmark = pytest.mark.django_db
NAMED = {measure.name: measure for measure in measures.MEASURES}
SPANS = ("2026Q1", "2025Q4", "2026Q2", "2026H1")


def tallied(seen):
    found = {}
    for each in seen:
        found[each.division] = found.get(each.division, Tally()) + Tally(int(each.counted), 1)
    return found


def test_every_figure_is_what_a_slow_recount_finds(court):
    for name in SPANS:
        for measure in measures.MEASURES:
            expected = tallied(getattr(slowly, measure.name)(span(name)))
            assert dict(measure.tallies(span(name))) == expected, (measure.name, name)


def test_the_rows_of_a_figure_are_what_it_counted(court):
    for measure in measures.MEASURES:
        seen = list(getattr(slowly, measure.name)(QUARTER))
        assert of_rows(measure.rows(QUARTER, None, None)) == Counter(seen), measure.name
        for counted in (True, False):
            kept = Counter(each for each in seen if each.counted is counted)
            assert of_rows(measure.rows(QUARTER, None, counted)) == kept, measure.name
        for division in (*court.divisions, court.closed):
            own = [each for each in seen if each.division == division.pk]
            assert of_rows(measure.rows(QUARTER, division.pk, None)) == Counter(own), measure.name
            tally = measure.tallies(QUARTER).get(division.pk, Tally())
            assert len(list(measure.rows(QUARTER, division.pk, True))) == tally.numerator, measure.name


@FEW_SCENES
def test_every_row_says_where_it_can_be_seen_and_names_no_party(court):
    for measure in measures.MEASURES:
        for row in measure.rows(QUARTER, None, None):
            assert row.url.startswith("/admin/"), measure.name
            assert row.what
            assert row.detail
            assert "×××" not in row.what + row.detail


def test_what_is_drawn_leaves_no_figure_untried(clock_at):
    clock_at(ALL_OVER)
    DrawnCourt(1).fill(COUNT, IN_SERVICE)
    for measure in measures.MEASURES:
        whole = total(measure.tallies(QUARTER))
        assert 0 < whole.numerator < whole.denominator, measure.name


@pytest.mark.parametrize("name", ["2019Q1", "2027Q2", "2027"])
def test_a_period_without_anything_has_no_tallies(clock_at, name):
    clock_at(ALL_OVER)
    DrawnCourt(1).fill(40, IN_SERVICE)
    for measure in measures.MEASURES:
        assert not measure.tallies(span(name)), measure.name
        assert not list(measure.rows(span(name), None, None)), measure.name
    assert measures.funnel(span(name)).effective == 0
    assert measures.days_to_publication(span(name)) == []


def test_an_empty_court_has_no_figures(clock_at):
    clock_at(ALL_OVER)
    for measure in measures.MEASURES:
        assert not measure.tallies(QUARTER), measure.name
    assert measures.speed(QUARTER) == measures.Speed((), (), 0)
    assert measures.funnel(QUARTER) == measures.Funnel(0, 0, 0, 0, 0, {}, {}, 0)


def _questions(ask) -> int:
    ask()
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def _all_questions():
    found = {}
    for measure in measures.MEASURES:
        found[measure.name] = _questions(lambda: measure.tallies(QUARTER))  # noqa: B023
        found[f"rows of {measure.name}"] = _questions(lambda: list(measure.rows(QUARTER, None, None)))  # noqa: B023
    found["funnel"] = _questions(lambda: measures.funnel(QUARTER))
    found["rows of funnel"] = _questions(lambda: list(measures.funnel_rows(QUARTER, None, "published")))
    found["speed"] = _questions(lambda: measures.speed(QUARTER))
    return found


def test_more_divisions_and_judgments_ask_no_more_questions(clock_at):
    clock_at(ALL_OVER)
    DrawnCourt(1).fill(25, IN_SERVICE)
    few = _all_questions()
    court = DrawnCourt(2, others=10)
    court.serial = 1000
    EffectiveReport.objects.all().delete()
    court.fill(150, None)
    assert _all_questions() == few
    assert max(few.values()) <= 6


def test_names_and_definitions_can_be_told_apart():
    assert len(NAMED) == len(measures.MEASURES)
    assert [name for name, measure in NAMED.items() if measure.low_is_good] == [
        "open_grounds_share",
        "corrections",
    ]
    assert NAMED["corrections"].unit is Unit.COUNT
    for measure in measures.MEASURES:
        assert "。" not in measure.numerator + measure.denominator
    for name in set(NAMED) - {"reports_on_time", "corrections", "search_current", "answered_applications"}:
        assert "上月21日至当月20日" in NAMED[name].definition, name
