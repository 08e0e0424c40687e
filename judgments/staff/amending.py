"""The doors to a reviewer's steps: one form field each, an answer for the page with script and one for the page without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from judgments.actions.amend import Amend, Amending, Redo, Step, Undo
from judgments.actions.base import ActionRefused
from judgments.redaction.amendments import Amendment, find_text
from judgments.staff.amend_form import AmendForm
from judgments.staff.door import judgment_or_404, needs, to_life
from judgments.staff.originals import source_of
from judgments.staff.review import latest_draft, work
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from judgments.models import Draft, Judgment
    from liwan_court.registry.posts import Actor

REFUSED = 409


@require_POST
@needs(Post.TRIAL_MANAGEMENT)
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """One step: a correction, a settled doubt, undo or redo."""
    judgment, actor = judgment_or_404(request, pk), actor_of(request)
    draft = latest_draft(judgment)
    if draft is None:
        messages.error(request, f"{judgment}还没有上网版草稿")
        return to_life(judgment)
    form = AmendForm(request.POST)
    if not form.is_valid():
        return _answer(request, judgment, actor, [str(m) for errors in form.errors.values() for m in errors])
    try:
        action = _action(judgment, actor, draft, form)
        action.run()
    except ActionRefused as refused:
        return _answer(request, judgment, actor, refused.messages)
    except NotFound as missing:
        return _answer(request, judgment, actor, [str(missing)])
    return _answer(request, judgment, actor, [])


class NotFound(Exception):  # noqa: N818  (a refusal, said to a person)
    """The text that was typed does not stand in the document; the message says so in Chinese."""


def _action(judgment: Judgment, actor: Actor, draft: Draft, form: AmendForm) -> Amending:
    seen: dict[str, Any] = {"seen": form.cleaned_data["draft"], "revision": form.cleaned_data["revision"]}
    verb = form.cleaned_data["verb"]
    if verb in ("undo", "redo"):
        return (Undo if verb == "undo" else Redo)(judgment, actor, **seen)
    step = Step(_amendment(actor, draft, form), form.cleaned_data["doubt"], form.cleaned_data["note"])
    return Amend(judgment, actor, step, **seen)


def _amendment(actor: Actor, draft: Draft, form: AmendForm) -> Amendment | None:
    """The correction that the form asks for; typed words stand for their first mention. Raises NotFound."""
    made = form.amendment()
    words = form.cleaned_data["words"]
    if made is None or not words:
        return made
    source = source_of(draft.upload, actor, recorded=False)
    place = find_text(words, source.paragraphs) if source else None
    if place is None:
        raise NotFound(f"原件中没有“{words}”，请核对后重新输入")
    paragraph, start, end = place
    return form.amendment(paragraph, start, end)


def _answer(request: HttpRequest, judgment: Judgment, actor: Actor, problems: list[str]) -> HttpResponse:
    if request.headers.get("X-Requested-With") != "fetch":
        for problem in problems:
            messages.error(request, problem)
        return redirect("admin:staff_review", judgment.pk)
    draft = latest_draft(judgment)
    if draft is None:
        raise RuntimeError("the draft has gone")
    judgment.refresh_from_db()
    context = work(judgment, actor, draft, recorded=False)
    page = render_to_string("admin/staff/review/_work.html", context, request)
    return JsonResponse({"html": page, "problems": problems}, status=REFUSED if problems else 200)
