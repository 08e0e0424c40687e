"""A period's board as .xlsx: conclusions, every figure with both sides of its line, the definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from liwan_court.timetable import clock
from oversight.documents.sheets import Share, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from oversight.reading import Board

STOOD: Final = ("部门", "第一责任人", "得分", "结论", "达标项", "未达标项", "无数据项")
FIGURES: Final = ("编号", "指标", "部门", "分子数", "分母数", "数值", "达标线", "分值", "得分", "结论")
DEFINED: Final = ("编号", "维度", "指标", "定义", "分子", "分母", "分值", "零分线", "达标线")


def board_xlsx(board: Board) -> bytes:
    """What may be seen of a board, on three sheets; the first says from when the figures are."""
    frozen = board.inspection
    at = clock.local(frozen.taken_at if frozen else clock.now())
    when = f"{'冻结于' if frozen else '统计于'}{at:%Y-%m-%d %H:%M}"
    stood: list[tuple[Any, ...]] = [
        (row.name, row.responsible, row.points, row.verdict_label, row.met, row.unmet, row.no_data)
        for row in board.stood
    ]
    stood.append((f"{board.span.label}，{when}", "", None, "", "", "", ""))
    defined = [
        (row.code, row.dimension, row.name, row.definition, row.numerator, row.denominator, row.weight, row.floor, row.target)
        for row in board.indicators
    ]  # fmt: skip
    return workbook([("结论", STOOD, stood), ("指标", FIGURES, _figures(board)), ("定义", DEFINED, defined)])


def _figures(board: Board) -> Iterator[tuple[Any, ...]]:
    for stood in board.stood:
        for cell in board.of(stood.division_id):
            of = cell.defined
            value = cell.value if of.counts or cell.value is None else Share(cell.value)
            target = of.line.target if of.counts else Share(of.line.target)
            yield (
                of.code, of.name, stood.name, cell.numerator, cell.denominator, value, target, of.line.weight, cell.points,
                cell.verdict_label,
            )  # fmt: skip
