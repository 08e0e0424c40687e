"""The replay, made of what the public saw and nothing else, and the end of the private pieces (R51, R56)."""

from __future__ import annotations

import logging
import shutil
import subprocess
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files import File
from django.db.models import Q

from livestream.broadcast import public_list, segments, storage
from livestream.broadcast.clock_rules import is_drained
from livestream.models import Broadcast, Session
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

log = logging.getLogger(__name__)
LONGEST_SECONDS = 1800
NAME_OF_FILE = "{slug}.mp4"
RUNNING = (Session.State.LIVE, Session.State.PAUSED)


def due() -> list[Broadcast]:
    """Ended broadcasts whose last piece is out and whose replay is still to be made."""
    rows = Broadcast.objects.filter(replay=Broadcast.Replay.PROCESSING).select_related("session")
    return [row for row in rows if is_drained(segments.on_air(row), clock.now())]


def build(broadcast: Broadcast) -> Path | None:
    """One film of the released pieces, in a folder of its own. None without ffmpeg or when it fails: the list stays then."""
    pieces = _files(broadcast)
    program = shutil.which("ffmpeg")
    if not pieces or program is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="replay-", dir=_workshop()))
    (folder / "pieces.txt").write_text("".join(f"file '{path.resolve()}'\n" for path in pieces))
    film = folder / "replay.mp4"
    command = [
        program, "-nostdin", "-v", "error", "-f", "concat", "-safe", "0", "-i", str(folder / "pieces.txt"),
        "-c", "copy", "-movflags", "+faststart", "-y", str(film),
    ]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=LONGEST_SECONDS)  # noqa: S603  (our own paths)
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("broadcast %s: no replay file, %s", broadcast.pk, type(error).__name__)
        shutil.rmtree(folder, ignore_errors=True)
        return None
    return film


def keep(broadcast: Broadcast, film: Path) -> None:
    """Put the film where replays lie and forget the folder it was made in."""
    with film.open("rb") as opened:
        broadcast.replay_file.save(NAME_OF_FILE.format(slug=broadcast.session.slug), File(opened), save=False)
    shutil.rmtree(film.parent, ignore_errors=True)


def clean() -> int:
    """Remove private pieces so many days after the hearing, reviewed or not; for how many sessions.

    The replay is made of released pieces, which stay: what is removed here is what the public never saw, cuts included.
    """
    before = clock.now() - timedelta(days=settings.LIVE_RAW_DAYS)
    over = Q(ended_at__lt=before) | Q(ended_at__isnull=True, session__ends_at__lt=before)
    rows = Broadcast.objects.filter(over, raw_removed_at__isnull=True).exclude(session__state__in=RUNNING)
    rows = rows.exclude(replay=Broadcast.Replay.PROCESSING)
    cleaned = 0
    for row in rows.select_related("session"):
        storage.remove_raw(row.session.slug)
        row.raw_removed_at = clock.now()
        row.save(update_fields=["raw_removed_at"])
        public_list.forget(row.session.slug)
        cleaned += 1
    return cleaned


def _files(broadcast: Broadcast) -> list[Path]:
    rows: Iterable[str] = (
        broadcast.segments.exclude(public_name="").order_by("number").values_list("public_name", flat=True)
    )
    found = (storage.public_file(broadcast.session.slug, name) for name in rows)
    return [path for path in found if path is not None]


def _workshop() -> Path:
    folder: Path = settings.LIVE_PUBLIC_ROOT.parent / "work"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
