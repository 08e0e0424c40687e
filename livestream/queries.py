"""What the public may read of sessions: the announced ones, and why other days have none (R44, R45, R58)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.db.models.functions import TruncMonth

from livestream.actions.months import NoRotation, first_of, slots_of
from livestream.models import MicroblogPost, Session, SkippedTurn
from livestream.rotation import month_range
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from livestream.rotation import Slot

LIVE = (Session.State.LIVE, Session.State.PAUSED)
AHEAD = (Session.State.SCHEDULED, Session.State.READY)
MOST_WORDS = 8


@dataclass(slots=True)
class Day:
    """One Tuesday or Thursday: whose turn, what is on, or why nothing is."""

    date: date
    slot: Slot | None = None
    sessions: list[Session] = field(default_factory=list)
    skipped: SkippedTurn | None = None

    @property
    def why_nothing(self) -> str:
        """The reason of a day without a session, for the public; empty where there is one, or still may be."""
        if any(session.state != Session.State.PULLED for session in self.sessions):
            return ""
        if self.skipped is not None:
            return f"{self.skipped.division}轮空：{self.skipped.reason}"
        return self.slot.cancelled or "" if self.slot else ""


def announced() -> QuerySet[Session]:
    """The sessions the public may see, pulled ones among them, with what a row shows."""
    rows = Session.objects.filter(announced_at__isnull=False)
    return rows.select_related("division", "judge", "broadcast").prefetch_related("panel")


def days_of(period: str) -> list[Day]:
    """The days of a month in their order; four queries, whatever is on."""
    first, last = month_range(first_of(period), 1)
    try:
        days = {slot.date: Day(slot.date, slot) for slot in slots_of(period)}
    except NoRotation:
        days = {}
    begin, end = clock.moment(first), clock.moment(last + timedelta(days=1))
    for session in announced().filter(begins_at__gte=begin, begins_at__lt=end):
        on = clock.local(session.begins_at).date()
        days.setdefault(on, Day(on)).sessions.append(session)
    for row in SkippedTurn.objects.filter(date__range=(first, last)).select_related("division"):
        days.setdefault(row.date, Day(row.date)).skipped = row
    return [days[day] for day in sorted(days)]


def on_air() -> list[Session]:
    """What can be watched now."""
    return list(announced().filter(state__in=LIVE))


def ahead(count: int) -> list[Session]:
    """The next sessions."""
    rows = announced().filter(state__in=AHEAD, ends_at__gte=clock.now())
    return list(rows.order_by("begins_at")[:count])


def found(words: str, division: str, year: str) -> QuerySet[Session]:
    """Sessions that were held, newest first: each word in number, cause, summary, division, judge or a published post."""
    rows = announced().filter(Q(state=Session.State.ENDED) | Q(posts__state=MicroblogPost.State.PUBLISHED))
    for word in words.split()[:MOST_WORDS]:
        rows = rows.filter(_holds(word))
    if division:
        rows = rows.filter(division__code=division)
    if year.isdecimal() and len(year) == len("2026"):
        rows = rows.filter(begins_at__year=int(year))
    return rows.distinct().order_by("-begins_at", "-pk")


def _holds(word: str) -> Q:
    fields = ("case_number", "cause", "summary", "division__name", "judge__name")
    holds = Q(pk__in=_sessions_with_post(word))
    for name in fields:
        holds |= Q(**{f"{name}__icontains": word})
    try:
        return holds | Q(case_number=str(parse(word)))
    except InvalidCaseNumber:
        return holds


def _sessions_with_post(word: str) -> QuerySet[MicroblogPost, int]:
    posts = MicroblogPost.objects.filter(state=MicroblogPost.State.PUBLISHED, text__icontains=word)
    return posts.values_list("session_id", flat=True)


def years() -> list[int]:
    """The years in which sessions were announced, newest first."""
    rows = Session.objects.filter(announced_at__isnull=False).annotate(month=TruncMonth("begins_at"))
    return sorted({row.year for row in rows.values_list("month", flat=True).distinct() if row}, reverse=True)
