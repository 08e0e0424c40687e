"""R50: the six grounds as a checklist, hints from the register in the way, applications decided by another person."""

from __future__ import annotations

import datetime as dt

import pytest

from livestream.grounds import GROUNDS
from livestream.models import Nomination, Objection, Session, Signature
from liwan_court.timetable import clock
from tests.acceptance.month import announced, nominated, sign
from tests.livestream.court import BEFORE_JANUARY, IN_JANUARY, Court, at, page, said

APPLICATION = {
    "number": "（2025）粤0103民初1号", "by": "party", "received_on": "2025-12-21", "reason": "涉及家庭隐私",
}  # fmt: skip


def test_r50_the_grounds_stand_on_the_page_in_the_words_of_the_plan(live_court: Court) -> None:
    row = nominated(live_court)
    with clock.at(BEFORE_JANUARY):
        shown = said(at(live_court.judge).get(page("live_screening", row.pk)))
    assert all(ground.text in shown for ground in GROUNDS)


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ({"secrets": True}, "不得直播、微博"),
        ({"juvenile": True}, "涉未成年人犯罪"),
        ({"closed_hearing": True}, "不公开开庭审理"),
        ({"cause": "离婚纠纷"}, "涉及离婚"),
    ],
)
def test_r50_a_fact_of_the_register_stands_in_the_way_of_a_signature(
    live_court: Court, fact: dict[str, object], message: str
) -> None:
    row = nominated(live_court)
    case = live_court.cases[0]
    for name, value in fact.items():
        setattr(case, name, value)
    case.save()
    with clock.at(BEFORE_JANUARY):
        assert message in said(sign(row, live_court.judge, "judge"))
    assert not Signature.objects.exists()


def test_r50_mediation_is_a_notice_only(live_court: Court) -> None:
    row = nominated(live_court)
    row.case.cause = "调解协议效力确认纠纷"
    row.case.save()
    with clock.at(BEFORE_JANUARY):
        answer = sign(row, live_court.judge, "judge")
    assert "仅提示" in said(answer)
    assert Signature.objects.count() == 1


def test_r50_an_application_waits_for_another_persons_decision_and_granted_pulls_the_session(
    live_court: Court,
) -> None:
    session = announced(live_court)
    with clock.at(BEFORE_JANUARY):
        assert "已登记" in said(at(live_court.head).post(page("live_objections"), APPLICATION, follow=True))
        row = Objection.objects.get()
        own = at(live_court.head).post(
            page("live_objection_decide", row.pk), {"decision": "granted"}, follow=True
        )
        assert "须由其他人决定" in said(own)
    Objection.objects.all().delete()
    with clock.at(IN_JANUARY):
        at(live_court.judge).post(page("live_objections"), APPLICATION)
        row = Objection.objects.get()
        decide = page("live_objection_decide", row.pk)
        assert at(live_court.judge).post(decide, {"decision": "granted"}).status_code == 403
        assert "由庭长决定" in said(
            at(live_court.vice_president).post(decide, {"decision": "granted"}, follow=True)
        )
        at(live_court.head).post(decide, {"decision": "granted"})
    session.refresh_from_db()
    session.nomination.refresh_from_db()
    assert session.state == Session.State.PULLED
    assert session.nomination.state == Nomination.State.VETOED
    assert "家庭隐私" not in session.pulled_reason


def test_r50_an_application_without_a_decision_stops_the_signing(live_court: Court) -> None:
    row = nominated(live_court)
    Objection.objects.create(case=row.case, by="party", reason="隐私", received_on=dt.date(2025, 12, 21))
    with clock.at(BEFORE_JANUARY):
        assert "尚未决定" in said(sign(row, live_court.judge, "judge"))


def test_r50_an_application_for_an_unknown_case_is_told_so(live_court: Court) -> None:
    with clock.at(BEFORE_JANUARY):
        answer = at(live_court.judge).post(
            page("live_objections"), APPLICATION | {"number": "（2025）粤0103民初888号"}, follow=True
        )
    assert "案件登记中没有" in said(answer)
    assert not Objection.objects.exists()
