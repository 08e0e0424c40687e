"""统计、定额、归档: what the research office counts, exports and files (R48, R56, R57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from livestream.documents.figures_xlsx import figures_xlsx
from livestream.documents.summary_docx import summary_docx
from livestream.figures import archive, periods
from livestream.figures.judges import year_of
from livestream.figures.statistics import statistics
from livestream.staff.readers import for_readers
from livestream.staff.schedule_rows import ARRANGES
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import needs, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest

    from livestream.figures.periods import Period

COUNTS = (*ARRANGES, Post.AUDITOR)
A_PAGE = 30
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def period_or_404(name: str) -> Period:
    """A period of the figures. Raises Http404."""
    try:
        return periods.parse(name)
    except ValueError as error:
        raise Http404(str(error)) from None


@require_GET
@needs(*COUNTS)
def figures(request: HttpRequest) -> HttpResponse:
    """A year, a quarter or a month."""
    year = clock.today().year
    period = period_or_404(request.GET.get("period") or str(year))
    choices = [
        str(year), *(f"{year}-Q{n}" for n in range(1, 5)), *(f"{year}-{n:02d}" for n in range(1, 13)), str(year - 1),
    ]  # fmt: skip
    return show(
        request, "live/figures.html", f"{period.label}直播、微博统计", period=period, found=statistics(period),
        choices=[(name, periods.parse(name).label) for name in choices],
    )  # fmt: skip


@require_GET
@needs(*COUNTS)
def export(_request: HttpRequest, name: str, suffix: str) -> HttpResponse:
    """The figures as .xlsx, or the drafted summary as .docx."""
    period = period_or_404(name)
    write, kind = {"xlsx": (figures_xlsx, XLSX), "docx": (summary_docx, DOCX)}.get(suffix, (None, ""))
    if write is None:
        raise Http404("没有这种文件")
    answer = HttpResponse(write(statistics(period), year_of(period.first.year)), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="livestream-{period.name}.{suffix}"'
    return answer


@require_GET
@for_readers
def quotas(request: HttpRequest) -> HttpResponse:
    """The quota of every judge for those who count; a judge sees his own, the head his division's."""
    actor, text = actor_of(request), request.GET.get("year", "")
    this = clock.today().year
    year = int(text) if text.isdecimal() and len(text) == len("2026") else this
    rows = year_of(year)
    if not actor.holds(*COUNTS):
        heads = actor.divisions(Post.DIVISION_HEAD)
        for row in rows:
            row.judges = [
                judge
                for judge in row.judges
                if judge.officer.pk == actor.officer_id or judge.officer.division_id in heads
            ]
        rows = [row for row in rows if row.judges]
    return show(
        request, "live/quotas.html", f"{year}年法官定额", year=year, rows=rows, years=(this - 1, this)
    )


@require_GET
@needs(*COUNTS)
def archives(request: HttpRequest) -> HttpResponse:
    """Every ended session with what its file still lacks."""
    page = Paginator(list(archive.ended()), A_PAGE).get_page(request.GET.get("p"))
    rows = [(row, archive.missing(row)) for row in page]
    return show(request, "live/archives.html", "场次归档", page=page, rows=rows)


@require_GET
@needs(*COUNTS)
def archive_file(_request: HttpRequest, pk: int) -> HttpResponse:
    """The file of one session."""
    session = get_object_or_404(archive.ended(), pk=pk)
    answer = HttpResponse(archive.pack(session), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{session.slug}.zip"'
    return answer
