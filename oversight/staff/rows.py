"""The rows behind a figure as a page shows them: an address is offered only to whom it opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Paginator
from django.urls import Resolver404, resolve

from liwan_court.admin_access import actor_of
from oversight.inspecting import names
from oversight.reading import divisions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.core.paginator import Page
    from django.http import HttpRequest

    from liwan_court.measuring import Row
    from liwan_court.registry.posts import Actor
    from oversight.models import Evidence

PAGE: Final = 100
HEAD: Final = ("对象", "部门", "情况")


@dataclass(frozen=True, slots=True)
class Shown:
    """One row."""

    what: str
    division: str
    detail: str
    url: str

    @property
    def cells(self) -> tuple[str, str, str]:
        """As `HEAD` has it."""
        return self.what, self.division, self.detail


def shown(request: HttpRequest, rows: Iterable[Row | Evidence]) -> list[Shown]:
    """Rows ready to be shown to who asks."""
    actor, known = actor_of(request), names()
    own, opens = divisions_of(actor), dict[str, bool]()
    found = []
    for row in rows:
        near = own is None or row.division_id is None or row.division_id in own
        division = known.get(row.division_id, "") if row.division_id else ""
        url = row.url if near and _opens(actor, row.url, opens) else ""
        found.append(Shown(row.what, division, row.detail, url))
    return found


def page_of(request: HttpRequest, rows: Sequence[Row] | Sequence[Evidence]) -> Page[Any]:
    """One page of them, `?p=`."""
    paginator: Paginator[Any] = Paginator(rows, PAGE)
    page = paginator.get_page(request.GET.get("p"))
    page.object_list = shown(request, page.object_list)
    return page


def _opens(actor: Actor, url: str, known: dict[str, bool]) -> bool:
    """Whether the page behind an address is for this actor's posts; asked once for each page, not for each address."""
    if not url:
        return False
    try:
        match = resolve(url.partition("?")[0].partition("#")[0])
    except Resolver404:
        return False
    if match.view_name not in known:
        rule = getattr(match.func, "opens", None)
        known[match.view_name] = rule is None or rule(actor)
    return known[match.view_name]
