"""The figures of the execution logs for oversight, counted once more by hand on some months of work (R59–R63)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import chinese_calendar
import pytest

from enforcement_logs import measures
from enforcement_logs.models import Category, LogEntry, WeekClosing
from liwan_court.measuring import Span, Tally, span, total
from liwan_court.registry.models import Case, CaseKey, Division
from liwan_court.timetable import clock, runs
from liwan_court.timetable.models import DeadlineRun, Service
from tests.enforcement_logs.bureau import DEBTOR, Bureau, make_case
from tests.measured import agrees, by_name, cost, queries, shows_what_it_counts

SINCE = dt.date(2026, 1, 20)
DAY = dt.timedelta(days=1)
FIRST_RUN, LAST_RUN = dt.date(2026, 1, 23), dt.date(2026, 5, 15)
NOT_CLOSED, NOT_PUBLISHED, LATE = "2026-W11", "2026-W12", ("2026-W07", "2026-W14")
JUST_IN_TIME = "2026-W05"
SPANS = ("2026Q1", "2026Q2", "2026H1", "2026")


def at(day: str, hour: str = "12:00") -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=clock.ZONE)


MOMENTS = (
    at("2026-02-13"), at("2026-02-18"), at("2026-02-19"), at("2026-04-01", "00:00"), at("2026-05-08", "15:10"),
    at("2026-05-22", "15:30"), at("2026-05-22", "15:31"), at("2027-01-04"),
)  # fmt: skip
"""A noon; the days before and at which the portal has run for thirty days; a Friday afternoon; the end of its half hour."""


@pytest.fixture
def busy(bureau: Bureau) -> Bureau:
    """Some months of the bureau, closed and published Friday by Friday as beat would have it."""
    Service.objects.update(since=SINCE)
    fill(bureau, 40)
    run_fridays()
    WeekClosing.objects.get(period=NOT_CLOSED).delete()
    DeadlineRun.objects.filter(deadline="log_publication", period=NOT_PUBLISHED).update(supplement=1)
    return bureau


def fill(bureau: Bureau, count: int, start: int = 2000) -> None:
    """So many cases with entries and keys by a fixed chance; one in eight is not the bureau's."""
    chance, minyi = Random(start), Division.objects.get(code="minyi")
    for number in range(start, start + count):
        day = chance.choice([None, *(dt.date(2026, 1, 5) + DAY * n for n in range(120))])
        closed = chance.choice([None, None, (day or SINCE) + DAY * chance.randint(5, 90)])
        division = minyi if number % 8 == 0 else bureau.division
        case = make_case(number, division, bureau.officer, accepted_on=day, closed_on=closed)
        if number % 8:
            _entries(chance, case, day or SINCE - 10 * DAY)
        if chance.random() < 0.8:
            _key(chance, case, day or SINCE)


def _entries(chance: Random, case: Case, day: dt.date) -> None:
    for _ in range(chance.choice([0, 3, 9, 14])):
        hour = dt.time(chance.choice([0, 9, 11, 12, 23]), chance.choice([0, 30]))
        happened = clock.moment(day + DAY * chance.randint(0, 130), hour)
        LogEntry.objects.create(
            case=case, category=Category.objects.all()[0], officer=case.handling_judge, happened_at=happened,
            written_at=happened + dt.timedelta(hours=chance.choice([0, 2, 20, 100])), late=chance.random() < 0.3,
            void_at=happened if chance.random() < 0.1 else None,
        )  # fmt: skip


def _key(chance: Random, case: Case, day: dt.date) -> None:
    edge = chance.choice([clock.moment(day + 31 * DAY), clock.moment(day + 30 * DAY, dt.time(23, 59))])
    CaseKey.objects.create(
        case=case, party=case.parties.first(), selector="ABCD", digest=str(case.pk),
        issued_at=chance.choice([edge, clock.moment(day) + DAY * chance.randint(0, 45)]),
    )  # fmt: skip


def run_fridays() -> None:
    """Each deadline of the log at its time, two publications some hours late and one in its last minute."""
    for period, (last, _) in weeks_by_hand().items():
        if FIRST_RUN <= last <= LAST_RUN:
            published = "17:00" if period in LATE else "15:30" if period == JUST_IN_TIME else "15:00"
            for hour in ("12:00", published):
                with clock.at(at(last.isoformat(), hour)):
                    runs.wake()


