"""The figures of livestream and microblog for oversight, counted once more by hand on a year of everything (R44–R51)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import chinese_calendar
import pytest

from livestream import measures
from livestream.actions.rotation import year_plan
from livestream.models import Cut, NominationList, Notice, Session, SkippedTurn
from liwan_court.measuring import Span, Tally, Unit, span, total
from liwan_court.registry.models import Absence, Division, Officer
from liwan_court.timetable import clock
from liwan_court.timetable.models import Service
from tests.livestream.court import Court
from tests.livestream.figures import a_year
from tests.livestream.figures.a_year import DAY, LAST_OF_JULY, SINCE
from tests.measured import agrees, by_name, cost, queries, shows_what_it_counts

SPANS = ("2026Q1", "2026Q2", "2026Q3", "2026Q4", "2026H1", "2026")
MOMENTS = (
    dt.datetime(2026, 3, 26, 9, 0, tzinfo=clock.ZONE),
    dt.datetime(2026, 6, 2, 0, 0, tzinfo=clock.ZONE),
    dt.datetime(2026, 10, 9, 0, 0, tzinfo=clock.ZONE),
    dt.datetime(2026, 12, 31, 23, 0, tzinfo=clock.ZONE),
    dt.datetime(2027, 1, 4, 10, tzinfo=clock.ZONE),
)
"""A Thursday before its session, moments at which lists fall due (1 June and 8 October are over), the last Thursday, after it."""
NAMES = ("民一庭", "民二庭", "民三庭", "行政庭", "知识产权庭", "刑庭", "少年庭", "审监庭")


@pytest.fixture
def busy(live_court: Court) -> Court:
    """The year."""
    a_year.begin(live_court)
    a_year.skips(live_court)
    a_year.fill(live_court, dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    return live_court


def days_of(year: int) -> Iterator[dt.date]:
    day = dt.date(year, 1, 1)
    while day.year == year:
        yield day
        day += DAY


def handed_on() -> list[SkippedTurn]:
    return list(SkippedTurn.objects.filter(hands_on=True))


def owners(handed: set[dt.date] | None = None) -> dict[dt.date, str]:
    """Whose turn each working Tuesday and Thursday is, by hand: a month each, and on to the next after a turn handed on."""
    handed = {row.date for row in handed_on()} if handed is None else handed
    place, month, found, on = -1, 0, {}, False
    for day in days_of(2026):
        if day.month != month:
            place, month, on = place + 1, day.month, False
        if day.weekday() in (1, 3) and chinese_calendar.is_workday(day):
            place, on = place + on, False
            found[day] = NAMES[place % len(NAMES)]
            on = day in handed
    return found


def key(name: str) -> int:
    return Division.objects.get(name=name).pk


def within(day: dt.date, of: Span) -> bool:
    return of.first <= day <= of.last and day >= SINCE


def held(of: Span, weekdays: tuple[int, ...], form: str) -> Any:
    rows = list(Session.objects.filter(state="ended"))
    for day, name in owners().items():
        if day.weekday() in weekdays and within(day, of) and day < clock.today():
            yield (
                key(name),
                any(getattr(row, form) for row in rows if clock.local(row.begins_at).date() == day),
            )


def lists_on_time(of: Span) -> Any:
    for month in range(1, 13):
        due = dt.date(2026, month, 1)
        while not chinese_calendar.is_workday(due):
            due += DAY
        if not within(due, of) or clock.today() <= due:
            continue
        late = {
            row.date for row in handed_on() if row.date.month == month and row.at >= clock.moment(due + DAY)
        }
        skipped = {row.date for row in handed_on()} - late
        asked = {
            (name, "livestream" if day.weekday() == 3 else "microblog")
            for day, name in owners(skipped).items()
            if day.month == month and day not in skipped
        }
        for name, kind in asked:
            filed = NominationList.objects.filter(period=f"2026-{month:02}", division__name=name, kind=kind)
            yield key(name), [row.late for row in filed] == [False]


def skips_with_reason(of: Span) -> Any:
    for row in SkippedTurn.objects.all():
        if within(row.date, of) and row.date <= clock.today():
            yield row.division_id, len(row.reason.replace(" ", "")) > 0


def quota_met(of: Span) -> Any:
    last = min(of.last, clock.today())
    if last < max(of.first, SINCE):
        return
    away, sessions = list(Absence.objects.all()), ended_until(last)
    for officer in Officer.objects.prefetch_related("holdings__division"):
        holdings = [
            row
            for row in officer.holdings.all()
            if row.post in ("judge", "division_head") and row.division and row.division.name in NAMES
        ]
        absences = [row for row in away if row.officer_id == officer.pk]
        days = [
            day
            for day in days_of(2026)
            if day >= SINCE
            and any(row.since <= day and (row.until is None or day <= row.until) for row in holdings)
            and not any(row.since <= day <= row.until for row in absences)
        ]
        past = [day for day in days if day <= last]
        if not past:
            continue
        sat = [row for row in sessions if officer in {row.judge, *row.panel.all()}]
        due = {}
        for form, whole in (("livestream", 1), ("microblog", 2)):
            owed = int(Fraction(whole * len(days), 365) + Fraction(1, 2))
            due[form] = owed * len(past) // len(days)
        if any(due.values()):
            current = [row for row in holdings if row.since <= last]
            where = max(current, key=lambda row: row.since).division_id
            yield where, all(sum(getattr(row, form) for row in sat) >= due[form] for form in due)


def ended_until(last: dt.date) -> list[Session]:
    rows = Session.objects.filter(state="ended").select_related("judge").prefetch_related("panel")
    return [row for row in rows if SINCE <= clock.local(row.begins_at).date() <= last]


def notices_acknowledged(of: Span) -> Any:
    for row in Notice.objects.select_related("session"):
        begins = clock.local(row.session.begins_at)
        if (
            within(begins.date(), of)
            and begins < clock.now()
            and row.kind in ("schedule", "change", "pulled")
        ):
            yield row.session.division_id, row.acknowledged_at is not None


SLOWLY = {
    "livestreams_held": lambda of: held(of, (3,), "livestream"),
    "microblogs_held": lambda of: held(of, (1, 3), "microblog"),
    "lists_on_time": lists_on_time,
    "skips_with_reason": skips_with_reason,
    "quota_met": quota_met,
    "notices_acknowledged": notices_acknowledged,
}


@pytest.mark.parametrize("name", SLOWLY)
def test_a_slow_recount_says_the_same_of_every_division(name: str, busy: Court) -> None:
    measure, seen = by_name(measures.MEASURES)[name], Tally()
    for moment in MOMENTS:
        with clock.at(moment):
            for of in map(span, SPANS):
                agrees(measure, of, SLOWLY[name](of))
                seen += total(measure.tallies(of))
    assert 0 < seen.numerator < seen.denominator


def test_cuts_are_counted_among_the_livestreams_on_air(busy: Court) -> None:
    measure = by_name(measures.MEASURES)["improper_broadcasts"]
    assert (measure.unit, measure.low_is_good) == (Unit.COUNT, True)
    for moment in MOMENTS:
        with clock.at(moment):
            for of in map(span, SPANS):
                assert dict(measure.tallies(of)) == cuts_by_hand(of)
                shows_what_it_counts(measure, of)
    assert total(cuts_by_hand(span("2026"))).numerator > 3


def cuts_by_hand(of: Span) -> dict[int, Tally]:
    found: dict[int, Tally] = {}
    for row in Session.objects.filter(livestream=True):
        day = clock.local(row.begins_at).date()
        if row.state in ("live", "paused", "ended") and within(day, of) and row.begins_at < clock.now():
            cuts = Cut.objects.filter(broadcast__session=row).count()
            found[row.division_id] = found.get(row.division_id, Tally()) + Tally(cuts, 1)
    return found


def test_every_measure_has_its_recount() -> None:
    assert set(by_name(measures.MEASURES)) == {*SLOWLY, "improper_broadcasts"}


def test_nothing_is_counted_before_service_or_in_a_time_to_come(busy: Court) -> None:
    with clock.at(MOMENTS[0]):
        for measure in measures.MEASURES:
            for name in ("2025", "2026Q2"):
                assert measure.tallies(span(name)) == {}
                assert list(measure.rows(span(name), None, None)) == []
    Service.objects.all().delete()
    with clock.at(MOMENTS[-1]):
        assert not any(measure.tallies(span("2026")) for measure in measures.MEASURES)
        assert measures.rotation_progress(span("2026")) == []


def test_more_sessions_and_divisions_cost_no_more_queries(live_court: Court) -> None:
    a_year.begin(live_court)
    of = span("2026")
    a_year.fill(live_court, dt.date(2026, 1, 1), dt.date(2026, 1, 31))
    with clock.at(MOMENTS[-1]):
        few = cost(measures.MEASURES, of), queries(lambda: measures.rotation_progress(of))
    a_year.skips(live_court)
    a_year.fill(live_court, dt.date(2026, 2, 1), dt.date(2026, 12, 31))
    with clock.at(MOMENTS[-1]):
        assert (cost(measures.MEASURES, of), queries(lambda: measures.rotation_progress(of))) == few


def test_no_row_says_a_party_s_name_or_why_a_picture_was_cut(busy: Court) -> None:
    with clock.at(MOMENTS[-1]):
        rows = [row for each in measures.MEASURES for row in each.rows(span("2026"), None, None)]
    assert len(rows) > 100
    assert not any(word in row.what + row.detail for row in rows for word in ("沈立平", "粤荔皮具"))
    assert all(row.url for row in rows)


def test_who_took_over_after_the_lists_were_due_had_none_to_file(busy: Court) -> None:
    measure = by_name(measures.MEASURES)["lists_on_time"]
    with clock.at(MOMENTS[-1]):
        rows = list(measure.rows(span("2026"), None, None))
    march = {row.division_id for row in rows if row.what.startswith("2026-03")}
    april = {row.division_id for row in rows if row.what.startswith("2026-04")}
    assert march == {key("民三庭")}
    assert april == {key("刑庭")}


def test_the_rotation_says_how_far_each_division_is(busy: Court) -> None:
    of = span("2026Q3")
    with clock.at(clock.moment(LAST_OF_JULY)):
        rows = {row.division: row for row in measures.rotation_progress(of)}
    turns = {day: name for day, name in owners().items() if within(day, of)}
    assert list(rows) == list(dict.fromkeys(turns.values()))
    for name, row in rows.items():
        own = [day for day, whose in turns.items() if whose == name]
        ended = {clock.local(each.begins_at).date() for each in Session.objects.filter(state="ended")} & set(
            own
        )
        over = [day for day in own if day < LAST_OF_JULY and day not in ended]
        assert (row.division_id, row.turns, row.held, row.not_held) == (
            key(name),
            len(own),
            len(ended),
            len(over),
        )
        assert row.to_come == row.turns - row.held - row.not_held
        assert row.skipped == sum(SkippedTurn.objects.filter(date=day).exists() for day in own)


def test_what_a_judge_did_before_service_is_not_counted_and_its_part_of_the_year_not_owed(
    live_court: Court,
) -> None:
    a_year.begin(live_court)
    measure = by_name(measures.MEASURES)["quota_met"]
    slots = {slot.date: slot for slot in year_plan(2026)}
    for day in (dt.date(2026, 1, 8), dt.date(2026, 1, 13), dt.date(2026, 1, 15)):
        with clock.at(MOMENTS[-1]):
            (before,) = [row for row in measure.rows(span("2026"), None, None) if row.what == "法官甲"]
        assert not before.counted
        a_year.put_on(live_court, slots[day], live_court.division, [live_court.judge], "ended")
    with clock.at(MOMENTS[-1]):
        (row,) = [row for row in measure.rows(span("2026"), None, None) if row.what == "法官甲"]
    assert (row.counted, row.detail) == (True, "直播应有1次、已有1次，微博应有2次、已有2次")
