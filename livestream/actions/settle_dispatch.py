"""What a person decides about a post on its way outside: it is there, carry it over by hand, or send it again (R44)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import transaction

from livestream.actions.base import Act, Check
from livestream.actions.posting import writers_only
from livestream.actions.weibo_account import account_in_use, hint_dispatches, why_not
from livestream.microblog.links import is_under
from livestream.models import Dispatch
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

State = Dispatch.State
WEIBO_HOSTS = ("weibo.com", "weibo.cn")
LONGEST_ADDRESS = 200
ALREADY_DECIDED = "这一条现在不在可以办理的状态，请刷新页面"


class DispatchAct(Act[Dispatch, Dispatch]):
    """Those who write the session's posts decide about their way outside."""

    states: ClassVar[tuple[str, ...]] = ()

    def execute(self) -> None:
        """Do it and set `result`."""
        raise NotImplementedError

    def all_checks(self) -> list[Check]:
        """Who, where it stands, the rest."""
        fits = self.subject.state in self.states
        state = Check("state", fits, "发布状态", ALREADY_DECIDED)
        return [self.post_check(), state, *self.checks()]

    def post_check(self) -> Check:
        """The member on duty, or the head of the group."""
        return writers_only(self.actor, self.subject.post.session, self.verb)

    def keep(self) -> None:
        """Save what was decided."""
        self.subject.lease_until = None
        self.subject.save()
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """Which post."""
        return {"post": self.subject.post_id}


class PasteAddress(DispatchAct):
    """贴回地址: it stands outside, there."""

    verb = "贴回微博地址"
    states = (State.BY_HAND, State.UNCERTAIN, State.FAILED)

    def __init__(self, row: Dispatch, actor: Actor, address: str) -> None:
        super().__init__(row, actor)
        self.address = address.strip()

    def checks(self) -> Iterator[Check]:
        """An address at Weibo that no other post has."""
        there = self.address.startswith(("https://", "http://")) and any(
            is_under(self.address, host) for host in WEIBO_HOSTS
        )
        fits = there and len(self.address) <= LONGEST_ADDRESS and " " not in self.address
        yield Check(
            "address",
            fits,
            "微博地址",
            "请贴回这一条微博的地址，以 https://weibo.com/ 或 https://m.weibo.cn/ 开头",
        )
        other = Dispatch.objects.filter(outside_address=self.address).exclude(pk=self.subject.pk)
        taken = bool(self.address) and other.exists()
        yield Check("own", not taken, "不是别条的地址", "这个地址已是另一条微博的，请核对后再贴")

    def execute(self) -> None:
        """It is there."""
        row = self.subject
        row.state, row.outside_address, row.sent_at, row.problem = State.SENT, self.address, clock.now(), ""
        self.keep()


class Looked(DispatchAct):
    """A decision that could bring a post out twice: where its outcome is unknown the person has looked first."""

    def __init__(self, row: Dispatch, actor: Actor, *, looked: bool = False) -> None:
        super().__init__(row, actor)
        self.looked = looked

    def checks(self) -> Iterator[Check]:
        """Looked, where nobody knows."""
        sure = self.subject.state != State.UNCERTAIN or self.looked
        yield Check(
            "looked", sure, "已到微博查看", "这一条可能已经发出：请先到微博查看，确认没有后勾选再办理"
        )

    def detail(self) -> dict[str, Any]:
        """Which post, and that somebody looked."""
        return {**super().detail(), "looked": self.looked}


class TakeByHand(Looked):
    """改为人工发布: the portal sends it no more."""

    verb = "改为人工发布"
    states = (State.QUEUED, State.UNCERTAIN, State.FAILED)

    def execute(self) -> None:
        """A person carries it over."""
        self.subject.state, self.subject.problem = State.BY_HAND, ""
        self.keep()


class SendAgain(Looked):
    """再发一次, by the account. Only a person decides so."""

    verb = "再发一次"
    states = (State.UNCERTAIN, State.FAILED, State.BY_HAND)

    def checks(self) -> Iterator[Check]:
        """Looked, and there is an account that can send."""
        yield from super().checks()
        account = account_in_use()
        problem = why_not(account) if account else "没有启用微博账号，只能人工发布"
        yield Check("account", not problem, "微博账号可用", problem)

    def execute(self) -> None:
        """Into the queue."""
        row = self.subject
        row.state, row.adapter, row.attempts = State.QUEUED, "weibo", 0
        row.not_before, row.problem = clock.now(), ""
        transaction.on_commit(hint_dispatches, robust=True)
        self.keep()
