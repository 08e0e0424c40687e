"""Who reads what in oversight: shared by its pages."""

from __future__ import annotations

import re
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from django.http import Http404

from liwan_court.admin_access import actor_of
from liwan_court.measuring import span
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import needs
from liwan_court.timetable import clock
from liwan_court.timetable.periods import UnknownPeriod
from oversight.actions.base import SEES_ALL
from oversight.reading import divisions_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    View = Callable[..., HttpResponse]

READERS: Final = (*SEES_ALL, Post.DIVISION_HEAD)
FIRST_YEAR: Final = 2013
"""Of the plan."""


def of_period(view: View) -> View:
    """A page of a period for those who read oversight: `view(request, span, …)`; an address without a period is not found."""

    @wraps(view)
    def shown(request: HttpRequest, period: str, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            of = span(period)
        except UnknownPeriod as error:
            raise Http404(str(error)) from None
        return view(request, of, *args, **kwargs)

    return needs(*READERS)(shown)


def year_or_404(year: int, ahead: int = 1) -> None:
    """The year of an address: since the plan, up to `ahead` years from now. Raises Http404."""
    if not FIRST_YEAR <= year <= clock.today().year + ahead:
        raise Http404("没有这一年")


def division_for(request: HttpRequest, code: str) -> Division | None:
    """The division of an address, where the reader may see it; None for an empty code. Raises Http404."""
    if not code:
        return None
    if not re.fullmatch(r"[-\w]{1,32}", code, flags=re.ASCII):
        raise Http404("没有这个部门")
    own = divisions_of(actor_of(request))
    rows = Division.objects.filter(code=code)
    found = rows.first() if own is None else rows.filter(pk__in=own).first()
    if found is None:
        raise Http404("没有这个部门，或者不在您的查看范围内")
    return found
