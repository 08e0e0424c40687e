"""The monthly return of a division: prefilled, completed by pasting, confirmed or nil (R27, D1, D2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from judgments.actions.base import ActionRefused
from judgments.actions.reconcile import returns
from judgments.actions.report import MAY_REPORT, ReportLine, file_report
from judgments.models import EffectiveReport, Judgment
from judgments.staff.door import needs, say_refusal, show
from judgments.staff.forms import MoreLinesForm, ReportFormSet
from judgments.staff.navigation import LEADERS
from judgments.staff.periods import collection_of, recent_periods, working_period
from judgments.staff.report_lines import read_lines
from liwan_court.admin_access import actor_of
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

SEES_ALL = (Post.TRIAL_MANAGEMENT, *LEADERS)


def divisions_of(actor: Actor) -> QuerySet[Division]:
    """The divisions whose returns an actor may see: all, or those he reports for."""
    rows = Division.objects.filter(reports_effective=True)
    return rows if actor.holds(*SEES_ALL) else rows.filter(pk__in=actor.divisions(*MAY_REPORT))


@needs(*MAY_REPORT, *SEES_ALL)
def overview(request: HttpRequest) -> HttpResponse:
    """Who has reported for a period, who has not, and when it was due."""
    actor = actor_of(request)
    period = request.GET.get("period") or working_period()
    codes = set(divisions_of(actor).values_list("code", flat=True))
    rows = [row for row in returns(collection_of(period).period) if row["code"] in codes]
    return show(
        request,
        "reports.html",
        "报送生效案号",
        rows=rows,
        period=period,
        due=collection_of(period),
        periods=recent_periods(),
        missing=sum(row["state"] == "missing" for row in rows),
    )


@needs(*MAY_REPORT, *SEES_ALL)
def report(request: HttpRequest, period: str, code: str) -> HttpResponse:
    """One division's return: what should be in it, what is in it, and a form for those who report."""
    actor, occurrence = actor_of(request), collection_of(period)
    division = get_object_or_404(divisions_of(actor), code=code)
    if occurrence.window is None:
        raise Http404("没有这个期间")
    candidates = _candidates(division, occurrence.window[1])
    formset = ReportFormSet(
        request.POST if request.method == "POST" else None,
        initial=[
            {"judgment": row.pk, "take": day <= clock.today(), "effective_on": day}
            for row in candidates
            if (day := row.effective_computed)
        ],
    )
    more = MoreLinesForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _file(request, division, period, formset, more):
        return redirect(reverse("admin:staff_report", args=[period, code]))
    filed = EffectiveReport.objects.filter(division=division, period=period).first()
    return show(
        request,
        "report.html",
        f"{division} {period} 生效案号",
        division=division,
        period=period,
        due=occurrence,
        overdue=occurrence.due is not None and clock.now() >= occurrence.due,
        may_file=actor.holds(*MAY_REPORT, division_id=division.pk),
        formset=formset,
        lines=list(zip(formset, candidates, strict=False)),
        more=more,
        filed=filed,
        filed_lines=filed.lines.select_related("judgment") if filed else [],
        others=divisions_of(actor),
    )


def _candidates(division: Division, end: date) -> list[Judgment]:
    """Computed to be in force by the end of the window and not confirmed: this window's, and late ones."""
    rows = Judgment.objects.filter(
        division=division, effective_on__isnull=True, effective_computed__lte=end
    ).exclude(state=Judgment.State.EXCLUDED)
    return list(rows.order_by("effective_computed", "year", "number_start"))


def _file(
    request: HttpRequest, division: Division, period: str, formset: Any, more: MoreLinesForm
) -> EffectiveReport | None:
    """File what was confirmed; say what is wrong otherwise. The button 零报告 files no line at all."""
    actor = actor_of(request)
    if not actor.holds(*MAY_REPORT, division_id=division.pk):
        raise PermissionDenied(f"您的岗位不能为{division}报送生效案号")
    try:
        lines = [] if "nil" in request.POST else _lines(division, formset, more)
        row = file_report(actor, division, period, lines)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
        return None
    except ActionRefused as refused:
        say_refusal(request, refused)
        return None
    late = "（逾期）" if row.late else ""
    what = f"{len(lines)}件" if lines else "零报告"
    messages.success(request, f"{division}{period}：已报送{what}{late}")
    return row


def _lines(division: Division, formset: Any, more: MoreLinesForm) -> list[ReportLine]:
    """The ticked rows and the pasted ones, at least one. Raises ValidationError."""
    if not formset.is_valid() or not more.is_valid():
        problems = [*formset.errors, more.errors]
        raise ValidationError([str(e) for row in problems for errors in row.values() for e in errors])
    ticked = {row["judgment"]: row["effective_on"] for row in formset.cleaned_data if row.get("take")}
    known = Judgment.objects.filter(pk__in=ticked, division=division)
    lines = [ReportLine(judgment.number, judgment.kind, ticked[judgment.pk]) for judgment in known]
    data = more.cleaned_data
    lines += read_lines(data["lines"], data["kind"], data["effective_on"])
    if not lines:
        raise ValidationError("没有选择案号：本期没有生效文书的，请按“零报告”")
    return lines
