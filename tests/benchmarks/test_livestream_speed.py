"""Rotation of fifty years, the answers a live page polls, and what five thousand readers cost; printed, never asserted."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from livestream.divisions import rotating_divisions
from livestream.models import MicroblogPost, Session
from livestream.rotation import Cursor, Unit, month_range, plan
from liwan_court.timetable import calendar, clock
from tests.benchmarks.machine import machine
from tests.benchmarks.test_page_speed import milliseconds
from tests.livestream.broadcast.studio import make_studio, moment
from tests.livestream.court import build_court

YEARS = 50
READERS = 5000
POLLS = 400
POSTS = 50


@pytest.mark.bench
@pytest.mark.django_db
def test_rotation_of_fifty_years(capsys: pytest.CaptureFixture[str]) -> None:
    order, days = rotating_divisions(), calendar.load()
    first, last = month_range(dt.date(2014, 1, 1), 12 * YEARS)
    with capsys.disabled():
        print(f"\n{machine()}")
        for unit in Unit:
            start = time.process_time()
            slots = plan(first, last, Cursor.start(unit, order, order[0]), days, {})
            taken = time.process_time() - start
            print(f"{YEARS} years by the {unit.value}: {len(slots)} slots, {taken:.3f} s CPU")


@pytest.mark.bench
@pytest.mark.django_db
def test_cpu_of_what_a_live_page_polls(
    capsys: pytest.CaptureFixture[str], settings: Any, tmp_path: Any
) -> None:
    settings.LIVE_ROOT, settings.LIVE_PUBLIC_ROOT = tmp_path / "raw", tmp_path / "public"
    cache.clear()
    studio = make_studio(build_court())
    studio.on_air()
    studio.bring(600)
    for second in range(600, 640, 4):
        studio.follow(second)
    for number in range(1, POSTS + 1):
        _post(studio.session, number)
    base = studio.session.get_absolute_url()
    reader, plain = Client(), Client()
    with clock.at(moment(640)):
        reader.get(f"{base}stream.m3u8")
        figures = {
            "page without a query": milliseconds(plain, "/accessibility/"),
            f"playlist, {studio.fresh().broadcast.segments.count()} pieces": milliseconds(
                reader, f"{base}stream.m3u8"
            ),
            f"live text, {POSTS} posts": milliseconds(reader, f"{base}posts/"),
            "state": milliseconds(reader, f"{base}stream/"),
        }
        asked, seconds, queries = _readers(base)
    with capsys.disabled():
        print(f"\n{machine()}, {connection.vendor}")
        for name, each in figures.items():
            print(
                f"{name:24} {each:6.2f} ms CPU a request, {each / figures['page without a query']:5.2f} × the page without a query"
            )
        print(
            f"{READERS} readers that ask every 5 s: {READERS / 5 * seconds / asked:.1f} cores for the live text; "
            f"{asked} polls within {seconds:.1f} s asked the database {queries} times"
        )


def _readers(base: str) -> tuple[int, float, int]:
    """Polls of one stretch, their CPU, and how often the database was asked."""
    reader = Client()
    cache.clear()
    tag = reader.get(f"{base}posts/")["ETag"]
    with CaptureQueriesContext(connection) as counted:
        start = time.process_time()
        for _ in range(POLLS):
            assert reader.get(f"{base}posts/", headers={"If-None-Match": tag}).status_code == 304
        taken = time.process_time() - start
    return POLLS, taken, len(counted)


def _post(session: Session, number: int) -> None:
    writer = session.judge.user
    other = session.nomination.list.filed_by
    MicroblogPost.objects.create(
        session=session, number=number, stage="investigation", text=f"法庭调查第{number}段，双方举证、质证。" * 3,
        state="published", drafted_by=writer, checked_by=other, checked_at=session.begins_at,
        published_by=writer, published_at=session.begins_at,
    )  # fmt: skip
