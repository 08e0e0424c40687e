from datetime import date, time
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from judgments.demo.generate import generate
from judgments.demo.model import Bench, Brief
from judgments.demo.patterns import PATTERNS, PUBLIC
from judgments.demo.plan import HISTORY, PUBLISHED, dates_for, timeline, window
from judgments.effective import effective_date
from liwan_court.timetable import clock
from liwan_court.timetable.workdays import Calendar

CALENDAR = Calendar.shipped()
BENCH = Bench(("苏启明",), "陆小满")


def seen_from(day: date, at: time = time(10)):
    return timeline(clock.moment(day, at), CALENDAR)


@pytest.mark.parametrize(
    ("now", "open_period"),
    [
        ("2026-11-20 10:00", "2026-11"),
        ("2026-11-25 08:59", "2026-11"),
        ("2026-11-25 09:01", "2026-12"),
        ("2027-01-01 00:05", "2027-01"),
        ("2026-12-31 23:55", "2027-01"),
        ("2028-02-29 12:00", "2028-03"),
    ],
)
def test_the_open_window_is_the_one_whose_publication_is_still_to_come(now, open_period):
    day, at = now.split()
    line = seen_from(date.fromisoformat(day), time.fromisoformat(at))
    assert line.open.period == open_period
    assert line.published[-1].published_at <= line.now < line.open.published_at


def test_the_past_joins_the_three_batches_without_a_gap():
    line = seen_from(date(2028, 3, 10))
    months = [*line.history, *line.published, line.open]
    assert (len(line.history), len(line.published)) == (HISTORY, PUBLISHED)
    assert all((after.start - before.end).days == 1 for before, after in pairwise(months))


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(PUBLIC),
    st.integers(2013, 2026),
    st.integers(1, 12),
    st.randoms(use_true_random=False),
)
def test_a_document_takes_effect_in_the_window_it_was_planned_for(code, year, month, rng: Random):
    month_window = window(f"{year}-{month:02d}", CALENDAR)
    dates = dates_for(code, month_window.start, month_window.end, CALENDAR, rng)
    pattern = PATTERNS[code]
    number = f"（{dates.accepted_on.year}）粤0103{pattern.words}9号"
    written = generate(Brief(code, number, dates.accepted_on, dates.decided_on, BENCH, rng.randint(0, 99)))
    effect = effective_date(
        written.kind, written.field_of_law, written.served, ruling=written.ruling, calendar=CALENDAR
    )
    assert month_window.start <= effect.effective <= month_window.end
    assert CALENDAR.is_workday(written.decided_on)
