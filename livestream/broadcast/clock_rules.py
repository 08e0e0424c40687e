"""What may be seen and when: delay, cut, beginning and end of a broadcast (R51). Pure: moments in, decision out.

A piece is seen when all of it was taken while the hearing was on air, when it is older than the delay, and when no part of it
lies in a cut. A cut begins where the last piece was released: whatever was held back at that moment is never shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

GUARD = timedelta(seconds=3)
"""What a picture needs from the courtroom to the server: after going on air and after a resume, so much more is kept back."""
LONGEST_DELAY = 300
PUSH_OPENS = timedelta(minutes=30)
"""So long before the hearing the encoder may connect: the picture can be checked, nobody sees it yet."""
PUSH_CLOSES = timedelta(minutes=60)
SILENCE = timedelta(seconds=30)
"""A push that brought nothing for so long is gone, whether it said goodbye or not."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A cut: from when on nothing is shown, until when; `until` None while it lasts."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class OnAir:
    """What decides about the pieces of one broadcast. `ended` None while it goes on."""

    started: datetime | None
    ended: datetime | None
    delay: timedelta
    cuts: tuple[Hidden, ...] = ()


class Fate(Enum):
    """What becomes of a piece: shown now, looked at again later, or never shown."""

    RELEASE = "release"
    WAIT = "wait"
    NEVER = "never"


def fate(air: OnAir, captured: datetime, seconds: float, now: datetime) -> Fate:
    """What becomes of the piece that arrived at `captured` and whose first frame may be `seconds` older than that."""
    began = captured - timedelta(seconds=seconds)
    if any(_touches(cut, began, captured) for cut in air.cuts):
        return Fate.NEVER
    if air.ended is not None and captured > air.ended:
        return Fate.NEVER
    if air.started is None:
        return Fate.WAIT
    if began < air.started + GUARD:
        return Fate.NEVER
    return Fate.RELEASE if captured + air.delay <= now else Fate.WAIT


def lateness(before: float, last: datetime, captured: datetime, seconds: float) -> float:
    """By how many seconds a piece came later than the quickest of its push; `before` is that of the piece that came at `last`.

    A network that stalls brings, in a burst, pictures much older than their arrival: those of a cut might come after the
    resume. A piece that takes longer to come than it lasts is late by the difference, until the push has caught up.
    """
    return max(0.0, before + (captured - last).total_seconds() - seconds)


def _touches(cut: Hidden, began: datetime, captured: datetime) -> bool:
    return captured > cut.since and (cut.until is None or began < cut.until + GUARD)


def hides_from(
    cut_at: datetime, delay: timedelta, last_released: datetime | None, started: datetime
) -> datetime:
    """From when on a cut at `cut_at` hides: everything that was not yet released, late pieces included (R51)."""
    return min(cut_at - delay, started if last_released is None else last_released)


def may_push(now: datetime, begins: datetime, ends: datetime) -> bool:
    """Whether the encoder may connect: on the day, from half an hour before to an hour after the hearing."""
    return (
        begins - PUSH_OPENS <= now <= ends + PUSH_CLOSES
        and now.date() == begins.astimezone(now.tzinfo).date()
    )


def is_drained(air: OnAir, now: datetime) -> bool:
    """Whether everything that will ever be shown of an ended broadcast is out: the delay is over."""
    return air.ended is not None and now >= air.ended + air.delay + SILENCE


def is_silent(last_sign: datetime | None, now: datetime) -> bool:
    """Whether a push has brought nothing for so long that it counts as gone."""
    return last_sign is None or now - last_sign > SILENCE
