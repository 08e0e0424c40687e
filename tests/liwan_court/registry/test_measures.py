"""The register's figures for oversight, counted once more by hand: hearings, progress, keys (R40, R63)."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

import pytest

from liwan_court.measuring import Span, span, value_of
from liwan_court.registry import defaults, measures
from liwan_court.registry.models import Case, CaseKey, Division, HearingNotice, Milestone
from liwan_court.timetable import clock
from liwan_court.timetable.models import Service
from tests.factories import make_officer
from tests.liwan_court.registry.hearings.room import PLAINTIFF, make_case, make_notice
from tests.measured import agrees, by_name, cost, queries

SINCE = dt.date(2026, 1, 20)
SPANS = ("2026Q1", "2026Q2", "2026H1", "2026")
MOMENTS = (
    dt.datetime(2026, 3, 16, 9, 30, tzinfo=clock.ZONE),
    dt.datetime(2026, 4, 20, 12, tzinfo=clock.ZONE),
    dt.datetime(2026, 5, 7, 23, 59, tzinfo=clock.ZONE),
    dt.datetime(2026, 7, 1, 0, 0, tzinfo=clock.ZONE),
    dt.datetime(2027, 1, 4, 10, tzinfo=clock.ZONE),
)
"""In the midst of the first quarter, ninety days after going into service, in the midst of the second quarter, right after the first half, and after the year."""
DAY = dt.timedelta(days=1)


@pytest.fixture
def busy(db: None) -> list[Division]:
    """A court with a year of cases, some with progress, notices and keys of every kind."""
    defaults.load()
    Service.objects.create(since=SINCE)
    divisions = list(Division.objects.filter(code__in=("minyi", "miner", "xingting", "zhixing", "lian")))
    fill(divisions, 90)
    return divisions


def fill(divisions: list[Division], count: int, start: int = 1) -> None:
    """So many cases, spread by a fixed chance over divisions and days, the last days of the quarter among them."""
    chance, judge = Random(start), make_officer()
    days = [dt.date(2026, 1, 1) + DAY * n for n in range(200)]
    days += [SINCE - DAY, SINCE, dt.date(2026, 3, 31), dt.date(2026, 4, 1)] * 12
    for number in range(start, start + count):
        day = chance.choice([None, *days]) if number % 10 == 0 else chance.choice(days)
        closed = chance.choice([None, None, day and day + DAY * chance.randint(1, 120)])
        case = make_case(number, chance.choice(divisions), judge, accepted_on=day, closed_on=closed)
        for _ in range(chance.choice([0, 0, 1, 3])):
            _milestone(chance, case, day or days[0])
        for _ in range(chance.choice([0, 1, 2])):
            _notice(chance, case, day or days[0])
        if chance.random() < 0.5:
            _key(chance, case, day or days[0])


def _milestone(chance: Random, case: Case, day: dt.date) -> None:
    Milestone.objects.create(
        case=case, kind="assigned", on=day + DAY * chance.randint(0, 200),
        level=chance.choice(["all", "applicant", "internal"]), void_at=chance.choice([None, None, MOMENTS[0]]),
    )  # fmt: skip


def _notice(chance: Random, case: Case, day: dt.date) -> None:
    hour, minute = chance.choice([(0, 0), (7, 59), (8, 0), (9, 30), (23, 59)])
    begins = dt.datetime.combine(day + DAY * chance.randint(1, 60), dt.time(hour, minute), tzinfo=clock.ZONE)
    ahead = chance.choice([0, 1, 2, 2, 3, 3, 3, 4, 10])
    published = dt.datetime.combine(
        begins.date() - DAY * ahead, dt.time(chance.choice([0, 7, 8, 23]), 30), tzinfo=clock.ZONE
    )
    make_notice(
        case, begins, public=chance.random() < 0.8, published_at=published,
        state=chance.choice(["announced", "announced", "announced", "changed", "cancelled"]),
    )  # fmt: skip
    if chance.random() < 0.1:
        case.juvenile = True
        case.save()


def _key(chance: Random, case: Case, day: dt.date) -> None:
    CaseKey.objects.create(
        case=case, party=case.parties.first(), selector="ABCD", digest=str(case.pk),
        revoked_at=chance.choice([None, MOMENTS[0]]), issued_at=clock.moment(day) + DAY * chance.randint(0, 40),
    )  # fmt: skip


def within(day: dt.date | None, of: Span) -> bool:
    """A day of the span, in service, not to come."""
    return day is not None and max(SINCE, of.first) <= day <= min(of.last, clock.today())


def notices_in_time(of: Span) -> Any:
    for row in HearingNotice.objects.all():
        begins, published = clock.local(row.begins_at), clock.local(row.published_at)
        case = row.case
        hidden = case.juvenile or case.secrets or case.closed_hearing or not row.public
        if not hidden and row.state == "announced" and within(begins.date(), of) and begins < clock.now():
            yield row.division_id, (begins.date() - published.date()).days >= 3


def new_cases(of: Span) -> Any:
    return [
        case
        for case in Case.objects.all()
        if within(case.accepted_on, of) and case.accepted_on != clock.today()
    ]


def progress_public(of: Span) -> Any:
    for case in new_cases(of):
        rows = list(case.milestones.all())
        yield case.division_id, any(row.void_at is None and row.level != "internal" for row in rows)


def keys_at_acceptance(of: Span) -> Any:
    return [(case.division_id, case.keys.count() > 0) for case in new_cases(of)]


def milestones_recent(of: Span) -> Any:
    on = min(of.last, clock.today())
    if on < of.first or (on - SINCE).days < 90:
        return
    for case in Case.objects.all():
        if case.division.code == "zhixing" or case.accepted_on is None:
            continue
        if (on - case.accepted_on).days <= 30 or (case.closed_on and case.closed_on <= on):
            continue
        days = [row.on for row in case.milestones.all() if row.void_at is None and row.level != "internal"]
        days += [
            clock.local(row.published_at).date()
            for row in case.hearing_notices.all()
            if row.published_at < clock.now()
        ]
        yield case.division_id, any(0 <= (on - day).days <= 90 for day in days)


SLOWLY = {
    "notices_in_time": notices_in_time,
    "progress_public": progress_public,
    "keys_at_acceptance": keys_at_acceptance,
    "milestones_recent": milestones_recent,
}


@pytest.mark.parametrize("name", SLOWLY)
def test_a_slow_recount_says_the_same_of_every_division(name: str, busy: list[Division]) -> None:
    measure, several = by_name(measures.MEASURES)[name], 0
    for moment in MOMENTS:
        with clock.at(moment):
            for of in map(span, SPANS):
                agrees(measure, of, SLOWLY[name](of))
                several = max(several, len(measure.tallies(of)))
    assert several >= 4


def test_every_measure_has_its_recount() -> None:
    assert set(by_name(measures.MEASURES)) == set(SLOWLY)


def test_nothing_is_counted_before_service_or_in_a_time_to_come(busy: list[Division]) -> None:
    with clock.at(MOMENTS[0]):
        for measure in measures.MEASURES:
            for name in ("2025", "2026Q2"):
                assert measure.tallies(span(name)) == {}
                assert list(measure.rows(span(name), None, None)) == []
    Service.objects.all().delete()
    with clock.at(MOMENTS[-1]):
        assert not any(measure.tallies(span("2026")) for measure in measures.MEASURES)


def test_more_cases_and_divisions_cost_no_more_queries(busy: list[Division]) -> None:
    of = span("2026")
    with clock.at(MOMENTS[-1]):
        few = cost(measures.MEASURES, of)
        fill(list(Division.objects.all()), 60, start=501)
        assert cost(measures.MEASURES, of) == few
    assert all(tallies <= 2 and rows <= 2 for tallies, rows in few.values())


def test_no_row_names_a_party(busy: list[Division]) -> None:
    with clock.at(MOMENTS[-1]):
        rows = [row for each in measures.MEASURES for row in each.rows(span("2026"), None, None)]
        assert queries(lambda: measures.MEASURES[0].rows(span("2026"), None, False)) == 2
    assert rows
    assert all(row.what.startswith("（2026）粤0103民初") and row.url for row in rows)
    assert not any(PLAINTIFF in row.what + row.detail for row in rows)


@pytest.mark.parametrize(("published", "good"), [("2026-03-17T23:59", 1), ("2026-03-18T00:00", 0)])
def test_three_days_are_counted_by_the_court_s_calendar(db: None, published: str, good: int) -> None:
    defaults.load()
    Service.objects.create(since=SINCE)
    case = make_case(1, Division.objects.get(code="minyi"), make_officer())
    at = dt.datetime.fromisoformat(published).replace(tzinfo=clock.ZONE)
    make_notice(case, dt.datetime(2026, 3, 20, 0, 30, tzinfo=clock.ZONE), published_at=at)
    with clock.at(MOMENTS[1]):
        tally = by_name(measures.MEASURES)["notices_in_time"].tallies(span("2026Q1"))[case.division_id]
        assert (tally.numerator, tally.denominator) == (good, 1)


def test_a_case_of_today_has_until_tomorrow(db: None) -> None:
    defaults.load()
    Service.objects.create(since=SINCE)
    case = make_case(1, Division.objects.get(code="minyi"), make_officer(), accepted_on=dt.date(2026, 3, 16))
    measure = by_name(measures.MEASURES)["keys_at_acceptance"]
    with clock.at(MOMENTS[0]):
        assert measure.tallies(span("2026Q1")) == {}
    with clock.at(MOMENTS[0] + DAY):
        tally = measure.tallies(span("2026Q1"))[case.division_id]
        assert value_of(measure.unit, tally) == 0
        (row,) = measure.held_against(span("2026Q1"))
    assert (row.what, row.detail) == (case.number, "2026-03-16立案，未发放查阅密码")


def test_a_hearing_announced_today_is_progress_of_today(db: None) -> None:
    defaults.load()
    Service.objects.create(since=SINCE)
    case = make_case(1, Division.objects.get(code="minyi"), make_officer(), accepted_on=SINCE)
    measure, now = by_name(measures.MEASURES)["milestones_recent"], MOMENTS[1]
    make_notice(case, now + 30 * DAY, published_at=now - dt.timedelta(hours=1))
    with clock.at(now - DAY):
        assert measure.tallies(span("2026Q2")) == {}
    with clock.at(now):
        assert [row.counted for row in measure.rows(span("2026Q2"), None, None)] == [True]
