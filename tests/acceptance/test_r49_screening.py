"""R49: handling judge and division head both sign before a hearing is scheduled; either stops it, also later (D22)."""

from __future__ import annotations

from django.test import override_settings

from livestream.models import Nomination, Notice, Session, Signature
from liwan_court.timetable import clock
from tests.acceptance.month import (
    PERIOD,
    THURSDAYS,
    announced,
    file_list,
    moment,
    nominated,
    passed,
    scheduled,
    sign,
    typed,
)
from tests.livestream.court import BEFORE_JANUARY, IN_JANUARY, Court, at, page, said


def test_r49_two_signatures_make_a_case_ready_for_the_schedule(live_court: Court) -> None:
    row = nominated(live_court)
    with clock.at(BEFORE_JANUARY):
        sign(row, live_court.judge, "judge")
        row.refresh_from_db()
        assert row.state == Nomination.State.NOMINATED
        answer = at(live_court.research).post(
            page("live_propose", PERIOD), {"take": [str(row.pk)]}, follow=True
        )
        assert "没有排入任何案件" in said(answer)
        sign(row, live_court.head, "head")
    row.refresh_from_db()
    assert row.state == Nomination.State.PASSED
    assert {(s.role, s.officer) for s in Signature.objects.all()} == {
        ("judge", live_court.judge),
        ("head", live_court.head),
    }


def test_r49_others_cannot_sign_and_nobody_signs_twice(live_court: Court) -> None:
    row = nominated(live_court)
    with clock.at(BEFORE_JANUARY):
        assert sign(row, live_court.judge_two, "judge").status_code == 403
        assert sign(row, live_court.head_two, "head").status_code == 403
        assert "您不能以庭长的身份" in said(sign(row, live_court.judge, "head"))
        assert "您不能以经办法官的身份" in said(sign(row, live_court.research, "judge"))
    assert not Signature.objects.exists()


def test_r49_a_ground_left_open_or_ticked_is_no_agreement(live_court: Court) -> None:
    row = nominated(live_court)
    with clock.at(BEFORE_JANUARY):
        assert "还有情形未核对：离婚" in said(sign(row, live_court.judge, "judge", **{"ground-divorce": ""}))
        assert "不能签署同意" in said(sign(row, live_court.judge, "judge", **{"ground-harm": "yes"}))
    assert not Signature.objects.exists()


def test_r49_a_veto_stops_the_case_and_needs_ground_and_reason(live_court: Court) -> None:
    row = nominated(live_court)
    with clock.at(BEFORE_JANUARY):
        bare = sign(row, live_court.head, "head", "veto")
        assert "须勾选至少一项" in said(bare)
        assert "须写明理由" in said(bare)
        sign(row, live_court.head, "head", "veto", **{"ground-harm": "yes", "reason": "当事人情绪激烈"})
        late = sign(row, live_court.judge, "judge")
    row.refresh_from_db()
    assert row.state == Nomination.State.VETOED
    assert "只有否决人本人可以收回" in said(late)


def test_r49_a_later_veto_pulls_the_session_tells_everyone_and_a_substitute_is_offered(
    live_court: Court,
) -> None:
    session = announced(live_court)
    with clock.at(BEFORE_JANUARY):
        file_list(live_court, "livestream", [typed(2, THURSDAYS[2])])
        other = Nomination.objects.get(case=live_court.cases[1])
        sign(other, live_court.judge, "judge")
        sign(other, live_court.head, "head")
    with clock.at(IN_JANUARY):
        reason = {"ground-secret": "yes", "reason": "涉及商业秘密的新证据"}
        sign(session.nomination, live_court.judge, "judge", "veto", **reason)
        session.refresh_from_db()
        assert session.state == Session.State.PULLED
        assert "商业秘密" not in session.pulled_reason
        shown = at(live_court.research).get(page("live_session", session.pk))
        assert "替补" in said(shown)
        at(live_court.research).post(page("live_substitute", session.pk, other.pk))
    substitute = Session.objects.get(nomination=other)
    assert clock.local(substitute.begins_at).date().isoformat() == THURSDAYS[1]
    assert substitute.announced_at is not None
    told = Notice.objects.filter(session=session, kind="pulled").values_list("officer", flat=True)
    assert {live_court.judge.pk, live_court.head.pk, live_court.judge_two.pk} <= set(told)


def test_r49_signed_too_late_for_its_day_is_not_scheduled_on_it(live_court: Court) -> None:
    row = nominated(live_court, day=THURSDAYS[1])
    with clock.at(moment("2026-01-14")):
        sign(row, live_court.judge, "judge")
        sign(row, live_court.head, "head")
        hours = {"day": THURSDAYS[1], "begins": "09:30", "ends": "11:30", "courtroom": "第一法庭"}
        add = page("live_add", PERIOD, row.pk)
        assert "晚于庭前期限2026-01-13" in said(at(live_court.research).post(add, hours, follow=True))
        assert not Session.objects.exists()
        at(live_court.research).post(add, hours | {"day": THURSDAYS[2]})
    assert clock.local(Session.objects.get().begins_at).date().isoformat() == THURSDAYS[2]


@override_settings(LIVESTREAM_VICE_PRESIDENT_SIGNS=True)
def test_r49_where_the_court_wants_it_the_vice_president_signs_as_the_third(live_court: Court) -> None:
    row = passed(live_court)
    assert row.state == Nomination.State.NOMINATED
    with clock.at(BEFORE_JANUARY):
        sign(row, live_court.vice_president, "vice_president")
    row.refresh_from_db()
    assert row.state == Nomination.State.PASSED


def test_r49_a_session_that_is_not_announced_is_seen_by_the_research_office_only(live_court: Court) -> None:
    session = scheduled(live_court)
    assert at(live_court.research).get(page("live_session", session.pk)).status_code == 200
    assert at(live_court.judge_two).get(page("live_session", session.pk)).status_code == 404
