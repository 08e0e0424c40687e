"""A figure of oversight from one set of rows: the tally and the rows behind it can never disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import BooleanField, Case, Count, Q, Value, When
from django.urls import reverse

from liwan_court.measuring import Row, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.db.models import QuerySet

    from judgments.models import Judgment
    from liwan_court.measuring import Span, Tallies

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """What is counted in a period, as a queryset annotated with `counted`: whether it stands in the numerator.

    `division` is the path from a thing to its division; `describe` makes what, detail and address of its row.
    """

    things: Callable[[Span], QuerySet[Any, Any]]
    describe: Callable[[Any], tuple[str, str, str]]
    division: str = "division_id"

    def tallies(self, span: Span) -> Tallies:
        """Both sides for every division, counted by the database in one query."""
        found = (
            self.things(span)
            .order_by()
            .values_list(self.division)
            .annotate(whole=Count("pk"), part=Count("pk", filter=Q(counted=True)))
        )
        return {division: Tally(part, whole) for division, whole, part in found}

    def rows(self, span: Span, division_id: int | None, counted: bool | None) -> Iterator[Row]:
        """The things themselves, one query, never all in memory."""
        things = self.things(span)
        if division_id is not None:
            things = things.filter(**{self.division: division_id})
        if counted is not None:
            things = things.filter(counted=counted)
        for thing in things.iterator(chunk_size=CHUNK):
            what, detail, url = self.describe(thing)
            yield Row(self._division_of(thing), what, detail, thing.counted, url)

    def _division_of(self, thing: Any) -> int | None:
        for step in self.division.split("__"):
            thing = getattr(thing, step)
        return thing  # type: ignore[no-any-return]


def whether(condition: Q) -> Case:
    """A condition as a value that is true or false and never unknown."""
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def life_of(judgment_id: int) -> str:
    """The staff address of a judgment's page."""
    return reverse("admin:staff_life", args=[judgment_id])


def describe_judgment(judgment: Judgment) -> tuple[str, str, str]:
    """Number and kind, when it took effect and where it stands."""
    detail = f"{judgment.effective_on}生效，{judgment.get_state_display()}"
    return str(judgment), detail, life_of(judgment.pk)
