"""R44, R47: Tuesdays and Thursdays only; the schedule is made, printed, announced, changed, and whom it concerns is told."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from livestream.models import Nomination, Notice, Session
from liwan_court.registry.models import Absence
from liwan_court.timetable import clock
from tests.acceptance.month import (
    PERIOD,
    THURSDAYS,
    TUESDAYS,
    announce,
    announced,
    file_list,
    moment,
    passed,
    scheduled,
    sign,
    typed,
)
from tests.livestream.court import BEFORE_JANUARY, Court, at, page, said

HOURS = {"begins": "09:30", "ends": "11:30", "courtroom": "第一法庭"}


def test_r44_thursday_makes_livestream_and_microblog_and_tuesday_microblog_alone(live_court: Court) -> None:
    thursday = scheduled(live_court)
    tuesday = scheduled(live_court, "microblog", TUESDAYS[1], 2)
    assert (thursday.livestream, thursday.microblog) == (True, True)
    assert (tuesday.livestream, tuesday.microblog) == (False, True)


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("2026-01-14", "不是星期二或星期四"),
        ("2026-01-01", "元旦"),
        (TUESDAYS[1], "星期四"),
        ("2026-02-05", "民二庭"),
    ],
)
def test_r44_a_session_on_another_day_is_refused(live_court: Court, day: str, message: str) -> None:
    row = passed(live_court)
    with clock.at(BEFORE_JANUARY):
        answer = at(live_court.research).post(
            page("live_add", PERIOD, row.pk), HOURS | {"day": day}, follow=True
        )
    assert not Session.objects.exists()
    assert message in said(answer)


def test_r47_the_proposal_is_taken_over_by_the_research_office_only(live_court: Court) -> None:
    row = passed(live_court)
    with clock.at(BEFORE_JANUARY):
        take = {"take": [str(row.pk)]}
        assert at(live_court.head).post(page("live_propose", PERIOD), take).status_code == 403
        shown = at(live_court.research).get(page("live_schedule", PERIOD))
        assert [each.key for _, each, _ in shown.context["proposed"]] == [row.pk]
        at(live_court.research).post(page("live_propose", PERIOD), take)
    session = Session.objects.get()
    assert clock.local(session.begins_at) == moment(THURSDAYS[1], "09:30")
    assert session.announced_at is None
    row.refresh_from_db()
    assert row.state == Nomination.State.SCHEDULED


def test_r47_two_sessions_at_one_hour_in_one_room_with_one_judge_conflict(live_court: Court) -> None:
    scheduled(live_court)
    with clock.at(BEFORE_JANUARY):
        file_list(live_court, "livestream", [typed(2, THURSDAYS[2])])
        other = Nomination.objects.get(case=live_court.cases[1])
        sign(other, live_court.judge, "judge")
        sign(other, live_court.head, "head")
        answer = at(live_court.research).post(
            page("live_add", PERIOD, other.pk), HOURS | {"day": THURSDAYS[1]}, follow=True
        )
    assert Session.objects.count() == 1
    assert "第一法庭" in said(answer)
    assert "法官甲" in said(answer)


def test_r47_announced_everyone_concerned_is_told_once_and_acknowledges(live_court: Court) -> None:
    session = scheduled(live_court)
    assert not Notice.objects.exists()
    announce(live_court)
    people = (live_court.judge, live_court.judge_two, live_court.head, live_court.camera, live_court.writers[0], live_court.group_head)  # fmt: skip
    told = list(session.notices.values_list("officer", flat=True))
    assert sorted(told) == sorted(officer.pk for officer in people)
    notice = session.notices.get(officer=live_court.judge)
    assert "沈立平" not in notice.text
    with clock.at(BEFORE_JANUARY):
        refused = at(live_court.head).post(page("live_acknowledge", notice.pk), follow=True)
        assert "不能代为回执" in said(refused)
        at(live_court.judge).post(page("live_acknowledge", notice.pk))
        table = said(at(live_court.research).get(page("live_schedule", PERIOD)))
    assert "1/6" in table


def test_r47_a_change_tells_again_and_only_whom_it_concerns(live_court: Court) -> None:
    session = announced(live_court)
    other = announced(live_court, "microblog", TUESDAYS[2], 2)
    Notice.objects.all().delete()
    data = {
        "day": THURSDAYS[1], "begins": "14:30", "ends": "16:30", "courtroom": "第三法庭",
        "judge": live_court.judge.pk, "panel": [live_court.judge_two.pk],
    }  # fmt: skip
    with clock.at(BEFORE_JANUARY):
        assert at(live_court.head).post(page("live_arrange", session.pk), data).status_code == 403
        at(live_court.research).post(page("live_arrange", session.pk), data)
        same = at(live_court.research).post(page("live_arrange", session.pk), data, follow=True)
    session.refresh_from_db()
    assert (session.courtroom, clock.local(session.begins_at).hour) == ("第三法庭", 14)
    assert session.notices.filter(kind="change").count() == 6
    assert not other.notices.exists()
    assert "没有任何变动" in said(same)


def test_r47_a_judge_who_is_away_meanwhile_stops_the_announcement(live_court: Court) -> None:
    session = scheduled(live_court)
    Absence.objects.create(officer=live_court.judge, since=dt.date(2026, 1, 12), until=dt.date(2026, 1, 16))
    answer = announce(live_court)
    assert "休假" in said(answer)
    session.refresh_from_db()
    assert session.announced_at is None


def test_r47_the_table_is_printed_and_the_calendar_subscribed_without_a_party(live_court: Court) -> None:
    announced(live_court)
    with clock.at(BEFORE_JANUARY):
        research = at(live_court.research)
        word = research.get(page("live_table", PERIOD, "docx")).content
        sheet = research.get(page("live_table", PERIOD, "xlsx")).content
        calendar = at(live_court.judge).get(page("live_own_calendar")).content
        assert at(live_court.typist).get(page("live_table", PERIOD, "docx")).status_code == 403
    cells = [cell.text for row in Document(io.BytesIO(word)).tables[0].rows for cell in row.cells]
    values = [cell.value for row in load_workbook(io.BytesIO(sheet)).active.rows for cell in row]
    for words in (cells, values):
        assert "（2025）粤0103民初1号" in words
        assert "第一法庭" in words
        assert not [text for text in words if text and ("沈立平" in text or "粤荔皮具" in text)]
    event = Calendar.from_ical(calendar).walk("VEVENT")[0]
    assert event["dtstart"].dt == moment(THURSDAYS[1], "09:30")


def test_r47_a_pulled_session_gives_back_its_turns_and_its_reason_is_public(live_court: Court) -> None:
    session = announced(live_court)
    pull = page("live_pull", session.pk)
    with clock.at(BEFORE_JANUARY):
        named = at(live_court.research).post(pull, {"reason": "沈立平1申请延期"}, follow=True)
        assert "其中有当事人姓名或名称" in said(named)
        assert at(live_court.judge_of_two).post(pull, {"reason": "改期"}, follow=True).status_code in (
            200,
            403,
        )
        session.refresh_from_db()
        assert session.state != Session.State.PULLED
        at(live_court.judge).post(pull, {"reason": "案件延期审理"})
    session.refresh_from_db()
    assert (session.state, session.pulled_reason) == (Session.State.PULLED, "案件延期审理")
    assert not session.duties.filter(cancelled=False).exists()
