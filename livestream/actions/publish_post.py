"""发布: on the portal first, which is the record and stays as it is; then a dispatch row takes it outside (R44, R58)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max

from livestream.actions.base import Check, record
from livestream.actions.broadcasting import screening_check
from livestream.actions.posting import (
    PostAct,
    Stage,
    State,
    seats_needed,
    seats_taken,
    session_checks,
    text_checks,
)
from livestream.actions.weibo_account import account_in_use, hint_dispatches, why_not
from livestream.microblog import pictures
from livestream.models import Dispatch, MicroblogPost, Session
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

EARLIEST: Final = timedelta(minutes=30)
"""So long before the hearing its first post may go out: people take their seats."""
BEFORE = (Session.State.SCHEDULED, Session.State.READY)
LAST_STAGES = (Stage.ADJOURNMENT, Stage.RESULT)


class PublishPost(PostAct[MicroblogPost]):
    """Give it its number and show it. From now on nothing of it changes: a correction is a further post."""

    verb = "发布微博"
    states = (State.CHECKED,)
    wrong_state = "只有已核对的微博可以发布"

    def __init__(self, post: MicroblogPost, actor: Actor, operator_address: str | None = None) -> None:
        super().__init__(post, actor)
        self.operator_address = operator_address or None

    def checks(self) -> Iterator[Check]:
        """Checked by everyone who must, the session stands, the time has come, and the text may go out."""
        post, session = self.subject, self.subject.session
        checked = set(seats_needed(post)) <= set(seats_taken(post))
        yield Check("checked", checked, "核对齐全", "还没有核对齐全：须经办法官一方核对，预告还须庭长核对")
        yield from session_checks(session, post.stage)
        if post.stage != Stage.CORRECTION:
            yield screening_check(session)
        yield time_check(session, post.stage)
        yield from text_checks(post)

    def execute(self) -> None:
        """Number, picture, state and dispatch in one."""
        post = self.subject
        session = Session.objects.select_for_update().get(pk=post.session_id)
        last = session.posts.aggregate(last=Max("number"))["last"]
        post.number, post.state = (last or 0) + 1, State.PUBLISHED
        post.published_by_id, post.published_at = self.actor.person_id, clock.now()
        if post.picture_private:
            with post.picture_private.open("rb") as kept:
                data = kept.read()
            post.picture.save(pictures.new_public_name(), ContentFile(data), save=False)
        post.save()
        send_on(post, self.operator_address)
        follow(session, post.stage, self.actor)
        self.result = post

    def detail(self) -> dict[str, Any]:
        """Its number."""
        return {**super().detail(), "number": self.subject.number}


def time_check(session: Session, stage: str) -> Check:
    """A preview before the hearing, the hearing's own posts from half an hour before it begins, the others any time."""
    begins, now = session.begins_at, clock.now()
    if stage == Stage.PREVIEW:
        ahead = now < begins and session.state in BEFORE
        return Check("time", ahead, "尚未开庭", "已经开庭，预告不能再发：请从开庭一条写起")
    if stage == Stage.CORRECTION:
        return Check("time", passed=True, label="随时可以更正")
    opens = clock.local(begins - EARLIEST)
    return Check("time", now >= opens, "已到开庭时间", f"还没有开庭：这一条最早{opens:%m月%d日%H:%M}可以发布")


def send_on(post: MicroblogPost, operator_address: str | None) -> Dispatch:
    """The row that takes a post outside: by the account where one may be used, else by hand."""
    account = account_in_use()
    problem = why_not(account) if account else ""
    by_account = account is not None and not problem
    row = Dispatch.objects.create(
        post=post,
        adapter="weibo" if by_account else "manual",
        state=Dispatch.State.QUEUED if by_account else Dispatch.State.BY_HAND,
        problem=problem,
        operator_address=operator_address,
    )
    if by_account:
        transaction.on_commit(hint_dispatches, robust=True)
    return row


def follow(session: Session, stage: str, actor: Actor) -> None:
    """A session of text alone is on while its posts say so; one with a broadcast follows its broadcast."""
    if session.livestream:
        return
    before = session.state
    if stage in LAST_STAGES and before in (*BEFORE, Session.State.LIVE):
        session.state = Session.State.ENDED
    elif stage not in (Stage.PREVIEW, Stage.CORRECTION) and before in BEFORE:
        session.state = Session.State.LIVE
    if session.state != before:
        session.save(update_fields=["state"])
        record(session, "微博场次", actor, before, session.state, {"stage": stage})


def end_past_sessions() -> int:
    """A session of text alone whose last post was forgotten ends with its day. Returns how many ended."""
    today = clock.moment(clock.today())
    rows = Session.objects.filter(livestream=False, state=Session.State.LIVE, ends_at__lt=today)
    ended = 0
    for session in rows:
        with transaction.atomic():
            row = Session.objects.select_for_update().get(pk=session.pk)
            if row.state == Session.State.LIVE:
                row.state = Session.State.ENDED
                row.save(update_fields=["state"])
                record(row, "微博场次", Actor.system(), Session.State.LIVE, row.state)
                ended += 1
    return ended
