"""What is printed once the portal answers: where it is, and who can log in to a demonstration."""

from __future__ import annotations

import threading
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

GIVE_UP_SECONDS = 60
POLL_SECONDS = 0.05
LONGEST_ANSWER_SECONDS = 10


def answers(address: str) -> bool:
    """Whether the portal answers an HTTP request, with whatever page."""
    try:
        with urllib.request.urlopen(address, timeout=LONGEST_ANSWER_SECONDS):  # noqa: S310  (our own address)
            return True
    except urllib.error.HTTPError as page:
        return page.code < 500
    except OSError:
        return False


def wait_until_answers(address: str, seconds: float) -> bool:
    """Poll until the portal answers. False when it does not within `seconds`."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answers(address):
            return True
        time.sleep(POLL_SECONDS)
    return False


def greet_when_open(address: str, greeting: str, say: Callable[[str], None]) -> None:
    """Print the greeting from the background as soon as the portal answers."""

    def wait_and_say() -> None:
        if wait_until_answers(address, GIVE_UP_SECONDS):
            say(greeting)
        else:
            say(
                f"门户在 {GIVE_UP_SECONDS} 秒内没有应答，请查看上面的日志。  The portal does not answer; see the lines above."
            )

    threading.Thread(target=wait_and_say, daemon=True).start()
