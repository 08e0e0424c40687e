"""Days from taking effect to first publication, against a slow recount."""

from __future__ import annotations

import pytest

from judgments import measures
from liwan_court.measuring import Tally, total
from liwan_court.timetable import clock
from tests.judgments.measures import slowly
from tests.judgments.measures.conftest import FEW_SCENES, QUARTER

pytestmark = pytest.mark.django_db
SEVEN_DAYS = next(each for each in measures.MEASURES if each.name == "published_in_seven_days")


@FEW_SCENES
def test_days_to_publication_are_those_of_each_first_edition(court):
    for division in (None, *court.divisions):
        pairs = [
            (row.effective_on, clock.local(slowly.first_edition(row).published_at).date())
            for row in slowly.in_windows(QUARTER)
            if slowly.first_edition(row) and row.state != "excluded" and division in (None, row.division)
        ]
        key = division.pk if division else None
        found = measures.speed(QUARTER, key)
        assert measures.days_to_publication(QUARTER, key) == sorted(
            (day - start).days for start, day in pairs
        )
        assert list(found.working_days) == sorted(slowly.working_days(*pair) for pair in pairs)
        tallies = SEVEN_DAYS.tallies(QUARTER)
        tally = tallies.get(key, Tally()) if key else total(tallies)
        assert Tally(found.within_seven, found.published) == tally


def test_a_median_needs_a_judgment_and_lies_between_two():
    none, two = measures.Speed((), (), 0), measures.Speed((3, 8), (2, 5), 1)
    assert (none.published, none.median_days, none.median_working_days) == (0, None, None)
    assert (two.published, two.median_days, two.median_working_days) == (2, 5.5, 3.5)
