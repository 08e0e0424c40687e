"""What every action on a broadcast shares: the session's row and its broadcast, both locked, and who may (R41–R43, R51)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from django.db import transaction

from livestream.actions.base import Act, Check
from livestream.broadcast import public_list
from livestream.models import Broadcast, Nomination, Session, Signature, WorkingGroup
from livestream.roles import is_division_head, is_group_head, is_handling_judge, is_on_duty, membership
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor

R = TypeVar("R")
GROUP = WorkingGroup.Kind.LIVESTREAM
OPERATING = ("开播", "切断", "恢复", "结束直播")
"""What somebody did who operated a broadcast, by the verbs of the record."""


class BroadcastAct(Act[Session, R]):
    """One thing done to a session's broadcast; nobody's post alone opens it, but his part in this session."""

    states: ClassVar[tuple[str, ...]] = ()
    wrong_state: ClassVar[str] = ""

    def run(self) -> R:
        """As every action; players hear of it with their next question."""
        result = super().run()
        transaction.on_commit(lambda: public_list.forget(self.subject.slug))
        return result

    @property
    def broadcast(self) -> Broadcast:
        """The session's broadcast, read anew under the lock of its row. Raises Broadcast.DoesNotExist."""
        if not hasattr(self, "_broadcast"):
            rows = (
                Broadcast.objects.select_for_update(of=("self",)) if _locking() else Broadcast.objects.all()
            )
            self._broadcast = rows.get(session_id=self.subject.pk)
        return self._broadcast

    def execute(self) -> None:
        """Do it and set `result`."""
        raise NotImplementedError

    def all_checks(self) -> list[Check]:
        """The part in the session and the state come first; without a broadcast there is nothing else to ask."""
        if hasattr(self, "_broadcast"):
            del self._broadcast
        if not Broadcast.objects.filter(session_id=self.subject.pk).exists():
            return [self.post_check(), Check("set_up", False, "已设置直播", "本场尚未设置直播方式，请先设置")]
        return [self.post_check(), self.state_check(), *self.checks()]

    def state_check(self) -> Check:
        """Whether the session stands where this can be done."""
        fits = not self.states or self.subject.state in self.states
        return Check(
            "state", fits, "场次状态", self.wrong_state or f"本场现为“{self.subject.get_state_display()}”"
        )

    def post_check(self) -> Check:
        """Whether the actor has a part in this session that allows it."""
        return Check("post", self.may(), "操作权限", f"您在本场没有“{self.verb}”的权限")

    def may(self) -> bool:
        """Who may: whoever operates the broadcast."""
        return operates(self.actor, self.subject)

    def detail(self) -> dict[str, Any]:
        """Which broadcast."""
        return {"broadcast": self.broadcast.pk}


def _locking() -> bool:
    return bool(transaction.get_connection().in_atomic_block)


def operates(actor: Actor, session: Session) -> bool:
    """Who runs the broadcast: the group's member on duty at it, or the group's head (R42, R43)."""
    return is_on_duty(actor, session, GROUP) or is_group_head(actor, GROUP)


def may_cut(actor: Actor, session: Session) -> bool:
    """Who stops it: who runs it, and the judge in whose hearing something must not be seen (R51)."""
    return operates(actor, session) or is_handling_judge(actor, session)


def sets_up(actor: Actor, session: Session) -> bool:
    """Who says how it goes on air: who runs it, and the research office that schedules (R47)."""
    return operates(actor, session) or actor.holds(Post.RESEARCH)


def reviews(actor: Actor, session: Session) -> bool:
    """Who decides on a replay: the research office or the head of the division."""
    return actor.holds(Post.RESEARCH) or is_division_head(actor, session.division_id)


def may_look(actor: Actor, session: Session) -> bool:
    """Who sees the broadcast page of a session."""
    return (
        may_cut(actor, session)
        or reviews(actor, session)
        or actor.holds(Post.VICE_PRESIDENT, Post.PRESIDENT)
        or membership(actor, GROUP) is not None
    )


def screening_check(session: Session) -> Check:
    """Whether judge and division head have both passed the case, neither took it back, and it still stands (R49)."""
    standing = session.nomination.state not in (Nomination.State.VETOED, Nomination.State.WITHDRAWN)
    rows = Signature.objects.filter(screening__nomination_id=session.nomination_id).order_by("pk")
    last = dict(rows.values_list("role", "decision"))
    both = {Signature.Role.JUDGE, Signature.Role.HEAD} <= last.keys()
    passed = standing and both and all(each == Signature.Decision.PASS for each in last.values())
    return Check("screened", passed, "把关通过", "本场未经经办法官和庭长双签通过，不能直播")
