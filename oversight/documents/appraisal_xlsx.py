"""达标清单供评先评优: each division with its year, its quarters, what it was commended or criticised for (R20)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from liwan_court.measuring import span
from oversight.documents.sheets import workbook
from oversight.models import Bulletin, Inspection, Verdict
from oversight.reading import Board, frozen_board

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD: Final = (
    "部门", "第一责任人", "第一季度", "第二季度", "第三季度", "第四季度", "年终得分", "年终结论", "未达标项", "通报批评次数",
    "评先评优",
)  # fmt: skip
MET: Final = "达标，可以参评"
UNMET: Final = "未达标，不得参评"
OPEN: Final = "没有验收结论"


def appraisal_xlsx(year: int) -> bytes:
    """The list of a year; where the year was not accepted yet every division stands without a conclusion."""
    return workbook([(f"{year}年", HEAD, list(rows(year)))])


def rows(year: int) -> Iterator[tuple[Any, ...]]:
    """One row for each division that was accepted, or inspected in a quarter, in the court's order."""
    boards = _boards(year)
    whole = boards.pop(str(year), None)
    known = {
        row.division_id: row
        for board in [*boards.values(), *([whole] if whole else [])]
        for row in board.divisions
    }
    criticised = _criticised(year)
    final = {row.division_id: row for row in whole.divisions} if whole else {}
    for division, named in known.items():
        quarters = [_points(boards.get(name), division) for name in span(str(year)).quarters]
        end = final.get(division)
        verdict = (
            OPEN
            if end is None or end.verdict == Verdict.NO_DATA
            else MET
            if end.verdict == Verdict.MET
            else UNMET
        )
        yield (
            named.name, (end or named).responsible, *quarters, end.points if end else None, end.verdict_label if end else "",
            end.unmet if end else "", criticised.get(division, 0), verdict,
        )  # fmt: skip


def _boards(year: int) -> dict[str, Board]:
    kinds = (Inspection.Kind.QUARTER, Inspection.Kind.YEAR_END)
    periods = [*span(str(year)).quarters, str(year)]
    taken = Inspection.objects.filter(kind__in=kinds, period__in=periods).order_by("serial")
    latest = {row.period: row for row in taken.prefetch_related("scores", "conclusions")}
    return {period: frozen_board(latest[period]) for period in periods if period in latest}


def _points(board: Board | None, division: int | None) -> Any:
    found = next((row for row in board.stood if row.division_id == division), None) if board else None
    return found.points if found else None


def _criticised(year: int) -> dict[int | None, int]:
    """How often each division stood in a signed criticism that was not withdrawn."""
    signed = Bulletin.objects.filter(
        kind=Bulletin.Kind.CRITICISM, state=Bulletin.State.SIGNED, period__startswith=str(year)
    )
    counts: dict[int | None, int] = {}
    for row in signed.select_related("inspection"):
        for conclusion in row.inspection.conclusions.filter(verdict=Verdict.UNMET, division__isnull=False):
            counts[conclusion.division_id] = counts.get(conclusion.division_id, 0) + 1
    return counts
