"""A session that may go on air, and an encoder that is a folder: pieces are files with the time they were finished."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache

from livestream.actions.cut import CutBroadcast, ResumeBroadcast
from livestream.actions.end_broadcast import EndBroadcast
from livestream.actions.go_live import GoLive, admit
from livestream.actions.set_up_broadcast import IssueKey, SetUpBroadcast
from livestream.broadcast import segments, storage
from livestream.models import Duty, Member, Nomination, NominationList, Screening, Session, Signature
from liwan_court.timetable import clock
from tests.livestream.court import Court, actor

BEGINS = dt.datetime(2026, 1, 15, 9, 30, tzinfo=clock.ZONE)
"""A Thursday."""
PIECE_SECONDS = 4
DELAY = 20


def moment(seconds: float) -> dt.datetime:
    """So many seconds after the hearing began."""
    return BEGINS + dt.timedelta(seconds=seconds)


@dataclass
class Studio:
    """What one broadcast needs; `pieces` are the seconds at which pieces ended."""

    court: Court
    session: Session
    key: str = ""
    pieces: list[int] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        return storage.raw_folder(self.session.slug)

    def fresh(self) -> Session:
        self.session = Session.objects.select_related("broadcast").get(pk=self.session.pk)
        return self.session

    def on_air(self) -> None:
        """Set up, pushing and open at second 0."""
        with clock.at(moment(-600)):
            SetUpBroadcast(self.session, actor(self.court.camera), "stream", delay=DELAY).run()
            self.key = IssueKey(self.session, actor(self.court.camera)).run()
        with clock.at(moment(-60)):
            assert admit(self.session.slug, self.key, "encoder 1")
        with clock.at(moment(0)):
            GoLive(self.session, actor(self.court.camera)).run()

    def bring(self, until: int) -> None:
        """Pieces of four seconds up to a second, with the list that nginx writes."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for ended in range((self.pieces[-1] if self.pieces else 0) + PIECE_SECONDS, until + 1, PIECE_SECONDS):
            path = self.folder / f"{ended:06d}.ts"
            path.write_bytes(f"piece {ended}".encode())
            os.utime(path, (moment(ended).timestamp(),) * 2)
            self.pieces.append(ended)
        lines = [f"#EXTINF:{PIECE_SECONDS}.000,\n{ended:06d}.ts" for ended in self.pieces]
        (self.folder / storage.INDEX).write_text("\n".join(["#EXTM3U", *lines, ""]))

    def follow(self, at: int) -> int:
        """What the watcher does at a second; how many pieces it released."""
        with clock.at(moment(at)):
            return sum(segments.follow(row) for row in segments.followed())

    def live_until(self, until: int) -> None:
        """Second by second as it goes on."""
        for at in range((self.pieces[-1] if self.pieces else 0) + PIECE_SECONDS, until + 1, PIECE_SECONDS):
            self.bring(at)
            self.follow(at)

    def cut(self, at: int) -> None:
        with clock.at(moment(at)):
            CutBroadcast(self.session, actor(self.court.camera), "当事人说出身份证号").run()

    def resume(self, at: int) -> None:
        with clock.at(moment(at)):
            ResumeBroadcast(self.session, actor(self.court.camera)).run()

    def end(self, at: int) -> None:
        with clock.at(moment(at)):
            EndBroadcast(self.session, actor(self.court.camera)).run()

    def released(self) -> list[int]:
        """The seconds at which the released pieces ended."""
        rows = self.fresh().broadcast.segments.exclude(public_name="").order_by("number")
        return [int(name.removesuffix(".ts")) for name in rows.values_list("raw_name", flat=True)]


def make_studio(court: Court) -> Studio:
    """A screened and announced session of the division on turn, with the camera member on duty."""
    case = court.cases[0]
    filed = NominationList.objects.create(
        period="2026-01", division=court.division, kind="livestream", filed_by=court.head.user
    )
    nomination = Nomination.objects.create(
        list=filed, case=case, hearing_at=BEGINS, courtroom="第三法庭", judge=court.judge,
        state=Nomination.State.SCHEDULED,
    )  # fmt: skip
    screening = Screening.objects.create(nomination=nomination)
    for role, officer in (("judge", court.judge), ("head", court.head)):
        Signature.objects.create(screening=screening, role=role, officer=officer, decision="pass")
    session = Session.objects.create(
        nomination=nomination, division=court.division, turn=1, begins_at=BEGINS,
        ends_at=BEGINS + dt.timedelta(hours=2), livestream=True, state=Session.State.READY,
        case_number=case.number, cause=case.cause, courtroom="第三法庭", judge=court.judge,
        slug="20260115-y0103-minchu-1", announced_at=BEGINS - dt.timedelta(days=3),
    )  # fmt: skip
    member = Member.objects.get(officer=court.camera)
    Duty.objects.create(session=session, rostered=member, member=member)
    return Studio(court, session)


@pytest.fixture
def studio(live_court: Court, settings: Any, tmp_path: Path) -> Iterator[Studio]:
    """The studio, with folders of its own and a cache without memory of other tests."""
    settings.LIVE_ROOT, settings.LIVE_PUBLIC_ROOT = tmp_path / "raw", tmp_path / "live" / "public"
    storages = {**settings.STORAGES}
    storages["replays"] = {**storages["replays"], "OPTIONS": {"location": tmp_path / "live" / "replays"}}
    settings.STORAGES = storages
    cache.clear()
    yield make_studio(live_court)
    cache.clear()
