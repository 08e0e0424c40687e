"""R44, microblog: drafted by the member on duty, checked by the judge's side, on the portal first, then carried outside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from livestream.actions.posting import fingerprint
from livestream.microblog.published import posts_of
from livestream.models import Dispatch, LivestreamRecord, MicroblogPost
from livestream.tasks import send_posts
from liwan_court.timetable import clock
from tests.livestream.court import Court, at, page, said
from tests.livestream.microblog.fake_weibo import DOMAIN, TOKEN, FakeWeibo, Server
from tests.livestream.microblog.newsroom import DAY_BEFORE, IN_COURT, PARTY, Newsroom, make_newsroom, photo

if TYPE_CHECKING:
    from liwan_court.registry.models import Officer

State = MicroblogPost.State
TEXT = "法庭调查开始。法庭归纳争议焦点，双方举证、质证。"
THERE = "https://weibo.com/1234567890/Qabc123"


@pytest.fixture
def room(live_court: Court) -> Newsroom:
    return make_newsroom(live_court)


@pytest.fixture
def weibo(settings: Any) -> Iterator[FakeWeibo]:
    with Server() as fake:
        settings.SITE_URL = f"https://{DOMAIN}"
        settings.WEIBO_API, settings.WEIBO_OAUTH = fake.api, fake.oauth
        settings.WEIBO_APP_KEY, settings.WEIBO_APP_SECRET = "the-key", "the-secret"
        yield fake


def write(room: Newsroom, text: str = TEXT, by: Officer | None = None, **more: Any) -> Any:
    data = {"stage": "investigation", "text": text, "with_picture": ""} | more
    return at(by or room.writer).post(page("live_posts", room.session.pk), data, follow=True)


def only_post() -> MicroblogPost:
    return MicroblogPost.objects.get()


def shown_fingerprint(officer: Officer) -> str:
    """What the checking page holds for the post it shows."""
    content = said(at(officer).get(page("live_post_checks")))
    return content.split('name="seen" value="')[1].split('"')[0]


def check(officer: Officer, post: MicroblogPost) -> Any:
    return at(officer).post(
        page("live_post_check", post.pk), {"seen": shown_fingerprint(officer)}, follow=True
    )


def publish(officer: Officer, post: MicroblogPost) -> Any:
    return at(officer).post(page("live_post_publish", post.pk), follow=True, REMOTE_ADDR="203.0.113.7")


def published(room: Newsroom, text: str = TEXT, **more: Any) -> MicroblogPost:
    """One post through the pages, by those whose part it is."""
    write(room, text, **more)
    post = MicroblogPost.objects.get(state=State.DRAFT)
    check(room.court.judge, post)
    publish(room.writer, post)
    post.refresh_from_db()
    return post


def authorise(room: Newsroom) -> None:
    """The operator authorises the account at Weibo and switches it on."""
    operator = at(room.court.operator)
    shown = said(operator.get(page("live_weibo")))
    state = shown.split("state=")[1].split('"')[0].split("&")[0]
    operator.get(page("live_weibo_back"), {"code": "good-code", "state": state.replace("%3A", ":")})
    operator.post(page("live_weibo_switch"), {"on": "1"})


def test_r44_drafted_checked_on_the_portal_first_then_carried_over_by_hand(room: Newsroom) -> None:
    with clock.at(IN_COURT):
        shown = said(at(room.writer).get(page("live_posts", room.session.pk), {"stage": "investigation"}))
        assert "法庭调查开始。法庭归纳争议焦点" in shown
        assert "已存为草稿" in said(write(room))
        assert "已核对" in said(check(room.court.judge, only_post()))
        answer = said(publish(room.writer, only_post()))
    assert "第1条已在本站发布" in answer
    post = only_post()
    assert (post.state, post.number, post.drafted_by, post.checked_by) == (
        State.PUBLISHED, 1, room.writer.user, room.court.judge.user,
    )  # fmt: skip
    assert [seen.text for seen in posts_of(room.session)] == [TEXT]
    dispatch = Dispatch.objects.get()
    assert (dispatch.state, dispatch.outside_address) == (Dispatch.State.BY_HAND, "")
    with clock.at(IN_COURT + dt.timedelta(minutes=3)):
        desk = said(at(room.writer).get(page("live_posts", room.session.pk)))
        assert "【庭审直播1】法庭调查开始。" in desk
        bad = at(room.writer).post(
            page("live_post_address", post.pk), {"address": "https://example.com/1"}, follow=True
        )
        assert "请贴回这一条微博的地址" in said(bad)
        at(room.writer).post(page("live_post_address", post.pk), {"address": THERE})
    assert posts_of(room.session)[0].outside_address == THERE
    verbs = list(LivestreamRecord.objects.values_list("verb", flat=True))
    assert [verb for verb in verbs if "微博" in verb] == [
        "起草微博", "核对微博", "微博场次", "发布微博", "贴回微博地址",
    ]  # fmt: skip


def test_r44_by_the_account_each_post_goes_out_once_and_in_order(room: Newsroom, weibo: FakeWeibo) -> None:
    with clock.at(IN_COURT):
        authorise(room)
        for text in ("原告陈述诉讼请求。", "被告答辩。"):
            assert published(room, text).number
        send_posts()
        send_posts()
    assert [text.split("】")[1].split(" ")[0] for text in weibo.texts] == ["原告陈述诉讼请求。", "被告答辩。"]
    assert {post.rip for post in weibo.posts} == {"203.0.113.7"}
    assert all(seen.outside_address.startswith("https://weibo.com/") for seen in posts_of(room.session))


def test_r44_a_line_that_breaks_is_never_answered_by_sending_again(room: Newsroom, weibo: FakeWeibo) -> None:
    weibo.hang_up_after_taking = 1
    with clock.at(IN_COURT):
        authorise(room)
        post = published(room)
        send_posts()
        desk = said(at(room.writer).get(page("live_posts", room.session.pk)))
        assert "结果不明" in desk
        refused = at(room.writer).post(page("live_post_outside", post.pk, "again"), follow=True)
        assert "请先到微博查看" in said(refused)
    with clock.at(IN_COURT + dt.timedelta(hours=3)):
        send_posts()
        at(room.writer).post(page("live_post_address", post.pk), {"address": THERE})
    assert len(weibo.posts) == 1
    assert posts_of(room.session)[0].outside_address == THERE


def test_r44_weibo_down_is_told_and_the_post_is_taken_over_by_hand(room: Newsroom, weibo: FakeWeibo) -> None:
    weibo.answers = [(503, {"error_code": 10009})] * 3
    with clock.at(IN_COURT):
        authorise(room)
        post = published(room)
        send_posts()
        assert "微博系统繁忙（10009）" in said(at(room.writer).get(page("live_posts", room.session.pk)))
        at(room.writer).post(page("live_post_outside", post.pk, "by-hand"))
    with clock.at(IN_COURT + dt.timedelta(hours=1)):
        send_posts()
    assert Dispatch.objects.get().state == Dispatch.State.BY_HAND
    assert not weibo.posts
    assert [seen.number for seen in posts_of(room.session)] == [1], "the portal has it all the same"


def test_r44_others_neither_write_nor_check_nor_publish(room: Newsroom) -> None:
    court = room.court
    with clock.at(IN_COURT):
        for officer in (court.judge, court.writers[1], court.research):
            assert "只有本场值班的微博小组成员或小组负责人可以起草微博" in said(write(room, by=officer))
        for officer in (court.judge_two, court.typist, court.vendor, court.head_two):
            assert write(room, by=officer).status_code == 403
        assert not MicroblogPost.objects.exists()
        write(room)
        post, seen = only_post(), shown_fingerprint(court.judge)
        for officer in (room.writer, court.research, court.head):
            answer = at(officer).post(page("live_post_check", post.pk), {"seen": seen}, follow=True)
            assert "这一条由经办法官（或其指定的人）核对" in said(answer)
        assert at(court.judge_two).post(page("live_post_check", post.pk), {"seen": seen}).status_code == 403
        check(court.judge, post)
        assert "只有本场值班" in said(publish(court.judge, post))
        assert publish(court.judge_two, post).status_code == 403
    assert only_post().state == State.CHECKED
    assert not posts_of(room.session)


def test_r44_an_unchecked_post_is_not_published(room: Newsroom) -> None:
    with clock.at(IN_COURT):
        write(room)
        answer = said(publish(room.writer, only_post()))
    assert "只有已核对的微博可以发布" in answer
    assert "还没有核对齐全" in answer
    assert not posts_of(room.session)
    assert not Dispatch.objects.exists()


def test_r44_whom_the_judge_names_checks_in_his_place(room: Newsroom) -> None:
    clerk = room.court.typist
    with clock.at(IN_COURT):
        other = at(room.court.head).post(
            page("live_name_checker", room.session.pk), {"officer": clerk.pk}, follow=True
        )
        assert "只有本场的经办法官可以指定核对人" in said(other)
        at(room.court.judge).post(page("live_name_checker", room.session.pk), {"officer": clerk.pk})
        write(room)
        check(clerk, only_post())
    assert only_post().checked_by == clerk.user


def test_r44_a_party_is_named_in_no_post_no_message_and_no_record(room: Newsroom) -> None:
    with clock.at(IN_COURT):
        tried = said(write(room, f"原告{PARTY}陈述，电话13800138000。", **{"try": "1"}))
        assert f'<mark title="当事人姓名、名称或其简称">{PARTY}' in tried
        assert not MicroblogPost.objects.exists(), "trying keeps nothing"
        write(room, f"原告{PARTY}陈述。")
        judge = at(room.court.judge)
        content = said(judge.get(page("live_post_checks")))
        assert "核对无误" not in content
        post = only_post()
        answer = judge.post(page("live_post_check", post.pk), {"seen": fingerprint(post)}, follow=True)
        told = [str(message) for message in answer.context["messages"]]
    assert any("当事人姓名、名称或其简称（“沈”开头，4字，第3字起）" in message for message in told)
    assert not any(PARTY in message for message in told)
    assert not any(PARTY in str(row.detail) for row in LivestreamRecord.objects.all())
    assert only_post().state == State.DRAFT


def test_r44_a_preview_needs_the_division_head_and_comes_before_the_hearing(room: Newsroom) -> None:
    with clock.at(DAY_BEFORE):
        write(room, "1月13日（周二）09:30，第三法庭公开开庭。", stage="preview")
        check(room.court.judge, only_post())
        assert "还没有核对齐全" in said(publish(room.writer, only_post()))
        check(room.court.head, only_post())
    with clock.at(IN_COURT):
        assert "已经开庭，预告不能再发" in said(publish(room.writer, only_post()))
    with clock.at(DAY_BEFORE):
        publish(room.writer, only_post())
    assert [seen.label for seen in posts_of(room.session)] == ["预告"]


def test_r44_what_is_published_stays_and_a_correction_is_a_further_post(room: Newsroom) -> None:
    with clock.at(IN_COURT):
        first = published(room, "标的额三万元。")
        changed = write(room, "别的。", edit=str(first.pk))
        assert "已发布或不用，不能再改" in said(changed)
        second = published(room, "应为五万元。", stage="correction", corrects=str(first.pk))
    one, two = posts_of(room.session)
    assert (one.text, one.corrected_by) == ("标的额三万元。", (2,))
    assert (two.number, two.corrects, second.corrects_id) == (2, 1, first.pk)


def test_r44_a_returned_post_says_why_and_is_changed(room: Newsroom) -> None:
    with clock.at(IN_COURT):
        write(room)
        post = only_post()
        seen = shown_fingerprint(room.court.judge)
        data = {"seen": seen, "reason": "争议焦点写得不准"}
        at(room.court.judge).post(page("live_post_return", post.pk), data)
        assert "争议焦点写得不准" in said(at(room.writer).get(page("live_posts", room.session.pk)))
        write(room, "法庭调查开始。", edit=str(post.pk))
        check(room.court.judge, post)
        publish(room.writer, post)
    assert [seen_.text for seen_ in posts_of(room.session)] == ["法庭调查开始。"]


def test_r44_a_picture_is_public_only_with_its_post_and_under_a_random_name(room: Newsroom) -> None:
    upload = SimpleUploadedFile("沈立平.jpg", photo(), content_type="image/jpeg")
    with clock.at(IN_COURT):
        write(room, "庭审现场。", with_picture="upload", picture=upload)
        post = only_post()
        assert "沈立平" not in post.picture_private.name
        kept = f"/live/pictures/{post.picture_private.name.rpartition('/')[2]}"
        assert Client().get(kept).status_code == 404
        assert Client().get(page("live_post_picture", post.pk)).status_code == 302
        assert at(room.court.judge_two).get(page("live_post_picture", post.pk)).status_code == 403
        assert at(room.court.judge).get(page("live_post_picture", post.pk)).content[:2] == b"\xff\xd8"
        check(room.court.judge, post)
        publish(room.writer, post)
        address = posts_of(room.session)[0].picture
        answer = Client().get(address)
        content = b"".join(answer.streaming_content)
        assert Client().get(kept).status_code == 404
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert b"SecretCamera" not in content
    rubbish = SimpleUploadedFile("x.jpg", b"MZ" * 500, content_type="image/jpeg")
    with clock.at(IN_COURT):
        refused = said(write(room, "再来一张。", with_picture="upload", picture=rubbish))
    assert "这个文件不是完整的 JPEG、PNG 或 GIF 图片" in refused
    assert "再来一张。" in refused, "what was typed comes back"


def test_r44_only_the_operator_has_the_account_and_its_token_is_shown_nowhere(
    room: Newsroom, weibo: FakeWeibo
) -> None:
    court = room.court
    for officer in (court.research, court.group_head, court.judge):
        assert at(officer).get(page("live_weibo")).status_code == 403
    with clock.at(IN_COURT):
        forged = at(court.operator).get(
            page("live_weibo_back"), {"code": "good-code", "state": "forged"}, follow=True
        )
        assert "没有采用" in said(forged)
        authorise(room)
        shown = said(at(court.operator).get(page("live_weibo")))
        assert "已启用" in shown
        assert TOKEN not in shown
        assert "the-secret" not in shown
    with clock.at(IN_COURT + dt.timedelta(days=5)):
        assert "微博授权将于01月20日09:35到期" in said(at(court.operator).get(page("live_weibo")))
        assert "微博授权将于01月20日09:35到期" in said(
            at(room.writer).get(page("live_posts", room.session.pk))
        )


def test_r44_the_desk_costs_the_same_queries_however_many_were_published(
    room: Newsroom, django_assert_max_num_queries: Any
) -> None:
    def count() -> int:
        with django_assert_max_num_queries(80) as queries:
            client.get(page("live_posts", room.session.pk))
        return len(queries.captured_queries)

    with clock.at(IN_COURT):
        room.publish("一。")
        client = at(room.writer)
        first = count()
        for n in range(6):
            room.publish(f"第{n}段。")
        assert count() == first
