"""How a session goes on air: own stream, a partner's address, or text; and the key of its encoder (R42, R51)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from livestream.actions.base import Check
from livestream.actions.broadcasting import BroadcastAct, sets_up
from livestream.broadcast import keys
from livestream.broadcast.clock_rules import LONGEST_DELAY
from livestream.models import Broadcast, Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

BEFORE = (Session.State.SCHEDULED, Session.State.READY)
TOO_LATE = "直播方式和密钥只能在开播前设置"


class SetUpBroadcast(BroadcastAct[Broadcast]):
    """设置直播: the mode, the delay, and for a partner the address where the public watches."""

    verb = "设置直播"
    states = BEFORE
    wrong_state = TOO_LATE

    def __init__(self, session: Session, actor: Actor, mode: str, address: str = "", delay: int = 60) -> None:
        super().__init__(session, actor)
        self.mode, self.address, self.delay = mode, address.strip(), delay

    def may(self) -> bool:
        """The research office too."""
        return sets_up(self.actor, self.subject)

    def all_checks(self) -> list[Check]:
        """There need be no broadcast yet: this makes it."""
        return [self.post_check(), self.state_check(), *self.checks()]

    def checks(self) -> Iterator[Check]:
        """A livestream session, a known mode, a delay in bounds, and an address where one is needed."""
        yield Check("livestream", self.subject.livestream, "本场安排直播", "本场只安排微博，不能设置直播")
        yield Check("mode", self.mode in Broadcast.Mode.values, "直播方式", "没有这种直播方式")
        fits = 0 <= self.delay <= LONGEST_DELAY
        yield Check("delay", fits, "延迟", f"延迟应为0至{LONGEST_DELAY}秒")
        asked = self.mode == Broadcast.Mode.OUTSIDE
        web = is_web_address(self.address)
        yield Check(
            "address",
            web if asked else not self.address or web,
            "外部地址",
            "请填写以https://或http://开头的直播地址",
        )

    def execute(self) -> None:
        """Make the row, or change it; another mode makes a key void."""
        row, _made = Broadcast.objects.get_or_create(session=self.subject)
        row.mode, row.delay_seconds = self.mode, self.delay
        row.outside_address = self.address if self.mode == Broadcast.Mode.OUTSIDE else ""
        if self.mode != Broadcast.Mode.STREAM:
            row.key_hash = ""
        row.save()
        self.result = row

    def detail(self) -> dict[str, Any]:
        """Mode and delay."""
        return {"mode": self.mode, "delay": self.delay}


class IssueKey(BroadcastAct[str]):
    """生成推流密钥: a new key, returned once; the one before is void at once, and so is a push with it that hangs."""

    verb = "生成推流密钥"
    states = (*BEFORE, Session.State.LIVE, Session.State.PAUSED)
    wrong_state = "本场已结束或已撤下，不再需要密钥"

    def checks(self) -> Iterator[Check]:
        """Only where the court streams itself."""
        own = self.broadcast.mode == Broadcast.Mode.STREAM
        yield Check("mode", own, "本院视频直播", "本场不是本院视频直播，不需要推流密钥")

    def execute(self) -> None:
        """Keep the hash, give the key."""
        key, row = keys.new_key(), self.broadcast
        row.key_hash, row.publishing, row.push_id = keys.hash_of(key), False, ""
        row.save(update_fields=["key_hash", "publishing", "push_id"])
        self.result = key


def is_web_address(text: str) -> bool:
    """Whether a text is an address a browser opens."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
