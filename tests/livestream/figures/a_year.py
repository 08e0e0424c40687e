"""A year of livestream and microblog with everything that can come of a turn, put down as rows by a fixed chance."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import TYPE_CHECKING, Any

from livestream.actions.rotation import SkipTurn, year_plan
from livestream.models import Broadcast, Cut, Nomination, NominationList, Notice, Session, SkippedTurn
from liwan_court.registry.models import Absence, Division, Officer, PostHolding
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from liwan_court.timetable.models import Service
from tests.factories import make_officer
from tests.livestream.court import Court, actor, make_case

if TYPE_CHECKING:
    from livestream.rotation import Slot

SINCE = dt.date(2026, 1, 12)
DAY = dt.timedelta(days=1)
STATES = ("ended", "ended", "ended", "ended", "pulled", "scheduled", "paused", "live", "ready")
SKIPPED_AFTER_THE_LISTS = dt.date(2026, 3, 12)
SKIPPED_BEFORE_THE_LISTS = dt.date(2026, 4, 2)
LAST_OF_JULY = dt.date(2026, 7, 30)


def begin(court: Court) -> None:
    """The portal goes into service in the midst of January; every division has judges, some for a part of the year."""
    Service.objects.create(since=SINCE)
    for division in Division.objects.filter(rotation_order__isnull=False):
        hire(division)
    absent(court.judge_two)


def hire(division: Division) -> None:
    """A judge of the whole year, one who leaves, one who comes in autumn, two who come from another division."""
    make_officer(None, Post.JUDGE, division)
    for since, until in [("2025-01-01", "2026-01-05"), ("2025-01-01", "2026-05-20"), ("2026-09-10", None)]:
        hold(make_officer(), division, since, until)
    for last, first in [("2026-03-31", "2026-04-01"), ("2026-10-31", "2026-11-01")]:
        moved = make_officer()
        hold(moved, Division.objects.get(code="shenjian"), "2026-01-01", last)
        hold(moved, division, first, None)


def hold(officer: Officer, division: Division, since: str, until: str | None) -> None:
    """A post of judge for a time."""
    PostHolding.objects.create(
        officer=officer, post=Post.JUDGE, division=division, since=dt.date.fromisoformat(since),
        until=until and dt.date.fromisoformat(until),
    )  # fmt: skip


def absent(officer: Officer) -> None:
    """Away for a quarter of the year."""
    Absence.objects.create(officer=officer, since=dt.date(2026, 2, 1), until=dt.date(2026, 4, 30))


def skip(court: Court, day: dt.date, on: dt.date, reason: str = "没有适宜的案件") -> None:
    """The research office records a skipped turn on a day; the next division takes over."""
    with clock.at(clock.moment(on, dt.time(10))):
        SkipTurn(actor(court.research), day, reason).run()


def skips(court: Court) -> None:
    """Turns skipped before and after the lists of their month were due, on the last day of a month, and for want of time."""
    skip(court, SKIPPED_AFTER_THE_LISTS, dt.date(2026, 3, 9))
    skip(court, SKIPPED_BEFORE_THE_LISTS, dt.date(2026, 3, 30))
    skip(court, LAST_OF_JULY, dt.date(2026, 7, 29))
    for day, reason in [
        (dt.date(2026, 1, 8), "早于启用"),
        (dt.date(2026, 6, 9), "未及把关"),
        (dt.date(2026, 8, 6), "  "),
    ]:
        SkippedTurn.objects.create(date=day, division=court.division, reason=reason, hands_on=False)


def fill(court: Court, first: dt.date, last: dt.date) -> None:
    """What came of each turn between two days: lists, sessions, notices, cuts."""
    chance, judges = (
        Random(first.toordinal()),
        list(Officer.objects.filter(holdings__post=Post.JUDGE).distinct()),
    )
    for slot in year_plan(first.year):
        if first <= slot.date <= last and slot.cancelled is None:
            _put(court, slot, chance, judges)


def _put(court: Court, slot: Slot, chance: Random, judges: list[Officer]) -> None:
    division = Division.objects.get(name=slot.division)
    for kind in ("livestream", "microblog"):
        if chance.random() < 0.3:
            file_list(court, f"{slot.date:%Y-%m}", division, kind, late=chance.random() < 0.4)
    for number in range(chance.choice([0, 1, 1, 1, 2])):
        state = "pulled" if number else chance.choice(STATES)
        session = put_on(court, slot, division, chance.sample(judges, 3), state, chance.random() < 0.9)
        for _ in range(chance.randint(0, 4)):
            notice(session, chance.choice(judges), chance)
        if session.livestream and state != "pulled":
            cut(court, session, chance.choice([0, 0, 0, 1, 2]))


def file_list(court: Court, period: str, division: Division, kind: str, *, late: bool) -> NominationList:
    """A list as it was filed."""
    row, _ = NominationList.objects.get_or_create(
        period=period, division=division, kind=kind, defaults={"filed_by": court.head.user, "late": late}
    )
    return row


def put_on(
    court: Court, slot: Slot, division: Division, bench: list[Officer], state: str, usual: bool = True
) -> Session:
    """A session of the day; an unusual one is without livestream or without microblog."""
    kind = "livestream" if slot.livestream else "microblog"
    case = make_case(court, 1000 + Session.objects.count(), division, bench[0])
    begins = clock.moment(slot.date, dt.time(9, 30))
    about: dict[str, Any] = {"judge": bench[0], "courtroom": "第一法庭"}
    nomination = Nomination.objects.create(
        list=file_list(court, f"{slot.date:%Y-%m}", division, kind, late=False), case=case, hearing_at=begins,
        state="scheduled", **about,
    )  # fmt: skip
    session = Session.objects.create(
        nomination=nomination, division=division, turn=slot.turn, begins_at=begins,
        ends_at=begins + dt.timedelta(hours=2), livestream=slot.livestream and usual,
        microblog=usual or slot.livestream, state=state, case_number=case.number, slug=f"s-{case.pk}", **about,
        pulled_reason="当事人申请" if state == "pulled" else "",
    )  # fmt: skip
    session.panel.set(bench[1:])
    return session


def notice(session: Session, officer: Officer, chance: Random) -> None:
    """A notice of any kind, signed for or not."""
    Notice.objects.create(
        session=session, officer=officer, kind=chance.choice(Notice.Kind.values), text="第一法庭",
        acknowledged_at=chance.choice([None, session.begins_at]),
    )  # fmt: skip


def cut(court: Court, session: Session, times: int) -> None:
    """The picture of a session was cut so many times."""
    broadcast = Broadcast.objects.create(session=session, mode="stream")
    for _ in range(times):
        Cut.objects.create(
            broadcast=broadcast, hides_from=session.begins_at, cut_at=session.begins_at, resumed_at=session.begins_at,
            cut_by=court.research.user, reason="证人沈立平出庭",
        )  # fmt: skip
