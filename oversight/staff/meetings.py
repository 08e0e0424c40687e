"""通报会与学习培训 (R3, R4, R17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from liwan_court.admin_access import actor_of
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, say_form_errors, say_refusal, show
from oversight.actions.base import LEADING, ActionRefused
from oversight.actions.meetings import (
    CallMeeting,
    CancelMeeting,
    CorrectMeeting,
    HoldMeeting,
    RecordTraining,
    SeeInvitation,
    VoidTraining,
)
from oversight.alarms import meetings_not_held
from oversight.models import Invitation, Meeting, Training
from oversight.reading import divisions_of
from oversight.staff.forms import MeetingForm, TrainingForm
from oversight.staff.overview import around
from oversight.staff.readers import READERS, of_period

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from liwan_court.measuring import Span
    from liwan_court.registry.posts import Actor


@require_GET
@needs(*READERS)
def meetings(request: HttpRequest) -> HttpResponse:
    """Every meeting, what is not held, and for the leading group the way to call one."""
    actor = actor_of(request)
    return show(
        request, "oversight/meetings.html", "季度通报会", meetings=list(Meeting.objects.all()[:40]),
        missing=meetings_not_held(), steers=actor.holds(*LEADING), form=MeetingForm(), quarters=around_now(),
    )  # fmt: skip


def around_now() -> list[Span]:
    """The quarters one may call a meeting for."""
    from liwan_court.measuring import quarter_of
    from liwan_court.timetable import clock

    found: list[Span] = around(quarter_of(clock.today()))["quarters"]
    return found[:4]


@require_POST
@needs(*LEADING)
@of_period
def call(request: HttpRequest, of: Span) -> HttpResponse:
    """Call a meeting for a quarter."""
    form = MeetingForm(request.POST)
    if not form.is_valid():
        say_form_errors(request, form)
        return redirect("admin:staff_oversight_meetings")
    try:
        meeting = CallMeeting(actor_of(request), of, **form.cleaned_data).run()
    except ActionRefused as refused:
        say_refusal(request, refused)
        return redirect("admin:staff_oversight_meetings")
    messages.success(request, f"已通知{meeting.invitations.count()}个部门的第一责任人")
    return redirect("admin:staff_oversight_meeting", meeting.pk)


def _invited(actor: Actor, meeting: Meeting) -> list[Invitation]:
    own = divisions_of(actor)
    rows = meeting.invitations.select_related("division", "officer")
    return list(rows if own is None else rows.filter(division__in=own))


@require_GET
@needs(*READERS)
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting: who is invited and who came; a division sees its own line. `?correct=1` opens what was put on record."""
    actor, row = actor_of(request), get_object_or_404(Meeting, pk=pk)
    steers, correcting = actor.holds(*LEADING), row.state == Meeting.State.HELD and "correct" in request.GET
    return show(
        request, "oversight/meeting.html", str(row), meeting=row, invited=_invited(actor, row),
        steers=steers, writes=steers and (row.state == Meeting.State.CALLED or correcting),
        choices=Invitation.Attendance.choices[1:], own=actor.divisions(Post.DIVISION_HEAD),
    )  # fmt: skip


@require_POST
@needs(*LEADING, Post.DIVISION_HEAD)
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """See the notice, hold the meeting, cancel it."""
    actor, row = actor_of(request), get_object_or_404(Meeting, pk=pk)
    told = {
        key: (
            request.POST.get(f"state_{key}", "open"),
            request.POST.get(f"deputy_{key}", ""),
            request.POST.get(f"reason_{key}", ""),
        )
        for key in row.invitations.values_list("division_id", flat=True)
    }
    minutes = request.POST.get("minutes", "")
    if verb == "seen":
        for invitation in _invited(actor, row):
            if invitation.division_id in actor.divisions(Post.DIVISION_HEAD):
                carry_out(request, SeeInvitation(invitation, actor), f"{invitation.division}已签收")
    elif verb == "hold":
        carry_out(request, HoldMeeting(row, actor, told, minutes), "出席和纪要已登记")
    elif verb == "correct":
        correction = CorrectMeeting(row, actor, told, minutes, request.POST.get("because", ""))
        carry_out(request, correction, "已更正，更正以前的登记留痕")
    elif verb == "cancel":
        carry_out(request, CancelMeeting(row, actor), "会议已取消")
    else:
        raise Http404
    return redirect("admin:staff_oversight_meeting", pk)


@require_http_methods(["GET", "POST"])
@needs(*READERS, Post.POLITICAL)
def training(request: HttpRequest) -> HttpResponse:
    """Training, with the form for those who may record it."""
    actor = actor_of(request)
    everybody = actor.holds(Post.POLITICAL, *LEADING)
    own = actor.divisions(Post.DIVISION_HEAD)
    rows = Division.objects.filter(active=True)
    divisions = list(rows if everybody else rows.filter(pk__in=own))
    form = TrainingForm(divisions, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not form.is_valid():
            say_form_errors(request, form)
        elif _recorded(request, form):
            return redirect("admin:staff_oversight_training")
    past = Training.objects.prefetch_related("attendances__division").select_related("organiser")
    sees = everybody or divisions_of(actor) is None
    shown = past if sees else past.filter(attendances__division__in=own).distinct()
    rows_with_verb = [(row, VoidTraining(row, actor, "").post_check().passed) for row in shown[:60]]
    return show(
        request, "oversight/training.html", "学习培训", rows=rows_with_verb, form=form if divisions else None,
        own=None if sees else own,
    )  # fmt: skip


@require_POST
@needs(*LEADING, Post.POLITICAL, Post.DIVISION_HEAD)
def void_training(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was entered by mistake."""
    row = get_object_or_404(Training, pk=pk)
    action = VoidTraining(row, actor_of(request), request.POST.get("because", ""))
    carry_out(request, action, "登记已撤销，不再计数；需要的请重新登记")
    return redirect("admin:staff_oversight_training")


def _recorded(request: HttpRequest, form: TrainingForm) -> bool:
    data = form.cleaned_data
    action = RecordTraining(
        actor_of(request), data["organiser"], data["held_on"], data["topic"], data["hours"], form.people, data["material"]
    )  # fmt: skip
    return carry_out(request, action, "学习培训已登记")
