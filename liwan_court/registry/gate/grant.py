"""What a party that was let in may do: read one case, in this session, until half an hour without a page (R64)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from django.shortcuts import redirect
from django.utils.cache import patch_cache_control

from liwan_court.public import NOINDEX
from liwan_court.registry.audience import Viewer
from liwan_court.registry.models import CaseKey
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.models import Case, Party

    View = Callable[..., HttpResponse]

IDLE_SECONDS: Final = 30 * 60
_NAME: Final = "case_grant"
_ENDED: Final = "case_grant_ended"


@dataclass(frozen=True, slots=True)
class Grant:
    """A key that was shown and still opens its case."""

    key: CaseKey

    @property
    def case(self) -> Case:
        """The one case."""
        return self.key.case

    @property
    def party(self) -> Party:
        """For whom the key was given out."""
        return self.key.party

    @property
    def viewer(self) -> Viewer:
        """Which party, on which side."""
        return Viewer(self.party.pk, self.party.side)


def give(request: HttpRequest, key: CaseKey) -> None:
    """Bind the key to a fresh session: an earlier grant ends, an address of the session known before is worth nothing."""
    request.session.cycle_key()
    request.session[_NAME] = {"key": key.pk, "seen": clock.now().timestamp()}


def take_back(request: HttpRequest, *, said: bool = False) -> None:
    """End the grant. The session itself ends, or gets another key where a clerk is logged in in it.

    A page that was asked for before and is answered later would otherwise write the old session, grant and all, once more.
    """
    if forget(request):
        if request.user.is_authenticated:
            request.session.cycle_key()
        else:
            request.session.flush()
    if said:
        request.session[_ENDED] = True


def forget(request: HttpRequest) -> bool:
    """Take the grant out of the session. Returns whether there was one."""
    return request.session.pop(_NAME, None) is not None


def grant_of(request: HttpRequest) -> Grant | None:
    """The grant of a request, renewed; None where there is none, it was idle, or its key was ended meanwhile."""
    kept = request.session.get(_NAME)
    if not isinstance(kept, dict):
        return None
    now = clock.now().timestamp()
    key = CaseKey.objects.select_related("case__division", "case__handling_judge", "party").filter(
        pk=int(kept.get("key", 0))
    )
    found = key.first() if 0 <= now - float(kept.get("seen", 0)) <= IDLE_SECONDS else None
    if found is None or not found.is_live:
        take_back(request, said=True)
        return None
    request.session[_NAME] = {"key": found.pk, "seen": now}
    return Grant(found)


def has_ended(request: HttpRequest) -> bool:
    """Whether a grant just ended by itself; said once."""
    return bool(request.session.pop(_ENDED, False))


def private(response: HttpResponse) -> HttpResponse:
    """Kept by no cache, found by no search engine. Other sites learn no address anyway (SECURE_REFERRER_POLICY)."""
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = NOINDEX
    return response


def for_parties(view: View) -> View:
    """A page of the party's own case: `view(request, grant, …)`; everybody else is led to the gate."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        grant = grant_of(request)
        if grant is None:
            return private(redirect("case:gate"))
        return private(view(request, grant, *args, **kwargs))

    return shown
