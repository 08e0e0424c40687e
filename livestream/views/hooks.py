"""What the stream server asks: may this encoder push, and that one is gone (R51). Answered to our own machine only."""

from __future__ import annotations

import hmac
from functools import wraps
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from livestream.actions.go_live import admit, may_go_on, push_ended

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest

LOOPBACK = ("127.0.0.1", "::1")


def from_stream_server(view: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Only with the shared secret; where none is set, only straight from this machine. Others find nothing here."""

    @csrf_exempt
    @require_POST
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not is_stream_server(request):
            raise Http404("没有这个页面")
        return view(request)

    return guarded


def is_stream_server(request: HttpRequest) -> bool:
    """Whether the question comes from where nginx asks."""
    if settings.LIVE_HOOK_SECRET:
        said = request.headers.get("X-Live-Secret", "")
        return hmac.compare_digest(said.encode(), settings.LIVE_HOOK_SECRET.encode())
    forwarded = "X-Forwarded-For" in request.headers
    return request.META.get("REMOTE_ADDR") in LOOPBACK and not forwarded


@from_stream_server
def on_publish(request: HttpRequest) -> HttpResponse:
    """200 lets the encoder in, 403 turns it away."""
    data = request.POST
    admitted = admit(data.get("name", ""), data.get("key", ""), push_of(request))
    return HttpResponse(status=200 if admitted else 403)


@from_stream_server
def on_update(request: HttpRequest) -> HttpResponse:
    """Asked every few seconds of an encoder that pushes: 200 lets it go on, 403 ends its connection."""
    goes_on = may_go_on(request.POST.get("name", ""), push_of(request))
    return HttpResponse(status=200 if goes_on else 403)


@from_stream_server
def on_publish_done(request: HttpRequest) -> HttpResponse:
    """The connection of an encoder is over."""
    push_ended(request.POST.get("name", ""), push_of(request))
    return HttpResponse(status=200)


def push_of(request: HttpRequest) -> str:
    """Which connection of the stream server this is about."""
    return f"{request.POST.get('addr', '')} {request.POST.get('clientid', '')}"[:64]
