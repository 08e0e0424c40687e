"""The collection windows of a period, and the judgments that took effect in them (D1).

A quarter means the windows of its months: 2026Q1 is what took effect from 21 December to 20 March.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Q, Value, When

from judgments.models import Judgment
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.models import Service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from django.db.models import Field

    from judgments.models.judgment import JudgmentQuerySet
    from liwan_court.measuring import Span
    from liwan_court.timetable.deadlines import Occurrence


@dataclass(frozen=True, slots=True)
class Window:
    """One month's window: its first and last effective day, when its collection is over and when its batch falls due."""

    month: str
    first: date
    last: date
    collected: datetime
    published: datetime


def windows_of(months: Iterable[str]) -> tuple[Window, ...]:
    """The windows of months, in their order; the calendar is read once."""
    kept = calendar.load()
    return tuple(
        _window(
            deadlines.occurrence("collection", month, kept), deadlines.occurrence("publication", month, kept)
        )
        for month in months
    )


def due(span: Span) -> tuple[Window, ...]:
    """The windows of a period whose publication is due by now."""
    now = clock.now()
    return tuple(window for window in windows_of(span.months) if window.published <= now)


def due_since(span: Span) -> tuple[Window, ...]:
    """The windows whose publication is due by now, from the first month of a period to the present one."""
    today = clock.today()
    count = (today.year - span.first.year) * 12 + today.month - span.first.month + 1
    months = (divmod(span.first.year * 12 + span.first.month - 1 + place, 12) for place in range(count))
    now, windows = clock.now(), windows_of(f"{year:04}-{month + 1:02}" for year, month in months)
    return tuple(window for window in windows if window.published <= now)


def collected_in_service(windows: Sequence[Window]) -> tuple[Window, ...]:
    """The windows whose collection is over by now and ended after the portal went into service; none before it did.

    What was loaded from before has neither reports nor files.
    """
    service, now = Service.objects.first(), clock.now()
    if service is None:
        return ()
    since = clock.moment(service.since)
    return tuple(window for window in windows if since < window.collected <= now)


def within(windows: Sequence[Window], field: str = "effective_on") -> Q:
    """Whether a date lies in windows that follow one another; nothing does where there are none."""
    if not windows:
        return Q(pk__in=[])
    return Q(**{f"{field}__gte": windows[0].first, f"{field}__lte": windows[-1].last})


def by_window(
    windows: Sequence[Window],
    value: Callable[[Window], Any],
    kind: Field[Any, Any],
    field: str = "effective_on",
) -> Case:
    """What `value` says of the window a date lies in; the windows follow one another, and the date lies in one of them."""
    cases = [
        When(**{f"{field}__lte": window.last}, then=Value(value(window), output_field=kind))
        for window in windows
    ]
    return Case(*cases, output_field=kind)


def effective_in(span: Span) -> JudgmentQuerySet:
    """Judgments in force by today that took effect in the windows of a period."""
    return Judgment.objects.effective_by(clock.today()).filter(within(windows_of(span.months)))


def to_be_public(windows: Sequence[Window]) -> JudgmentQuerySet:
    """Judgments that took effect in windows and are not kept back by a ground."""
    return Judgment.objects.filter(within(windows)).exclude(state=Judgment.State.EXCLUDED)


def _window(collection: Occurrence, publication: Occurrence) -> Window:
    if collection.window is None or collection.due is None or publication.due is None:
        raise ValueError(f"{collection.period} has no window")
    first, last = collection.window
    return Window(collection.period, first, last, collection.due, publication.due)
