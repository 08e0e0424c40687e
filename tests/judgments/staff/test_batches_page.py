"""The batch before and after the 25th, and supplements (R29, D3)."""

from __future__ import annotations

import pytest

from judgments.models import Batch, Judgment
from liwan_court.registry.posts import Actor
from liwan_court.timetable import runs
from tests.staff_court import AFTER_THE_25TH, IN_WINDOW, Court, approved, at, page, said

pytestmark = pytest.mark.django_db
SECOND = "（2026）粤0103民初2号"


def test_the_page_shows_each_condition_of_each_judgment_before_the_25th(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court)
    answer = at(court.reviewer).get(page("batches"))
    checks = {check.code: check.passed for check in answer.context["rows"][0][1]}
    assert answer.context["rows"][0][0] == judgment
    assert checks == dict.fromkeys(
        ("state", "reviewed", "effective_confirmed", "effective", "unmarked", "leak_gate", "first_time"), True
    )


def test_no_supplement_before_the_batch_itself(court: Court, clock_at):
    clock_at(IN_WINDOW)
    approved(court)
    answer = at(court.reviewer).post(page("supplement", "2026-11"), follow=True)
    assert "不能补批" in said(answer)
    assert not Batch.objects.exists()


def test_what_is_approved_after_the_25th_goes_out_as_a_supplement(court: Court, clock_at):
    clock_at(AFTER_THE_25TH)
    runs.run_deadline("publication", actor=Actor.system())
    judgment = approved(court, SECOND)
    assert "公布补批1" in said(at(court.reviewer).get(page("batches")))
    at(court.reviewer).post(page("supplement", "2026-11"))
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.PUBLISHED
    assert judgment.edition.batch.supplement == 1
    assert at(court.vendor).get(judgment.get_absolute_url()).status_code == 200


def test_nobody_else_publishes_a_supplement(court: Court, clock_at):
    clock_at(AFTER_THE_25TH)
    runs.run_deadline("publication", actor=Actor.system())
    judgment = approved(court, SECOND)
    for officer in (court.typist, court.judge, court.head, court.president, court.vendor):
        assert at(officer).post(page("supplement", "2026-11")).status_code == 403
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.APPROVED
