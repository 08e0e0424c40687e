"""年度计划、任务、催办: the leading group steers, a division sees and reports its own (R5, R7, R13–R15)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, say_form_errors, say_refusal, show
from liwan_court.timetable import clock
from oversight.actions.base import LEADING, ActionRefused
from oversight.actions.plan import (
    AcceptTask,
    AddTask,
    AdoptPlan,
    CancelTask,
    DraftPlan,
    PlanSecondHalf,
    ReportTask,
    ReturnTask,
)
from oversight.actions.reminders import AcknowledgeReminder, DecideNewDue
from oversight.models import Task, TaskReminder, YearPlan
from oversight.reading import divisions_of
from oversight.staff.forms import AcknowledgeForm, TaskForm, TextForm
from oversight.staff.readers import FIRST_YEAR, READERS, year_or_404

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest, HttpResponse

    from liwan_court.registry.posts import Actor
    from oversight.actions.plan import TaskAct

ACTS: dict[str, tuple[type[TaskAct], str]] = {
    "report": (ReportTask, "已报告完成，等待领导小组认可"),
    "accept": (AcceptTask, "已认可"),
    "return": (ReturnTask, "已退回"),
    "cancel": (CancelTask, "已撤销"),
}


def tasks_of(actor: Actor) -> QuerySet[Task]:
    """The tasks an actor may see; a division those of plans that were decided."""
    own, rows = divisions_of(actor), Task.objects.select_related("division", "project", "plan")
    return rows if own is None else rows.decided().filter(division__in=own)


@require_GET
@needs(*READERS)
def plan(request: HttpRequest, year: int) -> HttpResponse:
    """A year: projects, tasks by quarter, what is late."""
    year_or_404(year)
    actor = actor_of(request)
    row = YearPlan.objects.filter(year=year).first()
    rows = list(tasks_of(actor).filter(plan=row)) if row else []
    quarters = [(number, [task for task in rows if task.quarter == number]) for number in range(1, 5)]
    return show(
        request, "oversight/plan.html", f"{year}年落实司法公开工作计划", year=year, plan=row, quarters=quarters,
        projects=list(row.projects.all()) if row else [], overdue=[task for task in rows if task.is_overdue],
        steers=actor.holds(*LEADING), form=TaskForm(), second_half_due=row is not None and clock.today() >= date(year, 6, 1),
        this_year=clock.today().year,
    )  # fmt: skip


@require_POST
@needs(*LEADING)
def draft(request: HttpRequest, year: int) -> HttpResponse:
    """Draft a year's plan."""
    try:
        DraftPlan(actor_of(request), year).run()
        messages.success(request, f"已编制{year}年计划草稿，核对后请确定")
    except ActionRefused as refused:
        say_refusal(request, refused)
        year = min(max(year, FIRST_YEAR), clock.today().year)
    return redirect("admin:staff_oversight_plan", year)


@require_POST
@needs(*LEADING)
def steer(request: HttpRequest, year: int, verb: str) -> HttpResponse:
    """Adopt the plan, write the second half, add a task."""
    row, actor = get_object_or_404(YearPlan, year=year), actor_of(request)
    if verb == "adopt":
        carry_out(request, AdoptPlan(row, actor), "计划已确定，各部门可以看到自己的任务")
    elif verb == "second-half":
        carry_out(request, PlanSecondHalf(row, actor, request.POST.get("text", "")), "下半年计划已保存")
    elif verb == "task":
        form = TaskForm(request.POST)
        if form.is_valid():
            carry_out(request, AddTask(row, actor, **form.cleaned_data), "任务已下达")
        else:
            say_form_errors(request, form)
    else:
        raise Http404
    return redirect("admin:staff_oversight_plan", year)


@require_GET
@needs(*READERS)
def task(request: HttpRequest, pk: int) -> HttpResponse:
    """One task with its reminders."""
    actor = actor_of(request)
    row = get_object_or_404(tasks_of(actor), pk=pk)
    own = actor.holds(Post.DIVISION_HEAD, division_id=row.division_id)
    return show(
        request, "oversight/task.html", row.title, task=row, reminders=list(row.reminders.all()), own=own,
        steers=actor.holds(*LEADING), form=TextForm(), acknowledge=AcknowledgeForm(),
    )  # fmt: skip


@require_POST
@needs(*LEADING, Post.DIVISION_HEAD)
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Report, accept, return, cancel."""
    actor = actor_of(request)
    row = get_object_or_404(tasks_of(actor), pk=pk)
    if verb not in ACTS:
        raise Http404
    action, done = ACTS[verb]
    carry_out(request, action(row, actor, request.POST.get("text", "")), done)
    return redirect("admin:staff_oversight_task", pk)


@require_POST
@needs(*LEADING, Post.DIVISION_HEAD)
def reminder(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Acknowledge a reminder; grant or refuse its new day."""
    actor = actor_of(request)
    row = get_object_or_404(TaskReminder, pk=pk, task__in=tasks_of(actor))
    if verb == "acknowledge":
        form = AcknowledgeForm(request.POST)
        if form.is_valid():
            carry_out(request, AcknowledgeReminder(row, actor, **form.cleaned_data), "催办单已签收")
        else:
            say_form_errors(request, form)
    elif verb in ("grant", "refuse"):
        granted = verb == "grant"
        carry_out(
            request, DecideNewDue(row, actor, granted=granted), "已同意新期限" if granted else "已决定不延期"
        )
    else:
        raise Http404
    return redirect("admin:staff_oversight_task", row.task_id)
