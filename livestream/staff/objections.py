"""不予直播的申请: entered by whoever received it, decided by somebody else (R50)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from livestream.actions.objection import DECIDES, DecideObjection, EnterObjection
from livestream.models import Objection
from livestream.staff.list_forms import ObjectionForm
from livestream.staff.screening import SEES_ALL
from liwan_court.admin_access import actor_of
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.models import Case
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, say_form_errors, show

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

ENTERS = EnterObjection.posts
OPENS = (*ENTERS, *SEES_ALL)
LATEST = 200


def seen_by(actor: Actor) -> QuerySet[Objection]:
    """The applications an actor may see: all, or those of his division's cases."""
    rows = Objection.objects.select_related("case__division", "decided_by")
    if actor.holds(*SEES_ALL, Post.FILING):
        return rows
    return rows.filter(case__division__in=actor.divisions(Post.DIVISION_HEAD, Post.JUDGE))


def decides(actor: Actor, row: Objection) -> bool:
    """Whether the decision on an application is the actor's."""
    return actor.holds(DECIDES[row.by], division_id=row.case.division_id)


@require_http_methods(["GET", "POST"])
@needs(*OPENS)
def objections(request: HttpRequest) -> HttpResponse:
    """The applications, those without a decision first, and the form to enter one."""
    actor = actor_of(request)
    form = ObjectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _enter(request, form, actor):
        return redirect("admin:staff_live_objections")
    rows = sorted(seen_by(actor)[:LATEST], key=lambda row: row.decision != Objection.Decision.PENDING)
    return show(
        request, "live/objections.html", "不予直播的申请", form=form if actor.holds(*ENTERS) else None,
        rows=[(row, row.decision == Objection.Decision.PENDING and decides(actor, row)) for row in rows],
    )  # fmt: skip


def _enter(request: HttpRequest, form: ObjectionForm, actor: Actor) -> bool:
    if not form.is_valid():
        say_form_errors(request, form)
        return False
    data = form.cleaned_data
    try:
        key = parse(data["number"]).key
    except InvalidCaseNumber as error:
        messages.error(request, f"案号：{error}")
        return False
    case = Case.objects.select_related("division").filter(number_key=key).first()
    if case is None:
        messages.error(request, f"案件登记中没有{data['number']}：请核对案号；案号无误的，请立案庭先登记")
        return False
    action = EnterObjection(case, actor, data["by"], data["reason"], data["received_on"])
    return carry_out(request, action, f"{case}：申请已登记，等待决定；决定之前该案不能把关通过")


@require_POST
@needs(Post.DIVISION_HEAD, Post.VICE_PRESIDENT)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """准许 or 不准许."""
    row = get_object_or_404(Objection.objects.select_related("case__division"), pk=pk)
    how = request.POST.get("decision")
    if how not in (Objection.Decision.GRANTED, Objection.Decision.REFUSED):
        raise Http404("没有这种决定")
    granted = how == Objection.Decision.GRANTED
    said = "已准许：该案不再直播、微博" if granted else "已决定不准许"
    carry_out(request, DecideObjection(row, actor_of(request), granted=granted), f"{row.case}：{said}")
    return redirect("admin:staff_live_objections")
