"""Looks at originals: for staff with sight of the case only, each one recorded, never kept by a cache (R25)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from judgments.actions.engine import docx_path
from judgments.intake.document import Refused
from judgments.intake.reader import read_docx
from judgments.models import OriginalAccess, Upload
from judgments.staff.door import needs, visible
from judgments.staff.navigation import SEES_JUDGMENTS
from liwan_court.admin_access import actor_of

if TYPE_CHECKING:
    from django.http import HttpRequest

    from judgments.intake.document import SourceDocument
    from liwan_court.registry.posts import Actor

DOWNLOAD = "下载原件"
COMPARE = "对照审核"


@require_GET
@needs(*SEES_JUDGMENTS)
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """Download an original. Any other file than one's own or of a case one sees is not found."""
    actor = actor_of(request)
    mine = Q(batch__uploaded_by_id=actor.user_id) | Q(judgment__in=visible(request))
    upload = get_object_or_404(Upload.objects.filter(mine), pk=pk)
    if not upload.original:
        raise Http404("没有留存原件")
    response = HttpResponse(look(upload, actor, DOWNLOAD), content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(upload.filename)}"
    response["Cache-Control"] = "no-store"
    return response


def look(upload: Upload, actor: Actor, purpose: str) -> bytes:
    """The bytes of an original; who looked is on record before they are given out."""
    if actor.user_id is None:
        raise ValueError("a look at an original is somebody's")
    OriginalAccess.objects.create(upload=upload, by_id=actor.user_id, purpose=purpose)
    with upload.original.open("rb") as file:
        return bytes(file.read())


def source_of(upload: Upload, actor: Actor, *, recorded: bool = True) -> SourceDocument | None:
    """The original as text for the review page; None where it cannot be read as a .docx any more.

    Opening the page is a look and recorded; the steps taken on the open page (`recorded` False) are no further looks.
    """
    if recorded:
        look(upload, actor, COMPARE)
    try:
        return read_docx(docx_path(upload.original.path).read_bytes())
    except Refused:
        return None
