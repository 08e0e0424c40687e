"""Past sessions, kept for good and searchable (R58)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.shortcuts import render

from livestream import queries
from livestream.divisions import rotating_divisions
from liwan_court.paging import Pager
from liwan_court.public import public_page
from liwan_court.registry.models import Division

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

A_PAGE = 20
LONGEST = 80
FARTHEST = 6
"""Digits of a page number."""


@public_page()
def archive(request: HttpRequest) -> HttpResponse:
    """Words, division, year; newest first."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    division, year = request.GET.get("division", ""), request.GET.get("year", "")
    rows = queries.found(words, division, year)
    kept = {"q": words, "division": division, "year": year}
    asked = {name: value for name, value in kept.items() if value}
    pager = Pager(
        rows.count(), _page(request), A_PAGE, lambda number: f"?{urlencode(asked | {'page': number})}"
    )
    divisions = Division.objects.filter(name__in=rotating_divisions())
    return render(
        request, "public/live/archive.html",
        {
            "words": words, "division": division, "year": year, "pager": pager, "sessions": list(rows[pager.slice]),
            "divisions": divisions, "years": queries.years(), "asked": bool(asked),
        },
    )  # fmt: skip


def _page(request: HttpRequest) -> int:
    text = request.GET.get("page", "1")
    return max(1, int(text)) if text.isdecimal() and text.isascii() and len(text) <= FARTHEST else 1
