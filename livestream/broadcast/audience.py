"""How many watch: counted by a number a page draws at random, kept in the cache for minutes and nowhere else (R56).

No cookie, no address, no account. With a cache of its own for each process the count holds for one process only: a portal
with several keeps the shared cache (REDIS_URL).
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.db.models import F

from livestream.models import AudienceMinute, Session
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import datetime

NUMBER = re.compile(r"[0-9a-f]{16}")
SECONDS_KEPT = 180
VISIT_SECONDS = 12 * 3600
WRITTEN_AT_ONCE = 20
"""So many are written one by one; more only every few seconds."""
WRITE_SECONDS = 5


def beat(session_id: int, number: str) -> bool:
    """Count a page that is watching. False for what is no number a page would draw."""
    if not NUMBER.fullmatch(number):
        return False
    minute = clock.now().replace(second=0, microsecond=0)
    if cache.add(f"live-visit:{session_id}:{number}", 1, VISIT_SECONDS):
        _visit(session_id)
    if cache.add(_key("page", session_id, minute) + number, 1, SECONDS_KEPT):
        count = _one_more(_key("count", session_id, minute), SECONDS_KEPT)
        if count == 1:
            _write(session_id, minute - timedelta(minutes=1))
        if _now_and_then(session_id, "minute", count):
            _write(session_id, minute)
    return True


def watching(session_id: int) -> int:
    """How many watch now: in this minute or, while it is young, in the one before."""
    minute = clock.now().replace(second=0, microsecond=0)
    counts = (cache.get(_key("count", session_id, at), 0) for at in (minute, minute - timedelta(minutes=1)))
    return int(max(counts))


def _visit(session_id: int) -> None:
    waiting = f"live-visits:{session_id}"
    count = _one_more(waiting, VISIT_SECONDS)
    if _now_and_then(session_id, "visits", count):
        count = int(cache.get(waiting, 0))
        cache.decr(waiting, count)
        Session.objects.filter(pk=session_id).update(views=F("views") + count)


def _write(session_id: int, minute: datetime) -> None:
    count = int(cache.get(_key("count", session_id, minute), 0))
    if count:
        row, made = AudienceMinute.objects.get_or_create(
            session_id=session_id, minute=minute, defaults={"watching": count}
        )
        if not made and row.watching < count:
            row.watching = count
            row.save(update_fields=["watching"])


def _now_and_then(session_id: int, what: str, count: int) -> bool:
    written = cache.add(f"live-written:{what}:{session_id}", 1, WRITE_SECONDS)
    return written or count <= WRITTEN_AT_ONCE


def _one_more(key: str, seconds: int) -> int:
    cache.add(key, 0, seconds)
    return int(cache.incr(key))


def _key(what: str, session_id: int, minute: datetime) -> str:
    return f"live-{what}:{session_id}:{int(minute.timestamp())}:"
