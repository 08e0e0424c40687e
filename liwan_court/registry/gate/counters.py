"""The counters of the gate: in the shared cache where there is one, in the database otherwise and whenever it fails (R64).

Never in the memory of a process: several answer, and all must count together. Names are keyed hashes: neither the number typed
nor the address can be read from a counter.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

from django.conf import settings
from django.core.cache import cache
from django.db import transaction

from liwan_court.registry.gate.limits import WINDOW, Count, after
from liwan_court.registry.models import GateCounter
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Mapping

    Names = Mapping[str, str]
    """Kind of limit → name of the counter."""

log = logging.getLogger(__name__)
SUM: Final = "sum"
"""The kind of a solved sum: counted so that it serves once."""


class Counters(Protocol):
    """Where failures are counted."""

    def read(self, names: Names) -> dict[str, Count]:
        """The counts under some names."""

    def add(self, names: Names, amount: int) -> dict[str, Count]:
        """Count failures under all names; 0 costs the same and changes nothing. Returns the counts after."""

    def forget(self, name: str) -> None:
        """Start a counter anew."""


def name_of(kind: str, *values: str) -> str:
    """The name of a counter: a keyed hash of what it counts."""
    text = "\x1f".join((kind, *values)).encode()
    return hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()[:40]


class DatabaseCounters:
    """Rows, each counted under a lock: one count for all processes."""

    def read(self, names: Names) -> dict[str, Count]:
        """In one query."""
        now = clock.now()
        rows = {row.name: row for row in GateCounter.objects.filter(pk__in=names.values(), until__gt=now)}
        return {kind: self._count(rows.get(name)) for kind, name in names.items()}

    def add(self, names: Names, amount: int) -> dict[str, Count]:
        """In three queries, whatever the amount."""
        now = clock.now()
        kinds = {name: kind for kind, name in names.items()}
        with transaction.atomic():
            fresh = [GateCounter(name=name, until=now) for name in sorted(kinds)]
            GateCounter.objects.bulk_create(fresh, ignore_conflicts=True)
            rows = list(GateCounter.objects.select_for_update().filter(pk__in=kinds).order_by("name"))
            for row in rows:
                self._raise(row, kinds[row.name], amount, now)
            GateCounter.objects.bulk_update(rows, ["count", "until", "not_before"])
        return {kinds[row.name]: self._count(row) for row in rows}

    def forget(self, name: str) -> None:
        """The row goes."""
        GateCounter.objects.filter(pk=name).delete()

    @staticmethod
    def _raise(row: GateCounter, kind: str, amount: int, now: datetime) -> None:
        if not amount:
            return
        row.count = amount if row.until <= now else row.count + amount
        row.until = now + WINDOW
        row.not_before = None if kind == SUM else after(kind, row.count, now)

    @staticmethod
    def _count(row: GateCounter | None) -> Count:
        return Count(row.count, row.not_before) if row else Count()


class CacheCounters:
    """The shared cache (Redis): each counter is raised in one step that cannot be interrupted."""

    def read(self, names: Names) -> dict[str, Count]:
        """In one request."""
        wanted = [f"gate:{part}:{name}" for name in names.values() for part in ("n", "t")]
        found = cache.get_many(wanted)
        return {
            kind: Count(int(found.get(f"gate:n:{name}", 0)), _moment(found.get(f"gate:t:{name}")))
            for kind, name in names.items()
        }

    def add(self, names: Names, amount: int) -> dict[str, Count]:
        """Raise each and keep its moment; an amount of 0 reads the same and lengthens the life of nothing."""
        if not amount:
            return self._looked(names)
        seconds, now = int(WINDOW.total_seconds()), clock.now()
        counts = {}
        kept = cache.get_many([f"gate:t:{name}" for name in names.values()])
        for kind, name in sorted(names.items()):
            cache.add(f"gate:n:{name}", 0, seconds)
            failures = int(cache.incr(f"gate:n:{name}", amount))
            cache.touch(f"gate:n:{name}", seconds)
            moment = kept.get(f"gate:t:{name}")
            if kind != SUM and (not_before := after(kind, failures, now)):
                moment = not_before.isoformat()
            if moment:
                cache.set(f"gate:t:{name}", moment, seconds)
            counts[kind] = Count(failures, _moment(moment))
        return counts

    @staticmethod
    def _looked(names: Names) -> dict[str, Count]:
        """Each asked for alone, as raising asks for each alone."""
        found = {}
        for kind, name in sorted(names.items()):
            moment = cache.get(f"gate:t:{name}")
            failures = cache.get(f"gate:n:{name}", 0)
            found[kind] = Count(int(failures), _moment(moment))
        return found

    def forget(self, name: str) -> None:
        """Both parts go."""
        cache.delete_many([f"gate:n:{name}", f"gate:t:{name}"])


class SafeCounters:
    """The shared cache; the database for whatever it does not answer."""

    def __init__(self) -> None:
        self._shared, self._rows = CacheCounters(), DatabaseCounters()

    def read(self, names: Names) -> dict[str, Count]:
        """As `Counters.read`."""
        try:
            return self._shared.read(names)
        except Exception as error:  # noqa: BLE001  (whatever a cache that is down may raise)
            _say(error)
            return self._rows.read(names)

    def add(self, names: Names, amount: int) -> dict[str, Count]:
        """As `Counters.add`."""
        try:
            return self._shared.add(names, amount)
        except Exception as error:  # noqa: BLE001
            _say(error)
            return self._rows.add(names, amount)

    def forget(self, name: str) -> None:
        """As `Counters.forget`."""
        try:
            self._shared.forget(name)
        except Exception as error:  # noqa: BLE001
            _say(error)
        self._rows.forget(name)


def counters() -> Counters:
    """The counters of this portal."""
    return SafeCounters() if settings.REDIS_URL else DatabaseCounters()


def clean(now: datetime | None = None) -> int:
    """Remove counters that count no more. Returns how many."""
    return GateCounter.objects.filter(until__lte=now or clock.now()).delete()[0]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _say(error: Exception) -> None:
    log.warning("the shared cache does not answer (%s): counting in the database", type(error).__name__)
