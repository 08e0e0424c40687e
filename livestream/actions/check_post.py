"""核对: the judge's side checks every post before it goes out, the division head a preview too (R44, R49)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from livestream.actions.base import Act, Check
from livestream.actions.posting import (
    GROUP,
    HEAD,
    JUDGE,
    SEATS,
    PostAct,
    State,
    fingerprint,
    seats_needed,
    seats_of,
    seats_taken,
    session_checks,
    text_checks,
)
from livestream.models import MicroblogPost, PostChecker, Session
from livestream.roles import is_handling_judge
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.models import Officer
    from liwan_court.registry.posts import Actor

LONGEST_REASON = 200


class Checking(PostAct[MicroblogPost]):
    """What the judge's side decides about a draft, as it was shown to it."""

    states: ClassVar[tuple[str, ...]] = (State.DRAFT,)
    wrong_state = "这一条不在待核对状态（已核对、已退回或已发布），请刷新页面"

    def __init__(self, post: MicroblogPost, actor: Actor, seen: str) -> None:
        super().__init__(post, actor)
        self.seen = seen

    def post_check(self) -> Check:
        """The handling judge, whom he named, and for a preview the division head."""
        mine = seats_of(self.actor, self.subject.session) & set(seats_needed(self.subject))
        who = "、".join(SEATS[seat] for seat in seats_needed(self.subject))
        return Check("post", bool(mine), "核对人", f"这一条由{who}核对")

    def checks(self) -> Iterator[Check]:
        """Somebody else wrote it, and it is still what was shown."""
        other = self.subject.drafted_by_id != self.actor.user_id
        yield Check("other", other, "不是起草人", "您是这一条的起草人，须由他人核对")
        same = self.seen == fingerprint(self.subject)
        yield Check("seen", same, "看到的就是现在的内容", "您打开页面后这一条又改过，请看过新的内容再决定")


class CheckPost(Checking):
    """核对无误, in every place the actor may take. With the last one it may be published."""

    verb = "核对微博"

    def checks(self) -> Iterator[Check]:
        """It may go out as it is, and the actor's place is still free."""
        yield from super().checks()
        yield from session_checks(self.subject.session, self.subject.stage)
        yield from text_checks(self.subject)
        mine = self._mine()
        free = not mine or bool(mine - set(seats_taken(self.subject)))
        yield Check("free", free, "尚未核对", "您已经核对过这一条，正在等另一方核对")

    def _mine(self) -> set[str]:
        return seats_of(self.actor, self.subject.session) & set(seats_needed(self.subject))

    def execute(self) -> None:
        """Keep who and when."""
        post, mine = self.subject, self._mine() - set(seats_taken(self.subject))
        if JUDGE in mine:
            post.checked_by_id, post.checked_at = self.actor.person_id, clock.now()
        if HEAD in mine:
            post.head_checked_by_id, post.head_checked_at = self.actor.person_id, clock.now()
        if set(seats_needed(post)) <= set(seats_taken(post)):
            post.state = State.CHECKED
        post.save()
        self.result = post

    def detail(self) -> dict[str, Any]:
        """Which session and stage, and which text by its fingerprint."""
        return {**super().detail(), "seen": self.seen}


class ReturnPost(Checking):
    """退回修改, with what is wrong."""

    verb = "退回微博"
    states = (State.DRAFT, State.CHECKED)

    def __init__(self, post: MicroblogPost, actor: Actor, seen: str, reason: str) -> None:
        super().__init__(post, actor, seen)
        self.reason = reason.strip()

    def checks(self) -> Iterator[Check]:
        """With a reason."""
        yield from super().checks()
        fits = 0 < len(self.reason) <= LONGEST_REASON
        yield Check("reason", fits, "退回理由", f"请写明要改什么（不超过{LONGEST_REASON}字）")

    def execute(self) -> None:
        """Back to whoever drafted it; checks are given anew."""
        post = self.subject
        post.state, post.return_reason = State.RETURNED, self.reason
        post.checked_by, post.checked_at, post.head_checked_by, post.head_checked_at = None, None, None, None
        post.save()
        self.result = post


class NameChecker(Act[Session, Session]):
    """指定核对人: the handling judge sits in the hearing; he may name somebody to check the posts in his place."""

    verb = "指定核对人"

    def __init__(self, session: Session, actor: Actor, officer: Officer | None) -> None:
        super().__init__(session, actor)
        self.officer = officer

    def post_check(self) -> Check:
        """The handling judge alone."""
        mine = is_handling_judge(self.actor, self.subject)
        return Check("post", mine, "经办法官", "只有本场的经办法官可以指定核对人")

    def checks(self) -> Iterator[Check]:
        """Somebody at the court who does not write the posts himself; nobody: the judge checks himself again."""
        yield from session_checks(self.subject, "")
        if self.officer is None:
            return
        can = self.officer.active and self.officer.user_id is not None
        yield Check("active", can, "在职并有账号", "这个人不在职或没有账号，不能核对")
        duties = self.subject.duties.filter(
            cancelled=False, member__group__kind=GROUP, member__officer=self.officer
        )
        yield Check(
            "other", not duties.exists(), "不是起草人", "本场值班的微博小组成员起草微博，不能兼核对人"
        )

    def execute(self) -> None:
        """Name him, or take it back."""
        if self.officer is None:
            PostChecker.objects.filter(session=self.subject).delete()
        else:
            PostChecker.objects.update_or_create(
                session=self.subject, defaults={"officer": self.officer, "named_at": clock.now()}
            )
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """Whom."""
        return {"officer": self.officer.pk if self.officer else None}
