"""Deadlines: the day each falls on, the instant it is due, and the reason when it is not the day the plan names."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liwan_court.timetable.deadlines import (
    DEADLINES,
    UnknownDeadline,
    current_or_next,
    deadline,
    due_between,
    occurrence,
    occurrences,
    publication_warning,
)
from liwan_court.timetable.periods import UnknownPeriod
from liwan_court.timetable.workdays import Calendar

CALENDAR = Calendar.shipped()
YEARS = range(2004, 2031)


def dates_of(name, year):
    return [row.date for row in occurrences(year, CALENDAR) if row.name == name]


def days(year, *month_days):
    return [date(year, *map(int, month_day.split("-"))) for month_day in month_days]


def row(name, period):
    return occurrence(name, period, CALENDAR)


def test_lists_are_due_on_the_first_working_day_from_the_1st_in_2013():
    assert dates_of("nomination", 2013) == days(
        2013, "1-4", "2-1", "3-1", "4-1", "5-2", "6-3", "7-1", "8-1", "9-2", "10-8", "11-1", "12-2"
    )


def test_lists_are_due_on_the_first_working_day_from_the_1st_in_2026():
    assert dates_of("nomination", 2026) == days(
        2026, "1-4", "2-2", "3-2", "4-1", "5-6", "6-1", "7-1", "8-3", "9-1", "10-8", "11-2", "12-1"
    )


def test_collection_closes_on_the_next_working_day_in_2026():
    assert dates_of("collection", 2026) == days(
        2026,
        "1-20",
        "2-24",
        "3-20",
        "4-20",
        "5-20",
        "6-22",
        "7-20",
        "8-20",
        "9-20",
        "10-20",
        "11-20",
        "12-21",
    )


def test_collection_closes_on_the_next_working_day_in_2013():
    moved = [day for day in dates_of("collection", 2013) if day.month in {1, 4, 7, 9, 10}]

    assert moved == days(2013, "1-21", "4-22", "7-22", "9-22", "10-21")


def test_a_late_collection_does_not_move_the_window():
    late = row("collection", "2026-02")

    assert late.window == (date(2026, 1, 21), date(2026, 2, 20))
    assert late.due.isoformat() == "2026-02-25T00:00:00+08:00"
    assert late.reason == "2月20日为休息日（周五，春节），顺延至2月24日（周二），归集范围不变。"


def test_publication_never_moves():
    assert dates_of("publication", 2026) == [date(2026, month, 25) for month in range(1, 13)]
    assert row("publication", "2026-03").due.isoformat() == "2026-03-25T09:00:00+08:00"
    assert row("publication", "2026-01").reason == "1月25日为休息日（周日），照常自动公布。"
    assert row("publication", "2026-03").reason is None


def test_too_little_time_for_review_is_warned_of():
    warning = "本月归集至2月24日截止，与2月25日公布之间只有0个工作日（少于2个），请提前审核。"

    assert publication_warning("2026-02", CALENDAR) == warning
    assert row("publication", "2026-02").reason == warning
    assert publication_warning("2026-03", CALENDAR) is None


@pytest.mark.parametrize(
    ("holiday", "instead"),
    [
        ("2026-W01", "2025-12-31"),
        ("2026-W18", "2026-04-30"),
        ("2026-W25", "2026-06-18"),
        ("2026-W39", "2026-09-24"),
        ("2026-W40", "2026-09-30"),
        ("2013-W40", "2013-09-30"),
    ],
)
def test_a_holiday_friday_brings_the_logs_forward_in_the_same_week(holiday, instead):
    cutoff, published = row("log_cutoff", holiday), row("log_publication", holiday)

    assert cutoff.due.isoformat() == f"{instead}T12:00:00+08:00"
    assert published.due.isoformat() == f"{instead}T15:00:00+08:00"
    assert "提前至本周最后一个工作日" in cutoff.reason


def test_a_week_without_a_working_day_merges_into_the_next():
    merged, receiving = row("log_publication", "2026-W08"), row("log_publication", "2026-W09")

    assert (merged.due, merged.date, merged.window) == (None, date(2026, 2, 27), None)
    assert "2026-W09" in merged.reason
    assert receiving.due.isoformat() == "2026-02-27T15:00:00+08:00"
    assert receiving.merged_periods == ("2026-W08", "2026-W09")
    assert receiving.reason == "2026-W08整周放假，与2026-W09合并办理。"
    assert receiving.window == (date(2026, 2, 14), date(2026, 2, 27))


def test_makeup_work_at_the_weekend_does_not_save_the_week_it_ends():
    assert CALENDAR.is_workday(date(2013, 2, 16))
    assert row("log_cutoff", "2013-W07").due is None
    assert row("log_cutoff", "2013-W08").merged_periods == ("2013-W07", "2013-W08")


def test_several_weeks_without_a_working_day_merge_into_the_first_that_has_one():
    closed = {date(2026, 3, 2) + timedelta(days=n): (False, "停工") for n in range(12)}
    calendar = Calendar(closed, announced={2026})

    first, second, receiving = (
        occurrence("log_cutoff", week, calendar) for week in ("2026-W10", "2026-W11", "2026-W12")
    )

    assert (first.date, second.date) == (date(2026, 3, 20), date(2026, 3, 20))
    assert "2026-W12" in first.reason
    assert receiving.merged_periods == ("2026-W10", "2026-W11", "2026-W12")
    assert receiving.window == (date(2026, 2, 28), date(2026, 3, 20))


def test_a_receiving_week_whose_friday_is_a_holiday_gives_both_reasons():
    closed = {date(2026, 3, 2) + timedelta(days=n): (False, "停工") for n in range(5)}
    calendar = Calendar({**closed, date(2026, 3, 13): (False, "停电")}, announced={2026})

    receiving = occurrence("log_cutoff", "2026-W11", calendar)

    assert receiving.due.isoformat() == "2026-03-12T12:00:00+08:00"
    assert "停电" in receiving.reason
    assert "2026-W10整周放假，与2026-W11合并办理。" in receiving.reason


@pytest.mark.parametrize(
    ("name", "period", "nominal", "landed", "due"),
    [
        ("quarterly_briefing", "2025Q4", "2026-01-15", "2026-01-15", "2026-01-16"),
        ("quarterly_briefing", "2026Q1", "2026-04-15", "2026-04-15", "2026-04-16"),
        ("quarterly_briefing", "2022Q3", "2022-10-15", "2022-10-17", "2022-10-18"),
        ("quarterly_inspection", "2025Q4", "2026-01-01", "2026-01-04", "2026-01-05"),
        ("quarterly_inspection", "2026Q3", "2026-10-01", "2026-10-08", "2026-10-09"),
        ("midyear_review", "2026H1", "2026-06-10", "2026-06-10", "2026-06-11"),
        ("year_end_acceptance", "2026", "2026-12-31", "2026-12-31", "2027-01-01"),
        ("year_end_acceptance", "2022", "2022-12-31", "2022-12-30", "2022-12-31"),
        ("project_breakdown", "2026", "2026-03-25", "2026-03-25", "2026-03-26"),
        ("implementation", "2026", "2026-04-30", "2026-04-30", "2026-05-01"),
    ],
)
def test_the_quarter_and_the_year_have_their_days(name, period, nominal, landed, due):
    found = row(name, period)

    assert (found.nominal_date.isoformat(), found.date.isoformat()) == (nominal, landed)
    assert found.due.isoformat() == f"{due}T00:00:00+08:00"


def test_a_fixed_day_that_is_a_rest_day_says_that_it_stands():
    assert row("project_breakdown", "2025").reason is None
    assert row("project_breakdown", "2023").reason == "3月25日为休息日（周六），期限不变。"


def test_the_midyear_review_opens_on_the_first_working_day_of_june():
    assert row("midyear_review", "2024H1").window == (date(2024, 6, 3), date(2024, 6, 10))


def test_lists_may_be_filed_from_the_20th_of_the_month_before():
    assert row("nomination", "2026-01").window == (date(2025, 12, 20), date(2026, 1, 4))


def test_a_year_lists_what_its_nominal_days_lie_in():
    rows = occurrences(2026, CALENDAR)
    counts = {declared.name: sum(row.name == declared.name for row in rows) for declared in DEADLINES}

    assert counts == {
        "nomination": 12,
        "collection": 12,
        "publication": 12,
        "log_cutoff": 52,
        "log_publication": 52,
        "quarterly_briefing": 4,
        "midyear_review": 1,
        "quarterly_inspection": 4,
        "year_end_acceptance": 1,
        "project_breakdown": 1,
        "implementation": 1,
    }
    assert {row.nominal_date.year for row in rows} == {2026}
    assert [row.period for row in rows if row.name == "quarterly_briefing"] == [
        "2025Q4",
        "2026Q1",
        "2026Q2",
        "2026Q3",
    ]


def test_rows_come_by_nominal_day_then_by_declaration():
    order = [declared.name for declared in DEADLINES]
    keys = [(row.nominal_date, order.index(row.name)) for row in occurrences(2026, CALENDAR)]

    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("year", "fridays", "last"), [(2021, 53, "2021-W52"), (2027, 53, "2027-W52"), (2026, 52, "2026-W52")]
)
def test_weeks_belong_to_the_year_of_their_friday(year, fridays, last):
    weeks = [row.period for row in occurrences(year, CALENDAR) if row.name == "log_cutoff"]

    assert len(weeks) == fridays
    assert weeks[-1] == last


def test_the_first_friday_of_2027_is_in_the_53rd_week_of_2026():
    assert next(row.period for row in occurrences(2027, CALENDAR) if row.name == "log_cutoff") == "2026-W53"


@pytest.mark.parametrize("year", [1990, 2027, 2028, 2999])
def test_a_year_not_announced_is_provisional_and_never_an_error(year):
    assert all(row.provisional for row in occurrences(year, CALENDAR))


def test_an_announced_year_is_not_provisional():
    assert not any(row.provisional for row in occurrences(2026, CALENDAR))


def test_what_is_due_next_is_found_across_the_turn_of_the_year():
    at = datetime.fromisoformat("2026-12-28T10:00:00+08:00")

    assert current_or_next("publication", at, CALENDAR).period == "2027-01"
    assert current_or_next("midyear_review", at, CALENDAR).period == "2027H1"
    assert current_or_next("log_cutoff", at, CALENDAR).period == "2026-W53"


def test_a_deadline_is_over_at_its_own_instant():
    due = row("publication", "2026-03").due

    assert current_or_next("publication", due - timedelta(seconds=1), CALENDAR).period == "2026-03"
    assert current_or_next("publication", due, CALENDAR).period == "2026-04"


def test_a_merged_week_is_never_next():
    at = datetime.fromisoformat("2026-02-16T10:00:00+08:00")

    assert current_or_next("log_cutoff", at, CALENDAR).period == "2026-W09"


def test_a_late_start_finds_everything_that_fell_due_meanwhile_once():
    start = datetime.fromisoformat("2026-02-24T12:00:00+08:00")
    middle = datetime.fromisoformat("2026-02-25T09:00:00+08:00")
    end = datetime.fromisoformat("2026-02-27T16:00:00+08:00")

    names = [row.name for row in due_between(start, end, CALENDAR)]

    assert names == ["collection", "publication", "log_cutoff", "log_publication"]
    assert due_between(start, middle, CALENDAR) + due_between(middle, end, CALENDAR) == due_between(
        start, end, CALENDAR
    )


def test_a_server_in_utc_is_not_a_day_off():
    just_before = datetime(2026, 3, 20, 15, 59, 59, tzinfo=UTC)

    assert current_or_next("collection", just_before, CALENDAR).period == "2026-03"
    assert current_or_next("collection", just_before + timedelta(seconds=1), CALENDAR).period == "2026-04"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="aware"):
        current_or_next("collection", datetime(2026, 3, 20), CALENDAR)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("collection", "2026-13"),
        ("collection", "2026"),
        ("log_cutoff", "2025-W53"),
        ("log_cutoff", "2026-W54"),
        ("quarterly_briefing", "2026Q5"),
        ("midyear_review", "2026H2"),
        ("year_end_acceptance", "0000"),
        ("year_end_acceptance", "二〇二六"),
    ],
)
def test_a_period_that_does_not_exist_is_refused_in_chinese(name, period):
    with pytest.raises(UnknownPeriod, match="周期"):
        row(name, period)


def test_an_unknown_deadline_is_refused_with_the_names_that_exist():
    with pytest.raises(UnknownDeadline, match=r"没有名为“publish”的期限.*publication"):
        deadline("publish")


def test_a_year_out_of_reason_is_refused():
    with pytest.raises(UnknownPeriod, match="年份9999不可信"):
        occurrences(9999, CALENDAR)


@given(st.dates(date(2004, 1, 1), date(2030, 11, 30)))
@settings(max_examples=50)
def test_every_effective_day_falls_in_exactly_one_window(day):
    for name in ("collection", "publication"):
        rows = [
            row
            for year in (day.year, day.year + 1)
            for row in occurrences(year, CALENDAR)
            if row.name == name
        ]

        assert sum(row.window[0] <= day <= row.window[1] for row in rows) == 1


@given(st.dates(date(2004, 1, 3), date(2030, 11, 30)))
@settings(max_examples=50)
def test_every_day_of_work_falls_in_exactly_one_batch_of_logs(day):
    rows = [
        row
        for year in (day.year, day.year + 1)
        for row in occurrences(year, CALENDAR)
        if row.name == "log_cutoff"
    ]

    assert sum(row.window[0] <= day <= row.window[1] for row in rows if row.window) == 1


@pytest.mark.parametrize("name", [declared.name for declared in DEADLINES])
def test_each_deadline_falls_due_later_in_each_period(name):
    dues = [row.due for year in YEARS for row in occurrences(year, CALENDAR) if row.name == name and row.due]

    assert all(earlier < later for earlier, later in pairwise(dues))


def test_a_reason_is_given_exactly_when_there_is_something_to_explain():
    for year in YEARS:
        for found in occurrences(year, CALENDAR):
            warned = found.name == "publication" and publication_warning(found.period, CALENDAR)
            rest = not CALENDAR.is_workday(found.nominal_date)

            assert bool(found.reason) == bool(rest or warned or found.merged_periods)
            assert found.date == found.nominal_date or found.reason


def test_each_period_reads_back_as_the_same_occurrence():
    rows = occurrences(2026, CALENDAR)

    assert [occurrence(found.name, found.period, CALENDAR) for found in rows] == rows
