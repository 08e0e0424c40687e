"""What oversight counts of its own work, counted once more the slow way; what a page shows is what its rows add up to (R11)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from random import Random

import pytest

from liwan_court.measuring import Tally, Unit, span, total, value_of
from liwan_court.registry.models import Division
from liwan_court.timetable import clock
from oversight.actions.inspect import TakeInspection
from oversight.measured import UnknownMeasure, measure, measures
from oversight.models import (
    Bulletin,
    Inspection,
    Invitation,
    Meeting,
    Rectification,
    Task,
    Training,
    YearPlan,
)
from oversight.reading import frozen_board, live_board
from tests.oversight.people import APRIL, House, actor, task

NOW = dt.datetime(2026, 8, 20, 10, tzinfo=clock.ZONE)
SPANS = ("2026Q1", "2026Q2", "2026Q3", "2026H1", "2026")


@pytest.fixture
def busy(house: House) -> House:
    """A year of work at random: tasks in every state, meetings, training, rectifications, bulletins."""
    rng, divisions = Random("busy"), list(Division.objects.filter(active=True))
    for number in range(120):
        due = dt.date(2026, 1, 5) + dt.timedelta(days=rng.randint(0, 350))
        reported = due + dt.timedelta(days=rng.randint(-9, 9)) if rng.random() < 0.7 else None
        row = task(rng.choice(divisions), f"任务{number}", due, reported)
        if rng.random() < 0.15:
            Task.objects.filter(pk=row.pk).update(state=Task.State.CANCELLED)
        elif rng.random() < 0.2:
            Task.objects.filter(pk=row.pk).update(due=due + dt.timedelta(days=20))
    for period, day in (
        ("2025Q4", dt.date(2026, 1, 14)),
        ("2026Q1", dt.date(2026, 4, 20)),
        ("2026Q2", dt.date(2026, 7, 9)),
    ):
        meeting = Meeting.objects.create(
            period=period, begins_at=clock.moment(day, dt.time(9)), place="一", state=Meeting.State.HELD, called_by_name="秘"
        )  # fmt: skip
        for division in divisions:
            state = rng.choice(["present", "present", "deputy", "absent"])
            Invitation.objects.create(meeting=meeting, division=division, attendance=state)
    for _ in range(12):
        row = Training.objects.create(
            held_on=dt.date(2026, 1, 1) + dt.timedelta(days=rng.randint(0, 220)), topic="学", hours=1, organiser=divisions[0]
        )  # fmt: skip
        for division in rng.sample(divisions, 6):
            row.attendances.create(division=division, people=rng.randint(0, 4))
    for number in range(60):
        due = dt.date(2026, 1, 5) + dt.timedelta(days=rng.randint(0, 350))
        closed = rng.random() < 0.6
        Rectification.objects.create(
            year=2026, code=f"X{number}", indicator_name="某", division=rng.choice([*divisions, None]), origin="by_hand",
            problem="问题", due=due, state="closed" if closed else rng.choice(["open", "under_way", "submitted"]),
            checked_by_name="秘" if closed else "",
            submitted_at=clock.moment(due + dt.timedelta(days=rng.randint(-9, 9)), dt.time(10)) if closed else None,
        )  # fmt: skip
    with clock.at(APRIL):
        inspection = TakeInspection(actor(house.secretary), span("2026Q1")).run()
    for number, (period, state) in enumerate(
        (("2025Q4", "signed"), ("2026Q1", "withdrawn"), ("2026Q1", "signed")), 1
    ):
        Bulletin.objects.create(
            kind="quarterly", period=period, inspection=inspection, title="通报", text="文", state=state, year=2026,
            number=number, drafted_by_name="秘",
        )  # fmt: skip
    return house


def local(moment: dt.datetime | None) -> dt.date | None:
    return moment.astimezone(clock.ZONE).date() if moment else None


def slowly(name: str, first: dt.date, last: dt.date) -> Counter:
    """(division, counted) → how many: plain loops over every row."""
    found: Counter = Counter()
    briefings = {
        "2025Q4": dt.date(2026, 1, 15),
        "2026Q1": dt.date(2026, 4, 15),
        "2026Q2": dt.date(2026, 7, 15),
    }
    match name:
        case "tasks_on_time":
            for row in Task.objects.all():
                if row.state != "cancelled" and first <= row.first_due <= last and row.first_due < NOW.date():
                    day = local(row.reported_at)
                    found[
                        row.division_id,
                        day is not None and row.state in ("reported", "done") and day <= row.first_due,
                    ] += 1
        case "rectified_on_time":
            for row in Rectification.objects.all():
                if first <= row.due <= last and row.due < NOW.date():
                    day = local(row.submitted_at)
                    found[row.division_id, row.state == "closed" and day is not None and day <= row.due] += 1
        case "heads_present":
            for row in Invitation.objects.all():
                if row.meeting.state == "held" and first <= local(row.meeting.begins_at) <= last:
                    found[row.division_id, row.attendance == "present"] += 1
        case "meetings_held":
            for period, day in briefings.items():
                if first <= day <= last:
                    held = [
                        local(row.begins_at)
                        for row in Meeting.objects.all()
                        if (row.period, row.state) == (period, "held")
                    ]
                    found[None, bool(held) and held[0] <= day] += 1
        case "bulletins_sent":
            for period, day in briefings.items():
                if first <= day <= last:
                    sent = [
                        r
                        for r in Bulletin.objects.all()
                        if (r.kind, r.period, r.state) == ("quarterly", period, "signed")
                    ]
                    found[None, bool(sent)] += 1
        case "training_held":
            for start, end in ((1, 3), (4, 6)):
                quarter = (dt.date(2026, start, 1), dt.date(2026, end, 31 if end == 3 else 30))
                if not (first <= quarter[0] and quarter[1] <= last):
                    continue
                for division in Division.objects.all():
                    came = sum(
                        each.people
                        for row in Training.objects.all()
                        for each in row.attendances.all()
                        if each.division_id == division.pk and quarter[0] <= row.held_on <= quarter[1]
                    )
                    if division.active:
                        found[division.pk, came > 0] += 1
    return found


@pytest.mark.parametrize(
    "name",
    [
        "tasks_on_time",
        "rectified_on_time",
        "heads_present",
        "meetings_held",
        "bulletins_sent",
        "training_held",
    ],
)
def test_every_figure_is_what_a_slow_count_finds_and_what_its_rows_add_up_to(busy: House, name: str) -> None:
    with clock.at(NOW):
        for period in SPANS:
            of = span(period)
            expected = slowly(name, of.first, of.last)
            tallies = measure(name).tallies(of)
            divisions = {division for division, _ in expected}
            assert set(tallies) == divisions, (name, period)
            for division in divisions:
                wanted = Tally(expected[division, True], expected[division, True] + expected[division, False])
                assert tallies[division] == wanted, (name, period, division)
                if division is not None:
                    rows = list(measure(name).rows(of, division, None))
                    assert Tally(sum(row.counted for row in rows), len(rows)) == wanted
            held = list(measure(name).held_against(of))
            assert len(held) == sum(number for (_, counted), number in expected.items() if not counted)
    assert any(slowly(name, span(period).first, span(period).last) for period in SPANS)


def test_what_the_board_shows_is_what_the_rows_add_up_to(busy: House) -> None:
    with clock.at(NOW):
        board = live_board(span("2026Q2"), busy.catalogue)
        for (code, division), cell in board.cells.items():
            if code != "J5":
                continue
            rows = list(measure("tasks_on_time").rows(span("2026Q2"), division, None))
            if rows:
                assert (cell.numerator, cell.denominator) == (sum(row.counted for row in rows), len(rows))
                assert cell.value == value_of(Unit.SHARE, Tally(cell.numerator or 0, cell.denominator or 0))
            else:
                assert cell.value is None
        taken = TakeInspection(actor(busy.secretary), span("2026Q2")).run()
    frozen = frozen_board(taken)
    same = {
        key: (cell.numerator, cell.denominator, cell.value, cell.points, cell.verdict)
        for key, cell in board.cells.items()
    }
    assert same == {
        key: (cell.numerator, cell.denominator, cell.value, cell.points, cell.verdict)
        for key, cell in frozen.cells.items()
    }
    assert [(row.division_id, row.points, row.verdict) for row in board.stood] == [
        (row.division_id, row.points, row.verdict) for row in frozen.stood
    ]
    assert frozen.indicators == board.indicators


def test_every_measure_has_words_for_both_sides_and_answers_for_an_empty_court(house: House) -> None:
    YearPlan.objects.all().delete()
    for name, each in measures().items():
        assert each.numerator, name
        assert each.denominator, name
        assert "分子" in each.definition
        for period in ("2026Q1", "2026"):
            with clock.at(NOW):
                tallies = each.tallies(span(period))
                rows = list(each.rows(span(period), None, None))
            if each.unit is Unit.SHARE:
                assert total(tallies).denominator == len(rows), name
                assert total(tallies).numerator == sum(row.counted for row in rows), name
    with pytest.raises(UnknownMeasure, match="没有名为“x”的取数项"):
        measure("x")


def test_a_court_without_a_portal_yet_has_nothing_held_against_it(house: House) -> None:
    with clock.at(dt.datetime(2024, 6, 3, 10, tzinfo=clock.ZONE)):
        for name in ("meetings_held", "bulletins_sent"):
            assert measure(name).tallies(span("2024Q1")) == {}
    assert not Inspection.objects.exists()
