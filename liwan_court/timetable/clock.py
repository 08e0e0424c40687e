"""The court's clock: one place that says what time it is, in Asia/Shanghai (D7).

Actions, tasks and pages ask here, so that a demonstration or a test can live through the 20th and the 25th of any month
under an injected clock, in its own thread or task only.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

ZONE = ZoneInfo("Asia/Shanghai")
_injected: ContextVar[datetime | None] = ContextVar("injected_clock", default=None)


def now() -> datetime:
    """The present moment, aware, in the court's zone; the injected one inside `at`."""
    return _injected.get() or datetime.now(tz=ZONE)


def today() -> date:
    """The court's calendar day, whatever zone the server runs in."""
    return now().astimezone(ZONE).date()


def local(instant: datetime) -> datetime:
    """The same moment in the court's zone, for showing."""
    return instant.astimezone(ZONE)


def is_injected() -> bool:
    """Whether `now` is an injected moment; recorded with everything done under it."""
    return _injected.get() is not None


def moment(day: date, at: time = time()) -> datetime:
    """The aware moment of a local day and time: the one bridge from `date` to `datetime`."""
    return datetime.combine(day, at, tzinfo=ZONE)


@contextmanager
def at(instant: datetime) -> Iterator[None]:
    """Live at `instant` inside the block. Raises ValueError for a naive moment."""
    if instant.tzinfo is None:
        raise ValueError("an injected moment must be aware")
    token = _injected.set(instant.astimezone(ZONE))
    try:
        yield
    finally:
        _injected.reset(token)
