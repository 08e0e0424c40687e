"""What the pages of posts show of each: the text with what must not go out marked, who has checked, what may be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch, Q

from livestream.actions.check_post import CheckPost
from livestream.actions.posting import (
    HEAD,
    JUDGE,
    SEATS,
    fingerprint,
    seats_needed,
    seats_of,
    seats_taken,
    text_checks,
)
from livestream.actions.publish_post import PublishPost
from livestream.microblog import facts
from livestream.models import Dispatch, Duty, MicroblogPost, Session
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import User
    from django.db.models import QuerySet

    from livestream.actions.base import Check
    from liwan_court.registry.posts import Actor

State = MicroblogPost.State
RECENT = timedelta(days=30)
WAITING = (Dispatch.State.BY_HAND, Dispatch.State.UNCERTAIN, Dispatch.State.FAILED)


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who must check: in what place, and who did when."""

    label: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One post as a page shows it."""

    post: MicroblogPost
    pieces: list[tuple[str, str]]
    """The text in pieces; the second is what is wrong with a piece, empty where nothing is."""
    outgoing: str
    room: int
    problems: list[Check] = field(default_factory=list)
    """Why it may not go out as it is."""
    seats: list[Seat] = field(default_factory=list)
    seen: str = ""
    publish: list[Check] = field(default_factory=list)
    """The conditions of publishing, for a post that was checked."""

    @property
    def over(self) -> int:
        """By how many characters it is too long."""
        return max(0, -self.room)

    @property
    def may_publish(self) -> bool:
        """Whether nothing stands against it."""
        return bool(self.publish) and all(check.passed for check in self.publish)


def whole(rows: QuerySet[MicroblogPost]) -> QuerySet[MicroblogPost]:
    """Posts with everything a page shows of them, in a constant number of queries."""
    return rows.select_related(
        "corrects", "dispatch", "checked_by__officer", "head_checked_by__officer", "drafted_by__officer",
        "session__judge", "session__division", "session__nomination__case",
    ).prefetch_related("session__panel", "session__nomination__case__parties")  # fmt: skip


def row_of(post: MicroblogPost, actor: Actor | None = None) -> Row:
    """A post that is still open, or a published one; the conditions of publishing for whoever asks."""
    if post.state == State.PUBLISHED:
        return Row(post, [(post.text, "")], facts.outgoing_of(post), 0)
    problems = [check for check in text_checks(post) if not check.passed]
    publish = []
    if actor is not None and post.state == State.CHECKED:
        publish = PublishPost(post, actor).all_checks()
    return Row(
        post,
        marked(post.session, post.text),
        facts.outgoing_of(post),
        facts.room_of(post.session, post.stage, post.text, post.corrects),
        problems,
        seats(post),
        fingerprint(post),
        publish,
    )


def marked(session: Session, text: str) -> list[tuple[str, str]]:
    """A text in pieces, those that must not go out with what they are."""
    pieces, done = [], 0
    for found in facts.findings_in(session, text):
        pieces.append((text[done : found.start], ""))
        done = found.start + found.length
        pieces.append((text[found.start : done], found.kind_label))
    return [(piece, why) for piece, why in [*pieces, (text[done:], "")] if piece]


def seats(post: MicroblogPost) -> list[Seat]:
    """Who must check a post, and who has."""
    done = {JUDGE: (post.checked_by, post.checked_at), HEAD: (post.head_checked_by, post.head_checked_at)}
    taken = seats_taken(post)
    return [
        Seat(SEATS[seat], _name(done[seat][0]), done[seat][1]) if seat in taken else Seat(SEATS[seat])
        for seat in seats_needed(post)
    ]


def _name(user: User | None) -> str:
    return user.officer.name if user is not None and hasattr(user, "officer") else str(user or "")


def to_check(actor: Actor) -> list[MicroblogPost]:
    """Drafts that wait for the actor's check and may go out as they are."""
    rows = _for_checker(actor, (State.DRAFT,))
    return [post for post in rows if not CheckPost(post, actor, fingerprint(post)).failures()]


def for_checker(actor: Actor) -> tuple[list[MicroblogPost], list[MicroblogPost]]:
    """Posts of the actor's sessions: drafts his place is free in, and those he may still take back."""
    rows = _for_checker(actor, (State.DRAFT, State.CHECKED))
    open_ones = [post for post in rows if _is_mine(post, actor)]
    return open_ones, [post for post in rows if post not in open_ones]


def _is_mine(post: MicroblogPost, actor: Actor) -> bool:
    mine = seats_of(actor, post.session) & set(seats_needed(post))
    return post.state == State.DRAFT and bool(mine - set(seats_taken(post)))


def _for_checker(actor: Actor, states: tuple[str, ...]) -> list[MicroblogPost]:
    me = actor.officer_id or 0
    theirs = Q(session__judge_id=me) | Q(session__post_checker__officer_id=me)
    head = Q(session__division__in=actor.divisions(Post.DIVISION_HEAD), stage=MicroblogPost.Stage.PREVIEW)
    rows = MicroblogPost.objects.filter(theirs | head, state__in=states).exclude(drafted_by_id=actor.user_id)
    return list(whole(rows).order_by("session__begins_at", "pk").distinct())


def sessions_with_posts() -> QuerySet[Session]:
    """Announced sessions with microblog from a month ago on, with their numbers of posts and who is on duty."""
    since = clock.now() - RECENT
    on_duty = Duty.objects.filter(cancelled=False, member__group__kind="microblog").select_related(
        "member__officer"
    )
    return (
        Session.objects.filter(microblog=True, announced_at__isnull=False, begins_at__gte=since)
        .select_related("division", "judge")
        .prefetch_related(Prefetch("duties", on_duty, to_attr="writers"))
        .annotate(
            open_posts=Count("posts", filter=Q(posts__state__in=MicroblogPost.OPEN), distinct=True),
            published_posts=Count("posts", filter=Q(posts__state=State.PUBLISHED), distinct=True),
            waiting_posts=Count("posts", filter=Q(posts__dispatch__state__in=WAITING), distinct=True),
        )
    )
