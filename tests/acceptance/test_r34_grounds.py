"""R34, R35: seven grounds; 不良影响 and 其他 need the head and the vice-president; a party's application needs a decision."""

from __future__ import annotations

import pytest

from judgments.models import Ground, Judgment, Mark, NonPublicationRequest
from liwan_court.registry.posts import Actor
from liwan_court.timetable import runs
from tests.staff_court import AFTER_THE_25TH, IN_WINDOW, NUMBER, Court, approved, at, drafted, page, said

pytestmark = pytest.mark.django_db
APPLY = {"applicant_role": "原告", "reason": "涉及家庭生活", "received_on": "2026-11-17"}


def _mark(officer, code: str):
    data = {
        "number": NUMBER,
        "kind": "判决书",
        "ground": Ground.objects.get(policy="liwan-2013", code=code).pk,
        "reason": "内部理由",
    }
    return at(officer).post(page("mark"), data, follow=True)


def _decide(officer, judgment: Judgment, granted: str = "yes", reason: str = "同意"):
    data = {"granted": granted, "reason": reason}
    return at(officer).post(page("decide-mark", judgment.pk), data, follow=True)


@pytest.mark.parametrize("code", ["E5", "E7"])
def test_r34_the_two_open_grounds_wait_for_the_head_and_the_vice_president(court: Court, clock_at, code):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    _mark(court.judge, code)
    assert "待庭长审批" in said(at(court.head).get(page("life", judgment.pk)))
    _decide(court.head, judgment)
    assert judgment.marks.get().state == Mark.State.PENDING_VICE_PRESIDENT
    _decide(court.vice_president, judgment)
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.EXCLUDED
    assert [row["name"] for row in judgment.marks.get().approvals] == [
        court.head.name,
        court.vice_president.name,
    ]


def test_r34_the_other_grounds_are_in_force_at_once(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    _mark(court.judge, "E2")
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.EXCLUDED
    assert judgment.exclusion.ground.code == "E2"


def test_r34_nobody_approves_the_own_mark_or_out_of_turn(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    _mark(court.head, "E5")
    assert "标记人不能自行审批" in said(_decide(court.head, judgment))
    assert "应由庭长" in said(_decide(court.vice_president, judgment))
    assert judgment.marks.get().state == Mark.State.PENDING_HEAD


def test_r34_a_mark_that_waits_keeps_the_judgment_out_and_a_refused_one_does_not(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court)
    _mark(court.judge, "E5")
    _decide(court.head, judgment, "no", "不符合情形")
    assert judgment.marks.get().state == Mark.State.REFUSED
    clock_at(AFTER_THE_25TH)
    runs.run_deadline("publication", actor=Actor.system())
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.PUBLISHED


def test_r35_an_application_is_entered_decided_and_only_then_marked(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    assert "须先登记申请并经准许" in said(_mark(court.judge, "E6"))
    at(court.judge).post(page("request_for", judgment.pk), APPLY)
    assert "须先登记申请并经准许" in said(_mark(court.judge, "E6"))
    at(court.head).post(page("decide-request", judgment.pk), {"granted": "yes", "reason": "确有必要"})
    _mark(court.judge, "E6")
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.EXCLUDED
    assert judgment.marks.get().request == judgment.requests.get()


def test_r35_an_application_refused_changes_nothing_for_the_public(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court)
    at(court.judge).post(page("request_for", judgment.pk), APPLY)
    at(court.head).post(page("decide-request", judgment.pk), {"granted": "no", "reason": "不符合条件"})
    assert judgment.requests.get().decision == NonPublicationRequest.Decision.REFUSED
    clock_at(AFTER_THE_25TH)
    runs.run_deadline("publication", actor=Actor.system())
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.PUBLISHED


def test_r35_the_filing_counter_enters_by_number_and_nobody_decides_the_own_entry(court: Court, clock_at):
    clock_at(IN_WINDOW)
    data = {"number": NUMBER, "kind": "判决书", **APPLY}
    at(court.filing).post(page("request"), data)
    judgment = Judgment.objects.get()
    assert judgment.requests.get().entered_by == court.filing.user
    judgment.division = court.division
    judgment.save()
    at(court.head).post(page("decide-request", judgment.pk), {"granted": "no", "reason": "不符合"})
    at(court.head).post(page("request_for", judgment.pk), APPLY)
    own = at(court.head).post(
        page("decide-request", judgment.pk), {"granted": "yes", "reason": "同意"}, follow=True
    )
    assert "登记人不能自行决定" in said(own)
    assert judgment.requests.filter(decision="pending").count() == 1


def test_r34_a_mark_taken_off_brings_the_judgment_back(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    _mark(court.judge, "E3")
    at(court.reviewer).post(page("lift-mark", judgment.pk), {"reason": "不是离婚案件"})
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.DRAFT
    assert not hasattr(judgment, "exclusion")
