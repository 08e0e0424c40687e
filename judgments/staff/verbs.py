"""One small view for each verb on a judgment: read the form, run the action, say what came of it, go back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from judgments.actions.applications import DecideRequest, EnterRequest
from judgments.actions.assign import AssignDivision
from judgments.actions.correct import BeginCorrection, Correct
from judgments.actions.effect import SetService
from judgments.actions.exclude import HoldRegisterEntry
from judgments.actions.mark import DecideMark, LiftMark
from judgments.actions.parties import ConfirmParties
from judgments.actions.review import Approve, Return
from judgments.actions.withdraw import Withdraw
from judgments.staff import forms
from judgments.staff.door import carry_out, judgment_or_404, needs, say_form_errors, to_life
from judgments.staff.navigation import SEES_JUDGMENTS
from judgments.staff.queue import progress
from liwan_court.admin_access import actor_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django import forms as django_forms
    from django.http import HttpRequest, HttpResponse

    from judgments.actions.base import Action
    from judgments.models import Judgment
    from liwan_court.registry.posts import Actor

    Make = Callable[[Judgment, Actor, dict[str, Any]], Action[Any]]


def verb(form_class: type[django_forms.Form], make: Make, done: str) -> Callable[..., HttpResponse]:
    """A view that takes a judgment's form, makes the action from it and carries it out."""

    @require_POST
    @needs(*SEES_JUDGMENTS)
    def view(request: HttpRequest, pk: int) -> HttpResponse:
        judgment = judgment_or_404(request, pk)
        form = form_class(request.POST)
        if form.is_valid():
            carry_out(request, make(judgment, actor_of(request), form.cleaned_data), f"{judgment}：{done}")
        else:
            say_form_errors(request, form)
        return to_life(judgment)

    return view


@require_POST
@needs(*SEES_JUDGMENTS)
def confirm_parties(request: HttpRequest, pk: int) -> HttpResponse:
    """确认当事人: rows without role and name are left out, rows ticked for deletion too."""
    judgment = judgment_or_404(request, pk)
    formset = forms.PartyFormSet(request.POST, prefix="parties")
    if not formset.is_valid():
        for form in formset:
            say_form_errors(request, form)
        return to_life(judgment)
    rows = [form.party() for form in formset if not form.cleaned_data.get("DELETE")]
    filled = [row for row in rows if row["role"].strip() or row["name"].strip()]
    done = f"{judgment}：当事人名单已确认，正在按名单重新脱敏，完成后转入待审核"
    basis = request.POST.get("basis", "")
    seen = int(basis) if basis.isdecimal() else 0
    carry_out(request, ConfirmParties(judgment, actor_of(request), filled, seen=seen), done)
    return to_life(judgment)


@require_POST
@needs(*SEES_JUDGMENTS)
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """审核通过, with the doubts that were ticked and what the reviewer noted on each."""
    judgment = judgment_or_404(request, pk)
    if not judgment.drafts.exists():
        messages.error(request, f"{judgment}还没有上网版草稿")
        return to_life(judgment)
    numbers = [int(text) for text in request.POST.getlist("settled") if text.isdecimal()]
    settled = {number: request.POST.get(f"note-{number}", "").strip() for number in numbers}
    actor = actor_of(request)
    action = Approve(judgment, actor, settled, **seen_on_page(request))
    if carry_out(request, action, f"{judgment}：审核通过，待公布") and request.POST.get("next"):
        following = progress(actor, judgment.pk).following
        return redirect("admin:staff_review", following) if following else redirect("admin:index")
    return to_life(judgment)


@require_POST
@needs(*SEES_JUDGMENTS)
def return_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """退回 with a reason."""
    judgment = judgment_or_404(request, pk)
    if not judgment.drafts.exists():
        messages.error(request, f"{judgment}还没有上网版草稿")
        return to_life(judgment)
    form = forms.ReasonForm(request.POST)
    if not form.is_valid():
        say_form_errors(request, form)
        return to_life(judgment)
    action = Return(judgment, actor_of(request), form.cleaned_data["reason"], **seen_on_page(request))
    carry_out(request, action, f"{judgment}：已退回")
    return to_life(judgment)


def seen_on_page(request: HttpRequest) -> dict[str, int]:
    """The serial and the revision of the draft that stood on the page the form was sent from; 0 where it does not say."""
    draft, revision = request.POST.get("draft", ""), request.POST.get("revision", "")
    return {
        "seen": int(draft) if draft.isdecimal() else 0,
        "revision": int(revision) if revision.isdecimal() else 0,
    }


@require_POST
@needs(*SEES_JUDGMENTS)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """更正公布, for a judgment that was published before."""
    judgment = judgment_or_404(request, pk)
    if not judgment.editions.exists():
        messages.error(request, f"{judgment}没有公布过，不能更正")
        return to_life(judgment)
    return _correct(request, pk)


assign_division = verb(
    forms.DivisionForm,
    lambda judgment, actor, data: AssignDivision(judgment, actor, data["division"]),
    "承办庭室已确定",
)
_correct = verb(
    forms.NoteForm, lambda judgment, actor, data: Correct(judgment, actor, data["note"]), "更正版已公布"
)
set_service = verb(
    forms.ServiceForm,
    lambda judgment, actor, data: SetService(
        judgment,
        actor,
        data["served"],
        data["announced"],
        data["ruling"] or None,
        final=data["final"],
        days=data["days"],
    ),
    "已登记送达，并推算生效日",
)
decide_mark = verb(
    forms.DecisionForm,
    lambda judgment, actor, data: DecideMark(judgment, actor, granted=data["granted"], reason=data["reason"]),
    "已审批标记",
)
lift_mark = verb(
    forms.ReasonForm, lambda judgment, actor, data: LiftMark(judgment, actor, data["reason"]), "标记已撤销"
)
enter_request = verb(
    forms.RequestForm,
    lambda judgment, actor, data: EnterRequest(
        judgment, actor, data["applicant_role"], data["reason"], data["received_on"]
    ),
    "已登记不公开申请，待决定",
)
decide_request = verb(
    forms.DecisionForm,
    lambda judgment, actor, data: DecideRequest(
        judgment, actor, granted=data["granted"], reason=data["reason"]
    ),
    "已决定不公开申请，请告知申请人",
)
hold_entry = verb(
    forms.HoldForm,
    lambda judgment, actor, data: HoldRegisterEntry(judgment, actor, data["reason"], hold=data["hold"]),
    "已决定不公开登记事项",
)
withdraw = verb(
    forms.WithdrawForm,
    lambda judgment, actor, data: Withdraw(judgment, actor, data["ground"], data["reason"]),
    "已撤回：网页、下载件和检索结果均已清空",
)
begin_correction = verb(
    forms.ReasonForm,
    lambda judgment, actor, data: BeginCorrection(judgment, actor, data["reason"]),
    "已启动更正，请打字员上传更正后的文件；在此之前公布的内容不变",
)