@cache
def weeks_by_hand() -> dict[str, tuple[dt.date, dt.date]]:
    """By ISO week of 2026 that has a deadline: its day, and the first day it settles."""
    found, first = {}, dt.date(2025, 12, 27)
    for friday in fridays_by_hand():
        worked = [friday - DAY * n for n in range(5) if chinese_calendar.is_workday(friday - DAY * n)]
        if worked:
            found[name_of(friday)] = (worked[0], first)
            first = friday + DAY
    return found


def fridays_by_hand() -> list[dt.date]:
    return [dt.date(2026, 1, 2) + 7 * DAY * n for n in range(52)]


def name_of(friday: dt.date) -> str:
    return "{}-W{:02}".format(*friday.isocalendar()[:2])


def within(day: dt.date | None, of: Span) -> bool:
    return day is not None and max(of.first, SINCE) <= day <= min(of.last, clock.today())


def noons(of: Span) -> Iterator[tuple[str, Case, bool]]:
    entries = list(LogEntry.objects.filter(void_at=None))
    cases = list(Case.objects.filter(division__code="zhixing"))
    for friday in fridays_by_hand():
        day, first = weeks_by_hand().get(name_of(friday), (None, friday))
        closed = FIRST_RUN <= friday <= LAST_RUN and name_of(friday) != NOT_CLOSED
        if not closed or not within(day, of) or clock.now() < at(str(day)):
            continue
        end = at(str(day))
        written = {
            row.case_id
            for row in entries
            if row.written_at <= end and first <= clock.local(row.happened_at).date() <= friday
        }
        for case in cases:
            if (case.accepted_on or friday) <= friday and (case.closed_on is None or case.closed_on > friday):
                yield name_of(friday), case, case.pk in written


def logs_by_noon(of: Span) -> list[tuple[int, bool]]:
    return [(case.division_id, written) for _, case, written in noons(of)]


def fridays_on_time(of: Span) -> Iterator[tuple[None, bool]]:
    for period, (day, _) in weeks_by_hand().items():
        out = FIRST_RUN <= day <= LAST_RUN and period != NOT_PUBLISHED
        over = clock.now() >= at(str(day), "15:00") if out else clock.now() > at(str(day), "15:30")
        if within(day, of) and over:
            yield None, out and period not in LATE


def active_cases_logged(of: Span) -> Iterator[tuple[int, bool]]:
    on = min(of.last, clock.today())
    if on < max(of.first, SINCE) or on - 30 * DAY < SINCE:
        return
    for case in Case.objects.filter(division__code="zhixing"):
        if case.accepted_on and (on - case.accepted_on).days <= 30:
            continue
        if case.closed_on is None or case.closed_on > on:
            rows = [
                row for row in case.log_entries.all() if row.void_at is None and row.happened_at < clock.now()
            ]
            days = [(on - clock.local(row.happened_at).date()).days for row in rows]
            yield case.division_id, any(0 <= each <= 30 for each in days)


def keys_given(of: Span) -> Iterator[tuple[int, bool]]:
    for case in Case.objects.filter(division__code="zhixing"):
        if within(case.accepted_on, of) and (clock.today() - case.accepted_on).days > 30:
            days = [(clock.local(key.issued_at).date() - case.accepted_on).days for key in case.keys.all()]
            yield case.division_id, bool(days) and min(days) <= 30


def late_entries_share(of: Span) -> Iterator[tuple[int, bool]]:
    for row in LogEntry.objects.all():
        happened = clock.local(row.happened_at)
        if row.void_at is None and within(happened.date(), of) and happened < clock.now():
            yield row.case.division_id, row.late


SLOWLY: dict[str, Any] = {
    "logs_by_noon": logs_by_noon,
    "fridays_on_time": fridays_on_time,
    "active_cases_logged": active_cases_logged,
    "keys_given": keys_given,
    "late_entries_share": late_entries_share,
}


@pytest.mark.parametrize("name", SLOWLY)
def test_a_slow_recount_says_the_same(name: str, busy: Bureau) -> None:
    measure, seen = by_name(measures.MEASURES)[name], Tally()
    for moment in MOMENTS:
        with clock.at(moment):
            for of in map(span, SPANS):
                agrees(measure, of, SLOWLY[name](of))
                seen += total(measure.tallies(of))
    assert 0 < seen.numerator < seen.denominator


def test_every_measure_has_its_recount() -> None:
    found = by_name(measures.MEASURES)
    assert set(found) == set(SLOWLY)
    assert [name for name, each in found.items() if not each.by_division] == ["fridays_on_time"]
    assert [name for name, each in found.items() if each.low_is_good] == ["late_entries_share"]


