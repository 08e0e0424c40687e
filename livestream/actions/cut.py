"""切断 and 恢复: nothing not yet released at the moment of a cut is ever shown, the replay included (R51)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Max

from livestream.actions.base import Check
from livestream.actions.broadcasting import BroadcastAct, may_cut
from livestream.broadcast import segments
from livestream.broadcast.clock_rules import hides_from
from livestream.models import Cut, Session
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor


class CutBroadcast(BroadcastAct[Cut]):
    """切断: stops at once. No confirmation is asked for; the reason may be written down afterwards in a word."""

    verb = "切断"
    states = (Session.State.LIVE,)
    wrong_state = "本场没有在直播，不需要切断"

    def __init__(self, session: Session, actor: Actor, reason: str = "") -> None:
        super().__init__(session, actor)
        self.reason = reason.strip()[:200] or Cut.UNEXPLAINED

    def may(self) -> bool:
        """The judge too."""
        return may_cut(self.actor, self.subject)

    def execute(self) -> None:
        """Under the lock that a release needs: what goes out is out, everything else is hidden."""
        row, now = self.broadcast, clock.now()
        last = row.segments.exclude(public_name="").aggregate(last=Max("captured_at"))["last"]
        since = hides_from(now, timedelta(seconds=row.delay_seconds), last, row.started_at or now)
        self.result = Cut.objects.create(
            broadcast=row, hides_from=since, cut_at=now, cut_by_id=self.actor.person_id, reason=self.reason
        )
        segments.put_aside(row)
        self.subject.state = Session.State.PAUSED
        self.subject.save(update_fields=["state"])


class ResumeBroadcast(BroadcastAct[Cut]):
    """恢复: goes on from now. What was taken in between is put aside for good."""

    verb = "恢复"
    states = (Session.State.PAUSED,)
    wrong_state = "本场没有切断，不需要恢复"

    def may(self) -> bool:
        """The judge too."""
        return may_cut(self.actor, self.subject)

    def checks(self) -> Iterator[Check]:
        """There is a cut to end."""
        yield Check("cut", self._open() is not None, "有未恢复的切断", "没有未恢复的切断")

    def execute(self) -> None:
        """End the cut."""
        cut = self._open()
        assert cut is not None  # noqa: S101  (a check)
        cut.resumed_at, cut.resumed_by_id = clock.now(), self.actor.person_id
        cut.save(update_fields=["resumed_at", "resumed_by"])
        segments.put_aside(self.broadcast)
        self.subject.state = Session.State.LIVE
        self.subject.save(update_fields=["state"])
        self.result = cut

    def detail(self) -> dict[str, Any]:
        """Which broadcast, and which cut."""
        return {"broadcast": self.broadcast.pk, "cut": self.result.pk}

    def _open(self) -> Cut | None:
        return Cut.objects.filter(broadcast=self.broadcast, resumed_at__isnull=True).first()


class ExplainCut(BroadcastAct[Cut]):
    """补记切断原因: once, for a cut that was made without a word."""

    verb = "补记切断原因"
    states = (Session.State.LIVE, Session.State.PAUSED, Session.State.ENDED)

    def __init__(self, session: Session, actor: Actor, cut_id: int, reason: str) -> None:
        super().__init__(session, actor)
        self.cut_id, self.reason = cut_id, reason.strip()[:200]

    def may(self) -> bool:
        """Who could have made it."""
        return may_cut(self.actor, self.subject)

    def checks(self) -> Iterator[Check]:
        """A cut of this session whose reason is open, and a reason."""
        cut = self._cut()
        open_one = cut is not None and not cut.is_explained
        yield Check("open", open_one, "原因未写明", "这次切断的原因已经写明，或者没有这次切断")
        yield Check("reason", bool(self.reason), "原因", "请写明切断的原因")

    def execute(self) -> None:
        """Write it down."""
        cut = self._cut()
        assert cut is not None  # noqa: S101  (a check)
        cut.reason = self.reason
        cut.save(update_fields=["reason"])
        self.result = cut

    def detail(self) -> dict[str, Any]:
        """Which broadcast, and which cut."""
        return {"broadcast": self.broadcast.pk, "cut": self.cut_id}

    def _cut(self) -> Cut | None:
        return Cut.objects.filter(broadcast=self.broadcast, pk=self.cut_id).first()
