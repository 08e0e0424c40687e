"""The figures of the last inspected quarter that are fit for the public: totals, never a division's or a row (R6, R11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from liwan_court.measuring import span
from liwan_court.openness import Section
from oversight.inspecting import Defined
from oversight.models import Inspection, Score
from oversight.words import fraction, shown

if TYPE_CHECKING:
    from liwan_court.measuring import Span

MEASURES: Final = (
    "publication_rate", "published_on_schedule", "notices_in_time", "livestreams_held", "microblogs_held",
    "fridays_on_time", "corrections",
)  # fmt: skip
SHOWN_QUARTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator of the court, with the values of the last quarters, the earliest first."""

    name: str
    numerator: str
    denominator: str
    values: tuple[tuple[str, str], ...]
    """(value, fraction) for each quarter."""


def public_section() -> Section | None:
    """The section of the public page; None before a quarter was inspected."""
    quarters = _last_quarters()
    if not quarters:
        return None
    last = quarters[-1][1]
    figures = _figures(last, quarters)
    if not figures:
        return None
    context = {"quarters": [of for of, _ in quarters], "figures": figures, "frozen_at": last.taken_at}
    return Section("figures", "季度检查", "public/components/quarter_figures.html", context)


def _last_quarters() -> list[tuple[Span, Inspection]]:
    """The last quarters with their latest inspection, the earliest first; nothing of who inspected or why."""
    rows = Inspection.objects.filter(kind=Inspection.Kind.QUARTER).only(
        "period", "serial", "taken_at", "indicators"
    )
    latest: dict[str, Inspection] = {}
    for row in rows.order_by("-period", "serial")[: 4 * SHOWN_QUARTERS]:
        latest[row.period] = row
    return [(span(name), latest[name]) for name in sorted(latest)[-SHOWN_QUARTERS:]]


def _figures(last: Inspection, quarters: list[tuple[Span, Inspection]]) -> list[Figure]:
    rows = Score.objects.filter(inspection__in=[row for _, row in quarters], division__isnull=True)
    scores = {(row.inspection_id, row.code): row for row in rows}
    codes = {row.pk: {each["measure"]: each["code"] for each in row.indicators} for _, row in quarters}
    found = []
    for name in MEASURES:
        of = next((each for each in map(Defined.from_json, last.indicators) if each.measure == name), None)
        if of is None:
            continue
        values = tuple(_value(scores.get((row.pk, codes[row.pk].get(name, ""))), of) for _, row in quarters)
        found.append(Figure(of.name, of.numerator, of.denominator, values))
    return found


def _value(score: Score | None, of: Defined) -> tuple[str, str]:
    if score is None:
        return "—", ""
    text = shown(score.value, counts=of.counts)
    return text, "" if of.counts else fraction(score.numerator, score.denominator)
