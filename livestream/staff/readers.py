"""Who may open the pages of this line: the posts it concerns, and members of the two groups."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from livestream.staff.schedule_rows import may_read
from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import opened_by

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    View = Callable[..., HttpResponse]


def readers_only(request: HttpRequest) -> None:
    """The page is for those the line concerns. Raises PermissionDenied."""
    if not may_read(actor_of(request)):
        raise PermissionDenied("您的岗位不能使用本页")


def for_readers(view: View) -> View:
    """A page for those the line concerns only; everybody else is told so (403)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        readers_only(request)
        return view(request, *args, **kwargs)

    return opened_by(may_read, guarded)
