"""Inspecting, sample checks, evidence stated by hand (R11, R12, D20)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from liwan_court.admin_access import actor_of
from liwan_court.measuring import span
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, say_form_errors, show
from liwan_court.timetable import calendar, clock, deadlines
from oversight.actions.base import LEADING, SEES_ALL
from oversight.actions.inspect import TakeInspection
from oversight.actions.stating import CheckSample, StateEvidence, stated_by_hand
from oversight.models import EvidenceReturn, Inspection
from oversight.reading import divisions_of
from oversight.staff.overview import around
from oversight.staff.readers import READERS, of_period

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from liwan_court.measuring import Span

COMING = ("quarterly_inspection", "midyear_review", "year_end_acceptance")


class SampleForm(forms.Form):
    """What was looked at, and what was found."""

    code = forms.ChoiceField(label="指标", required=False)
    division = forms.ModelChoiceField(Division.objects.filter(active=True), label="部门", required=False)
    subject = forms.CharField(
        label="抽查对象", max_length=120, help_text="案号、日期或者页面地址；不写当事人姓名。"
    )
    sound = forms.TypedChoiceField(
        label="结果", choices=[("1", "与记录相符"), ("0", "与记录不符")], coerce=lambda value: value == "1"
    )
    finding = forms.CharField(label="情况", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, inspection: Inspection, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(row["code"], f"{row['code']} {row['name']}") for row in inspection.indicators]
        self.fields["code"].choices = [("", "不限于某项指标"), *offered]  # type: ignore[attr-defined]


class EvidenceForm(forms.Form):
    """How many of how many, and where it can be seen."""

    code = forms.CharField(widget=forms.HiddenInput)
    division = forms.ModelChoiceField(Division.objects.all(), widget=forms.HiddenInput)
    done = forms.IntegerField(label="完成数", min_value=0, max_value=1_000_000)
    owed = forms.IntegerField(label="应完成数", min_value=0, max_value=1_000_000)
    note = forms.CharField(label="举证材料", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


@require_GET
@needs(*READERS)
def inspections(request: HttpRequest) -> HttpResponse:
    """Every inspection, and when the next ones are due."""
    kept = calendar.load()
    coming = [deadlines.current_or_next(name, clock.now(), kept) for name in COMING]
    return show(
        request, "oversight/inspections.html", "检查与验收", coming=coming,
        inspections=list(Inspection.objects.select_related("catalogue").order_by("-taken_at")[:60]),
    )  # fmt: skip


@require_POST
@of_period
def take(request: HttpRequest, of: Span) -> HttpResponse:
    """Inspect a period by hand."""
    action = TakeInspection(actor_of(request), of, request.POST.get("reason", "")[:200])
    carry_out(request, action, f"{of.label}已检查并冻结")
    return redirect("admin:staff_oversight_overview", of.name)


@require_http_methods(["GET", "POST"])
@needs(*LEADING)
def sample(request: HttpRequest, pk: int) -> HttpResponse:
    """A sample check of an inspection."""
    inspection = get_object_or_404(Inspection, pk=pk)
    form = SampleForm(inspection, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if form.is_valid():
            action = CheckSample(actor_of(request), inspection, **form.cleaned_data)
            if carry_out(request, action, "抽查已登记"):
                return redirect("admin:staff_oversight_overview", inspection.period)
        else:
            say_form_errors(request, form)
    return show(
        request,
        "oversight/sample.html",
        "登记抽查",
        inspection=inspection,
        form=form,
        span=span(inspection.period),
    )


@require_http_methods(["GET", "POST"])
@of_period
def evidence(request: HttpRequest, of: Span) -> HttpResponse:
    """举证: what the reader's divisions owe by hand, with what was stated last."""
    actor = actor_of(request)
    if request.method == "POST":
        form = EvidenceForm(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            action = StateEvidence(
                actor, of, data["code"], data["division"], data["done"], data["owed"], data["note"]
            )
            carry_out(request, action, "举证已登记")
        else:
            say_form_errors(request, form)
        return redirect("admin:staff_oversight_evidence", of.name)
    mine = divisions_of(actor)
    latest = {(row.code, row.division_id): row for row in EvidenceReturn.objects.filter(period=of.name)}
    rows = [
        (indicator, division, latest.get((indicator.code, division.pk)), _form(indicator.code, division))
        for indicator in stated_by_hand(of.year)
        for division in indicator.divisions.all()
        if mine is None or division.pk in mine
    ]
    may = actor.holds(*LEADING, Post.DIVISION_HEAD) and len(of.quarters) == 1
    return show(
        request, "oversight/evidence.html", f"{of.label}指标举证", span=of, rows=rows, may=may,
        sees_all=actor.holds(*SEES_ALL), **around(of),
    )  # fmt: skip


def _form(code: str, division: Division) -> EvidenceForm:
    return EvidenceForm(
        initial={"code": code, "division": division}, prefix=None, auto_id=f"id_{code}_{division.code}_%s"
    )
