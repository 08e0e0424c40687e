"""What makes a page public: anyone may keep a copy of it, so it may hold nothing of the one who asked for it.

A view says so with `public_page`; `PublicPages` holds every such response to it, and tells search engines to leave
everything else alone. A page that is not there yet is kept by no cache: tomorrow it may be there.
"""

from __future__ import annotations

import logging
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.http.response import HttpResponseBase

    View = Callable[..., HttpResponseBase]

log = logging.getLogger(__name__)
NOINDEX = "noindex, nofollow"
CSRF_FIELD = b"csrfmiddlewaretoken"


def public_page(*, seconds: int = 0, index: bool = True) -> Callable[[View], View]:
    """A page for anyone: GET and HEAD only, with an ETag, kept by caches for `seconds`.

    0 seconds, for everything that shows judgments, means that a copy is asked after each time: a withdrawal works at
    once (R37). `index=False` keeps it out of search engines.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response = view(request, *args, **kwargs)
            if response.status_code == 200:
                _let_keep(response, seconds)
                if not index:
                    response.headers["X-Robots-Tag"] = NOINDEX
            return response

        return require_safe(conditional_page(shown))

    return decorate


def _let_keep(response: HttpResponseBase, seconds: int) -> None:
    if seconds:
        patch_cache_control(response, public=True, max_age=seconds)
    else:
        patch_cache_control(response, public=True, no_cache=True)


class PublicPages:
    """Middleware, outside of sessions and CSRF: a cacheable response has nothing personal, anything else is not indexed.

    A public page that sets a cookie or holds a form token is still answered, but no cache may keep it, and the log
    names the address. `Vary: Cookie` is taken off public pages: they are the same for everyone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and put the headers right."""
        response = self.get_response(request)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            response.headers.setdefault("Cache-Control", "no-store")
        if not is_public(response):
            response.headers.setdefault("X-Robots-Tag", NOINDEX)
        elif trouble := personal(response):
            log.error("%s is public but has %s", request.path, trouble)
            response.headers["Cache-Control"] = "private, no-store"
        else:
            _forget_cookies(response)
        return response


def is_public(response: HttpResponseBase) -> bool:
    """Whether caches between us and the reader may keep the response."""
    return "public" in response.headers.get("Cache-Control", "")


def personal(response: HttpResponse) -> str:
    """What of the response belongs to one reader only; empty when nothing does."""
    if response.cookies:
        return "cookies"
    if not response.streaming and CSRF_FIELD in response.content:
        return "a form token"
    return ""


def _forget_cookies(response: HttpResponseBase) -> None:
    names = [name.strip() for name in response.headers.get("Vary", "").split(",") if name.strip()]
    kept = [name for name in names if name.lower() != "cookie"]
    if kept:
        response.headers["Vary"] = ", ".join(kept)
    elif names:
        del response.headers["Vary"]