def test_nothing_is_counted_before_service_or_in_a_time_to_come(busy: Bureau) -> None:
    with clock.at(MOMENTS[2]):
        for measure in measures.MEASURES:
            for name in ("2025", "2026Q2"):
                assert measure.tallies(span(name)) == {}
                assert list(measure.rows(span(name), None, None)) == []
    Service.objects.all().delete()
    with clock.at(MOMENTS[-1]):
        assert not any(measure.tallies(span("2026")) for measure in measures.MEASURES)


def test_more_cases_and_weeks_cost_no_more_queries(bureau: Bureau) -> None:
    Service.objects.update(since=SINCE)
    of = span("2026")
    fill(bureau, 8)
    make_case(1, bureau.division, bureau.officer, accepted_on=dt.date(2026, 1, 21))
    with clock.at(at("2026-01-23")):
        runs.wake()
    with clock.at(MOMENTS[-1]):
        few = cost(measures.MEASURES, of), queries(lambda: measures.fridays(2026))
        short = queries(lambda: measures.weeks(dt.date(2026, 3, 2), dt.date(2026, 3, 8)))
    fill(bureau, 40, 3000)
    run_fridays()
    with clock.at(MOMENTS[-1]):
        assert (cost(measures.MEASURES, of), queries(lambda: measures.fridays(2026))) == few
        assert queries(lambda: measures.weeks(dt.date(2026, 1, 1), dt.date(2026, 12, 31))) == short


def test_rows_name_the_cases_that_were_missing_at_noon_and_no_party(busy: Bureau) -> None:
    measure = by_name(measures.MEASURES)["logs_by_noon"]
    with clock.at(MOMENTS[3]):
        missing = list(measure.held_against(span("2026Q1"), busy.division.pk))
        rows = [row for each in measures.MEASURES for row in each.rows(span("2026Q1"), None, None)]
    kept = [
        pk
        for row in WeekClosing.objects.order_by("period")
        if row.period < "2026-W14"
        for pk in row.without_entry
    ]
    assert [row.what for row in missing] == [Case.objects.get(pk=pk).number for pk in kept]
    assert missing[0].detail == "2026-W04（2026-01-23 12:00截止）：没有日志"
    assert not any(DEBTOR in row.what + row.detail for row in rows)
    assert all(row.url for row in rows)


def test_each_case_of_each_noon_stands_under_its_number(busy: Bureau) -> None:
    measure, of = by_name(measures.MEASURES)["logs_by_noon"], span("2026Q1")
    with clock.at(MOMENTS[3]):
        shown = sorted((row.detail[:8], row.what, row.counted) for row in measure.rows(of, None, None))
        assert shown == sorted((period, case.number, written) for period, case, written in noons(of))


def test_a_register_changed_afterwards_changes_no_figure_of_a_noon(busy: Bureau) -> None:
    measure, of = by_name(measures.MEASURES)["logs_by_noon"], span("2026Q1")
    with clock.at(MOMENTS[3]):
        before = measure.tallies(of)
        LogEntry.objects.update(void_at=MOMENTS[3])
        Case.objects.filter(pk=busy.case.pk).update(closed_on=dt.date(2025, 1, 1))
        assert measure.tallies(of) == before
        shows_what_it_counts(measure, of)
        assert any(row.what.startswith("案号不详") for row in measure.rows(of, None, True))


def test_every_friday_of_a_year_has_a_state(busy: Bureau) -> None:
    with clock.at(at("2026-05-22", "15:31")):
        rows = {row.period: row for row in measures.fridays(2026)}
    assert [row.date for row in rows.values()] == fridays_by_hand()
    by_hand = weeks_by_hand()
    for period, row in rows.items():
        day = by_hand.get(period, (None, None))[0]
        expected = (
            "merged" if day is None
            else "future" if day > dt.date(2026, 5, 22)
            else "before" if day < SINCE
            else "late" if period in LATE
            else "missing" if period == NOT_PUBLISHED or day > LAST_RUN
            else "on_time"
        )  # fmt: skip
        assert row.state == expected, period
        assert row.detail
    assert rows["2026-W07"].detail.endswith("应于2026-02-13 15:00公布，2026-02-13 17:00公布，逾期。")
    assert rows["2026-W18"].detail.startswith("5月1日为休息日")
    assert [period for period, row in rows.items() if row.state == measures.State.MERGED] == ["2026-W08"]


def test_the_half_hour_after_a_deadline_is_not_over_yet(busy: Bureau) -> None:
    for hour, state in (("15:30", "future"), ("15:31", "missing")):
        with clock.at(at("2026-05-22", hour)):
            assert {row.date: row.state for row in measures.fridays(2026)}[dt.date(2026, 5, 22)] == state
