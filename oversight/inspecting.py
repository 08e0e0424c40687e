"""How the court stands now: every indicator of a catalogue for every division that owes it (R8, R11).

The live view, a dry run and the frozen inspection come from this one function, so that “then” and “now” can be compared.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from liwan_court.measuring import Tally, Unit, total, value_of
from liwan_court.registry.models import Division
from oversight import scoring
from oversight.measured import measure, measures
from oversight.models import EvidenceReturn, Indicator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from liwan_court.measuring import Measure, Row, Span, Tallies
    from oversight.models import Catalogue


@dataclass(frozen=True, slots=True)
class Defined:
    """An indicator as it is looked at: what the catalogue says, and the words of its measure. Kept with a snapshot as JSON."""

    code: str
    dimension: str
    name: str
    definition: str
    source: str
    measure: str
    numerator: str
    denominator: str
    counts: bool
    low_is_good: bool
    weight: str
    floor: str
    target: str
    reference: bool
    whole_court: bool
    divisions: tuple[int, ...]

    @property
    def line(self) -> scoring.Line:
        """Its lines for scoring."""
        from decimal import Decimal

        return scoring.Line(
            Decimal(self.weight), Decimal(self.floor), Decimal(self.target), self.low_is_good, self.reference
        )

    @property
    def unit(self) -> Unit:
        """A share, or a number of things."""
        return Unit.COUNT if self.counts else Unit.SHARE

    @classmethod
    def of(cls, row: Indicator, divisions: tuple[int, ...]) -> Defined:
        """An indicator of the catalogue. Raises UnknownMeasure."""
        counted = measure(row.measure) if row.source == Indicator.Source.AUTOMATIC else None
        return cls(
            code=row.code, dimension=row.dimension, name=row.name, definition=row.definition, source=row.source,
            measure=row.measure if counted else "",
            numerator=counted.numerator if counted else "部门填报的完成数",
            denominator=counted.denominator if counted else "部门填报的应完成数",
            counts=counted.unit is Unit.COUNT if counted else row.counts,
            low_is_good=counted.low_is_good if counted else row.low_is_good,
            weight=str(row.weight), floor=str(row.floor), target=str(row.target), reference=row.reference,
            whole_court=row.whole_court or (counted is not None and not counted.by_division), divisions=divisions,
        )  # fmt: skip

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Defined:
        """As kept on a snapshot."""
        return cls(**{**row, "divisions": tuple(row["divisions"])})

    def to_json(self) -> dict[str, Any]:
        """As kept on a snapshot."""
        return {**asdict(self), "divisions": list(self.divisions)}


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator for one division, or for the court where `division_id` is None."""

    code: str
    division_id: int | None
    tally: Tally | None
    value: Decimal | None
    judged: scoring.Judged


@dataclass(frozen=True, slots=True)
class View:
    """A period looked at: the indicators, how each division stands with each, and the conclusion on each."""

    span: Span
    indicators: tuple[Defined, ...]
    standings: tuple[Standing, ...]
    sums: dict[int | None, scoring.Sum]


def look(of: Span, catalogue: Catalogue, only: str = "") -> View:
    """Count everything now, or `only` the indicator of a code. Raises UnknownMeasure.

    The number of queries depends on the measures and not on the divisions.
    """
    indicators = tuple(row for row in defined(catalogue) if only in ("", row.code))
    counted = {name: measure(name).tallies(of) for name in {row.measure for row in indicators if row.measure}}
    stated = _stated(of)
    return stand(
        of,
        indicators,
        {row.code: counted[row.measure] if row.measure else stated.get(row.code, {}) for row in indicators},
    )


def stand(of: Span, indicators: tuple[Defined, ...], tallies: Mapping[str, Tallies]) -> View:
    """What tallies by code of indicator come to. Pure."""
    standings = [each for row in indicators for each in _standings(row, tallies.get(row.code, {}))]
    return View(of, indicators, tuple(standings), _sums(standings))


def defined(catalogue: Catalogue) -> Iterator[Defined]:
    """The indicators of a catalogue, each with the divisions that owe it and are in use. Raises UnknownMeasure."""
    through = Indicator.divisions.through.objects.filter(
        indicator__catalogue=catalogue, division__active=True
    )
    owed: dict[int, list[int]] = {}
    for indicator, division in through.order_by("division__order").values_list("indicator_id", "division_id"):
        owed.setdefault(indicator, []).append(division)
    for row in catalogue.indicators.all():
        yield Defined.of(row, tuple(owed.get(row.pk, ())))


def held_against(of: Span, row: Defined) -> Iterable[Row]:
    """What makes an indicator's figure worse now, for all divisions; nothing for one that is stated by hand."""
    return measure(row.measure).held_against(of) if row.measure else ()


def measure_of(row: Defined) -> Measure | None:
    """The measure behind an indicator; None for one stated by hand, or kept by a snapshot and no longer offered."""
    return measures().get(row.measure)


def codes_of(year: int) -> dict[str, str]:
    """Under which code of the year's catalogue each measure is looked at; measures that no indicator uses are left out."""
    rows = Indicator.objects.filter(catalogue__year=year, catalogue__state="in_force").exclude(measure="")
    return dict(rows.order_by("-order").values_list("measure", "code"))


def names() -> dict[int | None, str]:
    """The divisions' names, and 全院."""
    return {None: "全院", **dict(Division.objects.values_list("pk", "name"))}


def _standings(row: Defined, tallies: Tallies) -> Iterator[Standing]:
    court = total(tallies) if tallies else None
    for division in (None, *row.divisions):
        tally = court if division is None or row.whole_court else tallies.get(division)
        value = value_of(row.unit, tally, low_is_good=row.low_is_good)
        yield Standing(row.code, division, tally, value, scoring.judge(value, row.line))


def _sums(standings: list[Standing]) -> dict[int | None, scoring.Sum]:
    grouped: dict[int | None, list[scoring.Judged]] = {None: []}
    for row in standings:
        grouped.setdefault(row.division_id, []).append(row.judged)
    return {division: scoring.conclude(rows) for division, rows in grouped.items()}


def _stated(of: Span) -> dict[str, dict[int | None, Tally]]:
    """What divisions stated by hand: the latest return of each quarter, the quarters of a longer span together."""
    latest: dict[tuple[str, str, int | None], Tally] = {}
    for row in EvidenceReturn.objects.filter(period__in=of.quarters).order_by("pk"):
        latest[row.period, row.code, row.division_id] = Tally(row.numerator, row.denominator)
    found: dict[str, dict[int | None, Tally]] = {}
    for (_, code, division), tally in latest.items():
        own = found.setdefault(code, {})
        own[division] = own.get(division, Tally()) + tally
    return found
