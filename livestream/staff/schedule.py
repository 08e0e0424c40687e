"""The schedule of a month: the proposal, what is arranged and what stands against it, announcing, printing (R47)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from livestream.actions import schedule as actions
from livestream.actions.base import ActionRefused
from livestream.actions.months import NoRotation, first_of, open_month, period_of, slots_of
from livestream.actions.notify import when_and_where
from livestream.actions.pull import PullSession, PutSubstitute, substitutes_for
from livestream.actions.roster import has_begun
from livestream.documents.calendar_ics import sessions_ics
from livestream.documents.table_docx import schedule_docx
from livestream.documents.table_rows import rows_of, title_of
from livestream.documents.table_xlsx import schedule_xlsx
from livestream.models import MonthPlan, Nomination, Session
from livestream.rotation import month_range
from livestream.staff import schedule_rows
from livestream.staff.months import month_or_404
from livestream.staff.readers import for_readers, readers_only
from livestream.staff.schedule_forms import ArrangeForm, PullForm, TimeForm
from liwan_court.admin_access import actor_of
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import carry_out, needs, say_form_errors, say_refusal, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def now(request: HttpRequest) -> HttpResponse:
    """The present month."""
    readers_only(request)
    return redirect("admin:staff_live_schedule", period_of(clock.today()))


@require_GET
@for_readers
def schedule(request: HttpRequest, period: str) -> HttpResponse:
    """Slots, sessions with their conflicts, and for the research office the proposal and what waits to be announced."""
    actor, period = actor_of(request), month_or_404(period)
    try:
        slots = slots_of(period)
    except NoRotation as reason:
        messages.warning(request, str(reason))
        slots = []
    sessions = schedule_rows.sessions_of(period, actor)
    may_arrange = actor.holds(Post.RESEARCH)
    proposed = actions.proposal(period) if may_arrange and slots else []
    placed = {row.pk for row, _ in proposed}
    first, last = month_range(first_of(period), 1)
    waiting_cases = actions.candidates(period) if may_arrange else []
    return show(
        request, "live/schedule.html", f"{period} 排期",
        period=period, board=schedule_rows.board(slots, sessions),
        tray=[(row, actions.usual_end(row)) for row in waiting_cases], slots=slots,
        lines=schedule_rows.lines(sessions, period), may_arrange=may_arrange,
        proposed=[(row, each, each.begins + actions.USUAL_LENGTH) for row, each in proposed],
        others=[(row, _time_form(row)) for row in waiting_cases if row.pk not in placed],
        waiting=[row for row in sessions if row.announced_at is None and row.state in Session.ON_CALENDAR],
        earlier=period_of(first.replace(day=1) - (timedelta(days=1))), later=period_of(last + timedelta(days=1)),
    )  # fmt: skip


def _time_form(row: Nomination) -> TimeForm:
    begins = clock.local(row.hearing_at)
    ends = begins + actions.USUAL_LENGTH
    initial = {"day": begins.date(), "begins": begins, "ends": ends, "courtroom": row.courtroom}
    return TimeForm(initial=initial, auto_id=f"id_{row.pk}_%s")


@require_POST
@needs(Post.RESEARCH)
def propose(request: HttpRequest, period: str) -> HttpResponse:
    """Take over the rows of the proposal that are ticked; each is arranged or refused by itself."""
    actor, period = actor_of(request), month_or_404(period)
    ticked = set(request.POST.getlist("take"))
    done = 0
    for row, each in actions.proposal(period) if actions.month_is_planned(period) else []:
        if str(row.pk) in ticked:
            action = actions.ScheduleSession(row, actor, each.begins)
            done += carry_out(request, action, f"{row.case}已排入{each.begins:%m月%d日}")
    if not done:
        messages.warning(request, "没有排入任何案件：请勾选建议中的案件，或刷新后重试")
    return redirect("admin:staff_live_schedule", period)


@require_POST
@needs(Post.RESEARCH)
def add(request: HttpRequest, period: str, pk: int) -> HttpResponse:
    """One nomination on the day, at the hour and in the courtroom of the form."""
    nomination = get_object_or_404(
        Nomination.objects.select_related("list__division", "case", "judge"), pk=pk
    )
    form = TimeForm(request.POST)
    if form.is_valid():
        begins, ends = form.moments()
        courtroom = form.cleaned_data["courtroom"]
        action = actions.ScheduleSession(nomination, actor_of(request), begins, ends, courtroom)
        carry_out(request, action, f"{nomination.case}已排入排期")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_schedule", month_or_404(period))


@require_POST
@needs(Post.RESEARCH)
def announce(request: HttpRequest, period: str) -> HttpResponse:
    """公布排期: public from now on, duties given, everyone concerned told."""
    try:
        month = open_month(month_or_404(period))
    except NoRotation as reason:
        messages.error(request, str(reason))
        return redirect("admin:staff_live_schedule", period)
    _carry_out_month(request, month)
    return redirect("admin:staff_live_schedule", period)


def _carry_out_month(request: HttpRequest, month: MonthPlan) -> None:
    try:
        sessions = actions.Announce(month, actor_of(request)).run()
    except ActionRefused as refused:
        say_refusal(request, refused)
        return
    messages.success(request, f"已公布{len(sessions)}场，并已通知有关人员")
    for row in sessions:
        missing = {"直播组": row.livestream, "微博组": row.microblog}
        kinds = set(row.duties.filter(cancelled=False).values_list("member__group__kind", flat=True))
        for kind, label in (("livestream", "直播组"), ("microblog", "微博组")):
            if missing[label] and kind not in kinds:
                messages.warning(request, f"{when_and_where(row)}：{label}无人可派，请负责人改派")


def session_or_404(request: HttpRequest, pk: int) -> Session:
    """A session the actor may see. Raises Http404."""
    readers_only(request)
    row = schedule_rows.whole(Session.objects.filter(pk=pk)).first()
    hidden = (
        row is not None and row.announced_at is None and not actor_of(request).holds(*schedule_rows.ARRANGES)
    )
    if row is None or hidden:
        raise Http404("没有这一场次")
    return row


@require_GET
@for_readers
def session_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One session: where it stands, who is on duty, what is prepared, who was told, and what can be done."""
    session, actor = session_or_404(request, pk), actor_of(request)
    line = schedule_rows.lines([session], period_of(clock.local(session.begins_at).date()))[0]
    may_arrange = actor.holds(Post.RESEARCH)
    pull = PullSession(session, actor, "")
    pulled = session.state == Session.State.PULLED
    return show(
        request, "live/schedule_session.html", f"场次 {session.case_number}",
        session=session, line=line, may_arrange=may_arrange and not has_begun(session),
        form=_arrange_form(session), pull_form=PullForm() if pull.post_check().passed and not has_begun(session) else None,
        substitutes=substitutes_for(session) if may_arrange else [], pulled=pulled,
        notices=list(session.notices.select_related("officer")), me=actor.officer_id,
        duties=line["livestream"] + line["microblog"], preparation=schedule_rows.preparation_of(session, actor),
    )  # fmt: skip


