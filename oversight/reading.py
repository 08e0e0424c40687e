"""The board of a period as pages show it: from a snapshot (“then”) or counted now, in the same shape (R8, R11).

A division sees itself and the court's total; the leading group sees all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from liwan_court.measuring import quarters_up_to, span
from liwan_court.registry.models import Division, FirstResponsible
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.actions.base import SEES_ALL
from oversight.inspecting import Defined, look
from oversight.models import Conclusion, Inspection, Score, Verdict
from oversight.words import fraction, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from liwan_court.measuring import Span
    from liwan_court.registry.posts import Actor
    from oversight.models import Catalogue, SampleCheck

COURT = "全院"


@dataclass(frozen=True, slots=True)
class Cell:
    """One indicator for one division or the court, ready to be shown."""

    defined: Defined
    division_id: int | None
    numerator: int | None
    denominator: int | None
    value: Decimal | None
    points: Decimal | None
    verdict: str

    @property
    def text(self) -> str:
        """96.8%, 3件, 无数据."""
        return shown(self.value, counts=self.defined.counts)

    @property
    def fraction(self) -> str:
        """45/48."""
        return fraction(self.numerator, self.denominator)

    @property
    def verdict_label(self) -> str:
        """达标, 未达标, 无数据, 参考."""
        return str(Verdict(self.verdict).label)

    @property
    def lost(self) -> Decimal:
        """Points it costs."""
        return Decimal(self.defined.weight) - self.points if self.points is not None else Decimal()


@dataclass(frozen=True, slots=True)
class Stood:
    """How one division, or the court, came out."""

    division_id: int | None
    code: str
    name: str
    responsible: str
    points: Decimal | None
    verdict: str
    met: int
    unmet: int
    no_data: int

    @property
    def verdict_label(self) -> str:
        """达标, 未达标, 无数据."""
        return str(Verdict(self.verdict).label)

    @property
    def points_text(self) -> str:
        """96.50分, 无数据."""
        return "无数据" if self.points is None else f"{self.points}分"

    @property
    def finding(self) -> str:
        """What it came to, in one sentence."""
        if self.verdict == Verdict.NO_DATA:
            return "没有数据"
        if self.unmet:
            return f"{self.points_text}，{self.unmet}项未达标"
        return f"{self.points_text}，有数据的指标全部达标"


@dataclass(frozen=True, slots=True)
class Board:
    """A period: its indicators, every cell, and the conclusion on each division in the court's order, the court first."""

    span: Span
    inspection: Inspection | None
    indicators: tuple[Defined, ...]
    cells: dict[tuple[str, int | None], Cell]
    stood: tuple[Stood, ...]

    @property
    def court(self) -> Stood:
        """The court as a whole."""
        return self.stood[0]

    @property
    def divisions(self) -> tuple[Stood, ...]:
        """Everybody else."""
        return self.stood[1:]

    def of(self, division_id: int | None) -> list[Cell]:
        """The cells of one division, in the order of the catalogue."""
        return [
            cell for row in self.indicators if (cell := self.cells.get((row.code, division_id))) is not None
        ]

    def attention(self, most: int = 8) -> list[tuple[Stood, Cell]]:
        """What needs attention first: unmet cells of divisions, those that cost most before the others."""
        named = {row.division_id: row for row in self.divisions}
        unmet = [
            (named[cell.division_id], cell)
            for cell in self.cells.values()
            if cell.verdict == Verdict.UNMET and cell.division_id in named
        ]
        return sorted(unmet, key=lambda pair: (-pair[1].lost, pair[1].defined.code))[:most]

    def seen_by(self, actor: Actor) -> Board:
        """The same board, with the divisions this actor may see."""
        own = divisions_of(actor)
        if own is None:
            return self
        keep = {None, *own}
        return replace(
            self,
            cells={key: cell for key, cell in self.cells.items() if key[1] in keep},
            stood=tuple(row for row in self.stood if row.division_id in keep),
        )


def divisions_of(actor: Actor) -> set[int] | None:
    """Whose figures an actor may see beside the court's total; None: everybody's."""
    return None if actor.holds(*SEES_ALL) else actor.divisions(Post.DIVISION_HEAD)


def rows_seen(actor: Actor, found: Defined, division: Division | None) -> set[int] | None:
    """Of which divisions an actor reads the rows behind a figure, where he asks for one or for none; None: of all.

    Against a division that answers for the court's figure the court's rows are held, so it reads them.
    """
    asked = {division.pk} if division else divisions_of(actor)
    answers = asked is None or not asked.isdisjoint(found.divisions)
    return None if found.whole_court and answers else asked


