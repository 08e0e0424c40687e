"""Where pieces and replays lie: the private folder of the encoder, the public pieces, the replays. No address leads to the first.

The portal makes the folder of a stream itself, so that nginx, which may run as another user of the same group, can write
there and the portal can read.
"""

from __future__ import annotations

import errno
import logging
import re
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

log = logging.getLogger(__name__)
INDEX = "index.m3u8"
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
PUBLIC_NAME = re.compile(r"[0-9a-f]{32}")
SAME_MOMENT = 0.01
"""Seconds: what the database may round away."""
SHARED_FOLDER = 0o770
"""The group comes from LIVE_ROOT, whose set-group-id bit the operator sets; a service may not set one itself."""
ROOM_NEEDED = 1_000_000_000
"""Bytes: about an hour of a stream of two megabits."""


def raw_folder(slug: str) -> Path:
    """The private folder of a stream. Raises ValueError for what is no address of a session."""
    return settings.LIVE_ROOT / _plain(slug)


def public_folder(slug: str) -> Path:
    """Where the released pieces of a session lie. Raises ValueError."""
    return settings.LIVE_PUBLIC_ROOT / _plain(slug)


def public_file(slug: str, name: str) -> Path | None:
    """The file of a released piece; None where there is none or the name could not be one."""
    if not (PUBLIC_NAME.fullmatch(name) and SLUG.fullmatch(slug)):
        return None
    path = public_folder(slug) / f"{name}.ts"
    return path if path.is_file() else None


def make_raw_folder(slug: str) -> Path:
    """The private folder of a stream, made and open to the group that nginx shares with the portal. Raises OSError."""
    folder = raw_folder(slug)
    settings.LIVE_ROOT.mkdir(parents=True, exist_ok=True, mode=0o770)
    if not folder.exists():
        folder.mkdir()
        folder.chmod(SHARED_FOLDER)
    return folder


def release(slug: str, raw_name: str, name: str, captured: datetime) -> None:
    """Copy a piece under its public name. Raises OSError; FileNotFoundError also where another piece took its place.

    No link: whatever the stream server may still do to its own file, what is public stays as it was released.
    """
    source, folder = raw_folder(slug) / raw_name, public_folder(slug)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.ts"
    part = target.with_suffix(".part")
    try:
        shutil.copyfile(source, part)
        if abs(source.stat().st_mtime - captured.timestamp()) > SAME_MOMENT:
            raise FileNotFoundError(errno.ENOENT, "another piece of the same name")
    except OSError:
        part.unlink(missing_ok=True)
        raise
    part.rename(target)


def take_back(slug: str, names: list[str]) -> None:
    """Remove public names whose release did not come to be."""
    for name in names:
        with suppress(OSError):
            (public_folder(slug) / f"{name}.ts").unlink()


def remove_raw(slug: str) -> None:
    """Remove the private pieces of a session; released ones have names of their own and stay."""
    shutil.rmtree(raw_folder(slug), ignore_errors=True)


def room_left() -> int:
    """Free bytes where pieces are written."""
    folder = settings.LIVE_ROOT
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free


def _plain(slug: str) -> str:
    if not SLUG.fullmatch(slug):
        raise ValueError("not the address of a session")
    return slug
