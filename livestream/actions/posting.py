"""What every action on a post shares: who writes, who checks, and what a text must be before it goes out (R44, R49, R54)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from livestream.actions.base import Act, Check
from livestream.microblog import facts, links
from livestream.models import MicroblogPost, PostChecker, Session, WorkingGroup
from livestream.roles import is_division_head, is_group_head, is_handling_judge, is_on_duty, membership
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

R = TypeVar("R")
GROUP = WorkingGroup.Kind.MICROBLOG
Stage = MicroblogPost.Stage
State = MicroblogPost.State
LONGEST = 300
JUDGE, HEAD = "judge", "head"
SEATS = {JUDGE: "经办法官（或其指定的人）", HEAD: "庭长"}
ABSTAINS = "本场没有安排微博"


def writes(actor: Actor, session: Session) -> bool:
    """Who drafts and publishes: the microblog group's member on duty at the session, or the group's head (R43, R54)."""
    return is_on_duty(actor, session, GROUP) or is_group_head(actor, GROUP)


def named_checker(session: Session) -> int | None:
    """The officer whom the handling judge named to check in his place."""
    return PostChecker.objects.filter(session=session).values_list("officer_id", flat=True).first()


def seats_needed(post: MicroblogPost) -> tuple[str, ...]:
    """Who must have checked a post: the judge's side, and for a preview the division head too."""
    return (JUDGE, HEAD) if post.stage == Stage.PREVIEW else (JUDGE,)


def seats_taken(post: MicroblogPost) -> tuple[str, ...]:
    """Who has checked it."""
    taken = ((JUDGE, post.checked_by_id), (HEAD, post.head_checked_by_id))
    return tuple(seat for seat, user in taken if user is not None)


def seats_of(actor: Actor, session: Session) -> set[str]:
    """In whose place the actor checks at a session."""
    seats = set()
    if is_handling_judge(actor, session) or (
        actor.officer_id is not None and named_checker(session) == actor.officer_id
    ):
        seats.add(JUDGE)
    if is_division_head(actor, session.division_id):
        seats.add(HEAD)
    return seats


def may_look(actor: Actor, session: Session) -> bool:
    """Who sees a session's posts before the public does."""
    return (
        writes(actor, session)
        or bool(seats_of(actor, session))
        or actor.holds(Post.RESEARCH, Post.VICE_PRESIDENT, Post.PRESIDENT)
        or membership(actor, GROUP) is not None
    )


def fingerprint(post: MicroblogPost) -> str:
    """What a person saw when he decided: the text, its picture and what it corrects."""
    seen = "\0".join((post.stage, post.text, str(post.picture_private), str(post.corrects_id or "")))
    return hashlib.sha256(seen.encode()).hexdigest()[:16]


def session_checks(session: Session, stage: str) -> Iterator[Check]:
    """A session of which posts may be written: announced, with microblog, on the calendar, or only to correct."""
    yield Check("announced", session.announced_at is not None, "已公布排期", "本场的排期尚未公布，不能发微博")
    yield Check("microblog", session.microblog, "本场安排微博", ABSTAINS)
    standing = session.state in Session.ON_CALENDAR or stage == Stage.CORRECTION
    yield Check("standing", standing, "本场没有撤下", "本场已撤下：只能对已发布的微博发更正")


def text_checks(post: MicroblogPost) -> Iterator[Check]:
    """What a text must be before it goes out; every message says where, none says a name."""
    session, text = post.session, post.text.strip()
    yield Check("text", bool(text), "有正文", "正文是空的：请写好再核对、发布")
    room = facts.room_of(session, post.stage, text, post.corrects)
    yield Check(
        "length", room >= 0, f"不超过140字（还可写{max(room, 0)}字）",
        f"超过微博的140字：还须减{-room}字（汉字算1，字母和数字算½，链接算10，序号和链接已计入）",
    )  # fmt: skip
    plain = not links.has_address(text)
    yield Check("address", plain, "正文没有网址", "正文不要写网址：本站的链接会自动加在末尾")
    yield Check(
        "topic", not links.has_topic(text), "没有话题", "正文不能有 #话题#，微博接口不接受：请去掉井号"
    )
    found = facts.findings_in(session, text)
    told = "；".join(each.told for each in found)
    yield Check(
        "scan", not found, "没有不能公开的内容", f"正文有不能公开的内容：{told}。请改写为原告、被告等"
    )


class PostAct(Act[MicroblogPost, R]):
    """One thing done to one post."""

    states: ClassVar[tuple[str, ...]] = State.DRAFT, State.RETURNED, State.CHECKED
    wrong_state: ClassVar[str] = "已发布的微博不能改动：请发一条更正"

    def execute(self) -> None:
        """Do it and set `result`."""
        raise NotImplementedError

    def all_checks(self) -> list[Check]:
        """Who, then the state, then the rest."""
        return [self.post_check(), self.state_check(), *self.checks()]

    def post_check(self) -> Check:
        """Who writes at the session."""
        return writers_only(self.actor, self.subject.session, self.verb)

    def state_check(self) -> Check:
        """Where the post stands."""
        fits = self.subject.state in self.states
        return Check("state", fits, "微博状态", self.wrong_state)

    def detail(self) -> dict[str, Any]:
        """Which session and stage: never a word of the text."""
        return {"session": self.subject.session_id, "stage": self.subject.stage}


def writers_only(actor: Actor, session: Session, verb: str) -> Check:
    """The member on duty, or the head of the group."""
    message = f"只有本场值班的微博小组成员或小组负责人可以{verb}"
    return Check("post", writes(actor, session), "本场值班", message)


def clear_checks(post: MicroblogPost) -> None:
    """What was changed is checked anew."""
    post.checked_by, post.checked_at = None, None
    post.head_checked_by, post.head_checked_at = None, None
