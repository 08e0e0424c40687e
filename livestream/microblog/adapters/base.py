"""What an adapter is given and what it answers. The answer says how certain it is that the post went out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One post as it leaves the portal."""

    text: str
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Sent:
    """It is there."""

    outside_id: str
    address: str


@dataclass(frozen=True, slots=True)
class Later:
    """It is certainly not there; the same may be tried again. `wait` None: the usual growing wait."""

    problem: str
    wait: timedelta | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """It is certainly not there, and trying again changes nothing: a person has to do something."""

    problem: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may be there: no answer came. A person looks, and decides."""

    problem: str
    code: str = ""


Answer = Sent | Later | Refused | Unknown


class Adapter(Protocol):
    """A way out of the portal."""

    name: str
    by_hand: bool
    """Whether a person carries the post over: nothing is queued then."""

    def send(self, post: Outgoing) -> Answer:
        """Send one post. Never raises for what the other side does."""
