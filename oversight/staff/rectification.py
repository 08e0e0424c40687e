"""整改: what is open, the steps of one, and what was learnt (R1, R9, R21)."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, Final, cast

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
    CarryOver,
    CheckRectification,
    OpenByHand,
    PlanRectification,
    SubmitRectification,
)
from oversight.documents import carry_over_xlsx
from oversight.documents.catalogue_xlsx import BadTable
from oversight.models import Rectification
from oversight.reading import divisions_of
from oversight.staff import drawings
from oversight.staff.forms import CheckForm, MeasuresForm, RectificationForm, TextForm
from oversight.staff.readers import READERS
from oversight.staff.tables import asks_table, table, table_address

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

State = Rectification.State
HEAD: Final = (
    "编号", "指标", "责任部门", "来源", "问题", "原因", "整改措施", "责任人", "期限", "状态", "办结证据", "查验意见", "经验",
)  # fmt: skip


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
    if asks_table(request):
        return table("整改", [("整改", HEAD, [_cells(row) for row in rows])])
    return show(
        request, "oversight/rectifications.html", "整改", open=list(rows.exclude(state=State.CLOSED)),
        closed=list(rows.filter(state=State.CLOSED).order_by("-checked_at")[:10]), closing=knowledge.closing(rows),
        problems=knowledge.problems(rows.order_by("pk")), progress=drawings.rectification(rows),
        steers=actor.holds(*LEADING), form=RectificationForm(), table_address=table_address(request),
        columns=carry_over_xlsx.HEAD,
    )  # fmt: skip


def _cells(row: Rectification) -> tuple[Any, ...]:
    whose, owner = row.division.name if row.division else "全院", row.owner.name if row.owner else ""
    state = ("逾期，" if row.is_overdue else "") + row.get_state_display()
    return (
        row.code, row.indicator_name, whose, row.get_origin_display(), row.problem, row.cause, row.measures, owner, row.due,
        state, row.evidence, row.check_note, row.lesson,
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


@require_POST
@needs(*LEADING)
def carry_over(request: HttpRequest) -> HttpResponse:
    """Last year's unmet items from a table: whole or not at all."""
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, "请选择表格文件（.xlsx）")
        return redirect("admin:staff_oversight_rectifications")
    try:
        opened, known = CarryOver(actor_of(request), carry_over_xlsx.read(cast("IO[bytes]", file))).run()
    except BadTable as bad:
        for fault in bad.faults[:30]:
            messages.error(request, fault)
        messages.error(request, "没有导入：请改正以上各处后重新导入")
    except ActionRefused as refused:
        say_refusal(request, refused)
    else:
        messages.success(
            request, f"已登记{opened}项整改" + (f"，{known}项已有未办结的整改，没有重复登记" if known else "")
        )
    return redirect("admin:staff_oversight_rectifications")


@require_GET
@needs(*READERS)
def rectification(request: HttpRequest, pk: int) -> HttpResponse:
    """One problem from its finding to its check, with what came before it."""
    actor = actor_of(request)
    row = get_object_or_404(rows_of(actor), pk=pk)
    initial = {"cause": row.cause, "measures": row.measures, "owner": row.owner_id, "due": row.due}
    own = SubmitRectification(row, actor, "").post_check().passed
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
