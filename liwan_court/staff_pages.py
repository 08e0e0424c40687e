"""What every staff page shares, in each app: who asks, running an action, saying what came of it, links and desks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path

from liwan_court.acting import ActionRefused
from liwan_court.admin_access import actor_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern

    from liwan_court.registry.posts import Actor, Post

    View = Callable[..., HttpResponse]


class Runs(Protocol):
    """Anything that is run and may refuse."""

    def run(self) -> Any:
        """Do it. Raises ActionRefused."""


class Link(NamedTuple):
    """One entry of the navigation."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do. `count` None: a page without a count; `urgent` counts stand out when they are not zero."""

    label: str
    url: str
    count: int | None = None
    note: str = ""
    urgent: bool = False


class Desk(NamedTuple):
    """The work of one post; `due` says by when and why."""

    title: str
    items: list[Item]
    due: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def page(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """One staff page, closed to whoever may not enter the admin and never cached."""
    return path(route, admin.site.admin_view(view), name=f"staff_{name}")


def needs(*posts: Post) -> Callable[[View], View]:
    """A page for holders of one of `posts` only; everybody else is told so (403), the superuser's account whatever it holds.

    The view says so itself: `view.opens(actor)`, so that a page offers no address that would be refused.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if getattr(request.user, "is_superuser", False) or not actor_of(request).holds(*posts):
                raise PermissionDenied("您的岗位不能使用本页")
            return view(request, *args, **kwargs)

        return opened_by(lambda actor: actor.holds(*posts), guarded)

    return decorate


def opened_by(rule: Callable[[Actor], bool], view: View) -> View:
    """The view, with the rule by which it opens to an actor as `view.opens`; decorators further out keep it."""
    vars(view)["opens"] = rule
    return view


def show(request: HttpRequest, template: str, title: str, **context: Any) -> TemplateResponse:
    """A staff page inside the admin's frame. `template` is a name below templates/admin/staff/."""
    whole = {**admin.site.each_context(request), "title": title, "actor": actor_of(request), **context}
    return TemplateResponse(request, f"admin/staff/{template}", whole)


def carry_out(request: HttpRequest, action: Runs, done: str) -> bool:
    """Run an action; say `done`, or each condition that was not met. Returns whether it ran."""
    try:
        action.run()
    except ActionRefused as refused:
        say_refusal(request, refused)
        return False
    messages.success(request, done)
    return True


def say_refusal(request: HttpRequest, refused: ActionRefused) -> None:
    """Each failed condition as a message of its own."""
    for message in refused.messages:
        messages.error(request, message)


def say_form_errors(request: HttpRequest, form: Any) -> None:
    """What is wrong with a form, field by field."""
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else ""
        for error in errors:
            messages.error(request, f"{label}：{error}" if label else str(error))
