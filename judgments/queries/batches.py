"""Batches as the public sees them: a month with its supplements, what it published and what it put on the register."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from judgments.models import Batch
from judgments.queries import published, register
from liwan_court.timetable import calendar, clock, deadlines

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from judgments.models import Judgment
    from liwan_court.timetable.deadlines import Occurrence


@dataclass(frozen=True, slots=True)
class Month:
    """All batches of one period: the batch of the 25th first, then its supplements (D3)."""

    period: str
    batches: tuple[Batch, ...]

    @property
    def main(self) -> Batch:
        """The batch of the 25th; the first supplement where there was none."""
        return self.batches[0]

    @property
    def supplements(self) -> tuple[Batch, ...]:
        """补批, in order."""
        return tuple(batch for batch in self.batches if batch.supplement)

    @property
    def title(self) -> str:
        """2026年10月批次."""
        year, month = self.period.split("-")
        return f"{year}年{int(month)}月批次"

    @property
    def total(self) -> int:
        """How many judgments of the month can be read now."""
        return sum(batch.shown for batch in self.batches)  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        """The notice."""
        return self.main.get_absolute_url()


def announced() -> QuerySet[Batch]:
    """Batches whose notice is out, each with the number of its judgments that can be read now (`shown`)."""
    current = Q(editions__in=published.published().values("edition_id"))
    return Batch.objects.filter(published_at__isnull=False).annotate(shown=Count("editions", filter=current))


def months() -> list[Month]:
    """Every announced month, the latest first."""
    rows = announced().order_by("-period", "supplement")
    return [Month(period, tuple(group)) for period, group in groupby(rows, key=lambda batch: batch.period)]


def month(period: str) -> Month | None:
    """One announced month; None where there is none."""
    batches = tuple(announced().filter(period=period).order_by("supplement"))
    return Month(period, batches) if batches else None


def latest_month() -> Month | None:
    """The month announced last."""
    last = Batch.objects.filter(published_at__isnull=False).order_by("-period").values("period").first()
    return month(last["period"]) if last else None


def judgments_of(period: str) -> QuerySet[Judgment]:
    """What a month published, by division and number."""
    return (
        published.listed()
        .filter(edition__batch__period=period)
        .order_by("division__order", "-year", "number_start", "suffix", "pk")
    )


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of a month: a row for each division, a column for each kind of document."""

    kinds: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...], int], ...]
    totals: tuple[int, ...]
    total: int


def table_of(period: str) -> Table:
    """How many documents of each kind each division published in a month."""
    counts = (
        judgments_of(period)
        .order_by()
        .values_list("division__order", "division__name", "kind")
        .annotate(number=Count("pk"))
    )
    cells: dict[tuple[str, str], int] = {}
    order: dict[str, int] = {}
    for place, division, kind, number in counts:
        cells[division or "—", kind] = number
        order[division or "—"] = place or 0
    kinds = tuple(sorted({kind for _, kind in cells}, key=lambda kind: -_column(cells, kind)))
    rows = []
    for division in sorted(order, key=order.__getitem__):
        values = tuple(cells.get((division, kind), 0) for kind in kinds)
        rows.append((division, values, sum(values)))
    totals = tuple(_column(cells, kind) for kind in kinds)
    return Table(kinds, tuple(rows), totals, sum(totals))


@dataclass(frozen=True, slots=True)
class Flags:
    """How many judgments of a month are flagged, for the notice to explain."""

    late: int
    corrected: int
    from_history: int


def flags_of(period: str) -> Flags:
    """迟报, 已更正 and 历史补录 in a month."""
    counts = judgments_of(period).aggregate(
        late=Count("pk", filter=Q(edition__late=True)),
        corrected=Count("pk", filter=Q(edition__version__gt=1)),
        from_history=Count("pk", filter=Q(edition__from_history=True)),
    )
    return Flags(**counts)


def registered_in(period: str) -> list[register.Entry]:
    """What a month put on the register of what is not published (D15)."""
    return register.entries(period=period)


def next_publication(at: datetime | None = None) -> Occurrence:
    """The next batch of the 25th, with its window and what the working calendar has to say about the day (R29, D3)."""
    return deadlines.current_or_next("publication", at or clock.now(), calendar.load())


def previous_window_end() -> date | None:
    """The last effective day that an announced batch covers; what took effect later is not due yet (D1)."""
    last = (
        Batch.objects.filter(published_at__isnull=False).order_by("-window_end").values("window_end").first()
    )
    return last["window_end"] if last else None


def _column(cells: dict[tuple[str, str], int], kind: str) -> int:
    return sum(number for (_, name), number in cells.items() if name == kind)
