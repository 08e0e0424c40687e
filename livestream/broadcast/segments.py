"""Pieces become rows, and rows become public when they may: what the watcher does every second (R51)."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from livestream.broadcast import keys, playlist, storage
from livestream.broadcast.clock_rules import Fate, Hidden, OnAir, fate, lateness
from livestream.models import Broadcast, Segment, Session
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

log = logging.getLogger(__name__)
FOLLOWED_AFTER_END = timedelta(hours=2)
ON_AIR = (Session.State.READY, Session.State.LIVE, Session.State.PAUSED, Session.State.ENDED)
GAP = timedelta(seconds=2)
"""More than this between two pieces, and the picture jumps."""


def followed() -> Iterable[Broadcast]:
    """The streams that may bring pieces or still have some to release."""
    now = clock.now()
    rows = Broadcast.objects.filter(mode=Broadcast.Mode.STREAM, session__state__in=ON_AIR)
    rows = rows.filter(session__begins_at__gte=now - timedelta(days=1), raw_removed_at__isnull=True)
    return rows.exclude(ended_at__lt=now - FOLLOWED_AFTER_END).select_related("session")


def follow(broadcast: Broadcast) -> int:
    """Record what is new in the folder of a stream and release what may be seen; how many were released."""
    record(broadcast)
    return release(broadcast)


def on_air(broadcast: Broadcast) -> OnAir:
    """What decides about its pieces now."""
    return OnAir(
        started=broadcast.started_at,
        ended=broadcast.ended_at,
        delay=timedelta(seconds=broadcast.delay_seconds),
        cuts=tuple(Hidden(cut.hides_from, cut.resumed_at) for cut in broadcast.cuts.all()),
    )


def record(broadcast: Broadcast) -> int:
    """Add a row for each finished piece that has none; safe to call twice, and by two watchers. How many were new."""
    folder = storage.raw_folder(broadcast.session.slug)
    try:
        listed = playlist.read((folder / storage.INDEX).read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return 0
    with transaction.atomic():
        Broadcast.objects.select_for_update(of=("self",)).get(pk=broadcast.pk)
        known = set(broadcast.segments.values_list("raw_name", flat=True))
        last = broadcast.segments.order_by("-number").first()
        rows: list[Segment] = []
        before = ""
        for piece in listed:
            path = folder / piece.name
            if piece.name not in known and path.is_file():
                goes_on = last is not None and before == last.raw_name and not piece.discontinuity
                rows.append(row := _row(broadcast, piece, path.stat().st_mtime, last, goes_on=goes_on))
                last = row
            before = piece.name
        Segment.objects.bulk_create(rows)
    return len(rows)


def _row(
    broadcast: Broadcast, piece: playlist.Raw, written: float, last: Segment | None, *, goes_on: bool
) -> Segment:
    captured = datetime.fromtimestamp(written, tz=UTC)
    began = captured - timedelta(seconds=piece.seconds)
    gap = last is not None and began - last.captured_at > GAP
    late = lateness(last.late_seconds, last.captured_at, captured, piece.seconds) if last and goes_on else 0.0
    return Segment(
        broadcast=broadcast,
        number=last.number + 1 if last else 1,
        raw_name=piece.name,
        seconds=piece.seconds,
        captured_at=captured,
        late_seconds=late,
        discontinuity=piece.discontinuity or gap,
    )


def put_aside(broadcast: Broadcast) -> None:
    """At a cut and at a resume, under the lock of the broadcast: whatever is on the disk and not out is never shown.

    The rules of time say the same; this does not depend on the watcher having been quick, nor on the clock.
    """
    with suppress(OSError):
        record(broadcast)
    broadcast.segments.filter(public_name="", cut=False).update(cut=True)


def release(broadcast: Broadcast) -> int:
    """Give a public name to each piece that may be seen now, in their order; put what is never seen aside. How many."""
    names: list[str] = []
    slug = broadcast.session.slug
    try:
        with transaction.atomic():
            locked = Broadcast.objects.select_for_update(of=("self",)).select_related("session")
            fresh = locked.get(pk=broadcast.pk)
            if fresh.session.state in ON_AIR:
                _release_due(fresh, names)
    except BaseException:
        storage.take_back(slug, names)
        raise
    return len(names)


def _release_due(broadcast: Broadcast, names: list[str]) -> None:
    """Under the lock of the broadcast, so that a cut and a release never pass one another."""
    air, now = on_air(broadcast), clock.now()
    out = broadcast.segments.exclude(public_name="")
    last = out.aggregate(last=Max("number"))["last"] or 0
    before = last
    for piece in broadcast.segments.filter(number__gt=last, cut=False):
        decided = fate(air, piece.captured_at, piece.seconds + piece.late_seconds, now)
        if decided is Fate.WAIT:
            break
        if decided is Fate.NEVER:
            _put_aside(piece)
        elif _give_name(broadcast, piece, jump=piece.number != before + 1, names=names):
            before = piece.number


def _put_aside(piece: Segment) -> None:
    piece.cut = True
    piece.save(update_fields=["cut"])


def _give_name(broadcast: Broadcast, piece: Segment, *, jump: bool, names: list[str]) -> bool:
    """Release one piece. False where its file is gone: the list goes on without it."""
    name = keys.new_name()
    try:
        storage.release(broadcast.session.slug, piece.raw_name, name, piece.captured_at)
    except FileNotFoundError:
        log.warning("broadcast %s: piece %s is missing", broadcast.pk, piece.number)
        return False
    names.append(name)
    piece.public_name, piece.released_at = name, clock.now()
    piece.discontinuity = piece.discontinuity or jump
    piece.save(update_fields=["public_name", "released_at", "discontinuity"])
    return True
