"""Going on air: the encoder's push is admitted by its key, and the broadcast opens for the public (R49, R51)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from livestream.actions.base import ActionRefused, Check, record
from livestream.actions.broadcasting import BroadcastAct, screening_check
from livestream.broadcast import keys, public_list, storage
from livestream.broadcast.clock_rules import is_silent, may_push
from livestream.models import Broadcast, Session
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

MAY_PUSH = (Session.State.READY, Session.State.LIVE, Session.State.PAUSED)
NOT_NOW = "不在推流时间：开庭前30分钟起、预计结束后60分钟止"


class AdmitPush(BroadcastAct[None]):
    """推流接入: asked by the stream server for each encoder that connects. A second one beside a living one is refused."""

    verb = "推流接入"
    states = MAY_PUSH
    wrong_state = "本场不在待播或直播状态"

    def __init__(self, session: Session, key: str, push: str) -> None:
        super().__init__(session, Actor.system("推流服务器"))
        self.key, self.push = key, push

    def may(self) -> bool:
        """Whoever has the key."""
        return True

    def checks(self) -> Iterator[Check]:
        """The key, the time, the screening, one push at a time, and room for the pieces."""
        row, now = self.broadcast, clock.now()
        yield Check("key", keys.opens(self.key, row.key_hash), "推流密钥", "推流密钥不对")
        yield Check("mode", row.mode == Broadcast.Mode.STREAM, "本院视频直播", "本场不是本院视频直播")
        yield Check("time", may_push(now, self.subject.begins_at, self.subject.ends_at), "推流时间", NOT_NOW)
        yield screening_check(self.subject)
        free = not row.publishing or is_silent(public_list.last_sign(row), now)
        yield Check("alone", free, "没有其他推流", "同一密钥正在推流，须先断开原来的推流")

    def execute(self) -> None:
        """The push is on; its folder is ready."""
        row = self.broadcast
        storage.make_raw_folder(self.subject.slug)
        row.publishing, row.push_id, row.key_used_at = True, self.push, clock.now()
        row.save(update_fields=["publishing", "push_id", "key_used_at"])
        self.result = None


def admit(name: str, key: str, push: str) -> bool:
    """Answer the stream server; a refusal is put on record with its reasons, never with the key."""
    session = Session.objects.filter(slug=name, broadcast__isnull=False).first()
    if session is None:
        return False
    action = AdmitPush(session, key, push)
    try:
        action.run()
    except ActionRefused as refused:
        codes = [check.code for check in refused.checks]
        record(session, "推流被拒", action.actor, session.state, session.state, {"failed": codes})
        return False
    return True


def may_go_on(name: str, push: str) -> bool:
    """Whether a push that was admitted is still the one: not after the end, nor once another key or mode took its place."""
    rows = Broadcast.objects.filter(session__slug=name, session__state__in=MAY_PUSH, publishing=True)
    return bool(push.strip()) and rows.filter(mode=Broadcast.Mode.STREAM, push_id=push).exists()


def push_ended(name: str, push: str) -> None:
    """The stream server says that a connection is over; one that was never admitted changes nothing."""
    row = Broadcast.objects.filter(session__slug=name, publishing=True, push_id=push).first()
    if row is not None and push.strip():
        row.publishing, row.push_id = False, ""
        row.save(update_fields=["publishing", "push_id"])
        record(row.session, "推流断开", Actor.system("推流服务器"), row.session.state, row.session.state)
        public_list.forget(name)


class GoLive(BroadcastAct[Broadcast]):
    """开播: from now on the public sees, after the delay. What the encoder sent before stays private."""

    verb = "开播"
    states = (Session.State.READY,)
    wrong_state = "只有待播的场次可以开播"

    def checks(self) -> Iterator[Check]:
        """The time, the screening, and a picture where the court streams itself."""
        row = self.broadcast
        timely = may_push(clock.now(), self.subject.begins_at, self.subject.ends_at)
        yield Check("time", timely, "开播时间", "不在开播时间：开庭前30分钟起、预计结束后60分钟止")
        yield screening_check(self.subject)
        picture = row.mode != Broadcast.Mode.STREAM or row.publishing
        yield Check(
            "picture", picture, "已收到推流", "还没有收到编码器的推流：请检查推流地址和密钥，或改为图文直播"
        )

    def execute(self) -> None:
        """Open it."""
        row = self.broadcast
        row.started_at = clock.now()
        row.save(update_fields=["started_at"])
        self.subject.state = Session.State.LIVE
        self.subject.save(update_fields=["state"])
        self.result = row

    def detail(self) -> dict[str, Any]:
        """The mode it went on air with, and the delay."""
        return {"mode": self.broadcast.mode, "delay": self.broadcast.delay_seconds}
