"""How far the judgments of a period got, and the one fate of each, against a slow recount."""

from __future__ import annotations

from collections import Counter

import pytest

from judgments import measures
from tests.judgments.measures import slowly
from tests.judgments.measures.conftest import FEW_SCENES, QUARTER, of_rows

pytestmark = pytest.mark.django_db


@FEW_SCENES
def test_the_funnel_gives_every_judgment_one_fate(court):
    for division in (None, *court.divisions):
        key = division.pk if division else None
        found = measures.funnel(QUARTER, key)
        own = [row for row in slowly.in_force(QUARTER) if division is None or row.division == division]
        fates = Counter(slowly.fate(row) for row in own)
        assert {name: count for name, _, count in found.fates} == {
            name: fates[name] for name in measures.FATES
        }
        assert sum(count for _, _, count in found.fates) == found.effective == len(own)
        assert found.pending == Counter(row.state for row in own if slowly.fate(row) == "pending")
        grounds = Counter(row.exclusion.ground.code for row in own if slowly.fate(row) == "excluded")
        assert found.excluded == grounds
        reached = Counter(step for row in own for step in slowly.steps(row))
        assert {name: count for name, _, count in found.steps} == {
            name: reached[name] for name in measures.STEPS
        }


@FEW_SCENES
def test_the_rows_of_a_fate_are_the_judgments_that_met_it(court):
    for fate in measures.FATES:
        expected = Counter(
            (row.division_id, str(row), fate == "published")
            for row in slowly.in_force(QUARTER)
            if slowly.fate(row) == fate
        )
        assert of_rows(measures.funnel_rows(QUARTER, None, fate)) == expected
    with pytest.raises(ValueError, match="no such fate"):
        measures.funnel_rows(QUARTER, None, "review")
