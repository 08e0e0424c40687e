"""R52, R53: members on duty prepare each session in time; the handling judge confirms."""

from __future__ import annotations

from livestream.models import Notice, Preparation, Session
from livestream.tasks import every_morning
from liwan_court.timetable import clock
from tests.acceptance.month import announced, moment
from tests.livestream.court import BEFORE_JANUARY, Court, at, page, said


def test_r52_the_session_is_ready_when_everything_is_prepared_by_those_it_belongs_to(
    live_court: Court,
) -> None:
    session = announced(live_court)
    camera, judge = at(live_court.camera), at(live_court.judge)
    with clock.at(BEFORE_JANUARY):
        bare = camera.post(page("live_prepare", session.pk, "judge_contacted"), follow=True)
        assert "请简要记录与经办法官联系" in said(bare)
        note = {"note": "1月13日电话联系，举证约一小时"}
        camera.post(page("live_prepare", session.pk, "judge_contacted"), note)
        at(live_court.writers[0]).post(page("live_prepare", session.pk, "summary_read"))
        camera.post(page("live_prepare", session.pk, "equipment"))
        session.refresh_from_db()
        assert session.state == Session.State.SCHEDULED
        judge.post(page("live_prepare", session.pk, "judge_confirmed"))
    session.refresh_from_db()
    assert session.state == Session.State.READY
    assert session.preparations.get(item="judge_contacted").done_by == live_court.camera


def test_r53_only_the_judge_confirms_and_only_those_on_duty_prepare(live_court: Court) -> None:
    session = announced(live_court)
    with clock.at(BEFORE_JANUARY):
        member = at(live_court.camera).post(page("live_prepare", session.pk, "judge_confirmed"), follow=True)
        assert "只有本场的经办法官可以确认" in said(member)
        off_duty = at(live_court.writers[1]).post(
            page("live_prepare", session.pk, "summary_read"), follow=True
        )
        assert "只有本场值班的小组成员可以办理" in said(off_duty)
    assert not Preparation.objects.filter(done_at__isnull=False).exists()


def test_r53_a_change_asks_the_judge_again(live_court: Court) -> None:
    session = announced(live_court)
    data = {
        "day": "2026-01-22", "begins": "09:30", "ends": "11:30", "courtroom": "第一法庭",
        "judge": live_court.judge.pk, "panel": [live_court.judge_two.pk],
    }  # fmt: skip
    with clock.at(BEFORE_JANUARY):
        at(live_court.judge).post(page("live_prepare", session.pk, "judge_confirmed"))
        at(live_court.research).post(page("live_arrange", session.pk), data)
    assert session.preparations.get(item="judge_confirmed").done_at is None


def test_r52_what_is_open_on_the_working_day_before_is_reminded_of_once(live_court: Court) -> None:
    session = announced(live_court)
    for day in ("2026-01-13", "2026-01-14", "2026-01-14"):
        with clock.at(moment(day)):
            every_morning()
    rows = Notice.objects.filter(session=session, kind="preparation")
    assert sorted(rows.values_list("officer", flat=True)) == sorted(
        [live_court.camera.pk, live_court.writers[0].pk, live_court.judge.pk]
    )
    assert "尚未完成" in rows[0].text


def test_r52_a_party_is_not_named_in_the_note(live_court: Court) -> None:
    session = announced(live_court)
    with clock.at(BEFORE_JANUARY):
        answer = at(live_court.camera).post(
            page("live_prepare", session.pk, "judge_contacted"), {"note": "沈立平1到庭"}, follow=True
        )
    assert "记录中有当事人姓名或名称" in said(answer)
