"""The way outside: in order, each once, never lost, and never a second time by itself (R44)."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

import pytest

from livestream.actions import send_posts
from livestream.actions.base import ActionRefused
from livestream.actions.send_posts import LEASE, claim, send, send_due, settle
from livestream.actions.settle_dispatch import PasteAddress, SendAgain, TakeByHand
from livestream.actions.weibo_account import KeepGrant, SwitchAccount, account
from livestream.microblog.adapters.base import Later, Refused, Sent
from livestream.microblog.adapters.oauth import Granted
from livestream.models import Dispatch, LivestreamRecord, MicroblogPost, Notice
from livestream.tasks import send_posts as send_posts_task
from liwan_court.timetable import clock
from tests.livestream.court import actor
from tests.livestream.microblog.fake_weibo import TOKEN, FakeWeibo
from tests.livestream.microblog.newsroom import IN_COURT, Newsroom, authorise, photo

State = Dispatch.State
pytestmark = pytest.mark.django_db
THERE = "https://weibo.com/1234567890/Qabc123"


@pytest.fixture
def wired(newsroom: Newsroom, weibo: FakeWeibo) -> Newsroom:
    """The newsroom with the account authorised and in use."""
    with clock.at(IN_COURT):
        authorise(newsroom.court)
    return newsroom


def after(**values: float) -> dt.datetime:
    return IN_COURT + dt.timedelta(**values)


def states() -> list[str]:
    return list(Dispatch.objects.order_by("pk").values_list("state", flat=True))


def test_posts_go_out_in_their_order_each_once(wired: Newsroom, weibo: FakeWeibo) -> None:
    with clock.at(IN_COURT):
        posts = [wired.publish(f"第{n}段陈述。") for n in "一二三"]
        assert send_due() == 3
        assert send_due() == 0
        send_posts_task()
    assert [text[:10] for text in weibo.texts] == [
        f"【庭审直播{n}】第{z}段" for n, z in enumerate("一二三", 1)
    ]
    assert all(
        text.endswith("https://shenpan.example.cn/live/20260113-y0103-minchu-1/") for text in weibo.texts
    )
    assert {post.rip for post in weibo.posts} == {"203.0.113.7"}
    row = wired.dispatch(posts[0])
    assert (row.state, row.sent_at) == (State.SENT, IN_COURT)
    assert row.outside_address.startswith("https://weibo.com/1234567890/")


def test_the_public_picture_goes_along_and_the_courts_own_address_where_it_is_set(
    wired: Newsroom, weibo: FakeWeibo, settings: Any
) -> None:
    settings.WEIBO_OPERATOR_ADDRESS = "198.51.100.9"
    with clock.at(IN_COURT):
        post = wired.publish("庭审现场。", picture=photo())
        send_due()
    with post.picture.open("rb") as kept:
        assert weibo.posts[0].picture == kept.read()
    assert weibo.posts[0].rip == "198.51.100.9"


def test_a_worker_that_dies_before_writing_leaves_it_to_a_person(wired: Newsroom, weibo: FakeWeibo) -> None:
    """It was sent, and nobody knows: the row is never sent again by itself."""
    with clock.at(IN_COURT):
        wired.publish()
        row = claim()
        assert row is not None
        send_posts.adapter_for(account(), row.operator_address).send(
            send_posts.Outgoing(send_posts.facts.outgoing_of(row.post))
        )
    assert len(weibo.posts) == 1
    with clock.at(IN_COURT + LEASE - dt.timedelta(seconds=1)):
        assert send_due() == 0
        assert states() == [State.SENDING]
    with clock.at(IN_COURT + LEASE):
        send_due()
        assert states() == [State.UNCERTAIN]
    with clock.at(after(days=2)):
        assert send_due() == 0
    assert len(weibo.posts) == 1
    notice = Notice.objects.get(kind="microblog", officer=wired.writer)
    assert "请到微博查看" in notice.text


def test_a_line_that_breaks_after_the_post_leaves_it_to_a_person_and_the_next_goes_on(
    wired: Newsroom, weibo: FakeWeibo
) -> None:
    weibo.hang_up_after_taking = 1
    with clock.at(IN_COURT):
        wired.publish("一。")
        wired.publish("二。")
        assert send_due() == 2
    assert states() == [State.UNCERTAIN, State.SENT]
    assert len(weibo.posts) == 2


def test_an_answer_that_comes_late_is_still_believed_while_nobody_decided(wired: Newsroom) -> None:
    with clock.at(IN_COURT):
        wired.publish()
        row = claim()
    assert row is not None
    with clock.at(IN_COURT + LEASE):
        send_due()
        assert states() == [State.UNCERTAIN]
        settle(row, Sent("77", THERE))
    assert states() == [State.SENT]


def test_an_answer_that_comes_after_a_person_decided_changes_nothing(wired: Newsroom) -> None:
    with clock.at(IN_COURT):
        post = wired.publish()
        row = claim()
    assert row is not None
    with clock.at(IN_COURT + LEASE):
        send_due()
        TakeByHand(wired.dispatch(post), actor(wired.writer), looked=True).run()
        settle(row, Refused("太迟了"))
    assert states() == [State.BY_HAND]


def test_two_workers_never_take_the_same_row(wired: Newsroom) -> None:
    with clock.at(IN_COURT):
        wired.publish("一。")
        wired.publish("二。")
        first = claim()
        assert first is not None
        assert claim() is None, "one at a time for the account"
        settle(first, Sent("1", THERE))
        second = claim()
    assert second is not None
    assert second.pk != first.pk


def test_a_busy_weibo_is_tried_again_after_growing_waits_and_then_handed_to_a_person(
    wired: Newsroom, weibo: FakeWeibo
) -> None:
    weibo.answers = [(503, {"error_code": 10009})] * 6
    with clock.at(IN_COURT):
        wired.publish("一。")
        wired.publish("二。")
        assert send_due() == 1
        assert send_due() == 0, "the second waits for the first"
    waits = (30, 60, 120, 240, 480)
    moment = IN_COURT
    for wait in waits:
        with clock.at(moment + dt.timedelta(seconds=wait - 1)):
            assert send_due() == 0
        moment += dt.timedelta(seconds=wait)
        with clock.at(moment):
            assert send_due() == 1
    assert states() == [State.BY_HAND, State.BY_HAND]
    assert not weibo.posts
    texts = list(Notice.objects.filter(officer=wired.writer, kind="microblog").values_list("text", flat=True))
    assert any("系统繁忙" in text for text in texts)
    assert any("待人工发布" in text for text in texts)


def test_after_a_short_trouble_everything_goes_out_in_order(wired: Newsroom, weibo: FakeWeibo) -> None:
    weibo.answers = [(503, {})]
    with clock.at(IN_COURT):
        wired.publish("一。")
        wired.publish("二。")
        send_due()
    with clock.at(after(seconds=30)):
        send_due()
    assert states() == [State.SENT, State.SENT]
    assert [text[7:9] for text in weibo.texts] == ["一。", "二。"]


def test_thirty_an_hour_are_kept_and_the_rest_follows(wired: Newsroom, weibo: FakeWeibo) -> None:
    weibo.hourly = 1000
    with clock.at(IN_COURT):
        for n in range(32):
            wired.publish(f"第{n}段。")
        assert send_due() == 30
        assert "频次" in Dispatch.objects.filter(state=State.QUEUED)[0].problem
    with clock.at(after(minutes=59)):
        assert send_due() == 0
    with clock.at(after(minutes=60)):
        assert send_due() == 2
    assert states() == [State.SENT] * 32


def test_a_limit_that_weibo_counts_differently_is_waited_for_and_not_given_up(
    wired: Newsroom, weibo: FakeWeibo
) -> None:
    weibo.answers = [(400, {"error_code": 10023})] * 8
    with clock.at(IN_COURT):
        wired.publish()
    for n in range(9):
        with clock.at(after(minutes=10 * n)):
            send_due()
    assert states() == [State.SENT]


def test_an_expired_authorisation_is_told_and_the_post_handed_to_a_person(
    wired: Newsroom, weibo: FakeWeibo
) -> None:
    weibo.expired = True
    with clock.at(IN_COURT):
        post = wired.publish()
        send_due()
        row = wired.dispatch(post)
        assert (row.state, "请重新授权" in row.problem) == (State.QUEUED, True)
    with clock.at(after(minutes=30)):
        send_due()
    assert states() == [State.BY_HAND]


def test_after_authorising_again_what_waits_goes_out_at_once(wired: Newsroom, weibo: FakeWeibo) -> None:
    weibo.expired = True
    with clock.at(IN_COURT):
        wired.publish()
        send_due()
    weibo.expired = False
    with clock.at(after(minutes=2)):
        KeepGrant(account(), actor(wired.court.operator), Granted(TOKEN, 600, "1234567890")).run()
        assert send_due() == 1
    assert states() == [State.SENT]


def test_a_known_expiry_sends_nothing_and_posts_go_by_hand_from_the_start(
    wired: Newsroom, weibo: FakeWeibo
) -> None:
    with clock.at(after(days=8)):
        row = wired.dispatch(wired.publish("宣判。", "result"))
    assert (row.state, row.adapter) == (State.BY_HAND, "manual")
    assert "到期" in row.problem
    assert not weibo.requests


def test_a_refused_post_is_told_and_may_be_carried_over_or_sent_again(
    wired: Newsroom, weibo: FakeWeibo
) -> None:
    weibo.answers = [(400, {"error_code": 20021})]
    writer = actor(wired.writer)
    with clock.at(IN_COURT):
        post = wired.publish()
        send_due()
        row = wired.dispatch(post)
        assert (row.state, "不宜内容" in row.problem) == (State.FAILED, True)
        SendAgain(row, writer).run()
        assert send_due() == 1
    assert wired.dispatch(post).state == State.SENT
    assert len(weibo.posts) == 1


def test_an_unknown_outcome_is_decided_by_somebody_who_looked(wired: Newsroom, weibo: FakeWeibo) -> None:
    weibo.hang_up_after_taking = 1
    writer = actor(wired.writer)
    with clock.at(IN_COURT):
        post = wired.publish()
        send_due()
        for action in (SendAgain, TakeByHand):
            with pytest.raises(ActionRefused, match="先到微博查看"):
                action(wired.dispatch(post), writer).run()
        PasteAddress(wired.dispatch(post), writer, THERE).run()
        row = wired.dispatch(post)
        assert (row.state, row.outside_address) == (State.SENT, THERE)
        assert send_due() == 0
    assert len(weibo.posts) == 1


@pytest.mark.parametrize(
    "address",
    ["", "weibo.com/1/2", "https://weibo.com.evil.cn/1", "javascript:alert(1)", "https://example.cn/x"],
)
def test_only_an_address_at_weibo_is_taken(newsroom: Newsroom, address: str) -> None:
    with clock.at(IN_COURT):
        row = newsroom.dispatch(newsroom.publish())
        with pytest.raises(ActionRefused, match="请贴回这一条微博的地址"):
            PasteAddress(row, actor(newsroom.writer), address).run()


def test_one_address_belongs_to_one_post_and_others_may_not_paste(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        one, two = (newsroom.dispatch(newsroom.publish(text)) for text in ("一。", "二。"))
        PasteAddress(one, actor(newsroom.writer), THERE).run()
        with pytest.raises(ActionRefused, match="另一条微博"):
            PasteAddress(two, actor(newsroom.writer), THERE).run()
        with pytest.raises(ActionRefused, match="只有本场值班"):
            PasteAddress(two, actor(newsroom.court.judge), f"{THERE}2").run()
        with pytest.raises(ActionRefused, match="只能人工发布"):
            SendAgain(two, actor(newsroom.writer)).run()


def test_switching_the_account_off_hands_over_what_waits(wired: Newsroom, weibo: FakeWeibo) -> None:
    with clock.at(IN_COURT):
        wired.publish()
        SwitchAccount(account(), actor(wired.court.operator), on=False).run()
        assert send_due() == 0
    assert states() == [State.BY_HAND]
    assert not weibo.requests


def test_something_unforeseen_while_sending_leaves_it_to_a_person_and_logs_neither_text_nor_token(
    wired: Newsroom, weibo: FakeWeibo, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.WEIBO_API = "http://weibo\x00.example/2"
    with clock.at(IN_COURT), caplog.at_level(logging.DEBUG):
        wired.publish("只有这里写的一段。")
        send_due()
    assert states() == [State.UNCERTAIN]
    assert "只有这里写的一段" not in caplog.text
    assert TOKEN not in caplog.text


def test_each_attempt_is_on_record_with_its_code(wired: Newsroom, weibo: FakeWeibo) -> None:
    weibo.answers = [(503, {"error_code": 10009})]
    with clock.at(IN_COURT):
        wired.publish()
        send_due()
    with clock.at(after(seconds=30)):
        send_due()
    rows = LivestreamRecord.objects.filter(verb="外部发送")
    assert [(row.detail["attempt"], row.detail["code"], row.after) for row in rows] == [
        (1, "10009", "queued"),
        (2, "", "sent"),
    ]


def test_a_missing_picture_file_is_told(wired: Newsroom, weibo: FakeWeibo) -> None:
    with clock.at(IN_COURT):
        post = wired.publish("现场。", picture=photo())
        MicroblogPost.picture.field.storage.delete(post.picture.name)  # type: ignore[attr-defined]
        send_due()
    row = wired.dispatch(post)
    assert (row.state, "配图" in row.problem) == (State.FAILED, True)


def test_nothing_is_sent_while_no_account_is_in_use(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        row = newsroom.dispatch(newsroom.publish())
        row.state = State.QUEUED
        row.save()
        assert claim() is None
        send(row)
    assert states() == [State.QUEUED]


def test_a_put_off_row_keeps_what_is_told(wired: Newsroom) -> None:
    with clock.at(IN_COURT):
        wired.publish()
        row = claim()
        assert row is not None
        settle(row, Later("连接不上微博：会自动再发，不需要操作", code="connect"))
    row = Dispatch.objects.get()
    assert (row.state, row.not_before) == (State.QUEUED, after(seconds=30))
