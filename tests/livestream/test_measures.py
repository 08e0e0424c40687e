"""What oversight reads: figures of each division, the same queries whatever their number."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from livestream import measures
from livestream.models import Broadcast, Session
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


def test_a_quarter_is_the_sum_of_its_months(live_court: Court) -> None:
    session = announced(live_court)
    Session.objects.filter(pk=session.pk).update(state="ended")
    Broadcast.objects.create(session=session, mode="stream", delay_seconds=45)
    with clock.at(moment("2026-04-01")):
        months = [row for name in ("2026-01", "2026-02", "2026-03") for row in measures.months(name)]
        rows = measures.period("2026-Q1")
    assert [row.division for row in rows] == ["民一庭", "民二庭", "民三庭"]
    assert {row.period for row in rows} == {"2026-Q1"}
    assert sum(row.slots for row in rows) == sum(row.slots for row in months) == 23
    assert (rows[0].held, rows[0].livestreams, rows[0].microblogs, rows[0].shortest_delay) == (1, 1, 1, 45)
    assert rows[1].shortest_delay is None
    with pytest.raises(ValueError, match="没有"):
        measures.period("2026-Q5")


def test_a_division_with_a_turn_twice_in_a_period_is_one_row(live_court: Court) -> None:
    with clock.at(moment("2026-12-31")):
        rows = measures.period("2026")
        first = [
            row for row in measures.months("2026-01") + measures.months("2026-09") if row.division == "民一庭"
        ]
    assert [row.division for row in rows].count("民一庭") == 1
    assert rows[0].slots == first[0].slots + first[1].slots


def test_each_judge_is_read_with_what_he_owes(live_court: Court) -> None:
    session = announced(live_court)
    Session.objects.filter(pk=session.pk).update(state="ended")
    with clock.at(moment("2026-01-30")):
        found = {row.name: row for row in measures.quotas_of_judges(2026)}
        (first, *_) = measures.quotas(2026)
    judge = found["法官甲"]
    assert (judge.division, judge.livestreams_done, judge.microblogs_done, judge.met) == (
        "民一庭",
        1,
        1,
        False,
    )
    assert first.judges == sum(row.division == "民一庭" for row in found.values())
