"""The list of pieces that players ask for, made from released rows and kept for a second for everyone (R51, R58)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max, Q

from livestream.broadcast import playlist
from livestream.broadcast.clock_rules import OnAir, is_drained, is_silent
from livestream.models import Broadcast, Session
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import datetime

KEPT_SECONDS = 1
SHOWN = (Session.State.LIVE, Session.State.PAUSED)
COUNTED = ("starting", "live", "paused", "replay")
AFTER_END = timedelta(minutes=5)
"""So long after the last piece went out players may finish what they have."""
FOLDER = "pieces/"


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one address of a session answers now: its list (None: no list) and how it stands, in a word and a sentence."""

    text: str | None
    state: str
    says: str
    open: bool
    session_id: int = 0
    """Whose audience is counted; 0 where nobody can watch."""


NOTHING = Shelf(None, "none", "", open=False)
SAYS = {
    "waiting": "直播尚未开始。",
    "starting": "直播已开始，画面稍候出现。",
    "live": "正在直播。",
    "paused": "直播中断，请稍候；恢复后自动继续。",
    "ended": "直播已结束。",
    "replay": "庭审回放。",
    "review": "直播已结束，回放经审核后公开。",
    "withheld": "直播已结束，不提供回放。",
    "pulled": "本场直播已撤下。",
}


def shelf(slug: str) -> Shelf:
    """The shelf of a session, from the shared cache or from two or three queries. `NOTHING` for an unknown address."""
    key = f"live-shelf:{slug}"
    kept: Shelf | None = cache.get(key)
    if kept is None:
        kept = _make(slug)
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def forget(slug: str) -> None:
    """Make the next answer anew: something was cut, ended, reviewed or taken down."""
    cache.delete(f"live-shelf:{slug}")


def _make(slug: str) -> Shelf:
    broadcast = (
        Broadcast.objects.filter(session__slug=slug, session__announced_at__isnull=False)
        .select_related("session")
        .first()
    )
    if broadcast is None:
        return NOTHING
    state = state_of(broadcast)
    listed = broadcast.mode == Broadcast.Mode.STREAM and _is_open(broadcast)
    text = list_of(broadcast) if listed else None
    counted = broadcast.session_id if state in COUNTED else 0
    return Shelf(text, state, SAYS[state], open=listed, session_id=counted)


def _is_open(broadcast: Broadcast) -> bool:
    """Whether pieces may be had: while on air, while players finish, and when the replay is public."""
    if broadcast.session.state in SHOWN:
        return True
    if broadcast.session.state != Session.State.ENDED or broadcast.ended_at is None:
        return False
    return broadcast.replay == Broadcast.Replay.PUBLIC or (
        broadcast.replay != Broadcast.Replay.WITHHELD
        and clock.now() < broadcast.ended_at + timedelta(seconds=broadcast.delay_seconds) + AFTER_END
    )


def state_of(broadcast: Broadcast) -> str:
    """How the broadcast stands for the public: a word of `SAYS`."""
    session = broadcast.session
    if session.state == Session.State.PULLED:
        return "pulled"
    if session.state == Session.State.PAUSED:
        return "paused"
    if session.state == Session.State.LIVE:
        return _on_air(broadcast)
    if session.state != Session.State.ENDED:
        return "waiting"
    words = {
        Broadcast.Replay.PUBLIC: "replay",
        Broadcast.Replay.WITHHELD: "withheld",
        Broadcast.Replay.NONE: "ended",
    }
    return words.get(Broadcast.Replay(broadcast.replay), "review")


def _on_air(broadcast: Broadcast) -> str:
    """A stream is live when pieces come out; before the first one it starts, and without new ones it is interrupted."""
    if broadcast.mode != Broadcast.Mode.STREAM:
        return "live"
    last = broadcast.segments.aggregate(last=Max("released_at"))["last"]
    if last is None:
        return "starting"
    return "paused" if is_silent(last, clock.now()) else "live"


def last_sign(broadcast: Broadcast) -> datetime | None:
    """When the encoder last gave a sign of life: a piece, or its connection."""
    last = broadcast.segments.aggregate(last=Max("captured_at"))["last"]
    signs = [each for each in (last, broadcast.key_used_at) if each is not None]
    return max(signs) if signs else None


def list_of(broadcast: Broadcast, *, whole: bool = False, folder: str = FOLDER) -> str:
    """The list: the last minutes while on air, everything in a public replay or for the reviewer (`whole`)."""
    whole = whole or broadcast.replay == Broadcast.Replay.PUBLIC
    out = broadcast.segments.exclude(public_name="")
    shown = out if whole else out.filter(released_at__gte=clock.now() - _window())
    pieces = list(shown.order_by("number").values_list("number", "public_name", "seconds", "discontinuity"))
    first = pieces[0][0] if pieces else None
    earlier: Any = Q(number__lt=first) if first else Q()
    before = out.aggregate(
        pieces=Count("pk", filter=earlier),
        jumps=Count("pk", filter=earlier & Q(discontinuity=True)),
        longest=Max("seconds"),
    )
    return playlist.write(
        [playlist.Listed(*piece[1:]) for piece in pieces],
        playlist.Before(before["pieces"], before["jumps"]),
        folder=folder,
        ended=whole or _is_drained(broadcast),
        longest=before["longest"] or 0.0,
    )


def _is_drained(broadcast: Broadcast) -> bool:
    delay = timedelta(seconds=broadcast.delay_seconds)
    return is_drained(OnAir(broadcast.started_at, broadcast.ended_at, delay), clock.now())


def _window() -> timedelta:
    return timedelta(seconds=settings.LIVE_WINDOW_SECONDS)
