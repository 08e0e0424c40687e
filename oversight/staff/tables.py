"""A page of oversight as a table to take along: `?format=xlsx` on the same address gives what the page shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from oversight.documents.sheets import workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import HttpRequest

    Sheet = tuple[str, Sequence[str], Iterable[Sequence[Any]]]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ASKED = "xlsx"


def asks_table(request: HttpRequest) -> bool:
    """Whether the address asks for the table and not for the page."""
    return request.GET.get("format") == ASKED


def table_address(request: HttpRequest) -> str:
    """The address of the same page as a table: period, division and rows stay."""
    query = request.GET.copy()
    query["format"] = ASKED
    query.pop("p", None)
    return f"?{query.urlencode()}"


def attachment(content: bytes, content_type: str, name: str) -> HttpResponse:
    """A file to be saved under a name, which may be Chinese."""
    answer = HttpResponse(content, content_type=content_type)
    answer.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or ""
    )
    return answer


def table(name: str, sheets: Iterable[Sheet]) -> HttpResponse:
    """The table as a file with a Chinese name."""
    return attachment(workbook(sheets), XLSX, f"{name}.xlsx")
