"""报送: what each division on turn files for a month, by when, and what is missing (R46, D4, D22)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from livestream.actions.lists import Kind, asked, days_of, is_late, nomination_due, opens_on
from livestream.actions.months import NoRotation
from livestream.actions.nominate import MAY_FILE, FileList, WithdrawNomination
from livestream.actions.screen import last_day_to_sign
from livestream.models import Nomination, NominationList, NominationReminder
from livestream.staff.list_forms import NilForm, RowFormSet, WithdrawForm, rows_of
from livestream.staff.months import around, asked_month, month_or_404
from livestream.staff.readers import for_readers
from livestream.staff.schedule_rows import ARRANGES
from liwan_court.acting import ActionRefused
from liwan_court.admin_access import actor_of
from liwan_court.registry.models import Case, Division
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, say_form_errors, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpRequest, HttpResponse

    from livestream.actions.lists import Asked

SEES_ALL = (*ARRANGES, Post.AUDITOR)
SUGGESTED = 300


@require_GET
@for_readers
def lists(request: HttpRequest) -> HttpResponse:
    """A month's lists: asked of whom, filed, late or missing; the reminders that went out."""
    actor, period = actor_of(request), asked_month(request)
    try:
        rows = asked(period)
    except NoRotation as refused:
        messages.warning(request, str(refused))
        rows = []
    reminders = NominationReminder.objects.filter(period=period).select_related("division")
    return show(
        request, "live/lists.html", f"{period} 报送列表", **around(period),
        rows=[(row, _state(row, period), _count(row)) for row in rows], due=nomination_due(period),
        opens=opens_on(period), is_open=clock.today() >= opens_on(period), late=is_late(period),
        reminders=reminders if actor.holds(*SEES_ALL) else reminders.filter(division__in=actor.divisions(*MAY_FILE)),
    )  # fmt: skip


def _state(row: Asked, period: str) -> tuple[str, str]:
    """The tag of a list: its class and its words."""
    if row.filed is None:
        return ("return-missing", "逾期未报") if is_late(period) else ("return-late", "待报送")
    if row.filed.nil_reason and not _count(row):
        return "return-nil", "零报送"
    return ("return-late", "迟报") if row.filed.late else ("return-filed", "已报送")


def _count(row: Asked) -> int:
    if row.filed is None:
        return 0
    return sum(each.state != Nomination.State.WITHDRAWN for each in row.filed.nominations.all())


@require_http_methods(["GET", "POST"])
@for_readers
def one_list(request: HttpRequest, period: str, code: str, kind: str) -> HttpResponse:
    """One list of one division: what is on it, and the form to file or add to it."""
    division = get_object_or_404(Division, code=code)
    if kind not in Kind.values:
        raise Http404("没有这种列表")
    actor, period = actor_of(request), month_or_404(period)
    may_file = actor.holds(*MAY_FILE, division_id=division.pk)
    data = request.POST if request.method == "POST" else None
    formset, nil = RowFormSet(data, prefix="rows"), NilForm(data)
    if request.method == "POST":
        if not may_file:
            raise PermissionDenied(f"您的岗位不能为{division}报送列表")
        if _file(request, division, period, kind, formset, nil):
            return redirect("admin:staff_live_list", period, code, kind)
    days = _days(period, division, kind)
    filed = NominationList.objects.filter(division=division, period=period, kind=kind).first()
    return show(
        request, "live/list.html", f"{division} {period} {Kind(kind).label}",
        period=period, division=division, kind=kind, label=Kind(kind).label, filed=filed,
        nominations=_nominations(filed), may_file=may_file, formset=formset, nil=nil, withdraw_form=WithdrawForm(),
        days=[(day, last_day_to_sign(day)) for day in days], due=nomination_due(period), opens=opens_on(period),
        is_open=clock.today() >= opens_on(period), late=is_late(period), cases=_own_cases(division) if may_file else [],
    )  # fmt: skip


def _days(period: str, division: Division, kind: str) -> tuple[date, ...]:
    try:
        return days_of(period, division.name, kind)
    except NoRotation:
        return ()


def _nominations(filed: NominationList | None) -> list[Nomination]:
    rows = Nomination.objects.filter(list=filed) if filed else Nomination.objects.none()
    return list(rows.select_related("case", "judge").prefetch_related("panel"))


def _own_cases(division: Division) -> list[str]:
    """Numbers to choose from: the division's cases that are not closed and have their judge."""
    rows = Case.objects.filter(division=division, closed_on__isnull=True, handling_judge__isnull=False)
    return list(rows.order_by("-accepted_on").values_list("number", flat=True)[:SUGGESTED])


def _file(
    request: HttpRequest, division: Division, period: str, kind: str, formset: Any, nil: NilForm
) -> bool:
    """File what was typed, whole or not at all; each fault is said at its row."""
    if not formset.is_valid() or not nil.is_valid():
        for number, form in enumerate(formset, 1):
            for name, errors in form.errors.items():
                label = form.fields[name].label if name in form.fields else ""
                for error in errors:
                    messages.error(request, f"第{number}行{label}：{error}")
        for error in formset.non_form_errors():
            messages.error(request, error)
        say_form_errors(request, nil)
        return False
    rows = rows_of(formset)
    try:
        filed = FileList(
            actor_of(request), division, period, kind, rows, nil.cleaned_data["nil_reason"]
        ).run()
    except ActionRefused as refused:
        for message in refused.messages:
            messages.error(request, message)
        return False
    what = f"{len(rows)}件" if rows else "零报送"
    messages.success(
        request, f"{division}{period}{Kind(kind).label}：已报送{what}{'（迟报）' if filed.late else ''}"
    )
    return True


@require_POST
@needs(*MAY_FILE)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """撤回 one case with the reason."""
    rows = Nomination.objects.select_related("list__division", "case")
    row, form = get_object_or_404(rows, pk=pk), WithdrawForm(request.POST)
    if form.is_valid():
        action = WithdrawNomination(row, actor_of(request), form.cleaned_data["reason"])
        carry_out(request, action, f"{row.case}已撤回")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_list", row.list.period, row.list.division.code, row.list.kind)
