"""One figure: its definition, every division, and the rows behind it, then and now (R8, R11)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Paginator
from django.http import Http404
from django.views.decorators.http import require_GET

from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import show
from oversight.inspecting import measure_of, names
from oversight.models import Evidence, EvidenceReturn
from oversight.reading import divisions_of, quarters_before
from oversight.staff import drawings
from oversight.staff.overview import around, board_of
from oversight.staff.readers import division_for, of_period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.paginator import Page
    from django.http import HttpRequest, HttpResponse

    from liwan_court.measuring import Row, Span
    from liwan_court.registry.models import Division
    from oversight.inspecting import Defined
    from oversight.reading import Board

PAGE: Final = 100
MOST: Final = 5000
KINDS: Final = {"held": "对结果不利的", "counted": "计入分子的", "all": "全部（分母）"}


@require_GET
@of_period
def indicator(request: HttpRequest, of: Span, code: str) -> HttpResponse:
    """The figure of every division the reader may see; `?division=` opens the rows, `?rows=held|counted|all` those of today."""
    board, _ = board_of(request, of)
    found = next((row for row in board.indicators if row.code == code), None) if board else None
    if board is None or found is None:
        raise Http404(f"{of.label}没有指标{code}")
    own, division = board.seen_by(actor_of(request)), division_for(request, request.GET.get("division", ""))
    cells = [
        (row, own.cells[code, row.division_id]) for row in own.stood if (code, row.division_id) in own.cells
    ]
    return show(
        request, "oversight/indicator.html", f"{found.code} {found.name}", span=of, board=own, indicator=found, cells=cells,
        division=division, inspection=board.inspection, measure=measure_of(found), kinds=KINDS,
        trend=drawings.indicator_trend(quarters_before(of), found, division),
        **_rows(request, of, board, found, division), **around(of),
    )  # fmt: skip


def _rows(
    request: HttpRequest, of: Span, board: Board, found: Defined, division: Division | None
) -> dict[str, Any]:
    """The frozen rows where there is a snapshot and nothing else is asked for; otherwise those of today."""
    asked = request.GET.get("rows", "")
    if not found.measure:
        return {"returns": _returns(request, of, found.code), "rows": None, "asked": ""}
    if board.inspection is not None and asked not in KINDS:
        kept = Evidence.objects.filter(inspection=board.inspection, code=found.code).select_related(
            "division"
        )
        whose = _whose(request, found, division)
        return {
            "rows": _paged(
                request, list((kept if whose is None else kept.filter(division__in=whose))[:MOST])
            ),
            "asked": "frozen",
        }
    asked = asked if asked in KINDS else "held"
    return {"rows": _paged(request, _live(request, of, found, division, asked)), "asked": asked}


def _whose(request: HttpRequest, found: Defined, division: Division | None) -> set[int] | None:
    """Whose rows are shown; None: everybody's. Against a division that answers for the court's figure its rows are held."""
    mine = divisions_of(actor_of(request))
    asked = {division.pk} if division else mine
    answers = asked is None or not asked.isdisjoint(found.divisions)
    return None if found.whole_court and answers else asked


def _live(
    request: HttpRequest, of: Span, found: Defined, division: Division | None, asked: str
) -> list[dict[str, Any]]:
    behind = measure_of(found)
    if behind is None:
        return []
    counted = {"held": behind.low_is_good, "counted": True, "all": None}[asked]
    whose, known = _whose(request, found, division), names()
    one = division.pk if division and whose is not None else None
    rows: Iterable[Row] = behind.rows(of, one, counted)
    seen = (row for row in rows if whose is None or row.division_id in whose)
    return [
        {"what": row.what, "detail": row.detail, "url": row.url, "counted": row.counted,
         "division": known.get(row.division_id, "") if row.division_id else ""}
        for row in islice(seen, MOST)
    ]  # fmt: skip


def _returns(request: HttpRequest, of: Span, code: str) -> list[EvidenceReturn]:
    mine = divisions_of(actor_of(request))
    rows = EvidenceReturn.objects.filter(period__in=of.quarters, code=code).select_related("division")
    return list((rows if mine is None else rows.filter(division__in=mine)).order_by("-pk")[:PAGE])


def _paged(request: HttpRequest, rows: list[Any]) -> Page[Any]:
    return Paginator(rows, PAGE).get_page(request.GET.get("p"))
