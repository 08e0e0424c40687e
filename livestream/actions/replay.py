"""The replay: made, reviewed by somebody who did not operate the broadcast, public or not, taken down later (R51, R56, R58)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from livestream.actions.base import Check
from livestream.actions.broadcasting import OPERATING, BroadcastAct, reviews, sets_up
from livestream.actions.set_up_broadcast import is_web_address
from livestream.broadcast import recording
from livestream.models import Broadcast, LivestreamRecord, Session
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Replay = Broadcast.Replay


class OfferReplay(BroadcastAct[None]):
    """回放待审: what was made of the released pieces waits for its review; where nothing was released there is none."""

    verb = "生成回放"
    states = (Session.State.ENDED,)
    system_may = True

    def __init__(self, session: Session, film: Path | None) -> None:
        super().__init__(session, Actor.system())
        self.film = film

    def may(self) -> bool:
        """The portal itself."""
        return self.actor.is_system

    def checks(self) -> Iterator[Check]:
        """It is being made."""
        yield Check("processing", self.broadcast.replay == Replay.PROCESSING, "回放处理中", "回放已经生成")

    def execute(self) -> None:
        """Keep the film and ask for the review."""
        row = self.broadcast
        if self.film is not None:
            recording.keep(row, self.film)
        some = row.segments.exclude(public_name="").exists()
        row.replay = Replay.REVIEW if some else Replay.NONE
        row.save(update_fields=["replay", "replay_file"])
        self.result = None


class SetReplayAddress(BroadcastAct[None]):
    """外部回放地址: where a partner keeps the recording; it is reviewed like our own."""

    verb = "填写回放地址"
    states = (Session.State.ENDED,)
    wrong_state = "直播结束后才能填写回放地址"

    def __init__(self, session: Session, actor: Actor, address: str) -> None:
        super().__init__(session, actor)
        self.address = address.strip()

    def may(self) -> bool:
        """The research office too."""
        return sets_up(self.actor, self.subject)

    def checks(self) -> Iterator[Check]:
        """A partner's broadcast, and an address."""
        outside = self.broadcast.mode == Broadcast.Mode.OUTSIDE
        yield Check("mode", outside, "协作单位直播", "只有协作单位直播的场次填写外部回放地址")
        yield Check(
            "address", is_web_address(self.address), "回放地址", "请填写以https://或http://开头的回放地址"
        )

    def execute(self) -> None:
        """Keep it and ask for the review."""
        row = self.broadcast
        row.replay_address, row.replay = self.address, Replay.REVIEW
        row.save(update_fields=["replay_address", "replay"])
        self.result = None


class DecideReplay(BroadcastAct[Broadcast]):
    """审核回放: public or not. What is public can be taken down, what was held back can be shown after all."""

    verb = "审核回放"
    states = (Session.State.ENDED,)
    wrong_state = "直播结束后才能审核回放"

    def __init__(self, session: Session, actor: Actor, *, public: bool, reason: str = "") -> None:
        super().__init__(session, actor)
        self.public, self.reason = public, reason.strip()[:200]

    def may(self) -> bool:
        """Research office or the head of the division."""
        return reviews(self.actor, self.subject)

    def checks(self) -> Iterator[Check]:
        """There is one to decide on, somebody else operated the broadcast, and holding it back has a reason."""
        row = self.broadcast
        known = (Replay.REVIEW, Replay.WITHHELD) if self.public else (Replay.REVIEW, Replay.PUBLIC)
        yield Check(
            "replay", row.replay in known, "回放待审", f"回放现为“{row.get_replay_display()}”，不能这样决定"
        )
        mine = LivestreamRecord.objects.filter(
            subject="session", subject_id=self.subject.pk, verb__in=OPERATING, user_id=self.actor.person_id
        )
        yield Check("another", not mine.exists(), "审核人不是操作人", "您操作过本场直播，回放须由他人审核")
        yield Check("reason", self.public or bool(self.reason), "理由", "不公开或者撤下回放必须写明理由")

    def execute(self) -> None:
        """Show it or close it; closed, every piece and the film answer 404 from now on."""
        row = self.broadcast
        row.replay = Replay.PUBLIC if self.public else Replay.WITHHELD
        row.replay_reviewed_by_id, row.replay_reviewed_at = self.actor.person_id, clock.now()
        row.save(update_fields=["replay", "replay_reviewed_by", "replay_reviewed_at"])
        self.result = row

    def detail(self) -> dict[str, Any]:
        """What was decided, and why."""
        return {"broadcast": self.broadcast.pk, "public": self.public, "reason": self.reason}
