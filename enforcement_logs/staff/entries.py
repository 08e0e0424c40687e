"""The officer's pages: write in seconds, what is missing this week, one entry with its versions (R59, R60)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from enforcement_logs import gaps, weeks
from enforcement_logs.actions import change
from enforcement_logs.actions.base import ActionRefused, is_chief
from enforcement_logs.actions.write import WriteEntries
from enforcement_logs.masking import names_in
from enforcement_logs.models import LogEntry, PublishedEntry
from enforcement_logs.staff.forms import AudienceForm, CorrectionForm, ServedForm, WorkForm
from enforcement_logs.staff.readers import WRITERS, cases_of, entries_of
from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import carry_out, needs, say_form_errors, say_refusal, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.models import Case
    from liwan_court.registry.posts import Actor

A_PAGE: Final = 30


@require_http_methods(["GET", "POST"])
@needs(*WRITERS)
def write(request: HttpRequest) -> HttpResponse:
    """The form; what was typed stays when something is wrong with it."""
    actor = actor_of(request)
    mine = cases_of(actor).filter(closed_on=None).order_by("-year", "number_start")
    chosen = _chosen(request, actor)
    only = chosen[0] if len(chosen) == 1 else None
    form = WorkForm(request.POST if request.method == "POST" else None)
    form.show_parties(only)
    if request.method == "POST" and _written(request, actor, form, chosen):
        return redirect("admin:staff_enforcement_entries")
    due = weeks.current_cutoff()
    window = due.window or (clock.today(), clock.today())
    missing = set(gaps.without_entry(*window).values_list("pk", flat=True))
    return show(
        request, "enforcement/write.html", "记录执行日志", form=form, due=due, only=only,
        cases=[(case, case.pk in missing) for case in mine], chosen={case.pk for case in chosen},
    )  # fmt: skip


def _chosen(request: HttpRequest, actor: Actor) -> list[Case]:
    typed = request.POST.getlist("cases") if request.method == "POST" else request.GET.getlist("case")
    ids = [int(value) for value in typed if value.isascii() and value.isdecimal() and len(value) < 12]
    return list(cases_of(actor).filter(pk__in=ids))


def _written(request: HttpRequest, actor: Actor, form: WorkForm, cases: list[Case]) -> bool:
    if not form.is_valid():
        say_form_errors(request, form)
        return False
    try:
        entries = WriteEntries(actor, cases, form.work()).run()
    except ActionRefused as refused:
        say_refusal(request, refused)
        return False
    late = "（逾期补录）" if any(entry.late for entry in entries) else ""
    messages.success(request, f"已记录{len(entries)}件案件的日志{late}，下一次公布时按可见范围供当事人查阅")
    return True


@require_GET
@needs(*WRITERS)
def entries(request: HttpRequest) -> HttpResponse:
    """The latest entries, and what is missing in one's cases."""
    actor = actor_of(request)
    rows = entries_of(actor).order_by("-written_at", "-pk").prefetch_related("versions")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("p"))
    due = weeks.current_cutoff()
    window = due.window or (clock.today(), clock.today())
    mine = cases_of(actor).values("pk")
    out = _published(page.object_list)
    return show(
        request, "enforcement/entries.html", "执行日志", page=page, due=due,
        rows=[(row, row.pk in out, list(row.versions.all())[-1]) for row in page.object_list],
        missing=gaps.without_entry(*window).filter(pk__in=mine), silent=gaps.silent(clock.today()).filter(pk__in=mine),
    )  # fmt: skip


def _published(rows: Any) -> set[int]:
    found = PublishedEntry.objects.filter(
        entry__in=[row.pk for row in rows], batch__published_at__isnull=False
    )
    return set(found.values_list("entry_id", flat=True))


@require_GET
@needs(*WRITERS)
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry: its versions as written and as parties read them, who sees it, what can be done."""
    actor = actor_of(request)
    row = get_object_or_404(entries_of(actor), pk=pk)
    current = row.current
    audience = AudienceForm(
        initial={
            "level": row.level, "meanwhile": row.meanwhile, "not_before": row.not_before,
            "until_served": row.until_served, "named": row.named.all(),
        }
    )  # fmt: skip
    audience.show_parties(row.case)
    correction = CorrectionForm(
        initial={"text": current.text, "outcome": current.outcome, "amount": current.amount}
    )
    return show(
        request, "enforcement/entry.html", str(row.category), row=row, current=current, versions=row.versions.all(),
        published=PublishedEntry.objects.filter(entry=row).select_related("batch").order_by("pk"),
        chief=is_chief(actor, row.case), audience=audience, correction=correction,
        served=ServedForm(initial={"served_on": clock.today()}),
    )  # fmt: skip


@require_POST
@needs(*WRITERS)
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """One thing done to an entry."""
    actor = actor_of(request)
    row = get_object_or_404(entries_of(actor), pk=pk)
    action, done = _action(request, row, actor, verb)
    if action is not None:
        carry_out(request, action, done)
    return redirect("admin:staff_enforcement_entry", pk)


def _action(request: HttpRequest, row: LogEntry, actor: Actor, verb: str) -> tuple[Any, str]:
    match verb:
        case "void":
            return change.VoidEntry(row, actor), "已作废"
        case "hold":
            return change.HoldEntry(row, actor), "已暂缓公布：该条日志留在内部"
        case "withdraw":
            return change.WithdrawEntry(row, actor, request.POST.get("reason", "")), "已撤回"
        case "served" | "correct" | "audience":
            return _by_form(request, row, actor, verb)
        case _:
            raise Http404("没有这种操作")


def _by_form(request: HttpRequest, row: LogEntry, actor: Actor, verb: str) -> tuple[Any, str]:
    forms: dict[str, Any] = {"served": ServedForm, "correct": CorrectionForm, "audience": AudienceForm}
    form = forms[verb](request.POST)
    if verb == "audience":
        form.show_parties(row.case)
    if not form.is_valid():
        say_form_errors(request, form)
        return None, ""
    data = form.cleaned_data
    if verb == "served":
        return change.MarkServed(row, actor, data["served_on"]), "已登记送达，下一次公布时按最终范围公布"
    if verb == "audience":
        return change.SetAudience(row, actor, form.audience(), confirmed=data["confirmed"]), "可见范围已设定"
    words = (data["text"], data["outcome"], data["amount"], data["reason"], names_in(data["outsiders"]))
    return change.CorrectEntry(row, actor, *words), "已更正，下一次公布时以新的内容供当事人查阅"


def own_rows(actor: Actor) -> QuerySet[LogEntry]:
    """Entries of one's cases, for the desk."""
    return entries_of(actor)
