"""R45: the eight divisions take turns in order, across months and holidays; a skipped turn carries its reason (D5, D8)."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from livestream.models import LivestreamRecord, SkippedTurn, UnitChange
from liwan_court.timetable import clock
from tests.livestream.court import BEFORE_JANUARY, Court, at, page, said

ORDER = ("民一庭", "民二庭", "民三庭", "行政庭", "知识产权庭", "刑庭", "少年庭", "审监庭")


def test_r45_the_year_shows_each_division_in_turn_and_holidays_use_up_none(live_court: Court) -> None:
    with clock.at(BEFORE_JANUARY):
        answer = at(live_court.judge).get(page("live_rotation"), {"year": "2026"})
    months = answer.context["months"]
    assert [month["turns"][0]["division"] for month in months[:9]] == [*ORDER, ORDER[0]]
    assert "元旦" in months[0]["off"][0].cancelled
    assert "现在轮到 <b>民一庭</b>" in said(answer)


def test_r45_what_if_by_another_unit_changes_nothing(live_court: Court) -> None:
    with clock.at(BEFORE_JANUARY):
        answer = at(live_court.research).get(page("live_rotation"), {"year": "2026", "unit": "week"})
    assert len(answer.context["months"][0]["turns"]) > 1
    assert "推演" in said(answer)
    assert list(UnitChange.objects.values_list("unit", flat=True)) == ["month"]


def test_r45_a_change_of_unit_goes_on_from_the_position_then_reached(live_court: Court) -> None:
    change = {"since": "2026-03", "unit": "week", "reason": "领导小组决定"}
    with clock.at(BEFORE_JANUARY):
        assert at(live_court.head).post(page("live_rotation_unit"), change).status_code == 403
        at(live_court.research).post(page("live_rotation_unit"), change)
        months = at(live_court.research).get(page("live_rotation"), {"year": "2026"}).context["months"]
    assert UnitChange.objects.get(since="2026-03").by == live_court.research.user
    assert [turn["division"] for turn in months[2]["turns"]][:2] == ["民三庭", "行政庭"]


def test_r45_a_change_in_a_month_that_runs_is_refused(live_court: Court) -> None:
    change = {"since": "2025-12", "unit": "week", "reason": "决定"}
    with clock.at(BEFORE_JANUARY):
        answer = at(live_court.research).post(page("live_rotation_unit"), change, follow=True)
    assert "变更只能自以后的月份起" in said(answer)
    assert UnitChange.objects.count() == 1


def test_r45_a_skipped_turn_is_on_record_and_the_next_division_takes_over(live_court: Court) -> None:
    skip = {"day": "2026-01-13", "reason": "本庭无适宜案件"}
    with clock.at(BEFORE_JANUARY):
        assert at(live_court.judge).post(page("live_rotation_skip"), skip).status_code == 403
        at(live_court.research).post(page("live_rotation_skip"), skip)
        month = at(live_court.head).get(page("live_rotation"), {"year": "2026"}).context["months"][0]
    row = SkippedTurn.objects.get()
    assert (row.division, row.reason) == (live_court.division, "本庭无适宜案件")
    assert [turn["division"] for turn in month["turns"]] == ["民一庭", "民二庭"]
    assert LivestreamRecord.objects.get(verb="登记轮空").user == live_court.research.user


@pytest.mark.parametrize(
    ("day", "reason", "message"),
    [
        ("2026-01-14", "无案件", "没有场次可以轮空"),
        ("2026-01-01", "无案件", "本来停播"),
        ("2025-12-16", "无案件", "已经过去"),
    ],
)
def test_r45_a_turn_that_cannot_be_skipped_is_told_why(
    live_court: Court, day: str, reason: str, message: str
) -> None:
    with clock.at(BEFORE_JANUARY):
        answer = at(live_court.research).post(
            page("live_rotation_skip"), {"day": day, "reason": reason}, follow=True
        )
    assert message in said(answer)
    assert not SkippedTurn.objects.exists()


def test_r45_the_rotation_begins_once(live_court: Court) -> None:
    begin = {"since": "2026-01", "unit": "month", "first": live_court.division_two.pk}
    with clock.at(BEFORE_JANUARY):
        answer = at(live_court.research).post(page("live_rotation_begin"), begin, follow=True)
    assert "轮转已经开始" in said(answer)
    assert UnitChange.objects.get().first == live_court.division


def test_r45_the_command_answers_as_the_page(capsys: pytest.CaptureFixture[str], db: None) -> None:
    call_command(
        "rotation", "--start", "2026-01", "--months", "1", "--unit", "month", "--first", "民一庭", "--json"
    )
    rows = json.loads(capsys.readouterr().out)
    assert rows[0] == {
        "date": "2026-01-01", "livestream": True, "microblog": True, "division": "民一庭", "turn": 1,
        "cancelled": rows[0]["cancelled"], "provisional": False,
    }  # fmt: skip
    assert len(rows) == 9
