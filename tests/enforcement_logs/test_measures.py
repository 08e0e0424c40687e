"""What oversight reads of the execution logs: cut-off kept, batches on time, cases with entries and keys (R59–R63)."""

from __future__ import annotations

import datetime as dt

from enforcement_logs import measures
from liwan_court.timetable import clock
from tests.enforcement_logs.bureau import AFTERNOON, NEXT_AFTERNOON, NOON, WEDNESDAY, friday, key_for, write

FIRST, LAST = dt.date(2026, 3, 9), dt.date(2026, 3, 22)


def test_weeks_say_what_was_missing_and_when_they_went_out(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈。")
    friday(NOON)
    friday()
    friday(NEXT_AFTERNOON + dt.timedelta(hours=2))
    with clock.at(NEXT_AFTERNOON + dt.timedelta(hours=3)):
        first, second = measures.weeks(FIRST, LAST)
    assert (first.period, first.open_cases, first.without_entry, first.entries, first.late) == (
        "2026-W11",
        2,
        1,
        1,
        0,
    )
    assert (first.published_at, first.on_time, first.published) == (AFTERNOON, True, 1)
    assert (second.period, second.on_time, second.published) == ("2026-W12", False, 0)


def test_a_week_that_did_not_run_is_not_on_time(bureau):
    with clock.at(AFTERNOON + dt.timedelta(hours=1)):
        week = measures.weeks(FIRST, LAST)[0]
    assert (week.open_cases, week.published_at, week.on_time) == (None, None, False)


def test_coverage_counts_entries_and_keys(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈。")
        key_for(bureau.applicant)
        key_for(bureau.debtor)
        found = measures.coverage(clock.today())
    assert found == measures.Coverage(open_cases=2, with_entry=1, with_key=1, accepted=0, accepted_with_key=0)


def test_late_entries_are_counted_by_the_day_of_the_work(bureau):
    with clock.at(NOON + dt.timedelta(hours=1)):
        write(bureau, "约谈。", happened_at=WEDNESDAY)
    assert measures.late_entries(FIRST, FIRST + dt.timedelta(days=6)) == 1
    assert measures.late_entries(FIRST + dt.timedelta(days=7), LAST) == 0
