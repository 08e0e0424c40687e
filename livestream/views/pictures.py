"""Pictures of published posts, by their random names; every other name answers 404 (R44, R58)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404

from livestream.microblog.pictures import PUBLIC_FOLDER
from livestream.microblog.published import published_rows
from liwan_court.public import public_page

if TYPE_CHECKING:
    from django.http import HttpRequest

A_DAY = 24 * 3600


@public_page(seconds=A_DAY)
def picture(_request: HttpRequest, name: str) -> FileResponse:
    """The picture of a published post; it never changes. Raises Http404."""
    row = published_rows().filter(picture=f"{PUBLIC_FOLDER}{name}.jpg").first()
    if row is None:
        raise Http404("没有这张图片")
    try:
        opened = row.picture.open("rb")
    except FileNotFoundError:
        raise Http404("没有这张图片") from None
    return FileResponse(opened, content_type="image/jpeg")
