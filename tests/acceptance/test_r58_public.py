"""R58: the public has the calendar with previews and reasons, the live page, posts and replays kept for good and searchable."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from livestream.models import MicroblogPost, Session, SkippedTurn
from liwan_court.timetable import clock
from tests.acceptance.month import THURSDAYS, TUESDAYS, announced, moment, nominated, scheduled, sign
from tests.livestream.court import BEFORE_JANUARY, IN_JANUARY, Court, at, page, said

NAMES = ("沈立平", "粤荔皮具")


@pytest.fixture(autouse=True)
def no_cache() -> None:
    cache.clear()


def read(path: str, now: dt.datetime = IN_JANUARY, **query: str) -> str:
    with clock.at(now):
        answer = Client().get(path, query)
    assert answer.status_code == 200, path
    assert "Cookie" not in answer.headers.get("Vary", "")
    text = said(answer)
    assert not [name for name in NAMES if name in text]
    return text


def posted(court: Court, session: Session, number: int, text: str, stage: str = "investigation") -> None:
    writer, judge = court.writers[0].user, court.judge.user
    MicroblogPost.objects.create(
        session=session, number=number, stage=stage, text=text, state="published", drafted_by=writer,
        checked_by=judge, checked_at=session.begins_at, published_by=writer, published_at=session.begins_at,
    )  # fmt: skip


def test_r58_an_announced_session_is_previewed_and_one_that_is_not_is_nowhere(live_court: Court) -> None:
    session = scheduled(live_court)
    with clock.at(BEFORE_JANUARY):
        assert Client().get(session.get_absolute_url()).status_code == 404
    assert session.case_number not in read("/live/")
    shown = announced(live_court, "microblog", TUESDAYS[2], 2)
    month = read("/live/")
    assert shown.case_number in month
    page_of_it = read(shown.get_absolute_url())
    for words in ("买卖合同纠纷", "第一法庭", "法官甲", "法官乙", "原告请求被告支付货款", "预告"):
        assert words in page_of_it


def test_r44_days_without_a_session_say_why(live_court: Court) -> None:
    nominated(live_court)
    SkippedTurn.objects.create(
        date=dt.date(2026, 1, 20), division=live_court.division, reason="本庭无适宜案件", hands_on=False
    )
    month = read("/live/")
    assert "元旦放假，停播，不占轮次" in month
    assert "民一庭轮空：本庭无适宜案件" in month
    assert "现在轮到民一庭" in month


def test_r58_a_pulled_session_keeps_its_address_and_says_the_public_reason_only(live_court: Court) -> None:
    session = announced(live_court)
    with clock.at(IN_JANUARY):
        secret = {"ground-secret": "yes", "reason": "涉及配方"}
        sign(session.nomination, live_court.judge, "judge", "veto", **secret)
    shown = read(session.get_absolute_url())
    assert "经审核把关，本案不宜网上直播、微博" in shown
    assert "配方" not in shown
    assert "已撤下" in read("/live/")


def test_r58_the_live_text_is_polled_from_one_answer_for_everyone(live_court: Court) -> None:
    session = announced(live_court)
    Session.objects.filter(pk=session.pk).update(state="live")
    for number in range(1, 4):
        posted(live_court, session, number, f"法庭调查第{number}段。")
    path = f"{session.get_absolute_url()}posts/"
    with clock.at(moment(THURSDAYS[1], "10:00")):
        with CaptureQueriesContext(connection) as first:
            answer = Client().get(path)
        with CaptureQueriesContext(connection) as again:
            unchanged = Client().get(path, headers={"If-None-Match": answer["ETag"]})
    assert len(first) == 2
    assert len(again) == 0
    assert unchanged.status_code == 304
    assert "max-age=2" in answer["Cache-Control"]
    assert "法庭调查第3段" in said(answer)
    cache.clear()
    for number in range(4, 40):
        posted(live_court, session, number, f"法庭调查第{number}段。")
    with clock.at(moment(THURSDAYS[1], "10:00")), CaptureQueriesContext(connection) as many:
        Client().get(path)
    assert len(many) == 2


def test_r58_a_month_costs_the_same_queries_however_much_is_on(live_court: Court) -> None:
    def queries() -> int:
        with clock.at(IN_JANUARY), CaptureQueriesContext(connection) as counted:
            Client().get("/live/")
        return len(counted)

    announced(live_court, "livestream", THURSDAYS[1], 1)
    one = queries()
    announced(live_court, "livestream", THURSDAYS[2], 2)
    announced(live_court, "microblog", TUESDAYS[2], 3)
    assert queries() == one


def test_r58_posts_and_sessions_are_kept_and_found_by_their_words(live_court: Court) -> None:
    session = announced(live_court)
    posted(live_court, session, 1, "双方对送货单的真实性没有异议。")
    Session.objects.filter(pk=session.pk).update(state="ended")
    later = moment("2031-06-01")
    for query in (
        {"q": "送货单"},
        {"q": "(2025)粤0103民初1号"},
        {"q": "买卖 法官甲"},
        {"division": "minyi", "year": "2026"},
    ):
        assert session.case_number in read("/live/archive/", later, **query)
    for query in ({"q": "沈立平1"}, {"q": "不存在的话"}, {"division": "miner"}, {"year": "2025"}):
        answer = Client().get("/live/archive/", query)
        assert session.get_absolute_url() not in said(answer)
    assert "双方对送货单" in read(session.get_absolute_url(), later)


def test_r58_drafts_are_not_public(live_court: Court) -> None:
    session = announced(live_court)
    MicroblogPost.objects.create(
        session=session, stage="opening", text="尚未核对的草稿", drafted_by=live_court.writers[0].user
    )
    assert "草稿" not in read(session.get_absolute_url())
    assert "草稿" not in read(f"{session.get_absolute_url()}posts/")
    assert session.get_absolute_url() not in read("/live/archive/", q="草稿")


def test_r58_calendar_and_feed_can_be_subscribed_and_a_pulled_session_is_cancelled(live_court: Court) -> None:
    session = announced(live_court)
    with clock.at(IN_JANUARY):
        at(live_court.research).post(page("live_pull", session.pk), {"reason": "案件延期审理"})
    event = Calendar.from_ical(read("/live/calendar.ics")).walk("VEVENT")[0]
    assert event["status"] == "CANCELLED"
    assert "已撤下" in read("/live/feed/")
    assert session.get_absolute_url() in said(Client().get("/sitemap-sessions.xml"))


@pytest.mark.parametrize(
    "path", ["months/2026-13/", "months/1999-01/", "months/2099-01/", "20990101-nothing/", "x/posts/"]
)
def test_r58_an_address_that_was_never_given_out_is_not_found(live_court: Court, path: str) -> None:
    with clock.at(IN_JANUARY):
        assert Client().get(f"/live/{path}").status_code == 404
