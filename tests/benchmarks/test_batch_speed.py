"""The batch of the 25th: time and memory for 1,000 and 10,000 approved judgments, printed, never asserted.

`make bench` takes 1,000 and 10,000 (docs/measurements.md has the figures); called alone, this is small.
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import time

import pytest
from django.db import connection

from judgments.models import Judgment, PublicEdition
from liwan_court.timetable import clock, runs
from liwan_court.timetable.models import Service
from tests.benchmarks.machine import forget_peak, machine, peak, resident
from tests.judgments.actions.conftest import *  # noqa: F403  (the same small court)

SIZES = [int(size) for size in os.environ.get("BATCH_SIZES", "50,200").split(",")]


def fill(make, reviewer, size: int, start: int) -> None:
    for number in range(start, start + size):
        make(f"（2026）粤0103民初{number}号", approved_by=reviewer)


@pytest.mark.bench
def test_batch_of_the_25th(make, reviewer, capsys):
    rows, done = [], 0
    for month, size in zip((10, 11, 12), SIZES, strict=False):
        fill(make, reviewer, size, done + 1)
        done += size
        Service.objects.update_or_create(pk=1, defaults={"since": dt.date(2026, month, 24)})
        gc.collect()
        forget_peak()
        memory = resident()
        before, cpu = time.perf_counter(), time.process_time()
        with clock.at(clock.moment(dt.date(2026, month, 25), dt.time(9))):
            (report,) = runs.wake()
        seconds, cpu = time.perf_counter() - before, time.process_time() - cpu
        assert report.outcome.counts["published"] == size
        rows.append((size, seconds, cpu / size * 1000, peak() - memory))
    assert PublicEdition.objects.count() == done == Judgment.objects.filter(state="published").count()
    with capsys.disabled():
        print(f"\n{machine()}, {connection.vendor}")
        for size, seconds, each, more in rows:
            print(
                f"batch of {size:6}: {seconds:7.1f} s, {each:5.2f} ms CPU a judgment, {more:5.0f} MB more memory at the peak than before"
            )
        print(
            f"time for each judgment, largest to smallest batch: {rows[-1][1] / rows[-1][0] / (rows[0][1] / rows[0][0]):.2f}"
        )
