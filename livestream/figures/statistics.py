"""What was held, skipped, pulled, late and seen in a period, by division, judge and month (R57)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Max, Q

from livestream.actions.months import NoRotation, slots_of
from livestream.models import MicroblogPost, Nomination, NominationList, Session, SkippedTurn
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from livestream.figures.periods import Period


@dataclass(slots=True)
class Line:
    """The figures of one division, judge or month."""

    label: str
    sessions: int = 0
    livestreams: int = 0
    microblogs: int = 0
    posts: int = 0
    views: int = 0
    peak: int = 0


@dataclass(slots=True)
class Statistics:
    """Everything of one period."""

    period: Period
    total: Line
    by_division: list[Line]
    by_judge: list[Line]
    by_month: list[Line]
    pulled: list[Session]
    skipped: list[SkippedTurn]
    slots: int = 0
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
    judges = [(row, officer.name) for row in held for officer in {row.judge, *row.panel.all()}]
    lists = NominationList.objects.filter(period__in=period.months)
    slots = _slots(period)
    return Statistics(
        period,
        total=_line("合计", held),
        by_division=_lines([(row, row.division.name) for row in held]),
        by_judge=_lines(judges),
        by_month=_lines([(row, f"{clock.local(row.begins_at):%Y-%m}") for row in held], period.months),
        pulled=[row for row in sessions if row.state == Session.State.PULLED],
        skipped=list(
            SkippedTurn.objects.filter(date__range=(period.first, period.last)).select_related("division")
        ),
        slots=slots["slots"], cancelled=slots["cancelled"],
        lists=lists.count(), late_lists=lists.filter(late=True).count(),
        vetoed=Nomination.objects.filter(list__period__in=period.months, state=Nomination.State.VETOED).count(),
        sessions=held,
    )  # fmt: skip


def _slots(period: Period) -> Counter[str]:
    found: Counter[str] = Counter()
    for month in period.months:
        try:
            rows = slots_of(month)
        except NoRotation:
            continue
        found["slots"] += sum(slot.cancelled is None or slot.skipped for slot in rows)
        found["cancelled"] += sum(slot.cancelled is not None and not slot.skipped for slot in rows)
    return found


def _line(label: str, rows: list[Session]) -> Line:
    return Line(
        label,
        sessions=len(rows),
        livestreams=sum(row.livestream for row in rows),
        microblogs=sum(row.microblog for row in rows),
        posts=sum(getattr(row, "post_count", 0) for row in rows),
        views=sum(row.views for row in rows),
        peak=max((getattr(row, "peak", 0) or 0 for row in rows), default=0),
    )


def _lines(pairs: list[tuple[Session, str]], labels: list[str] | None = None) -> list[Line]:
    groups: dict[str, list[Session]] = {label: [] for label in labels or []}
    for row, label in pairs:
        groups.setdefault(label, []).append(row)
    return [_line(label, rows) for label, rows in groups.items()]
