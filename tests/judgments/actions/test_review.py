"""Review: a second person, a confirmed list, no open doubt, nothing that leaks."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from judgments.actions.base import ActionRefused
from judgments.actions.review import Approve, Return
from judgments.models import Judgment, Mark, Review
from judgments.redaction.edition import Doubt
from liwan_court.registry.models import Delegation, PostHolding
from liwan_court.registry.posts import Actor, Post
from tests.judgments.actions.conftest import PLAINTIFF

DOUBT = Doubt("image", blocking=True, text="图片可能含有文字", where="正文第3段")


def refused_codes(action) -> set[str]:
    with pytest.raises(ActionRefused) as refusal:
        action.run()
    return {check.code for check in refusal.value.checks}


def test_a_second_person_approves_and_the_record_says_so(make, reviewer):
    judgment = make()
    Approve(judgment, reviewer).run()
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.APPROVED
    last = judgment.transitions.last()
    assert (last.verb, last.before, last.after, last.actor_name) == (
        "审核通过",
        "review",
        "approved",
        reviewer.name,
    )


def test_the_uploader_never_approves_even_with_the_post(make, court, typist):
    both = court.officer("打字员甲", (Post.TRIAL_MANAGEMENT, None))
    judgment = make(uploaded_by=both)
    assert "not_uploader" in refused_codes(Approve(judgment, both))
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.REVIEW


def test_the_database_refuses_a_review_by_the_uploader_too(make, typist):
    draft = make().drafts.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(
            draft=draft,
            uploader_id=typist.user_id,
            reviewer_id=typist.user_id,
            decision=Review.Decision.APPROVED,
        )


def test_a_deputy_of_the_uploader_does_not_review_in_his_place(make, court):
    clerk = court.officer("审核员己", (Post.TRIAL_MANAGEMENT, None), (Post.TYPIST, None))
    judgment = make(uploaded_by=clerk)
    deputy = court.officer("代理人庚")
    Delegation.objects.create(
        holding=PostHolding.objects.get(officer=court.people["审核员己"], post=Post.TRIAL_MANAGEMENT),
        deputy=court.people["代理人庚"],
        since=dt.date(2020, 1, 1),
        until=dt.date(2099, 1, 1),
        reason="出差",
    )
    deputy = Actor.of(court.people["代理人庚"].user)
    assert deputy.holds(Post.TRIAL_MANAGEMENT)
    assert "not_uploader" in refused_codes(Approve(judgment, deputy))


@pytest.mark.parametrize("who", ["typist", "judge", "head", "vice_president"])
def test_other_posts_do_not_review(make, who, request):
    assert "post" in refused_codes(Approve(make(), request.getfixturevalue(who)))


def test_an_open_doubt_stops_the_approval_until_it_is_settled(make, reviewer):
    judgment = make(doubts=(DOUBT,))
    assert "doubts_settled" in refused_codes(Approve(judgment, reviewer))
    Approve(judgment, reviewer, {1: "只是院徽"}).run()
    settled = judgment.drafts.get().settled["1"]
    assert (settled["by"], settled["note"]) == (reviewer.name, "只是院徽")


def test_a_found_mark_cannot_be_ticked_away(make, reviewer):
    judgment = make(doubts=(Doubt("mark", blocking=True, text="页眉有不上网公开标记", where="页眉1"),))
    assert refused_codes(Approve(judgment, reviewer, {1: "已核对"})) == {"no_hard_doubt"}


def test_a_leak_blocks_the_approval_and_the_message_does_not_repeat_it(make, reviewer):
    judgment = make(leak=f"{PLAINTIFF}已付款。")
    action = Approve(judgment, reviewer)
    assert "leak_gate" in refused_codes(action)
    assert PLAINTIFF not in "".join(check.message for check in action.all_checks())


def test_a_return_needs_a_reason_and_sends_the_judgment_back(make, reviewer):
    judgment = make()
    assert refused_codes(Return(judgment, reviewer, " ")) == {"reason"}
    Return(judgment, reviewer, "第三段当事人简称未脱敏").run()
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.RETURNED


def test_a_marked_judgment_is_not_approved(make, reviewer, judge, grounds):
    judgment = make()
    Mark.objects.create(
        judgment=judgment,
        ground=grounds["E5"],
        reason="待批",
        marked_by_id=judge.user_id,
        state="pending_head",
    )
    assert "unmarked" in refused_codes(Approve(judgment, reviewer))
