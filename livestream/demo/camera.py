"""The camera of the demonstration: a card with a hand that goes round in a minute, put where the pieces of an encoder come.

It begins and stops with the follower of the streams (`manage.py follow_streams`), so that `make run` has a broadcast to be
watched and cut. Without ffmpeg there is none, and the session goes on air as text and pictures.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.conf import settings

from livestream.actions.go_live import MAY_PUSH, AdmitPush
from livestream.actions.set_up_broadcast import IssueKey, SetUpBroadcast
from livestream.broadcast import storage
from livestream.microblog import pictures
from livestream.models import Broadcast
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from livestream.models import Session
    from liwan_court.registry.posts import Actor

log = logging.getLogger(__name__)
PUSH: Final = "demonstration camera"
"""The name of its connection: pushes of real encoders have an address and a number."""
DELAY_SECONDS: Final = 20
PIECE_SECONDS: Final = 4
CARD: Final = "card.jpg"
GOES_ON: Final = timedelta(hours=1)
"""So long after the planned end it stops, if nobody ended the broadcast."""
SIZE: Final = "960:540"
HAND: Final = "color=c=0xa32a22:size=32x10:rate=8"


def is_possible() -> bool:
    """Whether there can be a picture on this machine."""
    return settings.DEMO and not settings.PRODUCTION and shutil.which("ffmpeg") is not None


def open_stream(session: Session, operator: Actor) -> None:
    """Set up the session's broadcast as a stream that the camera pushes to. Raises ActionRefused."""
    SetUpBroadcast(session, operator, Broadcast.Mode.STREAM, delay=DELAY_SECONDS).run()
    AdmitPush(session, IssueKey(session, operator).run(), PUSH).run()


class Camera:
    """The encoders that run, by the address of their session."""

    def __init__(self) -> None:
        self.running: dict[str, subprocess.Popen[bytes]] = {}

    def tend(self) -> None:
        """Start what should run and does not, stop what runs and should not."""
        wanted = _wanted()
        for slug in [slug for slug, process in self.running.items() if process.poll() is not None]:
            del self.running[slug]
        for slug in self.running.keys() - wanted.keys():
            _stop(self.running.pop(slug))
        for slug, session in wanted.items():
            if slug not in self.running:
                self.running[slug] = _start(session)

    def stop(self) -> None:
        """Stop all of them."""
        while self.running:
            _stop(self.running.popitem()[1])


def _wanted() -> dict[str, Session]:
    rows = Broadcast.objects.filter(
        mode=Broadcast.Mode.STREAM, publishing=True, push_id=PUSH, session__state__in=MAY_PUSH,
        session__ends_at__gt=clock.now() - GOES_ON,
    )  # fmt: skip
    return {row.session.slug: row.session for row in rows.select_related("session")}


def _start(session: Session) -> subprocess.Popen[bytes]:
    folder = storage.make_raw_folder(session.slug)
    (folder / CARD).write_bytes(_card(session))
    return subprocess.Popen(  # noqa: S603  (our own words and paths)
        _command(),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _card(session: Session) -> bytes:
    told = [("案号", session.case_number), ("法庭", session.courtroom), ("说明", "演示画面，不是真实庭审")]
    return pictures.card(told, "庭审直播", [session.slug, "demonstration"])


def _command() -> list[str]:
    """A small and quiet stream: names by the second, so that none is used twice."""
    return [
        shutil.which("ffmpeg") or "ffmpeg", "-nostdin", "-v", "error", "-re", "-loop", "1", "-framerate", "8", "-i", CARD,
        "-re", "-f", "lavfi", "-i", HAND, "-f", "lavfi", "-i", "anullsrc=sample_rate=44100",
        "-filter_complex", f"[0]scale={SIZE}[card];[card][1]overlay=(W-w)*mod(t\\,60)/60:H-h-24",
        "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-crf", "30", "-g", str(8 * PIECE_SECONDS // 2),
        "-c:a", "aac", "-b:a", "24k", "-f", "hls", "-hls_time", str(PIECE_SECONDS), "-hls_list_size", "90",
        "-hls_flags", "temp_file", "-strftime", "1", "-hls_segment_filename", "%s.ts", storage.INDEX,
    ]  # fmt: skip


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
