"""What one answer of a stream's list costs the processor: kept for everyone, made anew, and of a whole recording. Printed only.

PLAYLIST_HOURS sets how long the hearing was (2 unless told); `pytest -m bench -s tests/benchmarks/test_playlist_speed.py`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from livestream.broadcast import keys, playlist, segments
from livestream.models import Broadcast, Segment
from livestream.views import streaming
from liwan_court.timetable import clock
from tests.benchmarks.machine import machine
from tests.livestream.broadcast.studio import PIECE_SECONDS, Studio, moment, studio
from tests.livestream.court import live_court

__all__ = ["live_court", "studio"]
pytestmark = [pytest.mark.bench, pytest.mark.django_db]
HOURS = float(os.environ.get("PLAYLIST_HOURS", "2"))
ROUNDS = 200


def test_an_answer_of_the_list(studio: Studio) -> None:
    studio.on_air()
    row = Broadcast.objects.get()
    length = int(HOURS * 3600)
    count = length // PIECE_SECONDS
    Segment.objects.bulk_create(
        Segment(
            broadcast=row, number=number, raw_name=f"{number:06d}.ts", seconds=PIECE_SECONDS,
            captured_at=moment(number * PIECE_SECONDS), public_name=keys.new_name(),
            released_at=moment(number * PIECE_SECONDS) + timedelta(seconds=row.delay_seconds),
        )
        for number in range(1, count + 1)
    )  # fmt: skip
    request = RequestFactory().get("/")

    def kept() -> int:
        text = streaming.stream(request, studio.session.slug).content.decode()
        return len(playlist.names(text))

    def anew() -> int:
        cache.clear()
        return kept()

    print(f"\n{machine()}\n{count} pieces released in {HOURS:g} h")
    with clock.at(moment(length)):
        cache.clear()
        say("kept for everyone", kept)
        say("made anew, once a second for all readers", anew)
        say("the watcher with nothing new to do", lambda: segments.follow(row))
    studio.end(length)
    Broadcast.objects.update(replay=Broadcast.Replay.PUBLIC)
    with clock.at(moment(length + 3600)):
        say("the whole recording, made anew", anew)


def say(what: str, answer: Callable[[], int]) -> None:
    """Milliseconds of processor time for one answer."""
    size = answer()
    began = time.process_time()
    for _ in range(ROUNDS):
        answer()
    spent = (time.process_time() - began) / ROUNDS
    print(f"{what}: {spent * 1000:.2f} ms of processor ({size} pieces named)")
