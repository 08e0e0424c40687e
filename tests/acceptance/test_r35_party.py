"""R35: a party applies on the page of its case; the head decides; the decision is told on the same page."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from judgments.models import Judgment, NonPublicationRequest
from liwan_court.timetable import clock
from tests.enforcement_logs.bureau import WEDNESDAY, build_bureau, case_page, make_case, party_at, staff
from tests.factories import make_judgment, make_published

pytestmark = pytest.mark.django_db
REASON = "涉及家庭生活的细节，公布后会影响孩子入学。"


@pytest.fixture
def bureau():
    made = build_bureau()
    made.case = make_case(77, made.head.division, made.judge, "民初", field="民事")
    return made


def judgment_of(bureau, state=Judgment.State.REVIEW):
    return make_judgment(bureau.case.number, state=state, division=bureau.head.division)


def apply(client, judgment, reason=REASON):
    return client.post(reverse("judgments:party-apply", args=[judgment.pk]), {"reason": reason}, follow=True)


def decide(officer, judgment, granted="no", reason="申请理由不属于不公开情形"):
    address = reverse("admin:staff_decide-request", args=[judgment.pk])
    return staff(officer).post(address, {"granted": granted, "reason": reason}, follow=True)


def test_r35_a_party_applies_and_reads_the_decision(bureau):
    judgment = judgment_of(bureau)
    with clock.at(WEDNESDAY):
        client = party_at(bureau.case.parties.first())
        assert "申请已经收到" in apply(client, judgment).content.decode()
        row = NonPublicationRequest.objects.get()
        assert (row.applicant_role, row.entered_by, row.reason) == ("申请执行人", None, REASON)
        assert "待决定" in case_page(client)
        decide(bureau.head, judgment)
        shown = case_page(client)
    row.refresh_from_db()
    assert row.decision == NonPublicationRequest.Decision.REFUSED
    assert row.notified_on == WEDNESDAY.date()
    assert "不予准许" in shown
    assert "不属于不公开情形" in shown
    assert judgment.state == Judgment.State.REVIEW


def test_r35_what_a_party_writes_is_read_by_no_other_party(bureau):
    judgment = judgment_of(bureau)
    with clock.at(WEDNESDAY):
        plaintiff, defendant = bureau.case.parties.all()
        apply(party_at(plaintiff), judgment)
        decide(bureau.head, judgment, "yes", "确有必要")
        other = case_page(party_at(defendant))
    assert "孩子入学" not in other
    assert "确有必要" not in other


def test_r35_one_application_waits_at_a_time_and_needs_words(bureau):
    judgment = judgment_of(bureau)
    with clock.at(WEDNESDAY):
        client = party_at(bureau.case.parties.first())
        assert "请写明申请理由" in apply(client, judgment, " ").content.decode()
        assert "不超过500字" in apply(client, judgment, "长" * 501).content.decode()
        apply(client, judgment)
        assert "正在审查" in apply(client, judgment).content.decode()
    assert NonPublicationRequest.objects.count() == 1


def test_r35_nobody_applies_for_another_case_or_without_a_key(bureau):
    other = make_judgment("（2026）粤0103民初4444号", state=Judgment.State.REVIEW)
    with clock.at(WEDNESDAY):
        client = party_at(bureau.case.parties.first())
        assert apply(client, other).status_code == 404
        answer = Client().post(reverse("judgments:party-apply", args=[other.pk]), {"reason": REASON})
        assert answer.url == reverse("case:gate")
    assert not NonPublicationRequest.objects.exists()


def test_r35_published_judgments_of_the_case_are_linked(bureau):
    judgment = make_published(bureau.case.number)
    with clock.at(WEDNESDAY):
        shown = case_page(party_at(bureau.case.parties.first()))
    assert judgment.get_absolute_url() in shown
