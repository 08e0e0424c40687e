"""R28: numbers, files and marks are reconciled, so that nothing effective is lost between two batches."""

from __future__ import annotations

import datetime as dt

import pytest

from judgments.models import Ground, Reconciliation
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock, runs
from tests.acceptance.test_r27_report import _send
from tests.factories import make_excluded
from tests.staff_court import IN_WINDOW, NUMBER, Court, at, document, drafted, page, reported, upload

pytestmark = pytest.mark.django_db
CLOSED = dt.datetime(2026, 11, 23, 10, tzinfo=clock.ZONE)


def _codes(officer) -> set[tuple[str, str]]:
    response = at(officer).get(page("reconciliation", "2026-11"))
    return {(code, row["number"]) for code, _, rows in response.context["live"] for row in rows}


def test_r28_a_number_without_a_file_and_a_file_without_a_number(court: Court, clock_at):
    clock_at(IN_WINDOW)
    _send(court.head, lines="（2026）粤0103民初7号", effective_on="2026-11-02")
    drafted(court)
    assert _codes(court.reviewer) == {
        ("number_without_file", "（2026）粤0103民初7号"),
        ("file_without_number", NUMBER),
    }


def test_r28_marked_and_twice(court: Court, clock_at):
    clock_at(IN_WINDOW)
    reported(court, drafted(court))
    upload(at(court.typist), ("另一份.docx", document(NUMBER, "另查明，双方另有约定。")))
    assert ("twice", NUMBER) in _codes(court.reviewer)
    data = {"number": NUMBER, "kind": "判决书", "ground": Ground.objects.get(code="E3").pk, "reason": "离婚"}
    at(court.judge).post(page("mark"), data)
    assert ("marked", NUMBER) in _codes(court.reviewer)


def test_r28_what_was_found_when_the_collection_closed_stays_beside_the_live_view(court: Court, clock_at):
    clock_at(IN_WINDOW)
    _send(court.head, lines=NUMBER, effective_on="2026-11-02")
    clock_at(CLOSED)
    runs.run_deadline("collection", actor=Actor.system())
    assert Reconciliation.objects.get().differences[0]["code"] == "number_without_file"
    drafted(court)
    response = at(court.reviewer).get(page("reconciliation", "2026-11"))
    assert response.context["settled"] == 1
    assert _codes(court.reviewer) == set()


def test_r28_the_differences_come_as_a_table_too(court: Court, clock_at):
    clock_at(IN_WINDOW)
    _send(court.head, lines=NUMBER, effective_on="2026-11-02")
    answer = at(court.reviewer).get(page("reconciliation", "2026-11") + "?format=csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert f"有号无文,{NUMBER},判决书,民一庭" in answer.content.decode("utf-8-sig")


def test_r28_a_head_sees_the_own_division_and_a_clerk_nothing(court: Court, clock_at):
    clock_at(IN_WINDOW)
    _send(court.head, lines=NUMBER, effective_on="2026-11-02")
    assert _codes(court.head) == {("number_without_file", NUMBER)}
    assert _codes(court.head_two) == set()
    assert at(court.typist).get(page("reconciliation", "2026-11")).status_code == 403


def test_r28_what_an_earlier_batch_put_on_the_register_is_settled(court: Court, clock_at):
    clock_at(IN_WINDOW)
    registered = make_excluded("（2026）粤0103民初5号", period="2026-10")
    waiting = make_excluded("（2026）粤0103民初6号", period=None)
    assert registered.judgment.effective_on < dt.date(2026, 10, 21)
    assert _codes(court.reviewer) == {("marked", waiting.judgment.number)}
