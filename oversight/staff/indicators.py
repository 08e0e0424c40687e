"""One figure: its definition, every division, and the rows behind it, then and now (R8, R11)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from django.http import Http404
from django.views.decorators.http import require_GET

from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import show
from oversight.inspecting import measure_of
from oversight.models import Evidence, EvidenceReturn
from oversight.reading import divisions_of, quarters_before, rows_seen
from oversight.staff import drawings
from oversight.staff.overview import around, board_of
from oversight.staff.readers import division_for, of_period
from oversight.staff.rows import HEAD, PAGE, page_of, shown
from oversight.staff.tables import asks_table, table, table_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest, HttpResponse

    from liwan_court.measuring import Row, Span
    from liwan_court.registry.models import Division
    from oversight.inspecting import Defined
    from oversight.reading import Board, Cell, Stood

MOST: Final = 5000
FIGURES: Final = ("部门", "分子数", "分母数", "数值", "得分", "结论")
KINDS: Final = {"held": "对结果不利的", "counted": "计入分子的", "all": "全部（分母）"}


@require_GET
@of_period
def indicator(request: HttpRequest, of: Span, code: str) -> HttpResponse:
    """The figure of every division the reader may see; `?division=` opens the rows, `?rows=held|counted|all` those of today."""
    board, _ = board_of(request, of, only=code)
    found = next((row for row in board.indicators if row.code == code), None) if board else None
    if board is None or found is None:
        raise Http404(f"{of.label}没有指标{code}")
    own, division = board.seen_by(actor_of(request)), division_for(request, request.GET.get("division", ""))
    cells = [
        (row, own.cells[code, row.division_id]) for row in own.stood if (code, row.division_id) in own.cells
    ]
    behind = _rows(request, of, board, found, division)
    if asks_table(request):
        return _table(request, of, found, cells, behind)
    rows = page_of(request, behind.rows) if behind.rows is not None else None
    return show(
        request, "oversight/indicator.html", f"{found.code} {found.name}", span=of, board=own, indicator=found, cells=cells,
        division=division, inspection=board.inspection, measure=measure_of(found), kinds=KINDS,
        trend=drawings.indicator_trend(quarters_before(of), found, division), rows=rows, asked=behind.asked,
        returns=behind.returns, table_address=table_address(request), **around(of),
    )  # fmt: skip


class Behind(NamedTuple):
    """What stands behind a figure: rows, or for one stated by hand what was stated; `asked`: which rows."""

    rows: Sequence[Row] | Sequence[Evidence] | None
    asked: str
    returns: Sequence[EvidenceReturn] = ()


def _rows(request: HttpRequest, of: Span, board: Board, found: Defined, division: Division | None) -> Behind:
    """The frozen rows where there is a snapshot and nothing else is asked for; otherwise those of today."""
    asked = request.GET.get("rows", "")
    if not found.measure:
        return Behind(None, "", _returns(request, of, found.code))
    whose = rows_seen(actor_of(request), found, division)
    if board.inspection is not None and asked not in KINDS:
        kept = Evidence.objects.filter(inspection=board.inspection, code=found.code)
        return Behind(list((kept if whose is None else kept.filter(division__in=whose))[:MOST]), "frozen")
    asked = asked if asked in KINDS else "held"
    return Behind(_live(of, found, whose, asked), asked)


def _table(
    request: HttpRequest, of: Span, found: Defined, cells: list[tuple[Stood, Cell]], behind: Behind
) -> HttpResponse:
    figures = [
        (stood.name, cell.numerator, cell.denominator, cell.text, cell.points, cell.verdict_label)
        for stood, cell in cells
    ]
    rows = [row.cells for row in shown(request, behind.rows or ())]
    stated = [
        (f"{row.period}举证", row.division.name if row.division else "全院", f"{row.numerator}/{row.denominator}：{row.note}")
        for row in behind.returns
    ]  # fmt: skip
    definition = [("定义", found.definition), ("分子", found.numerator), ("分母", found.denominator)]
    return table(f"{of.label} {found.code} {found.name}", [
        ("数值", FIGURES, figures), ("逐条记录", HEAD, [*rows, *stated]), ("定义", ("项目", "说明"), definition),
    ])  # fmt: skip


def _live(of: Span, found: Defined, whose: set[int] | None, asked: str) -> list[Row]:
    behind = measure_of(found)
    if behind is None:
        return []
    counted = {"held": behind.low_is_good, "counted": True, "all": None}[asked]
    one = next(iter(whose)) if whose is not None and len(whose) == 1 else None
    rows = behind.rows(of, one, counted)
    return list(islice((row for row in rows if whose is None or row.division_id in whose), MOST))


def _returns(request: HttpRequest, of: Span, code: str) -> list[EvidenceReturn]:
    mine = divisions_of(actor_of(request))
    rows = EvidenceReturn.objects.filter(period__in=of.quarters, code=code).select_related("division")
    return list((rows if mine is None else rows.filter(division__in=mine)).order_by("-pk")[:PAGE])
