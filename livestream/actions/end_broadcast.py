"""结束直播: the public still sees what is older than the delay, then a replay is made for review (R51, R56)."""

from __future__ import annotations

from livestream.actions.broadcasting import BroadcastAct
from livestream.models import Broadcast, Session
from liwan_court.timetable import clock


class EndBroadcast(BroadcastAct[Broadcast]):
    """Ends it for good: the key is void, the replay is made of what was released. An open cut stays a cut to the end."""

    verb = "结束直播"
    states = (Session.State.LIVE, Session.State.PAUSED)
    wrong_state = "本场没有在直播"

    def execute(self) -> None:
        """End it."""
        row = self.broadcast
        row.ended_at, row.key_hash, row.publishing, row.push_id = clock.now(), "", False, ""
        if row.mode == Broadcast.Mode.STREAM:
            row.replay = Broadcast.Replay.PROCESSING
        row.save(update_fields=["ended_at", "key_hash", "publishing", "push_id", "replay"])
        self.subject.state = Session.State.ENDED
        self.subject.save(update_fields=["state"])
        self.result = row
