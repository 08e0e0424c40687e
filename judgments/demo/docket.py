"""The docket of the demonstration: numbers handed out, documents ordered, cases put in the register."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from judgments.demo.generate import generate
from judgments.demo.model import Brief
from judgments.demo.patterns import PATTERNS
from judgments.demo.plan import dates_for
from liwan_court.registry.models import Case, Party

if TYPE_CHECKING:
    from datetime import date

    from judgments.demo.court import Court
    from judgments.demo.model import DemoJudgment
    from liwan_court.registry.models import Officer
    from liwan_court.timetable.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Order:
    """A document that is to be written, and the judge who handles its case."""

    brief: Brief
    judge: Officer


class Docket:
    """Gives each document a number of its own, a bench of its division, and days that fit its window."""

    def __init__(self, court: Court, calendar: Calendar) -> None:
        self.court = court
        self.calendar = calendar
        self.rng = Random("docket")
        self._last: dict[tuple[int, str], int] = defaultdict(lambda: 180)
        self._orders = 0

    def order(self, code: str, start: date, end: date) -> Order:
        """A document of a pattern that is to take effect between two days."""
        pattern = PATTERNS[code]
        dates = dates_for(code, start, end, self.calendar, self.rng)
        judge, bench = self.court.bench(pattern.division, self.rng)
        number = self.number(dates.accepted_on.year, pattern.words)
        self._orders += 1
        brief = Brief(code, number, dates.accepted_on, dates.decided_on, bench, self._orders)
        return Order(brief, judge)

    def number(self, year: int, words: str) -> str:
        """The next number of a year and type."""
        key = (year, words)
        self._last[key] += self.rng.randint(1, 17)
        return f"（{year}）粤0103{words}{self._last[key]}号"

    def register(self, order: Order, *, mark: bool = False) -> tuple[Case, DemoJudgment]:
        """Write the document and put its case with the parties in the register."""
        written = generate(order.brief, mark=mark)
        case = Case.objects.create(
            number=written.number,
            field=written.field_of_law,
            division=self.court.divisions[written.division],
            handling_judge=order.judge,
            cause=written.cause,
            accepted_on=written.accepted_on,
            closed_on=written.decided_on,
        )
        rows = [Party(case=case, order=place, **row) for place, row in enumerate(written.party_rows)]
        Party.objects.bulk_create(rows)
        return case, written
