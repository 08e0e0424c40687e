"""How often may be posted: 30 in an hour and 100 in a day for one user, and how long to wait after a failure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

HOUR: Final = timedelta(hours=1)
DAY: Final = timedelta(days=1)
LIMITS: Final = ((HOUR, 30), (DAY, 100))
FIRST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(hours=1)


def free_at(sent: Iterable[datetime], now: datetime) -> datetime:
    """From when the next post may go out, after those sent at these moments; `now` when at once.

    Counted over the last 60 minutes and the last 24 hours, which keeps the limit of the calendar hour and day as well.
    """
    moments = sorted(sent, reverse=True)
    waits = [moments[most - 1] + span for span, most in LIMITS if len(moments) >= most]
    return max([now, *waits])


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts: 30 s, doubled each time, never more than an hour."""
    doublings = max(0, min(attempts, 12) - 1)
    return min(LONGEST_WAIT, FIRST_WAIT * float(2**doublings))
