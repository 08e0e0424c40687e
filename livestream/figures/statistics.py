"""What was held, skipped, pulled, late and seen in a period, by division, judge, kind and month (R57).

A session is held when it has ended; it counts in the period of its day. Lists and vetoes count in the month they were filed for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Max, Q

from livestream.actions.rotation import year_plan
from livestream.models import MicroblogPost, Nomination, NominationList, Session, SkippedTurn
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from livestream.figures.periods import Period
    from livestream.rotation import Slot

BOTH, ONLY_MICROBLOG = "直播并微博", "微博"


@dataclass(slots=True)
class Line:
    """The figures of one division, judge, kind or month."""

    label: str
    sessions: int = 0
    livestreams: int = 0
    microblogs: int = 0
    posts: int = 0
    views: int = 0
    peak: int = 0


@dataclass(slots=True)
class DivisionLine(Line):
    """The figures of one division, with what did not come of its turns."""

    slots: int = 0
    """Tuesdays and Thursdays of its turns, holidays not counted."""
    skipped: int = 0
    pulled: int = 0
    lists: int = 0
    late_lists: int = 0
    vetoed: int = 0


@dataclass(slots=True)
class Statistics:
    """Everything of one period."""

    period: Period
    total: Line
    by_division: list[DivisionLine]
    by_judge: list[Line]
    by_kind: list[Line]
    by_month: list[Line]
    pulled: list[Session]
    skipped: list[SkippedTurn]
    slots: int = 0
    """Tuesdays and Thursdays with a turn, holidays not counted."""
    due: int = 0
    """Those of them that are over."""
    cancelled: int = 0
    late_lists: int = 0
    lists: int = 0
    vetoed: int = 0
    sessions: list[Session] = field(default_factory=list)


def sessions_of(period: Period) -> list[Session]:
    """The announced sessions of a period with their posts, visits and peak counted; two queries."""
    begin, end = clock.moment(period.first), clock.moment(period.last + timedelta(days=1))
    rows = Session.objects.filter(announced_at__isnull=False, begins_at__gte=begin, begins_at__lt=end)
    counted = rows.annotate(
        post_count=Count("posts", filter=Q(posts__state=MicroblogPost.State.PUBLISHED), distinct=True),
        peak=Max("audience__watching"),
    )
    return list(counted.select_related("division", "judge", "broadcast").prefetch_related("panel"))


def statistics(period: Period) -> Statistics:
    """Count; the queries are the same however much was held."""
    sessions = sessions_of(period)
    held = [row for row in sessions if row.state == Session.State.ENDED]
    found = Statistics(
        period,
        total=_line("合计", held),
        by_division=[],
        by_judge=_by_judge(held),
        by_kind=_lines(
            [(row.livestream, BOTH if row.livestream else ONLY_MICROBLOG, row) for row in held]
        ),
        by_month=_by_month(held, period.months),
        pulled=[row for row in sessions if row.state == Session.State.PULLED],
        skipped=list(
            SkippedTurn.objects.filter(date__range=(period.first, period.last)).select_related("division")
        ),
        sessions=held,
    )  # fmt: skip
    _plan(found)
    return found


def _plan(found: Statistics) -> None:
    """What was planned, by division, and what came of it."""
    period, today = found.period, clock.today()
    slots = [
        slot for slot in year_plan(period.first.year) if period.first <= slot.date <= period.last
    ]  # fmt: skip
    turns = [slot for slot in slots if slot.cancelled is None or slot.skipped]
    ended = {clock.local(row.begins_at).date() for row in found.sessions}
    found.slots, found.cancelled = len(turns), len(slots) - len(turns)
    found.due = sum(slot.date < today or slot.date in ended for slot in turns)
    filed = NominationList.objects.filter(period__in=period.months).select_related("division")
    lists = [(row.division.name, row.late) for row in filed]
    stopped = Nomination.objects.filter(list__period__in=period.months, state=Nomination.State.VETOED)
    vetoed = list(stopped.values_list("list__division__name", flat=True))
    found.lists, found.late_lists, found.vetoed = len(lists), sum(late for _, late in lists), len(vetoed)
    found.by_division = _by_division(found, turns, lists, vetoed)


def _by_division(
    found: Statistics, turns: Sequence[Slot], lists: Sequence[tuple[str, bool]], vetoed: Sequence[str]
) -> list[DivisionLine]:
    """Every division with a turn, a list or a session, in the order of its first."""
    skipped = [row.division.name for row in found.skipped]
    pulled = [row.division.name for row in found.pulled]
    names = dict.fromkeys(
        [
            *(slot.division for slot in turns), *(row.division.name for row in found.sessions),
            *skipped, *pulled, *(name for name, _ in lists), *vetoed,
        ]
    )  # fmt: skip
    lines = []
    for name in names:
        line = DivisionLine(name)
        _count(line, [row for row in found.sessions if row.division.name == name])
        line.slots = sum(slot.division == name for slot in turns)
        line.skipped, line.pulled, line.vetoed = skipped.count(name), pulled.count(name), vetoed.count(name)
        line.lists = sum(whose == name for whose, _ in lists)
        line.late_lists = sum(whose == name and late for whose, late in lists)
        lines.append(line)
    return lines


def _by_judge(held: Iterable[Session]) -> list[Line]:
    """Two judges of one name are two lines, told apart by their number."""
    pairs = [(row, officer) for row in held for officer in {row.judge, *row.panel.all()}]
    numbers: dict[str, set[str]] = {}
    for _, officer in pairs:
        numbers.setdefault(officer.name, set()).add(officer.staff_no)
    labelled = [
        (
            officer.pk,
            officer.name if len(numbers[officer.name]) == 1 else f"{officer.name}（{officer.staff_no}）",
            row,
        )
        for row, officer in sorted(pairs, key=lambda pair: pair[1].staff_no)
    ]
    return _lines(labelled)


def _by_month(held: Sequence[Session], months: Sequence[str]) -> list[Line]:
    return [
        _line(month, [row for row in held if f"{clock.local(row.begins_at):%Y-%m}" == month])
        for month in months
    ]


def _lines(rows: Iterable[tuple[Hashable, str, Session]]) -> list[Line]:
    groups: dict[Hashable, tuple[str, list[Session]]] = {}
    for key, label, row in rows:
        groups.setdefault(key, (label, []))[1].append(row)
    return [_line(label, sessions) for label, sessions in groups.values()]


def _line(label: str, rows: Sequence[Session]) -> Line:
    line = Line(label)
    _count(line, rows)
    return line


def _count(line: Line, rows: Sequence[Session]) -> None:
    line.sessions = len(rows)
    line.livestreams = sum(row.livestream for row in rows)
    line.microblogs = sum(row.microblog for row in rows)
    line.posts = sum(getattr(row, "post_count", 0) for row in rows)
    line.views = sum(row.views for row in rows)
    line.peak = max((getattr(row, "peak", 0) or 0 for row in rows), default=0)
