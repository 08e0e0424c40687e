"""One division: how it stands, what is held against it, its tasks, its rectification, its people (R8, R18)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.http import Http404
from django.views.decorators.http import require_GET

from liwan_court.admin_access import actor_of
from liwan_court.registry.models import FirstResponsible
from liwan_court.staff_pages import show
from liwan_court.timetable import clock
from oversight.models import Rectification, Task, Verdict
from oversight.reading import quarters_before
from oversight.staff import drawings
from oversight.staff.overview import around, board_of
from oversight.staff.readers import division_for, of_period
from oversight.staff.tables import asks_table, table, table_address

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from liwan_court.measuring import Span
    from oversight.reading import Cell, Stood

HEAD: Final = ("编号", "指标", "分子数", "分母数", "数值", "得分", "结论")


@require_GET
@of_period
def division(request: HttpRequest, of: Span, code: str) -> HttpResponse:
    """Everything that oversight knows of one division in a period."""
    row = division_for(request, code)
    if row is None:
        raise Http404("没有这个部门")
    board, taken = board_of(request, of)
    own = board.seen_by(actor_of(request)) if board else None
    stood = next((each for each in own.stood if each.division_id == row.pk), None) if own else None
    cells = own.of(row.pk) if own else []
    rank = {Verdict.UNMET: 0, Verdict.NO_DATA: 2, Verdict.REFERENCE: 3}
    if asks_table(request):
        return _table(f"{row.name}{of.label}司法公开情况", cells, stood)
    tasks = (
        Task.objects.decided().filter(division=row, plan__year=of.year).exclude(state=Task.State.CANCELLED)
    )
    return show(
        request, "oversight/division.html", f"{row.name}：{of.label}", span=of, division=row, board=own, stood=stood,
        cells=sorted(cells, key=lambda cell: rank.get(Verdict(cell.verdict), 1)), taken=taken,
        inspection=board.inspection if board else None,
        trend=drawings.points_trend(quarters_before(of), row),
        tasks=list(tasks.select_related("project")), today=clock.today(),
        rectifications=list(Rectification.objects.filter(division=row).exclude(state=Rectification.State.CLOSED)),
        heads=list(FirstResponsible.objects.filter(division=row).select_related("officer").order_by("-since")[:5]),
        table_address=table_address(request), **around(of),
    )  # fmt: skip


def _table(name: str, cells: list[Cell], stood: Stood | None) -> HttpResponse:
    figures = [
        (cell.defined.code, cell.defined.name, cell.numerator, cell.denominator, cell.text, cell.points, cell.verdict_label)
        for cell in cells
    ]  # fmt: skip
    whole = [(stood.name, stood.responsible, stood.points, stood.verdict_label)] if stood else []
    return table(name, [("指标", HEAD, figures), ("结论", ("部门", "第一责任人", "得分", "结论"), whole)])
