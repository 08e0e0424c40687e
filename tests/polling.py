"""Waiting for another process: ask again until it is so, or fail with words."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PAUSE_SECONDS = 0.1


def wait_for(what: str, ask: Callable[[], T], *, seconds: float = 30) -> T:
    """The first true answer of `ask`. Raises AssertionError, naming `what`, when there is none in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := ask():
            return answer
        time.sleep(PAUSE_SECONDS)
    raise AssertionError(f"not within {seconds} s: {what}")
