"""R36: what is effective and unmarked has to be published; what is not yet stands on a list, day by day."""

from __future__ import annotations

import pytest

from judgments.models import Ground, OutstandingList
from judgments.tasks import keep_daily_list
from tests.staff_court import IN_WINDOW, NUMBER, Court, approved, at, drafted, page, reported, said

pytestmark = pytest.mark.django_db


def _numbers(officer, query: str = "") -> list[str]:
    response = at(officer).get(page("outstanding") + query)
    return [judgment.number for judgment, _ in response.context["rows"]]


def test_r36_effective_and_unmarked_stands_on_the_list_with_its_days(court: Court, clock_at):
    clock_at(IN_WINDOW)
    reported(court, drafted(court))
    text = said(at(court.reviewer).get(page("outstanding")))
    for words in (NUMBER, "2026-11-03", "15", "2026-11-12", "已过七个工作日"):
        assert words in text


def test_r36_each_head_sees_the_own_division(court: Court, clock_at):
    clock_at(IN_WINDOW)
    reported(court, drafted(court))
    assert _numbers(court.head) == [NUMBER]
    assert _numbers(court.head_two) == []
    assert _numbers(court.reviewer, "?division=miner") == []
    assert at(court.typist).get(page("outstanding")).status_code == 403


def test_r36_a_mark_takes_it_off_the_list(court: Court, clock_at):
    clock_at(IN_WINDOW)
    reported(court, drafted(court))
    data = {"number": NUMBER, "kind": "判决书", "ground": Ground.objects.get(code="E3").pk, "reason": "离婚"}
    at(court.judge).post(page("mark"), data)
    assert _numbers(court.reviewer) == []


def test_r36_the_list_of_a_day_is_kept_and_can_be_read_later(court: Court, clock_at):
    clock_at(IN_WINDOW)
    approved(court)
    keep_daily_list()
    assert OutstandingList.objects.get().rows[0]["number"] == NUMBER
    assert NUMBER in said(at(court.reviewer).get(page("kept_list", "2026-11-18")))
    assert NUMBER not in said(at(court.head_two).get(page("kept_list", "2026-11-18")))


def test_r36_the_list_comes_as_a_table_too(court: Court, clock_at):
    clock_at(IN_WINDOW)
    reported(court, drafted(court))
    table = at(court.reviewer).get(page("outstanding") + "?format=csv").content.decode("utf-8-sig")
    assert f"{NUMBER},判决书,民一庭,法官甲,2026-11-03,15,2026-11-12" in table
