"""Batches and their notices (R29, D1, D3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect, render

from judgments.queries import batches
from liwan_court.paging import Pager
from liwan_court.public import public_page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PAGE_SIZE = 100


@public_page()
def batch_list(request: HttpRequest) -> HttpResponse:
    """Every announced month, the latest first, and when the next one comes."""
    context = {"months": batches.months(), "next": batches.next_publication()}
    return render(request, "public/batches/list.html", context)


@public_page()
def batch_page(request: HttpRequest, period: str) -> HttpResponse:
    """The notice of a month: what was published, by division and kind, and what was put on the register."""
    month = batches.month(period)
    if month is None:
        raise Http404("没有这一批次")
    pager = Pager(
        month.total, page_number(request), PAGE_SIZE, lambda page: f"{month.get_absolute_url()}?page={page}"
    )
    if pager.is_beyond:
        return redirect(pager.address(pager.last))
    context = {
        "month": month,
        "table": batches.table_of(period),
        "judgments": batches.judgments_of(period)[pager.slice],
        "pager": pager,
        "registered": batches.registered_in(period),
        "flags": batches.flags_of(period),
    }
    return render(request, "public/batches/detail.html", context)


def page_number(request: HttpRequest) -> int:
    """The page asked for; the first where it is no number."""
    text = request.GET.get("page", "")
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