def samples_seen(actor: Actor, inspection: Inspection) -> list[SampleCheck]:
    """What was looked at by hand: of the actor's divisions and of the court."""
    own, rows = divisions_of(actor), inspection.samples.select_related("division")
    return list(rows if own is None else rows.filter(Q(division__in=own) | Q(division=None)))


def latest(kind: str, period: str) -> Inspection | None:
    """The last inspection of a period; None where it was not inspected."""
    return Inspection.objects.filter(kind=kind, period=period).order_by("-serial").first()


def frozen_board(inspection: Inspection) -> Board:
    """What an inspection saw."""
    indicators = tuple(Defined.from_json(row) for row in inspection.indicators)
    defined = {row.code: row for row in indicators}
    cells = {
        (row.code, row.division_id): Cell(
            defined[row.code], row.division_id, row.numerator, row.denominator, row.value, row.points, row.verdict
        )
        for row in inspection.scores.all()
        if row.code in defined
    }  # fmt: skip
    places = _places()
    stood = [
        Stood(
            row.division_id, places.get(row.division_id, ("", 0))[0], row.division_name, row.responsible_name, row.points,
            row.verdict, row.met, row.unmet, row.no_data,
        )
        for row in inspection.conclusions.all()
    ]  # fmt: skip
    stood.sort(key=lambda row: places.get(row.division_id, ("", 999))[1])
    return Board(span(inspection.period), inspection, indicators, cells, tuple(stood))


def live_board(of: Span, catalogue: Catalogue, only: str = "") -> Board:
    """How it is now; `only` one indicator where a page shows no other. Raises UnknownMeasure."""
    view = look(of, catalogue, only)
    defined = {row.code: row for row in view.indicators}
    cells = {
        (row.code, row.division_id): Cell(
            defined[row.code], row.division_id, row.tally.numerator if row.tally else None,
            row.tally.denominator if row.tally else None, row.value, row.judged.points, row.judged.verdict,
        )
        for row in view.standings
    }  # fmt: skip
    rows = {row.pk: row for row in Division.objects.filter(pk__in=[key for key in view.sums if key])}
    day = min(of.last, clock.today())
    heads = dict(FirstResponsible.objects.on(day).values_list("division_id", "officer__name"))
    stood = [
        Stood(
            division, rows[division].code if division else "", rows[division].name if division else COURT,
            heads.get(division, "") if division else "", found.points, found.verdict, found.met, found.unmet, found.no_data,
        )
        for division, found in sorted(view.sums.items(), key=lambda item: rows[item[0]].order if item[0] else -1)
    ]  # fmt: skip
    return Board(of, None, view.indicators, cells, tuple(stood))


def quarters_before(of: Span, count: int = 8) -> list[tuple[Span, Inspection | None]]:
    """The latest inspections of the quarters up to a period, the earliest first, each with its conclusions."""
    quarters = quarters_up_to(of, count)
    rows = Inspection.objects.filter(
        kind=Inspection.Kind.QUARTER, period__in=[row.name for row in quarters]
    ).order_by("serial")
    taken = {row.period: row for row in rows.prefetch_related(Prefetch("conclusions"))}
    return [(row, taken.get(row.name)) for row in quarters]


def values_of(inspections: Iterable[Inspection], code: str, division_id: int | None) -> dict[int, Score]:
    """The scores of one indicator and division in several inspections, by id of the inspection."""
    rows = Score.objects.filter(_whose(division_id), inspection__in=list(inspections), code=code)
    return {row.inspection_id: row for row in rows}


def conclusions_of(inspections: Iterable[Inspection], division_id: int | None) -> dict[int, Conclusion]:
    """The conclusions on one division in several inspections, by id of the inspection."""
    rows = Conclusion.objects.filter(_whose(division_id), inspection__in=list(inspections))
    return {row.inspection_id: row for row in rows}


def _whose(division_id: int | None) -> Q:
    return Q(division__isnull=True) if division_id is None else Q(division=division_id)


def _places() -> dict[int | None, tuple[str, int]]:
    """Code and place of each division; the court comes first."""
    rows = Division.objects.values_list("pk", "code", "order")
    found: dict[int | None, tuple[str, int]] = {pk: (code, order) for pk, code, order in rows}
    return {None: ("", -1), **found}
