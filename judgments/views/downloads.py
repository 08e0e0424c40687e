"""The files of a judgment: made when it was published, gone when it is withdrawn (R37)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse

from judgments.views.judgment import Withdrawn, public_edition, tombstone
from liwan_court.public import public_page

if TYPE_CHECKING:
    from django.http import HttpRequest

    from judgments.models import PublicEdition

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@public_page(index=False)
def download(request: HttpRequest, slug: str, name: str, extension: str) -> HttpResponse:
    """The public edition as .docx, .pdf or .txt, named like its address. Raises Http404 where there is no such file."""
    if name != slug:
        raise Http404("没有这个文件")
    try:
        _, edition = public_edition(slug)
    except Withdrawn as taken_back:
        return tombstone(request, taken_back.judgment)
    response = _file(edition, extension)
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}.{extension}"'
    response.headers["ETag"] = f'"{edition.sha256}-{extension}"'
    return response


def _file(edition: PublicEdition, extension: str) -> HttpResponse:
    if extension == "txt":
        return HttpResponse(edition.text, content_type="text/plain; charset=utf-8")
    file = getattr(edition, extension)
    if not file:
        raise Http404("没有这种格式的文件")
    try:
        with file.open("rb") as stored:
            return HttpResponse(stored.read(), content_type=TYPES[extension])
    except FileNotFoundError:
        raise Http404("文件暂时不能下载") from None
