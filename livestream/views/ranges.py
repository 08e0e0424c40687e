"""A file in parts, as players ask for it: one range of bytes at a time (RFC 9110)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.http import FileResponse, HttpResponse, StreamingHttpResponse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.http import HttpRequest

RANGE = re.compile(r"bytes=(\d*)-(\d*)")
CHUNK = 64 * 1024


def film(request: HttpRequest, path: Path) -> HttpResponse | StreamingHttpResponse:
    """The film, whole or the range that was asked for; 416 for a range beyond its end. Raises OSError."""
    size = path.stat().st_size
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or not any(asked.groups()):
        whole = FileResponse(path.open("rb"), content_type="video/mp4")
        whole.headers["Accept-Ranges"] = "bytes"
        return whole
    first, last = _bounds(asked[1], asked[2], size)
    if first > last or first >= size:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    part = StreamingHttpResponse(_bytes(path, first, last), status=206, content_type="video/mp4")
    part.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    part.headers["Content-Length"] = str(last - first + 1)
    part.headers["Accept-Ranges"] = "bytes"
    return part


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    if not first:
        return max(0, size - int(last)), size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def _bytes(path: Path, first: int, last: int) -> Iterator[bytes]:
    with path.open("rb") as opened:
        opened.seek(first)
        left = last - first + 1
        while left > 0 and (chunk := opened.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
