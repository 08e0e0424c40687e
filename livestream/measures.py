"""What oversight reads of this line: figures of a division in a month, none of them a name of a case (R45–R57).

The app above reads this module and nothing else of livestream.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from livestream.actions.lists import asked, nomination_due
from livestream.actions.months import NoRotation, slots_of
from livestream.figures.judges import year_of
from livestream.figures.measured import MEASURES
from livestream.figures.periods import parse
from livestream.figures.statistics import sessions_of
from livestream.figures.turns import turns
from livestream.models import Broadcast, Cut, Nomination, Notice, Session, SkippedTurn
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date

    from livestream.figures.turns import Turn
    from liwan_court.measuring import Span

__all__ = [
    "MEASURES",
    "MonthOfDivision",
    "QuotaOfDivision",
    "QuotaOfJudge",
    "RotationOfDivision",
    "months",
    "next_due",
    "period",
    "quotas",
    "quotas_of_judges",
    "rotation_progress",
]


@dataclass(frozen=True, slots=True)
class MonthOfDivision:
    """One division in one month of the rotation; every figure is a count."""

    division: str
    period: str
    slots: int
    """Tuesdays and Thursdays of its turn, holidays not counted."""
    lists_asked: int
    lists_filed: int
    lists_late: int
    lists_missing: int
    """Asked, not filed, and due."""
    nominated: int
    vetoed: int
    held: int
    livestreams: int
    microblogs: int
    pulled: int
    skipped: int
    unacknowledged: int
    """Notices of its sessions without an acknowledgement."""
    cuts: int
    """How often the picture was cut (熔断)."""
    shortest_delay: int | None
    """Seconds by which its own streams were held back at least; None: there was none."""


@dataclass(frozen=True, slots=True)
class QuotaOfJudge:
    """One judge's year; `division` is where he is now, or was last."""

    officer_id: int
    name: str
    division: str
    livestreams_owed: int
    livestreams_done: int
    microblogs_owed: int
    microblogs_done: int
    met: bool
    behind: bool


@dataclass(frozen=True, slots=True)
class QuotaOfDivision:
    """How a division stands with the quota of its judges (R48)."""

    division: str
    judges: int
    met: int
    behind: int
    can_be_met: bool


@dataclass(frozen=True, slots=True)
class RotationOfDivision:
    """How far a division is with its turns of a span, holidays not counted: `turns` are `held`, `not_held` or `to_come`."""

    division_id: int | None
    division: str
    turns: int
    held: int
    not_held: int
    to_come: int
    """Today's too, until it has ended."""
    skipped: int
    """Those recorded as 轮空, whenever they are."""


def months(period: str) -> list[MonthOfDivision]:
    """The divisions with a turn in a month, in the order of their turns; empty before the rotation begins."""
    try:
        slots = [slot for slot in slots_of(period) if slot.cancelled is None or slot.skipped]
        lists = asked(period)
    except NoRotation:
        return []
    span = parse(period)
    sessions = sessions_of(span)
    skipped = list(SkippedTurn.objects.filter(date__range=(span.first, span.last)).select_related("division"))
    nominations = list(Nomination.objects.filter(list__period=period).select_related("list__division"))
    pending = Notice.objects.filter(session__in=sessions, acknowledged_at=None).values_list(
        "session_id", flat=True
    )
    cuts = list(
        Cut.objects.filter(broadcast__session__in=sessions).values_list("broadcast__session_id", flat=True)
    )
    due = nomination_due(period).due
    overdue = due is not None and clock.now() >= due
    rows = []
    for name in dict.fromkeys(slot.division for slot in slots):
        own = [row for row in sessions if row.division.name == name]
        keys = {row.pk for row in own}
        theirs = [row for row in lists if row.division.name == name]
        filed = [row.filed for row in theirs if row.filed is not None]
        named = [row for row in nominations if row.list.division.name == name]
        held = [row for row in own if row.state == Session.State.ENDED]
        rows.append(
            MonthOfDivision(
                name, period, slots=sum(slot.division == name for slot in slots),
                lists_asked=len(theirs), lists_filed=len(filed), lists_late=sum(row.late for row in filed),
                lists_missing=len(theirs) - len(filed) if overdue else 0,
                nominated=sum(row.state != Nomination.State.WITHDRAWN for row in named),
                vetoed=sum(row.state == Nomination.State.VETOED for row in named),
                held=len(held), livestreams=sum(row.livestream for row in held),
                microblogs=sum(row.microblog for row in held),
                pulled=sum(row.state == Session.State.PULLED for row in own),
                skipped=sum(row.division.name == name for row in skipped),
                unacknowledged=sum(key in keys for key in pending), cuts=sum(key in keys for key in cuts),
                shortest_delay=min(_delays(held), default=None),
            )
        )  # fmt: skip
    return rows


