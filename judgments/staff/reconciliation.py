"""Numbers, files and marks of a window beside each other, frozen and live; and what should be public and is not (R28, R36)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from judgments.actions.outstanding import outstanding as outstanding_rows
from judgments.actions.reconcile import LABELS, reconcile, returns
from judgments.models import OutstandingList, Reconciliation
from judgments.staff.csv_files import csv_response
from judgments.staff.door import needs, show
from judgments.staff.navigation import LEADERS, SEES_RECONCILIATION
from judgments.staff.periods import collection_of, recent_periods, working_period
from liwan_court.admin_access import actor_of
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor

SEES_ALL = (Post.TRIAL_MANAGEMENT, *LEADERS)
LISTS_SHOWN = 31


def own_divisions(actor: Actor) -> QuerySet[Division]:
    """The divisions an actor looks after here: all, or those he heads."""
    rows = Division.objects.filter(reports_effective=True)
    return rows if actor.holds(*SEES_ALL) else rows.filter(pk__in=actor.divisions(Post.DIVISION_HEAD))


@require_GET
@needs(*SEES_RECONCILIATION)
def now(_request: HttpRequest) -> HttpResponse:
    """The period whose batch goes out next."""
    return redirect("admin:staff_reconciliation", working_period())


@require_GET
@needs(*SEES_RECONCILIATION)
def reconciliation(request: HttpRequest, period: str) -> HttpResponse:
    """Differences in groups, live; beside them what was frozen when the collection closed."""
    occurrence, actor = collection_of(period), actor_of(request)
    live = [row.to_json() for row in reconcile(period)]
    frozen = Reconciliation.objects.filter(period=period).first()
    live, kept = _own(live, actor), _own(frozen.differences, actor) if frozen else []
    if request.GET.get("format") == "csv":
        header = ("差异", "案号", "种类", "庭室", "说明")
        rows = ((r["label"], r["number"], r["kind"], r["division"], r["detail"]) for r in live)
        return csv_response(f"三方核对-{period}", header, rows)
    names = set(own_divisions(actor).values_list("name", flat=True))
    return show(
        request,
        "reconciliation.html",
        f"三方核对 {period}",
        period=period,
        periods=recent_periods(),
        window=occurrence.window,
        due=occurrence,
        live=_groups(live),
        frozen=frozen,
        kept=_groups(kept),
        settled=_settled(kept, live),
        returns=[row for row in returns(period) if row["division"] in names],
    )


def _own(rows: list[dict[str, Any]], actor: Actor) -> list[dict[str, Any]]:
    """The differences an actor may see."""
    if actor.holds(*SEES_ALL):
        return rows
    names = set(own_divisions(actor).values_list("name", flat=True))
    return [row for row in rows if row["division"] in names]


def _groups(rows: list[dict[str, Any]]) -> list[tuple[str, str, list[dict[str, Any]]]]:
    """Code, label and rows, in the order of the plan; groups without a row say so."""
    return [(code, label, [row for row in rows if row["code"] == code]) for code, label in LABELS.items()]


def _settled(kept: list[dict[str, Any]], live: list[dict[str, Any]]) -> int:
    """How many of the frozen differences are gone by now."""
    still = {(row["code"], row["judgment"]) for row in live}
    return sum((row["code"], row["judgment"]) not in still for row in kept)


@require_GET
@needs(*SEES_RECONCILIATION)
def outstanding(request: HttpRequest) -> HttpResponse:
    """Effective, unmarked, not yet published, with the days since and the 7-working-day date (R36, D19)."""
    divisions, today = own_divisions(actor_of(request)), clock.today()
    chosen = divisions.filter(code=request.GET.get("division", "")).first()
    rows = outstanding_rows(today, chosen)
    if not actor_of(request).holds(*SEES_ALL):
        rows = rows.filter(division__in=divisions)
    found = [(judgment, (today - judgment.effective_on).days) for judgment in rows]  # type: ignore[operator]
    if request.GET.get("format") == "csv":
        header = ("案号", "种类", "庭室", "经办法官", "生效日", "已过天数", "七个工作日", "现状")
        return csv_response(f"应公开未公开-{today}", header, (_cells(j, days) for j, days in found))
    return show(
        request,
        "outstanding.html",
        "应公开未公开",
        rows=found,
        divisions=divisions,
        chosen=chosen,
        day=today,
        past_seven=sum(1 for j, _ in found if j.due_seven_days and j.due_seven_days < today),
        kept=OutstandingList.objects.order_by("-day")[:LISTS_SHOWN],
    )


def _cells(judgment: Any, days: int) -> tuple[object, ...]:
    return (
        judgment.number,
        judgment.kind,
        judgment.division or "",
        judgment.handling_judge or "",
        judgment.effective_on,
        days,
        judgment.due_seven_days,
        judgment.get_state_display(),
    )


@require_GET
@needs(*SEES_RECONCILIATION)
def kept_list(request: HttpRequest, day: str) -> HttpResponse:
    """The list as it was frozen on a day."""
    try:
        wanted = dt.date.fromisoformat(day)
    except ValueError as error:
        raise Http404("没有这一天") from error
    kept = get_object_or_404(OutstandingList, day=wanted)
    rows = _own(kept.rows, actor_of(request))
    return show(request, "kept_list.html", f"{day} 应公开未公开清单", kept=kept, rows=rows)
