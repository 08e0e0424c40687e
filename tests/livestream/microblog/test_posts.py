"""Drafted, checked, published on the portal, corrected by a further post (R44, R49, R54)."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.db import Error, transaction

from livestream.actions.base import ActionRefused
from livestream.actions.check_post import CheckPost, NameChecker, ReturnPost
from livestream.actions.posting import fingerprint
from livestream.actions.posts import CARD, DropPost, EditPost, Writing
from livestream.actions.publish_post import PublishPost, end_past_sessions
from livestream.microblog.published import posts_of
from livestream.models import (
    Dispatch,
    Duty,
    LivestreamRecord,
    Member,
    MicroblogPost,
    Session,
    Signature,
)
from liwan_court.timetable import clock
from tests.livestream.court import actor
from tests.livestream.microblog.newsroom import BEGINS, DAY_BEFORE, IN_COURT, PARTY, Newsroom, photo

State = MicroblogPost.State
pytestmark = pytest.mark.django_db


def refused(action: Any) -> list[str]:
    """The codes of the conditions that were not met; nothing was changed."""
    with pytest.raises(ActionRefused) as caught:
        action.run()
    return [check.code for check in caught.value.checks]


def test_a_post_is_drafted_checked_and_published_with_its_number(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        post = newsroom.draft()
        assert post.state == State.DRAFT
        assert newsroom.check(post).state == State.CHECKED
        post = PublishPost(post, actor(newsroom.writer), "203.0.113.7").run()
    assert (post.number, post.state, post.published_at) == (1, State.PUBLISHED, IN_COURT)
    assert post.checked_by == newsroom.court.judge.user
    (seen,) = posts_of(newsroom.session)
    assert (seen.number, seen.label, seen.text, seen.at) == (1, "法庭调查", "法庭调查开始。", IN_COURT)


def test_numbers_go_on_within_the_session(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        assert [newsroom.publish(f"第{n}段陈述。").number for n in (1, 2, 3)] == [1, 2, 3]


def test_only_the_member_on_duty_or_the_head_of_the_group_writes(newsroom: Newsroom) -> None:
    court = newsroom.court
    camera = Member.objects.get(officer=court.camera)
    Duty.objects.create(session=newsroom.session, rostered=camera, member=camera)
    with clock.at(IN_COURT):
        for officer in (court.writers[1], court.camera, court.judge, court.research, court.head):
            with pytest.raises(ActionRefused) as caught:
                newsroom.draft(by=officer)
            assert [check.code for check in caught.value.checks] == ["post"]
        assert newsroom.draft(by=court.group_head).drafted_by == court.group_head.user
        post = newsroom.check(newsroom.draft())
        assert refused(PublishPost(post, actor(court.writers[1]))) == ["post"]


def test_only_the_judges_side_checks(newsroom: Newsroom) -> None:
    court = newsroom.court
    with clock.at(IN_COURT):
        post = newsroom.draft()
        seen = fingerprint(post)
        for officer in (newsroom.writer, court.judge_two, court.head, court.research):
            assert "post" in refused(CheckPost(post, actor(officer), seen))
        NameChecker(newsroom.session, actor(court.judge), court.judge_two).run()
        assert newsroom.check(post, court.judge_two).checked_by == court.judge_two.user


def test_only_the_judge_names_who_checks_and_not_the_one_who_writes(newsroom: Newsroom) -> None:
    court = newsroom.court
    with clock.at(IN_COURT):
        assert refused(NameChecker(newsroom.session, actor(court.head), court.judge_two)) == ["post"]
        assert refused(NameChecker(newsroom.session, actor(court.judge), newsroom.writer)) == ["other"]
        NameChecker(newsroom.session, actor(court.judge), court.judge_two).run()
        NameChecker(newsroom.session, actor(court.judge), None).run()
        post = newsroom.draft()
        assert refused(CheckPost(post, actor(court.judge_two), fingerprint(post))) == ["post"]


def test_nobody_checks_what_he_wrote_himself(newsroom: Newsroom) -> None:
    court = newsroom.court
    newsroom.court.microblog_group.head = court.judge
    newsroom.court.microblog_group.save()
    with clock.at(IN_COURT):
        post = newsroom.draft(by=court.judge)
        assert refused(CheckPost(post, actor(court.judge), fingerprint(post))) == ["other"]
        with pytest.raises(Error), transaction.atomic():
            MicroblogPost.objects.filter(pk=post.pk).update(checked_by=court.judge.user)


def test_a_preview_needs_the_division_head_too(newsroom: Newsroom) -> None:
    court = newsroom.court
    with clock.at(DAY_BEFORE):
        post = newsroom.check(newsroom.draft("1月13日开庭。", "preview"))
        assert post.state == State.DRAFT
        assert "state" in refused(PublishPost(post, actor(newsroom.writer)))
        assert "free" in refused(CheckPost(post, actor(court.judge), fingerprint(post)))
        post = newsroom.check(post, court.head)
        assert (post.state, post.head_checked_by) == (State.CHECKED, court.head.user)
        assert PublishPost(post, actor(newsroom.writer)).run().number == 1


def test_a_head_who_hears_the_case_himself_checks_once(newsroom: Newsroom) -> None:
    newsroom.session.judge = newsroom.court.head
    newsroom.session.save()
    with clock.at(DAY_BEFORE):
        post = newsroom.check(newsroom.draft("1月13日开庭。", "preview"), newsroom.court.head)
    assert post.state == State.CHECKED


def test_what_is_changed_after_the_check_is_checked_anew(newsroom: Newsroom) -> None:
    writer = actor(newsroom.writer)
    with clock.at(IN_COURT):
        post = newsroom.check(newsroom.draft())
        post = EditPost(post, writer, Writing("法庭辩论开始。")).run()
        assert (post.state, post.checked_by) == (State.DRAFT, None)
        assert "state" in refused(PublishPost(post, writer))


def test_the_check_holds_for_what_was_shown_only(newsroom: Newsroom) -> None:
    judge = actor(newsroom.court.judge)
    with clock.at(IN_COURT):
        post = newsroom.draft()
        seen = fingerprint(post)
        EditPost(post, actor(newsroom.writer), Writing("换了一段。")).run()
        assert refused(CheckPost(post, judge, seen)) == ["seen"]
        assert refused(ReturnPost(post, judge, seen, "不妥")) == ["seen"]


def test_a_post_is_returned_with_a_reason_and_may_be_dropped(newsroom: Newsroom) -> None:
    judge = actor(newsroom.court.judge)
    with clock.at(IN_COURT):
        post = newsroom.draft()
        assert refused(ReturnPost(post, judge, fingerprint(post), " ")) == ["reason"]
        post = ReturnPost(post, judge, fingerprint(post), "焦点写得不准").run()
        assert (post.state, post.return_reason) == (State.RETURNED, "焦点写得不准")
        assert DropPost(post, actor(newsroom.writer)).run().state == State.DROPPED


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"原告{PARTY}陈述。", "scan"),
        ("粤荔皮具公司答辩。", "scan"),
        ("证人电话13800138000。", "scan"),
        ("住龙津西路88号。", "scan"),
        ("见 https://example.com/x", "address"),
        ("#庭审直播#开庭", "topic"),
        ("庭" * 130, "length"),
    ],
)
def test_what_must_not_go_out_is_kept_as_a_draft_and_neither_checked_nor_published(
    newsroom: Newsroom, text: str, code: str
) -> None:
    with clock.at(IN_COURT):
        post = newsroom.draft(text)
        assert code in refused(CheckPost(post, actor(newsroom.court.judge), fingerprint(post)))
        MicroblogPost.objects.filter(pk=post.pk).update(
            state=State.CHECKED, checked_by=newsroom.court.judge.user
        )
        assert code in refused(PublishPost(post, actor(newsroom.writer)))
    assert not posts_of(newsroom.session)


def test_neither_refusal_nor_record_repeats_a_name(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        post = newsroom.draft(f"原告{PARTY}陈述。")
        with pytest.raises(ActionRefused) as caught:
            CheckPost(post, actor(newsroom.court.judge), fingerprint(post)).run()
    assert PARTY not in str(caught.value)
    assert "“沈”开头" in str(caught.value)
    assert not any(PARTY in str(row.detail) for row in LivestreamRecord.objects.all())


@pytest.mark.parametrize(
    ("stage", "at", "allowed"),
    [
        ("preview", DAY_BEFORE, True),
        ("preview", IN_COURT, False),
        ("opening", DAY_BEFORE, False),
        ("opening", BEGINS - dt.timedelta(minutes=30), True),
        ("adjournment", BEGINS - dt.timedelta(minutes=31), False),
        ("result", BEGINS + dt.timedelta(days=20), True),
    ],
)
def test_each_stage_has_its_time(newsroom: Newsroom, stage: str, at: dt.datetime, allowed: bool) -> None:
    with clock.at(at):
        post = newsroom.check(newsroom.draft("公开开庭。", stage))
        if stage == "preview":
            post = newsroom.check(post, newsroom.court.head)
        action = PublishPost(post, actor(newsroom.writer))
        if allowed:
            assert action.run().number == 1
        else:
            assert refused(action) == ["time"]


def test_nothing_is_published_of_a_case_whose_screening_was_taken_back(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        post = newsroom.check(newsroom.draft())
        screening = newsroom.session.nomination.screening
        Signature.objects.create(
            screening=screening, role="head", officer=newsroom.court.head, decision="veto", reason="有新情况"
        )
        assert refused(PublishPost(post, actor(newsroom.writer))) == ["screened"]


def test_of_a_pulled_session_only_a_correction_goes_out(newsroom: Newsroom) -> None:
    with clock.at(DAY_BEFORE):
        preview = newsroom.publish("1月13日开庭。", "preview")
        newsroom.session.state = Session.State.PULLED
        newsroom.session.save()
        with pytest.raises(ActionRefused, match="本场已撤下"):
            newsroom.draft("开庭。", "opening")
        post = newsroom.publish("本场取消。", "correction", corrects=preview)
    assert post.number == 2


def test_a_session_that_is_not_announced_has_no_posts(newsroom: Newsroom) -> None:
    newsroom.session.announced_at = None
    newsroom.session.save()
    with clock.at(IN_COURT), pytest.raises(ActionRefused, match="尚未公布"):
        newsroom.draft()


def test_a_correction_is_a_further_post_and_the_first_one_stays(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        first = newsroom.publish("标的额三万元。")
        with pytest.raises(ActionRefused, match="必须指明"):
            newsroom.draft("应为五万元。", "correction")
        newsroom.publish("应为五万元。", "correction", corrects=first)
    one, two = posts_of(newsroom.session)
    assert (one.text, one.corrected_by, two.corrects) == ("标的额三万元。", (2,), 1)


def test_a_published_post_never_changes_through_action_or_database(newsroom: Newsroom) -> None:
    writer = actor(newsroom.writer)
    with clock.at(IN_COURT):
        post = newsroom.publish()
        assert "state" in refused(EditPost(post, writer, Writing("别的。")))
        assert "state" in refused(DropPost(post, writer))
        assert "state" in refused(PublishPost(post, writer))
    for change in (
        lambda: MicroblogPost.objects.filter(pk=post.pk).update(text="别的。"),
        lambda: MicroblogPost.objects.filter(pk=post.pk)._raw_delete("default"),
    ):
        with pytest.raises(Error), transaction.atomic():
            change()
    post.refresh_from_db()
    assert post.text == "法庭调查开始。"


def test_a_picture_is_private_until_its_post_is_published_and_then_has_a_random_name(
    newsroom: Newsroom, settings: Any
) -> None:
    with clock.at(IN_COURT):
        post = newsroom.draft(picture=photo())
        kept = Path(post.picture_private.path)
        assert kept.is_relative_to(settings.PRIVATE_ROOT)
        assert b"SecretCamera" not in kept.read_bytes()
        assert not post.picture
        post = PublishPost(newsroom.check(post), actor(newsroom.writer)).run()
    public = Path(post.picture.path)
    assert public.is_relative_to(settings.PUBLIC_ROOT)
    assert public.stem != kept.stem
    assert public.read_bytes() == kept.read_bytes()
    (seen,) = posts_of(newsroom.session)
    assert seen.picture == f"/live/pictures/{public.stem}.jpg"


def test_the_card_is_a_picture_and_rubbish_is_none(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        assert newsroom.draft(picture=CARD).picture_private
        with pytest.raises(ActionRefused, match="请换一张"):
            newsroom.draft(picture=b"MZ rubbish")
        post = newsroom.draft(picture=photo())
        EditPost(post, actor(newsroom.writer), Writing("不要图。"), without_picture=True).run()
    post.refresh_from_db()
    assert not post.picture_private


def test_a_picture_that_was_replaced_is_not_kept(
    newsroom: Newsroom, django_capture_on_commit_callbacks: Any
) -> None:
    with clock.at(IN_COURT), django_capture_on_commit_callbacks(execute=True):
        post = newsroom.draft(picture=photo())
        first = Path(post.picture_private.path)
        post = EditPost(post, actor(newsroom.writer), Writing("换一张。", CARD)).run()
        assert first.is_file(), "only when it is certain that the change stays"
    assert not first.exists()
    assert Path(post.picture_private.path).is_file()


def test_without_an_account_the_post_is_carried_over_by_hand(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        row = newsroom.dispatch(newsroom.publish())
    assert (row.adapter, row.state, row.operator_address) == ("manual", Dispatch.State.BY_HAND, "203.0.113.7")


def test_a_session_of_text_alone_follows_its_posts(newsroom: Newsroom) -> None:
    def state() -> str:
        newsroom.session.refresh_from_db()
        return newsroom.session.state

    with clock.at(IN_COURT):
        newsroom.publish("开庭。", "opening")
        assert state() == Session.State.LIVE
        newsroom.publish("休庭。", "adjournment")
        assert state() == Session.State.ENDED


def test_a_session_whose_last_post_was_forgotten_ends_with_its_day(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        newsroom.publish("开庭。", "opening")
        assert end_past_sessions() == 0
    with clock.at(IN_COURT + dt.timedelta(days=1)):
        assert end_past_sessions() == 1
        assert end_past_sessions() == 0


def test_a_broadcast_session_keeps_the_state_of_its_broadcast(newsroom: Newsroom) -> None:
    newsroom.session.livestream = True
    newsroom.session.save()
    with clock.at(IN_COURT):
        newsroom.publish("开庭。", "opening")
    newsroom.session.refresh_from_db()
    assert newsroom.session.state == Session.State.READY


def test_the_posts_of_a_session_cost_the_same_queries_however_many(
    newsroom: Newsroom, django_assert_num_queries: Any
) -> None:
    with clock.at(IN_COURT):
        first = newsroom.publish("一。")
        with django_assert_num_queries(1):
            posts_of(newsroom.session)
        for n in range(5):
            newsroom.publish(f"更正{n}。", "correction", corrects=first)
        with django_assert_num_queries(1):
            assert len(posts_of(newsroom.session)) == 6


def test_the_fingerprint_changes_with_whatever_is_shown(newsroom: Newsroom) -> None:
    with clock.at(IN_COURT):
        post = newsroom.draft()
        seen = {fingerprint(post)}
        post.text = "另一段。"
        seen.add(fingerprint(post))
        post.picture_private = f"posts/{hashlib.sha256(b'x').hexdigest()}.jpg"
        seen.add(fingerprint(post))
    assert len(seen) == 3
