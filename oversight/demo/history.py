"""Two years of inspections for the demonstration: older quarters loaded in bulk by the record layer and marked 历史补录.

Figures are invented and go up and down: each division has its strengths, things get better slowly, and one quarter is bad.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from liwan_court.measuring import Row, Span, Tally, Unit, quarter_of, quarters_up_to, span
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Actor
from liwan_court.timetable import calendar, clock, deadlines
from oversight.actions.inspect import put_on_record
from oversight.inspecting import Defined, defined, stand
from oversight.models import Catalogue, Inspection

if TYPE_CHECKING:
    from liwan_court.measuring import Tallies
    from liwan_court.timetable.deadlines import Occurrence

QUARTERS: Final = 8
DEADLINE: Final = {"Q": "quarterly_inspection", "H": "midyear_review", "": "year_end_acceptance"}
SETBACK: Final = 3
"""Quarters before the last one in which much went wrong at once."""
MONTHLY: Final = ("reports_on_time", "lists_on_time")
QUARTERLY: Final = ("training_held", "heads_present", "meetings_held", "bulletins_sent")
FEW: Final = (
    "exclusions_with_reason",
    "skips_with_reason",
    "rectified_on_time",
    "tasks_on_time",
    "quota_met",
)


@dataclass(frozen=True, slots=True)
class Past:
    """One period of the past, with invented tallies and rows."""

    of: Span
    due: Occurrence
    place: int
    """How many quarters before the last one."""


def past_periods(last: Span) -> list[Past]:
    """What was inspected before the last quarter: quarters, a mid-year review, a year's acceptance, the earliest first."""
    kept = calendar.load()
    quarters = list(quarters_up_to(last, QUARTERS))[:-1]
    spans = [(row, len(quarters) - place) for place, row in enumerate(quarters)]
    for year in sorted({row.year for row in quarters}):
        whole = span(str(year))
        if whole.last < last.first or whole.last < clock.today():
            spans.append((whole, 2))
        half = span(f"{year}H1")
        if any(row.name in half.quarters for row in quarters):
            spans.append((half, 2))
    found = [
        Past(of, deadlines.occurrence(DEADLINE[of.name[4:5]], of.name, kept), place) for of, place in spans
    ]
    return sorted(
        (row for row in found if row.due.due is not None and row.due.due <= clock.now()),
        key=lambda row: str(row.due.due),
    )


def load(last: Span, catalogues: dict[int, Catalogue]) -> list[Inspection]:
    """Put the past on record."""
    actor, found = Actor.system("历史补录"), []
    codes = dict(Division.objects.values_list("pk", "code"))
    for row in past_periods(last):
        catalogue = catalogues[row.of.year]
        indicators = tuple(defined(catalogue))
        tallies = {each.code: _tallies(row, each, codes) for each in indicators}
        view = stand(row.of, indicators, tallies)
        evidence = [
            (each, held)
            for each in indicators
            if not each.reference
            for held in _rows(row, each, tallies[each.code])
        ]
        if row.due.due is None:
            continue
        with clock.at(row.due.due - timedelta(hours=7)):
            found.append(put_on_record(view, evidence, catalogue, actor, from_history=True))
    return found


def last_quarter() -> Span:
    """The last quarter that is over and whose day of inspection is past."""
    quarter = quarter_of(clock.today())
    while True:
        quarter = quarter_of(quarter.first - timedelta(days=1))
        due = deadlines.occurrence("quarterly_inspection", quarter.name, calendar.load()).due
        if due is not None and due <= clock.now():
            return quarter


def _tallies(past: Past, row: Defined, codes: dict[int, str]) -> Tallies:
    if row.whole_court:
        return {None: _tally(past, row, "court")}
    return {division: _tally(past, row, codes[division]) for division in row.divisions}


def _tally(past: Past, row: Defined, who: str) -> Tally:
    """A quarter's invented counts; those of a longer period are the sum of its quarters."""
    if len(past.of.quarters) > 1:
        quarters = [span(name) for name in past.of.quarters]
        return sum((_tally(Past(of, past.due, _place(of)), row, who) for of in quarters), Tally())
    rng = Random(f"{who} {row.code} {past.of.name}")
    strength = Random(f"{who} {row.code}").betavariate(9, 1)
    months = len(past.of.months)
    size = _size(row, rng, months)
    if row.unit is Unit.COUNT:
        return Tally(sum(rng.random() < (1 - strength) / 2 for _ in range(4)), size)
    odds = min(0.995, strength + 0.06 - 0.014 * past.place - (0.1 if past.place == SETBACK else 0))
    if row.low_is_good:
        odds = max(0.0, (1 - odds) / 2)
    return Tally(sum(rng.random() < odds for _ in range(size)), size)


def _size(row: Defined, rng: Random, months: int) -> int:
    """Out of how many."""
    if row.measure in QUARTERLY:
        return 1
    if row.measure in MONTHLY:
        return months
    return rng.randint(1, 3) if row.measure in FEW else months * rng.randint(6, 14)


def _place(of: Span) -> int:
    """How many quarters before the last inspected one."""
    last = last_quarter()
    return max((last.year - of.year) * 4 + (last.first.month - of.first.month) // 3, 0)


def _rows(past: Past, row: Defined, tallies: Tallies) -> list[Row]:
    found = []
    for division, tally in tallies.items():
        bad = (
            tally.numerator
            if row.low_is_good or row.unit is Unit.COUNT
            else tally.denominator - tally.numerator
        )
        rng = Random(f"{division} {row.code} {past.of.name} rows")
        first = rng.randint(1000, 6000)
        for number in range(bad):
            month = past.of.months[number % len(past.of.months)]
            what = (
                f"{month}"
                if row.measure in (*MONTHLY, *QUARTERLY)
                else f"（{past.of.year}）粤0103{_words(row)}{first + 7 * number}号"
            )
            found.append(
                Row(division, what, f"{row.name}：未达到（历史补录，不附原始记录）", row.low_is_good)
            )
    return found


def _words(row: Defined) -> str:
    return "执" if row.code.startswith("Z") else "民初"
