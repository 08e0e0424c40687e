"""What players ask for: the list, the pieces, the replay, how it stands, and a sign that somebody watches (R51, R58)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from livestream.broadcast import audience, playlist, public_list, storage
from livestream.models import Broadcast, Session
from livestream.views.ranges import film
from liwan_court.public import NOINDEX, public_page

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

PIECE_SECONDS = 60
"""A piece never changes, but it may be taken down with its replay."""


@public_page(seconds=1, index=False)
def stream(_request: HttpRequest, slug: str) -> HttpResponse:
    """The list of released pieces; 404 where nothing may be seen."""
    text = public_list.shelf(slug).text
    if text is None:
        raise Http404("没有这场直播")
    return HttpResponse(text, content_type=playlist.CONTENT_TYPE)


@require_safe
def piece(_request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """A released piece by its random name; everything else answers 404, whether it exists or not."""
    path = storage.public_file(slug, name) if public_list.shelf(slug).open else None
    if path is None:
        raise Http404("没有这个片段")
    answer: HttpResponseBase
    if settings.LIVE_ACCEL:
        answer = HttpResponse(headers={"X-Accel-Redirect": f"{settings.LIVE_ACCEL}{slug}/{name}.ts"})
        answer.headers["Content-Type"] = "video/mp2t"
    else:
        answer = FileResponse(path.open("rb"), content_type="video/mp2t")
    answer.headers["X-Robots-Tag"] = NOINDEX
    patch_cache_control(answer, public=True, max_age=PIECE_SECONDS)
    return answer


@require_safe
def replay(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The film of a replay that was reviewed and is public; 404 for any other."""
    row = Broadcast.objects.filter(
        session__slug=slug,
        session__state=Session.State.ENDED,
        session__announced_at__isnull=False,
        replay=Broadcast.Replay.PUBLIC,
    ).first()
    if row is None or not row.replay_file or not Path(row.replay_file.path).is_file():
        raise Http404("没有公开的回放")
    answer = film(request, Path(row.replay_file.path))
    answer.headers["X-Robots-Tag"] = NOINDEX
    return answer


@public_page(seconds=2, index=False)
def stream_state(_request: HttpRequest, slug: str) -> HttpResponse:
    """How the broadcast stands, for the page that plays it."""
    shelf = public_list.shelf(slug)
    if shelf is public_list.NOTHING or shelf.state == "none":
        raise Http404("没有这场直播")
    playable = bool(shelf.text and playlist.names(shelf.text))
    return JsonResponse({"state": shelf.state, "says": shelf.says, "playable": playable})


@csrf_exempt
@require_POST
def watching(request: HttpRequest, slug: str) -> HttpResponse:
    """A page says that it plays, with the number it drew at random. Nothing of the reader is looked at or kept."""
    shelf = public_list.shelf(slug)
    if shelf.session_id and not audience.beat(shelf.session_id, request.POST.get("page", "")):
        return HttpResponse(status=400)
    return HttpResponse(status=204)
