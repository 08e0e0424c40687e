"""How the apps count for their measures: tallies and the rows behind them always come from one and the same question.

A short list is made in Python (`tallied`, `listed`); a table that grows with the court is counted in the database (`counted_by`,
`fetched`). Nothing that lay before the portal's going into service is looked at, and nothing that is not over yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db.models import BooleanField, Count, ExpressionWrapper, Q

from liwan_court.measuring import Row, Rows, Span, Tallies, Tally
from liwan_court.timetable import clock
from liwan_court.timetable.models import Service

if TYPE_CHECKING:
    from django.db.models import QuerySet

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """What of a span is looked at: from the day of going into service (`since`) at the earliest, until now at the latest."""

    first: date
    last: date
    since: date

    @property
    def begin(self) -> datetime:
        """The first moment."""
        return clock.moment(self.first)

    @property
    def end(self) -> datetime:
        """The moment up to which things have come about: the end of the last day, or now."""
        return min(clock.moment(self.last + ONE_DAY), clock.now())


def in_service_since() -> date | None:
    """The day of going into service; None before there is one. One query."""
    service = Service.objects.first()
    return service.since if service else None


def looked_at(of: Span) -> Days | None:
    """The days of a span that count, today among them; None where there are none or the portal is not in service. One query."""
    since = in_service_since()
    if since is None:
        return None
    first, last = max(of.first, since), min(of.last, clock.today())
    return Days(first, last, since) if first <= last else None


Facts: TypeAlias = Callable[[Span], Iterable[Row]]
"""Everything behind a measure in a span, counted or not."""


def tallied(facts: Facts) -> Callable[[Span], Tallies]:
    """Tallies of a short list."""

    def tallies(of: Span) -> Tallies:
        found: dict[int | None, Tally] = {}
        for row in facts(of):
            found[row.division_id] = found.get(row.division_id, Tally()) + Tally(int(row.counted), 1)
        return found

    return tallies


def listed(facts: Facts) -> Rows:
    """The rows of a short list."""

    def rows(of: Span, division_id: int | None, counted: bool | None) -> Iterable[Row]:
        return [
            row
            for row in facts(of)
            if (division_id is None or row.division_id == division_id) and counted in (None, row.counted)
        ]

    return rows


@dataclass(frozen=True, slots=True)
class Counting:
    """A question to a table: which rows stand below the line, and which of them above it.

    `above` may be true or false of a row, never unknown. `division` is the path to the id of the division.
    """

    below: QuerySet[Any]
    above: Q
    division: str


Question: TypeAlias = Callable[[Days], Counting | None]
"""None: nothing is due yet."""


def counted_by(question: Question) -> Callable[[Span], Tallies]:
    """Tallies of a table, in one query."""

    def tallies(of: Span) -> Tallies:
        asked = _ask(question, of)
        if asked is None:
            return {}
        groups = asked.below.order_by().values_list(asked.division)
        return {
            division: Tally(above, below)
            for division, below, above in groups.annotate(
                below=Count("pk"), above=Count("pk", filter=asked.above)
            )
        }

    return tallies


def fetched(question: Question, shown: Callable[[Any, bool], Row]) -> Rows:
    """The rows of a table in their own order; `shown` says how one is shown, counted or not."""

    def rows(of: Span, division_id: int | None, counted: bool | None) -> Iterable[Row]:
        asked = _ask(question, of)
        if asked is None:
            return []
        found = asked.below.annotate(is_above=ExpressionWrapper(asked.above, output_field=BooleanField()))
        if division_id is not None:
            found = found.filter(**{asked.division: division_id})
        if counted is not None:
            found = found.filter(is_above=counted)
        return [shown(row, bool(row.is_above)) for row in found]

    return rows


def _ask(question: Question, of: Span) -> Counting | None:
    days = looked_at(of)
    return question(days) if days is not None else None