def _delays(held: list[Session]) -> list[int]:
    rows: list[Broadcast | None] = [getattr(row, "broadcast", None) for row in held]
    return [row.delay_seconds for row in rows if row is not None and row.mode == Broadcast.Mode.STREAM]


def period(name: str) -> list[MonthOfDivision]:
    """The same of a quarter or a year (2026-Q1, 2026), by division in the order of its first turn. Raises ValueError."""
    found: dict[str, MonthOfDivision] = {}
    for month in parse(name).months:
        for row in months(month):
            found[row.division] = _together(found[row.division], row, name) if row.division in found else row
    return [replace(row, period=name) for row in found.values()]


def _together(one: MonthOfDivision, other: MonthOfDivision, name: str) -> MonthOfDivision:
    sums = {
        each.name: getattr(one, each.name) + getattr(other, each.name)
        for each in fields(MonthOfDivision)
        if each.name not in ("division", "period", "shortest_delay")
    }
    delays = [row.shortest_delay for row in (one, other) if row.shortest_delay is not None]
    return MonthOfDivision(
        division=one.division, period=name, shortest_delay=min(delays, default=None), **sums
    )


def quotas_of_judges(year: int) -> list[QuotaOfJudge]:
    """Every judge of the rotating divisions in a year, as of today (R48)."""
    return [
        QuotaOfJudge(
            judge.officer.pk, judge.officer.name, row.name,
            judge.quotas["livestream"].owed, judge.quotas["livestream"].done,
            judge.quotas["microblog"].owed, judge.quotas["microblog"].done, judge.met, judge.behind,
        )
        for row in year_of(year)
        for judge in row.judges
    ]  # fmt: skip


def quotas(year: int) -> list[QuotaOfDivision]:
    """Each rotating division's judges in a year, as of today."""
    return [
        QuotaOfDivision(
            row.name, len(row.judges), sum(judge.met for judge in row.judges),
            sum(judge.behind for judge in row.judges), not row.short,
        )
        for row in year_of(year)
    ]  # fmt: skip


def next_due(today: date) -> list[str]:
    """What this line has due next, in words, for the calendar of oversight."""
    period = f"{today:%Y-%m}"
    occurrence = nomination_due(period)
    return [f"{period}直播、微博列表：{occurrence.date}"] if occurrence.date >= today else []


def rotation_progress(of: Span) -> list[RotationOfDivision]:
    """Every division with a turn in a span since the portal is in service, by its first turn; a constant number of queries."""
    found: dict[str, list[Turn]] = {}
    for turn in turns(of):
        found.setdefault(turn.slot.division, []).append(turn)
    today, rows = clock.today(), []
    for name, own in found.items():
        held = sum(turn.held is not None for turn in own)
        over = sum(turn.held is None and turn.slot.date < today for turn in own)
        rows.append(
            RotationOfDivision(
                own[0].division_id, name, len(own), held, over, len(own) - held - over,
                sum(bool(turn.skipped) for turn in own),
            )
        )  # fmt: skip
    return rows
