"""What oversight reads: figures of each division, the same queries whatever their number."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from livestream import measures
from livestream.models import Session
from liwan_court.timetable import clock
from tests.acceptance.month import PERIOD, THURSDAYS, TUESDAYS, announced, moment
from tests.livestream.court import Court


def test_a_month_of_a_division_is_counted(live_court: Court) -> None:
    session = announced(live_court)
    Session.objects.filter(pk=session.pk).update(state="ended")
    announced(live_court, "microblog", TUESDAYS[1], 2)
    with clock.at(moment("2026-01-30")):
        (row,) = measures.months(PERIOD)
    assert (row.division, row.slots, row.lists_asked, row.lists_filed) == ("民一庭", 8, 2, 2)
    assert (row.held, row.livestreams, row.nominated, row.unacknowledged) == (1, 1, 2, 11)
    assert (row.lists_missing, row.lists_late, row.vetoed, row.pulled, row.cuts) == (0, 0, 0, 0, 0)


def test_lists_are_missing_once_they_are_due(live_court: Court) -> None:
    with clock.at(moment("2026-01-03")):
        assert measures.months(PERIOD)[0].lists_missing == 0
    with clock.at(moment("2026-01-06")):
        assert measures.months(PERIOD)[0].lists_missing == 2


def test_before_the_rotation_begins_there_is_nothing(live_court: Court) -> None:
    assert measures.months("2025-12") == []


def test_more_sessions_cost_no_more_queries(live_court: Court) -> None:
    def queries() -> int:
        with clock.at(moment("2026-01-30")), CaptureQueriesContext(connection) as counted:
            measures.months(PERIOD)
            measures.quotas(2026)
        return len(counted)

    announced(live_court, "livestream", THURSDAYS[1], 1)
    few = queries()
    announced(live_court, "livestream", THURSDAYS[2], 2)
    announced(live_court, "microblog", TUESDAYS[1], 3)
    assert queries() == few
