"""What the public reads of oversight: bulletins that were decided to be public (R6, R19)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render

from liwan_court.public import public_page
from oversight.models import Bulletin

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

HIDDEN = ("drafted_by", "drafted_by_name", "inspection")


def public_bulletins() -> QuerySet[Bulletin]:
    """Published ones, withdrawn ones too: those leave a trace. Nothing of who drafted them."""
    return Bulletin.objects.filter(public=True).defer(*HIDDEN).order_by("-year", "-number")


@public_page()
def bulletins(request: HttpRequest) -> HttpResponse:
    """Every public bulletin, the latest first."""
    return render(request, "public/bulletins/list.html", {"bulletins": list(public_bulletins())})


@public_page()
def bulletin(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """One bulletin; 410 with day and reason where it was withdrawn."""
    row = public_bulletins().filter(year=year, number=number).first()
    if row is None:
        raise Http404("没有这份通报")
    gone = row.state == Bulletin.State.WITHDRAWN
    lines = [] if gone else [(line[1:2] == "、", line) for line in row.text.splitlines()]
    context = {"bulletin": row, "lines": lines, "demands": row.demands.splitlines(), "gone": gone}
    status = HTTPStatus.GONE if gone else HTTPStatus.OK
    return render(request, "public/bulletins/detail.html", context, status=status)
