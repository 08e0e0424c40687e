"""Older history: unique documents written and redacted in a few processes, put on record in bulk and marked as such."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from judgments.demo.bulk import redacted
from judgments.demo.patterns import PATTERNS, PUBLIC
from judgments.demo.plan import LAST_SERVICE, waiting
from judgments.redaction.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from judgments.demo.bulk import redacted
    from judgments.demo.docket import Docket
    from judgments.demo.model import Brief
from judgments.demo.plan import Window

A_MONTH: Final = 14
PROCESSES: Final = 2


@dataclass(frozen=True, slots=True)
class Past:
    """A redacted document of the past, ready to be put on record."""

    brief: Brief
    effective_on: date
    period: str
    edition: Edition

    @property
    def division(self) -> str:
        """Code of the division."""
        return PATTERNS[self.brief.pattern].division


def write(docket: Docket, windows: Sequence[Window]) -> Iterator[Past]:
    """Documents for each window, as they are done. What the engine holds is left out: nobody would have settled it."""
    orders = [
        (window, docket.order(code, window.start, window.end))
        for window in windows
        for code in _codes(docket)
    ]
    briefs = [order.brief for _, order in orders]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        for (window, order), edition in zip(orders, pool.map(redacted, briefs, chunksize=8), strict=True):
            if edition["status"] == "ready":
                yield Past(
                    order.brief,
                    _effective(order.brief, window.end),
                    window.period,
                    Edition.from_json(edition),
                )


def _effective(brief: Brief, end: date) -> date:
    """About when it took effect; the exact days of service are not on record for the past."""
    days = waiting(PATTERNS[brief.pattern]) + LAST_SERVICE - 1
    return min(brief.decided_on + timedelta(days=days), end)


def _codes(docket: Docket) -> list[str]:
    return docket.rng.choices(PUBLIC, k=A_MONTH)
