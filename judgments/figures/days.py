"""From taking effect to first publication, in days, and against the seven working days of the national rule (D19)."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count
from django.db.models.functions import TruncDate

from judgments.actions.effect import SEVEN_WORKING_DAYS
from judgments.figures.counting import CHUNK, life_of
from judgments.figures.windows import windows_of, within
from judgments.models import Judgment, PublicEdition
from liwan_court.measuring import Row, Tally
from liwan_court.timetable import calendar, clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.models import QuerySet

    from liwan_court.measuring import Span, Tallies


@dataclass(frozen=True, slots=True)
class Speed:
    """How long first publication took. `working_days` counts a publication on a rest day as on the next working day.

    Both are in ascending order, one entry for each judgment; `within_seven` is the numerator of `published_in_seven_days`.
    """

    days: tuple[int, ...]
    working_days: tuple[int, ...]
    within_seven: int

    @property
    def published(self) -> int:
        """How many judgments."""
        return len(self.days)

    @property
    def median_days(self) -> float | None:
        """The median of calendar days; None without a judgment."""
        return median(self.days) if self.days else None

    @property
    def median_working_days(self) -> float | None:
        """The median of working days; None without a judgment."""
        return median(self.working_days) if self.working_days else None


class _Group(NamedTuple):
    """Judgments of one division that took effect on one day and were first published on one day."""

    division: int | None
    effective: date
    seven: date | None
    day: date
    number: int


def tallies(span: Span) -> Tallies:
    """First publications within seven working days, by division."""
    last = _limits()
    found: dict[int | None, Tally] = defaultdict(Tally)
    for group in _groups(span, None):
        in_time = group.day <= (group.seven or last(group.effective))
        found[group.division] += Tally(group.number if in_time else 0, group.number)
    return dict(found)


def rows(span: Span, division_id: int | None, counted: bool | None) -> Iterator[Row]:
    """The first publications, each with its day and the last of the seven working days."""
    last = _limits()
    fields = ("number", "kind", "division_id", "effective_on", "due_seven_days")
    found = _first_editions(span, division_id).only("pk", *(f"judgment__{name}" for name in fields))
    for edition in found.select_related("judgment").iterator(chunk_size=CHUNK):
        judgment: Any = edition.judgment
        limit = judgment.due_seven_days or last(judgment.effective_on)
        in_time = edition.day <= limit
        if counted in (None, in_time):
            detail = f"{judgment.effective_on}生效，{edition.day}公布，七个工作日至{limit}"
            yield Row(judgment.division_id, str(judgment), detail, in_time, life_of(judgment.pk))


def days_to_publication(span: Span, division_id: int | None = None) -> list[int]:
    """Calendar days from taking effect to first publication, ascending, one entry for each judgment published."""
    return list(speed(span, division_id).days)


def speed(span: Span, division_id: int | None = None) -> Speed:
    """How long first publication took for what took effect in the windows of a period; excluded judgments are left out."""
    groups = list(_groups(span, division_id))
    if not groups:
        return Speed((), (), 0)
    last, working = _limits(), _working_days(groups)
    days: Counter[int] = Counter()
    workdays: Counter[int] = Counter()
    within_seven = 0
    for group in groups:
        days[(group.day - group.effective).days] += group.number
        workdays[working(group)] += group.number
        if group.day <= (group.seven or last(group.effective)):
            within_seven += group.number
    return Speed(tuple(sorted(days.elements())), tuple(sorted(workdays.elements())), within_seven)


def _first_editions(span: Span, division_id: int | None) -> QuerySet[Any, Any]:
    """First editions of what took effect in the windows of a period, with the local day; historical ones too."""
    rows = PublicEdition.objects.filter(within(windows_of(span.months), "judgment__effective_on"), version=1)
    rows = rows.exclude(judgment__state=Judgment.State.EXCLUDED)
    if division_id is not None:
        rows = rows.filter(judgment__division_id=division_id)
    return rows.annotate(day=TruncDate("published_at", tzinfo=clock.ZONE))


def _groups(span: Span, division_id: int | None) -> Iterator[_Group]:
    """Counted by the database: many judgments share their days, since batches are monthly."""
    found = (
        _first_editions(span, division_id)
        .order_by()
        .values_list("judgment__division_id", "judgment__effective_on", "judgment__due_seven_days", "day")
        .annotate(number=Count("pk"))
    )
    return (_Group(*row) for row in found.iterator(chunk_size=CHUNK))


def _limits() -> Callable[[date], date]:
    """The seventh working day after a day, for judgments that carry no such date; the calendar is read once."""
    kept, known = calendar.load(), dict[date, date]()

    def last(day: date) -> date:
        if day not in known:
            known[day] = kept.add_workdays(day, SEVEN_WORKING_DAYS)
        return known[day]

    return last


def _working_days(groups: list[_Group]) -> Callable[[_Group], int]:
    """How many working days lie between the two days of a group, from running sums over the whole stretch."""
    kept = calendar.load()
    start = min(min(group.effective, group.day) for group in groups)
    end = max(group.day for group in groups)
    stretch = (start + timedelta(days=number) for number in range((end - start).days + 1))
    upto = list(accumulate((int(kept.is_workday(day)) for day in stretch), initial=0))

    def working(group: _Group) -> int:
        if group.day <= group.effective:
            return 0
        between = upto[(group.day - start).days] - upto[(group.effective - start).days + 1]
        return between + 1

    return working
