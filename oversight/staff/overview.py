"""The court's board of a period: matrix, what needs attention first, trend, then and now (R8, R11, R12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from liwan_court.admin_access import actor_of
from liwan_court.measuring import quarter_of, quarters_up_to, span
from liwan_court.staff_pages import needs, show
from liwan_court.timetable import clock
from oversight.actions.base import LEADING
from oversight.actions.inspect import catalogue_of, earliest, kind_of
from oversight.documents.board_xlsx import board_xlsx
from oversight.measured import UnknownMeasure
from oversight.models import Inspection
from oversight.reading import Board, Stood, frozen_board, live_board, quarters_before, samples_seen
from oversight.staff import drawings
from oversight.staff.readers import READERS, of_period
from oversight.staff.tables import XLSX, attachment

if TYPE_CHECKING:
    from django.http import HttpRequest

    from liwan_court.measuring import Span


@require_GET
@needs(*READERS)
def index(_request: HttpRequest) -> HttpResponse:
    """The quarter inspected last; the present one before any was."""
    last = Inspection.objects.filter(kind=Inspection.Kind.QUARTER).order_by("-period").first()
    return redirect("admin:staff_oversight_overview", last.period if last else quarter_of(clock.today()).name)


@require_GET
@of_period
def overview(request: HttpRequest, of: Span) -> HttpResponse:
    """As inspected; counted now where it was not, or where `?now=1` asks for it."""
    actor = actor_of(request)
    board, taken = board_of(request, of)
    own = board.seen_by(actor) if board else None
    quarters = quarters_before(of)
    beside = _side_by_side(of) if len(of.quarters) > 1 else []
    return show(
        request, "oversight/overview.html", f"{of.label}司法公开情况", span=of, board=own, taken=taken,
        attention=own.attention() if own else [], matrix=drawings.division_matrix(own) if own else None,
        trend=drawings.points_trend(quarters), side_by_side=beside, lines=_lines(own, beside) if own else [],
        steers=actor.holds(*LEADING), ready=earliest(of) <= clock.today(), earliest=earliest(of), today=clock.today(),
        inspection=board.inspection if board else None,
        samples=samples_seen(actor, board.inspection) if board and board.inspection else [],
        **around(of),
    )  # fmt: skip


def board_of(request: HttpRequest, of: Span, only: str = "") -> tuple[Board | None, list[Inspection]]:
    """The board an address asks for, and every inspection of the period; None where nothing can be counted.

    `only`: the one indicator that is counted where it has to be counted now.
    """
    taken = list(Inspection.objects.filter(kind=kind_of(of), period=of.name).order_by("serial"))
    asked = request.GET.get("serial", "")
    wanted = next((row for row in taken if str(row.serial) == asked), taken[-1] if taken else None)
    if wanted is not None and not request.GET.get("now"):
        return frozen_board(wanted), taken
    catalogue = catalogue_of(of.year)
    return (live_board(of, catalogue, only) if catalogue and of.first <= clock.today() else None), taken


def around(of: Span) -> dict[str, Any]:
    """The periods one can go to from here."""
    present = quarter_of(clock.today())
    quarters = [row for row in quarters_up_to(present, 9) if row.first <= clock.today()]
    return {"quarters": list(reversed(quarters)), "year": span(str(of.year)), "half": span(f"{of.year}H1")}


def _side_by_side(of: Span) -> list[tuple[Span, Board | None]]:
    """The quarters of a longer period, as they were inspected."""
    quarters = [span(name) for name in of.quarters]
    rows = Inspection.objects.filter(kind=Inspection.Kind.QUARTER, period__in=of.quarters).order_by("serial")
    taken = {row.period: row for row in rows.prefetch_related("scores", "conclusions")}
    return [(row, frozen_board(taken[row.name]) if row.name in taken else None) for row in quarters]


@dataclass(frozen=True, slots=True)
class Line:
    """One division's way through the quarters of a year, and the year as a whole."""

    name: str
    quarters: tuple[Stood | None, ...]
    whole: Stood


def _lines(own: Board, beside: list[tuple[Span, Board | None]]) -> list[Line]:
    columns = [{row.division_id: row for row in board.stood} if board else {} for _, board in beside]
    return [
        Line(row.name, tuple(column.get(row.division_id) for column in columns), row) for row in own.stood
    ]


@require_GET
@of_period
def compare(request: HttpRequest, of: Span) -> HttpResponse:
    """Then and now: what the snapshot says beside what is counted today."""
    actor = actor_of(request)
    then, _ = board_of(request, of)
    catalogue = then.inspection.catalogue if then and then.inspection else None
    try:
        now = live_board(of, catalogue) if catalogue else None
    except UnknownMeasure as unknown:
        now = None
        messages.warning(request, f"现在不能重新计算：{unknown}")
    changed = []
    if then and now:
        mine, today = then.seen_by(actor), now.seen_by(actor)
        names = {row.division_id: row.name for row in mine.stood}
        changed = [
            (names.get(key[1], ""), cell, today.cells.get(key))
            for key, cell in mine.cells.items()
            if (other := today.cells.get(key)) is None
            or (other.numerator, other.denominator) != (cell.numerator, cell.denominator)
        ]
    return show(
        request, "oversight/compare.html", f"{of.label}：检查时与现在", span=of, then=then, now=now, changed=changed,
        moment=clock.now(), **around(of),
    )  # fmt: skip


@require_GET
@of_period
def xlsx(request: HttpRequest, of: Span) -> HttpResponse:
    """The board as .xlsx."""
    board, _ = board_of(request, of)
    if board is None:
        return redirect("admin:staff_oversight_overview", of.name)
    return attachment(board_xlsx(board.seen_by(actor_of(request))), XLSX, f"{of.label}司法公开情况.xlsx")
