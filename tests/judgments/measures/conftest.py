"""Courts drawn at random at moments that matter: before and after a batch falls due, with the portal in service or not."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from liwan_court.measuring import span
from liwan_court.timetable import clock
from tests.judgments.measures.drawn_court import DrawnCourt

QUARTER = span("2026Q1")
IN_SERVICE = dt.date(2025, 12, 15)
ALL_OVER = clock.moment(dt.date(2026, 6, 30))
"""Every batch of the first half year is out."""
SCENES = {
    "all over": (1, ALL_OVER, IN_SERVICE),
    "in service late": (2, ALL_OVER, dt.date(2026, 1, 22)),
    "not in service": (3, ALL_OVER, None),
    "the last batch is not due": (
        4,
        clock.moment(dt.date(2026, 3, 25), dt.time(8, 59)),
        dt.date(2025, 12, 21),
    ),
    "the last batch is due": (5, clock.moment(dt.date(2026, 3, 25), dt.time(9)), dt.date(2025, 12, 22)),
    "within the quarter": (6, clock.moment(dt.date(2026, 2, 24)), IN_SERVICE),
}
FEW_SCENES = pytest.mark.parametrize("court", ["all over", "within the quarter"], indirect=True)
"""For a test that needs a varied court, but not every moment."""
COUNT = 90


@pytest.fixture(params=SCENES)
def court(request, clock_at):
    seed, now, since = SCENES[request.param]
    clock_at(now)
    return DrawnCourt(seed).fill(COUNT, since)


def of_rows(rows):
    return Counter((row.division_id, row.what, row.counted) for row in rows)
