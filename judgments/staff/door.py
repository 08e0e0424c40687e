"""What every staff page shares: who asks, what he may see, running an action and saying what came of it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from judgments.actions.base import ActionRefused
from judgments.models import Judgment
from liwan_court.admin_access import actor_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from judgments.actions.base import Action
    from judgments.models.judgment import JudgmentQuerySet
    from liwan_court.registry.posts import Post

    View = Callable[..., HttpResponse]


def needs(*posts: Post) -> Callable[[View], View]:
    """A page for holders of one of `posts` only; everybody else is told so (403)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not actor_of(request).holds(*posts):
                raise PermissionDenied("您的岗位不能使用本页")
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def visible(request: HttpRequest) -> JudgmentQuerySet:
    """The judgments that the asking person may see."""
    return Judgment.objects.visible_to(actor_of(request))


def judgment_or_404(request: HttpRequest, pk: int) -> Judgment:
    """A judgment the asking person may see. Raises Http404 for any other, whether it exists or not."""
    rows = visible(request).select_related("division", "case", "handling_judge", "edition")
    return get_object_or_404(rows, pk=pk)


def show(request: HttpRequest, template: str, title: str, **context: Any) -> TemplateResponse:
    """A staff page inside the admin's frame. `template` is a name below templates/admin/staff/."""
    whole = {**admin.site.each_context(request), "title": title, "actor": actor_of(request), **context}
    return TemplateResponse(request, f"admin/staff/{template}", whole)


def carry_out(request: HttpRequest, action: Action[Any], done: str) -> bool:
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


def to_life(judgment: Judgment) -> HttpResponse:
    """Back to the page with the life of a judgment."""
    return redirect("admin:staff_life", judgment.pk)
