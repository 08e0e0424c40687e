"""The page of one session, from its preview to its archive, and the live text that it polls (R44, R58)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from livestream import queries
from livestream.broadcast import public_list
from livestream.microblog.published import posts_of
from livestream.models import Session
from livestream.player import player_library
from liwan_court.public import public_page

if TYPE_CHECKING:
    from django.http import HttpRequest

KEPT_SECONDS = 2
"""How long one answer of the live text serves everyone."""
NOTHING = ""


@public_page()
def session(request: HttpRequest, slug: str) -> HttpResponse:
    """The page. Raises Http404 for what was not announced."""
    row = queries.announced().filter(slug=slug).first()
    if row is None:
        raise Http404("没有这一场庭审直播")
    context = {
        "session": row, "live": row.state in queries.LIVE, "ahead": row.state in queries.AHEAD,
        "posts": posts_of(row), "broadcast": getattr(row, "broadcast", None), "shelf": public_list.shelf(slug),
        "hls": player_library(),
    }  # fmt: skip
    return render(request, "public/live/session.html", context)


@public_page(seconds=KEPT_SECONDS, index=False)
def posts(_request: HttpRequest, slug: str) -> HttpResponse:
    """The live text alone, for the page that polls it: kept for everyone in the shared cache. Raises Http404."""
    html = cache.get(f"live-posts:{slug}")
    if html is None:
        html = _fragment(slug)
        cache.set(f"live-posts:{slug}", html, KEPT_SECONDS)
    if html == NOTHING:
        raise Http404("没有这一场庭审直播")
    return HttpResponse(html)


def _fragment(slug: str) -> str:
    row = Session.objects.filter(slug=slug, announced_at__isnull=False).first()
    if row is None:
        return NOTHING
    context = {"session": row, "live": row.state in queries.LIVE, "posts": posts_of(row)}
    return render_to_string("public/live/_posts.html", context)
