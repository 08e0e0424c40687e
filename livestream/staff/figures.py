"""统计、定额、归档: what the research office counts, exports and files (R48, R56, R57)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from livestream.documents.figures_xlsx import figures_xlsx
from livestream.documents.summary_docx import summary_docx
from livestream.figures import archive, periods
from livestream.figures.judges import year_of
from livestream.figures.statistics import statistics
from livestream.models import UnitChange
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
    period = period_or_404(request.GET.get("period") or str(clock.today().year))
    return show(
        request, "live/figures.html", f"{period.label}直播、微博统计", period=period, found=statistics(period),
        years=_choices(),
    )  # fmt: skip


def _years() -> list[int]:
    """From now back to the first year of the rotation, at least the last one too."""
    this = clock.today().year
    began = UnitChange.objects.order_by("since").values_list("since", flat=True).first()
    first = min(this - 1, int(began[:4])) if began else this - 1
    return list(range(this, first - 1, -1))


def _choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """By year: the year, its quarters, its months, with their labels."""
    found = []
    for year in _years():
        names = [
            str(year),
            *(f"{year}-Q{n}" for n in range(1, 5)),
            *(f"{year}-{n:02d}" for n in range(1, 13)),
        ]
        found.append((f"{year}年", [(name, periods.parse(name).label) for name in names]))
    return found


@require_GET
@needs(*COUNTS)
def export(_request: HttpRequest, name: str, suffix: str) -> HttpResponse:
    """The figures as .xlsx, or the drafted summary as .docx."""
    period = period_or_404(name)
    found, years = statistics(period), year_of(period.first.year)
    if suffix == "xlsx":
        content, kind = figures_xlsx(found, years), XLSX
    elif suffix == "docx":
        content, kind = summary_docx(found, years, statistics(periods.before(period))), DOCX
    else:
        raise Http404("没有这种文件")
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="livestream-{period.name}.{suffix}"'
    return answer


@require_GET
@for_readers
def quotas(request: HttpRequest) -> HttpResponse:
    """The quota of every judge for those who count; a judge sees his own, the head his division's."""
    actor, years = actor_of(request), _years()
    asked = request.GET.get("year", "")
    year = next((each for each in years if str(each) == asked), years[0])
    rows = year_of(year)
    if not actor.holds(*COUNTS):
        heads = actor.divisions(Post.DIVISION_HEAD)
        for row in rows:
            row.judges = [
                judge
                for judge in row.judges
                if judge.officer.pk == actor.officer_id or judge.division_id in heads
            ]
        rows = [row for row in rows if row.judges]
    return show(request, "live/quotas.html", f"{year}年法官定额", year=year, rows=rows, years=years)


@require_GET
@needs(Post.RESEARCH)
def archives(request: HttpRequest) -> HttpResponse:
    """Every ended session with what its file still lacks; with `?lacking=1` only those that lack something."""
    only = request.GET.get("lacking") == "1"
    found: Any = archive.ended()
    if only:
        found = [row for row in found if archive.missing(row)]
    page = Paginator(found, A_PAGE).get_page(request.GET.get("p"))
    rows = [(row, archive.missing(row)) for row in page]
    return show(request, "live/archives.html", "场次归档", page=page, rows=rows, only=only)


@require_GET
@needs(Post.RESEARCH)
def archive_file(_request: HttpRequest, pk: int) -> HttpResponse:
    """The file of one session."""
    session = get_object_or_404(archive.ended(), pk=pk)
    answer = HttpResponse(archive.pack(session), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{session.slug}.zip"'
    return answer