def _arrange_form(session: Session, data: Any = None) -> ArrangeForm:
    begins, ends = clock.local(session.begins_at), clock.local(session.ends_at)
    panel = [row.pk for row in session.panel.all()]
    initial = {
        "day": begins.date(), "begins": begins, "ends": ends, "courtroom": session.courtroom,
        "judge": session.judge_id, "panel": panel,
    }  # fmt: skip
    return ArrangeForm(
        data, initial=initial, division_id=session.division_id, keep={session.judge_id, *panel}
    )


@require_POST
@needs(Post.RESEARCH)
def arrange(request: HttpRequest, pk: int) -> HttpResponse:
    """Another slot, hour, courtroom or people."""
    session = session_or_404(request, pk)
    form = _arrange_form(session, request.POST)
    if form.is_valid():
        begins, ends = form.moments()
        data = form.cleaned_data
        action = actions.ArrangeSession(
            session, actor_of(request), begins, ends, data["courtroom"], data["judge"], data["panel"]
        )
        carry_out(request, action, "排期已调整，并已通知有关人员" if session.announced_at else "排期已调整")
    else:
        say_form_errors(request, form)
    if request.POST.get("board"):
        return redirect("admin:staff_live_schedule", period_of(clock.local(session.begins_at).date()))
    return redirect("admin:staff_live_session", pk)


@require_POST
@needs(*Post)
def pull(request: HttpRequest, pk: int) -> HttpResponse:
    """撤下 with the public reason."""
    session, form = session_or_404(request, pk), PullForm(request.POST)
    if form.is_valid():
        action = PullSession(session, actor_of(request), form.cleaned_data["reason"])
        carry_out(request, action, "场次已撤下，请从替补中选定一件")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_session", pk)


@require_POST
@needs(Post.RESEARCH)
def substitute(request: HttpRequest, pk: int, nomination: int) -> HttpResponse:
    """One key puts a substitute in the place of a pulled session."""
    session = session_or_404(request, pk)
    row = get_object_or_404(
        Nomination.objects.select_related("list__division", "case", "judge"), pk=nomination
    )
    carry_out(request, PutSubstitute(session, actor_of(request), row), f"替补{row.case}已排入")
    return redirect("admin:staff_live_schedule", period_of(clock.local(session.begins_at).date()))


@require_GET
def table(request: HttpRequest, period: str, suffix: str) -> HttpResponse:
    """The month's schedule to print: .docx or .xlsx."""
    readers_only(request)
    sessions = schedule_rows.sessions_of(month_or_404(period), actor_of(request))
    write, kind = (schedule_docx, DOCX) if suffix == "docx" else (schedule_xlsx, XLSX)
    answer = HttpResponse(write(title_of(period), rows_of(sessions)), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="schedule-{period}.{suffix}"'
    return answer


@require_GET
def own_calendar(request: HttpRequest) -> HttpResponse:
    """The actor's own sessions as iCalendar."""
    readers_only(request)
    actor = actor_of(request)
    rows = schedule_rows.own_sessions(actor.officer_id or 0)
    content = sessions_ics(f"{actor.name}的直播、微博场次", rows, settings.SITE_URL)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="sessions.ics"'
    return answer
