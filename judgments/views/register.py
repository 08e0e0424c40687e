"""The register of what was not published (D15)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import redirect, render

from judgments.queries import register
from judgments.views.batches import page_number
from liwan_court.paging import Pager
from liwan_court.public import NOINDEX, public_page
from liwan_court.registry import case_numbers

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

PAGE_SIZE = 50


@public_page()
def register_page(request: HttpRequest) -> HttpResponse:
    """Every line of the register; `ground` narrows it, `q` is a case number looked for in it."""
    ground, asked = _text(request, "ground"), _text(request, "q")
    key, trouble = _key_of(asked)
    found = register.rows(ground=ground, number_key=key)
    pager = Pager(0 if trouble else found.count(), page_number(request), PAGE_SIZE, _address(ground, asked))
    if pager.is_beyond:
        return redirect(pager.address(pager.last))
    context = {
        "entries": [] if trouble else [register.Entry(**row) for row in found[pager.slice]],
        "pager": pager,
        "grounds": register.counts_by_ground(),
        "ground": ground,
        "asked": asked,
        "trouble": trouble,
    }
    response = render(request, "public/register.html", context)
    if ground or asked:
        response.headers["X-Robots-Tag"] = NOINDEX
    return response


def _text(request: HttpRequest, name: str) -> str:
    """What the address asks for, without the character that PostgreSQL refuses to compare."""
    return request.GET.get(name, "").replace("\x00", "").strip()[:80]


def _key_of(asked: str) -> tuple[str, str]:
    """(key of the case number, what is wrong with it)."""
    if not asked:
        return "", ""
    try:
        return case_numbers.parse(asked).key, ""
    except case_numbers.InvalidCaseNumber as error:
        return "", str(error)


def _address(ground: str, asked: str) -> Callable[[int], str]:
    def address(page: int) -> str:
        pairs = {"ground": ground, "q": asked, "page": str(page) if page > 1 else ""}
        query = urlencode({name: value for name, value in pairs.items() if value})
        return f"/register/?{query}" if query else "/register/"

    return address
