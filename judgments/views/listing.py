"""The list of judgments and the search in it (R37–R39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render

from judgments.forms import SORTS
from judgments.queries import batches, results
from judgments.queries.selection import selection_of
from liwan_court.public import NOINDEX, public_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@public_page()
def judgment_list(request: HttpRequest) -> HttpResponse:
    """Every published judgment, narrowed by whatever the address asks for. A page behind the last leads to the last."""
    selection = selection_of(request.GET)
    found = results.find(selection)
    if found.pager.is_beyond:
        return redirect(selection.at_page(found.pager.last))
    context = {
        "selection": selection,
        "results": found,
        "sorts": [
            (label, "" if selection.sort == name else selection.sorted_by(name))
            for name, label in SORTS
            if selection.queries or name != "relevance"
        ],
        "suggestion_url": selection.ask(found.suggestion) if found.suggestion else "",
        "hidden": selection.hidden(),
        "hidden_dates": selection.hidden("from", "to"),
        "next": batches.next_publication() if not found.total else None,
    }
    response = render(request, "public/judgments/list.html", context)
    if not selection.is_everything:
        response.headers["X-Robots-Tag"] = NOINDEX
    return response
