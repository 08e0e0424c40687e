"""From an order to a finished document with the truth about it."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING, Final

from judgments.demo.cast import Cast
from judgments.demo.layout import lay_out
from judgments.demo.model import DemoJudgment
from judgments.demo.package import plain_text, to_docx
from judgments.demo.patterns import PATTERNS
from judgments.demo.scene import Scene
from judgments.demo.writing import compose

if TYPE_CHECKING:
    from datetime import date

    from judgments.demo.layout import Sheet
    from judgments.demo.model import Brief

REMOVED_FROM: Final = ("民事判决书", "行政判决书")
"""Kinds from which claims and defence are taken out (R32, D21)."""


def generate(brief: Brief, *, mark: bool = False) -> DemoJudgment:
    """Write one judgment. `mark` prints the judge's mark on it (R23). Raises KeyError for an unknown pattern."""
    pattern = PATTERNS[brief.pattern]
    rng = Random(f"{brief.pattern}/{brief.number}/{brief.seed}")
    bench = brief.bench
    cast = Cast(rng, brief.accepted_on, taken={*bench.judges, *bench.assessors, bench.clerk})
    scene = Scene(cast, brief.accepted_on, {"cause": pattern.cause})
    pattern.story(scene)
    lawyer = str(scene.values.get("lawyer") or scene.somebody())
    parties = tuple(scene.parties)
    body = compose(pattern.code, scene.values, rng)
    sheet = lay_out(pattern, brief, parties, body, cast, lawyer)
    return DemoJudgment(
        filename=f"{brief.number}{pattern.title}.docx",
        content=to_docx(sheet, mark=mark),
        number=brief.number,
        kind=pattern.kind,
        field_of_law=pattern.field_of_law,
        division=pattern.division,
        cause=pattern.cause,
        parties=parties,
        accepted_on=brief.accepted_on,
        decided_on=brief.decided_on,
        served=_served(brief.decided_on, len(parties), rng),
        ruling=pattern.ruling,
        ground=pattern.ground,
        text=plain_text(sheet),
        removed=_removed(sheet) if pattern.title in REMOVED_FROM else (),
    )


def _served(decided_on: date, count: int, rng: Random) -> tuple[date, ...]:
    """The first party two to four days after the decision, each further one within the week."""
    first = decided_on + timedelta(days=rng.randint(2, 4))
    return tuple(first + timedelta(days=rng.randint(0, 2) if order else 0) for order in range(count))


def _removed(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Claims and defence as contiguous passages."""
    passages = []
    for part, lines in groupby(sheet.body, key=lambda line: line.part):
        if part in ("claims", "defence"):
            passages.append((str(part), "\n".join(line.text for line in lines)))
    return tuple(passages)
