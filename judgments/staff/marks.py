"""The judge's mark 不上网公开 with the seven items in full, its print form, and a party's application (R23, R24, R35)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from judgments.actions.applications import EnterRequest
from judgments.actions.base import ActionRefused
from judgments.actions.mark import MarkNotForPublication
from judgments.models import Ground, Mark, NonPublicationRequest
from judgments.staff.by_number import act_on
from judgments.staff.door import needs, say_form_errors, say_refusal, show, visible
from judgments.staff.forms import MarkForm, RequestByNumberForm
from judgments.staff.navigation import SEES_JUDGMENTS
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from typing import Any

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from judgments.models import Judgment
    from liwan_court.registry.posts import Actor

MAY_MARK = (Post.JUDGE, Post.DIVISION_HEAD)
MAY_ENTER = (Post.JUDGE, Post.DIVISION_HEAD, Post.FILING)


@needs(*MAY_MARK)
def mark(request: HttpRequest) -> HttpResponse:
    """Choose a ground of 实施办法第一条, say why, and print the form for the original."""
    initial = {"number": request.GET.get("number", ""), "kind": request.GET.get("kind", "")}
    form = MarkForm(request.POST or None, initial=initial, policy=settings.REDACTION_POLICY)
    if request.method == "POST":
        if form.is_valid():
            try:
                made = _mark(actor_of(request), form.cleaned_data)
            except ActionRefused as refused:
                say_refusal(request, refused)
            else:
                messages.success(
                    request, f"{made.judgment}：标记{made.get_state_display()}，请打印后附于原本右上角"
                )
                return redirect("admin:staff_mark_print", made.pk)
        else:
            say_form_errors(request, form)
    grounds = Ground.objects.filter(policy=settings.REDACTION_POLICY)
    return show(request, "mark.html", "标记“不上网公开”", form=form, items=_items(grounds))


def _mark(actor: Actor, data: dict[str, Any]) -> Mark:
    def make(judgment: Judgment) -> MarkNotForPublication:
        granted = judgment.requests.filter(decision=NonPublicationRequest.Decision.GRANTED).first()
        application = granted if data["ground"].approval == Ground.Approval.APPLICATION else None
        return MarkNotForPublication(judgment, actor, data["ground"], data["reason"], application)

    action = act_on(data["number"], data["kind"], actor.divisions(*MAY_MARK), make)
    return action.result  # type: ignore[no-any-return]


def _items(grounds: QuerySet[Ground]) -> list[tuple[str, list[Ground]]]:
    """The items of 第一条 word for word, each with the grounds that stand for it."""
    items: dict[str, list[Ground]] = {}
    for ground in grounds:
        items.setdefault(ground.text, []).append(ground)
    return list(items.items())


@require_GET
@needs(*SEES_JUDGMENTS)
def print_form(request: HttpRequest, pk: int) -> HttpResponse:
    """The A4 form that goes with the original: 不上网公开 at the top right (R23)."""
    rows = Mark.objects.filter(judgment__in=visible(request)).select_related(
        "judgment__division", "judgment__handling_judge", "ground", "marked_by"
    )
    row = get_object_or_404(rows, pk=pk)
    officer = getattr(row.marked_by, "officer", None)
    return show(
        request,
        "mark_print.html",
        f"不上网公开 {row.judgment}",
        mark=row,
        marked_by=officer.name if officer else "",
    )


@needs(*MAY_ENTER)
def request_by_number(request: HttpRequest) -> HttpResponse:
    """A party hands in an application: entered by number, whether or not a file exists (R35)."""
    form = RequestByNumberForm(request.POST or None)
    if request.method == "POST":
        if form.is_valid():
            actor, data = actor_of(request), form.cleaned_data

            def make(judgment: Judgment) -> EnterRequest:
                return EnterRequest(
                    judgment, actor, data["applicant_role"], data["reason"], data["received_on"]
                )

            try:
                action = act_on(data["number"], data["kind"], actor.divisions(*MAY_MARK), make)
            except ActionRefused as refused:
                say_refusal(request, refused)
            else:
                messages.success(request, f"{action.judgment}：已登记不公开申请，待庭长决定")
                return redirect("admin:staff_request")
        else:
            say_form_errors(request, form)
    return show(request, "request.html", "登记不公开申请", form=form)
