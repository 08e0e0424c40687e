"""整改: what is open, the steps of one, and what was learnt (R1, R9, R21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, say_form_errors, say_refusal, show
from oversight import knowledge
from oversight.actions.base import LEADING, ActionRefused
from oversight.actions.rectification import (
    CheckRectification,
    OpenByHand,
    PlanRectification,
    SubmitRectification,
)
from oversight.models import Rectification
from oversight.reading import divisions_of
from oversight.staff import drawings
from oversight.staff.forms import CheckForm, MeasuresForm, RectificationForm, TextForm
from oversight.staff.readers import READERS

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

State = Rectification.State


def rows_of(actor: Actor) -> QuerySet[Rectification]:
    """The rectifications an actor may see: all, or those of his divisions."""
    own = divisions_of(actor)
    rows = Rectification.objects.select_related("division", "owner", "inspection")
    return rows if own is None else rows.filter(division__in=own)


@require_GET
@needs(*READERS)
def rectifications(request: HttpRequest) -> HttpResponse:
    """What is open, how it goes, what was learnt."""
    actor = actor_of(request)
    rows = rows_of(actor)
    return show(
        request, "oversight/rectifications.html", "整改", open=list(rows.exclude(state=State.CLOSED)),
        closed=list(rows.filter(state=State.CLOSED).order_by("-checked_at")[:10]), closing=knowledge.closing(rows),
        problems=knowledge.problems(rows.order_by("pk")), progress=drawings.rectification(rows),
        steers=actor.holds(*LEADING), form=RectificationForm(),
    )  # fmt: skip


@require_POST
@needs(*LEADING)
def open_one(request: HttpRequest) -> HttpResponse:
    """A problem found by hand."""
    form = RectificationForm(request.POST)
    if not form.is_valid():
        say_form_errors(request, form)
        return redirect("admin:staff_oversight_rectifications")
    try:
        row = OpenByHand(actor_of(request), **form.cleaned_data).run()
    except ActionRefused as refused:
        say_refusal(request, refused)
        return redirect("admin:staff_oversight_rectifications")
    messages.success(request, "整改已登记")
    return redirect("admin:staff_oversight_rectification", row.pk)


@require_GET
@needs(*READERS)
def rectification(request: HttpRequest, pk: int) -> HttpResponse:
    """One problem from its finding to its check, with what came before it."""
    actor = actor_of(request)
    row = get_object_or_404(rows_of(actor), pk=pk)
    initial = {"cause": row.cause, "measures": row.measures, "owner": row.owner_id, "due": row.due}
    own = (
        actor.holds(Post.DIVISION_HEAD, division_id=row.division_id)
        if row.division_id
        else actor.holds(*LEADING)
    )
    return show(
        request, "oversight/rectification.html", str(row), row=row, own=own, steers=actor.holds(*LEADING),
        measures=MeasuresForm(row.division, initial=initial), submit=TextForm(), check=CheckForm(),
    )  # fmt: skip


@require_POST
@needs(*LEADING, Post.DIVISION_HEAD)
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Plan, submit, check."""
    actor = actor_of(request)
    row = get_object_or_404(rows_of(actor), pk=pk)
    if verb == "plan":
        form = MeasuresForm(row.division, request.POST)
        if form.is_valid():
            carry_out(request, PlanRectification(row, actor, **form.cleaned_data), "整改措施已登记")
        else:
            say_form_errors(request, form)
    elif verb == "submit":
        carry_out(request, SubmitRectification(row, actor, request.POST.get("text", "")), "已报结，等待查验")
    elif verb == "check":
        check = CheckForm(request.POST)
        if check.is_valid():
            carry_out(request, CheckRectification(row, actor, **check.cleaned_data), "查验结果已登记")
        else:
            say_form_errors(request, check)
    else:
        raise Http404
    return redirect("admin:staff_oversight_rectification", pk)
