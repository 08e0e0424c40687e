"""The pages of posts: what they show when there is nothing, and that lists cost the same however long they are."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from livestream.models import Duty, Member, Session
from liwan_court.timetable import clock
from tests.livestream.court import Court, at, live_court, page, said
from tests.livestream.microblog.newsroom import BEGINS, IN_COURT, Newsroom, make_newsroom

__all__ = ["live_court"]


@pytest.fixture
def room(live_court: Court) -> Newsroom:
    return make_newsroom(live_court)


def another_session(room: Newsroom, number: int) -> Session:
    """One more session, on another day, with its own duty."""
    row = Session.objects.get(pk=room.session.pk)
    nomination = row.nomination
    nomination.pk, nomination.case = None, room.court.cases[number]
    nomination.save()
    row.pk, row.nomination, row.slug = None, nomination, f"another-{number}"
    row.begins_at, row.ends_at = (
        BEGINS + dt.timedelta(days=7 * number),
        BEGINS + dt.timedelta(days=7 * number, hours=2),
    )
    row.save()
    member = Member.objects.get(officer=room.writer)
    Duty.objects.create(session=row, rostered=member, member=member)
    return row


def test_the_list_of_sessions_says_why_it_is_empty(live_court: Court) -> None:
    with clock.at(IN_COURT):
        assert "没有已公布的微博场次" in said(at(live_court.research).get(page("live_post_sessions")))


def test_the_list_of_sessions_costs_the_same_queries_however_long(
    room: Newsroom, django_assert_max_num_queries: Any
) -> None:
    def count() -> int:
        with django_assert_max_num_queries(60) as queries:
            content = said(client.get(page("live_post_sessions")))
        assert content.count("微博员一</td>") == Session.objects.count()
        return len(queries.captured_queries)

    with clock.at(IN_COURT):
        client = at(room.court.research)
        first = count()
        for number in (1, 2, 3):
            another_session(room, number)
        assert count() == first


def test_nothing_to_check_is_said_and_others_sessions_are_not_shown(room: Newsroom) -> None:
    with clock.at(IN_COURT):
        room.draft()
        assert "没有等待您核对的微博" in said(at(room.court.judge_two).get(page("live_post_checks")))
        assert "核对无误" in said(at(room.court.judge).get(page("live_post_checks")))


def test_the_desk_of_a_session_that_is_not_announced_is_not_there(room: Newsroom) -> None:
    room.session.announced_at = None
    room.session.save()
    with clock.at(IN_COURT):
        assert at(room.writer).get(page("live_posts", room.session.pk)).status_code == 404


def test_a_stage_starts_from_its_template_and_an_unknown_one_from_nothing(room: Newsroom) -> None:
    address = page("live_posts", room.session.pk)
    with clock.at(IN_COURT):
        client = at(room.writer)
        assert "由法官甲、法官乙组成合议庭" in said(client.get(address, {"stage": "opening"}))
        assert 'id="write"' not in said(client.get(address, {"stage": "lunch"}))
        assert 'id="write"' not in said(client.get(address, {"corrects": "999", "edit": "x"}))


def test_a_file_that_was_announced_and_not_chosen_is_asked_for_and_the_text_stays(room: Newsroom) -> None:
    data = {"stage": "debate", "text": "法庭辩论开始。", "with_picture": "upload"}
    with clock.at(IN_COURT):
        answer = said(at(room.writer).post(page("live_posts", room.session.pk), data))
    assert "图片文件：请选择图片文件" in answer
    assert "法庭辩论开始。" in answer


def test_trying_says_how_many_characters_are_left(room: Newsroom) -> None:
    data = {"stage": "debate", "with_picture": "", "try": "1"}
    with clock.at(IN_COURT):
        client = at(room.writer)
        fits = said(client.post(page("live_posts", room.session.pk), data | {"text": "庭" * 20}))
        over = said(client.post(page("live_posts", room.session.pk), data | {"text": "庭" * 140}))
    assert "还可写 102 字" in fits
    assert "超出 18 字" in over


def test_my_work_counts_what_waits_for_each(room: Newsroom) -> None:
    with clock.at(IN_COURT):
        room.draft()
        assert "待我核对的微博" in said(at(room.court.judge).get("/admin/"))
        room.publish("另一条。")
        work = said(at(room.writer).get("/admin/"))
        assert "待人工发到外部的微博" in work
        assert "微博账号授权" in said(at(room.court.operator).get("/admin/"))
        assert "待我核对的微博" not in work
