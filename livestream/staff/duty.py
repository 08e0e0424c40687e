"""值班与调换: one's duties, what colleagues ask, the roster ahead, and the preparation of each session (R43, R52–R55)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from livestream.actions.prepare import DoItem, UndoItem
from livestream.actions.roster import Reassign, kinds_of, roster_of
from livestream.actions.swap import AcceptSwap, DeclineSwap, OfferSwap, WithdrawSwap
from livestream.conflicts import GROUP_NAMES
from livestream.models import Duty, Member, Preparation, Session, Swap, WorkingGroup
from livestream.staff.readers import readers_only
from livestream.staff.schedule_forms import SwapForm
from livestream.staff.schedule_rows import counts, preparation_of, whole
from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import carry_out, say_form_errors, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

ANSWERS = {"accept": AcceptSwap, "decline": DeclineSwap, "withdraw": WithdrawSwap}
SAID = {"accept": "已接受调换，即时生效，并已通知负责人", "decline": "已谢绝", "withdraw": "已收回"}


@require_GET
def duty(request: HttpRequest) -> HttpResponse:
    """One's own duties first, then what is asked, then everybody's."""
    readers_only(request)
    actor = actor_of(request)
    me = actor.officer_id or 0
    ahead = list(
        whole(
            Session.objects.filter(
                announced_at__isnull=False, state__in=("scheduled", "ready"), ends_at__gt=clock.now()
            )
        )
    )
    open_swaps = Swap.objects.filter(state=Swap.State.OFFERED).select_related(
        "duty__session__division", "duty__member__group", "asked_by__officer", "asked_of__officer"
    )
    mine = [
        each
        for row in ahead
        for each in row.duties.all()
        if not each.cancelled and each.member.officer_id == me
    ]
    waiting = {swap.duty_id for swap in open_swaps}
    forms = {each.member_id: SwapForm(member=each.member, auto_id=f"id_{each.member_id}_%s") for each in mine}
    return show(
        request, "live/duty.html", "值班与调换",
        mine=[
            (each, None if each.pk in waiting else forms[each.member_id], preparation_of(each.session, actor))
            for each in mine
        ],
        asked=[swap for swap in open_swaps if swap.asked_of.officer_id == me],
        offered=[swap for swap in open_swaps if swap.asked_by.officer_id == me],
        groups=[_roster(group, ahead, me) for group in _groups()],
        judging=[(row, preparation_of(row, actor)) for row in ahead if row.judge_id == me],
    )  # fmt: skip


def _groups() -> list[WorkingGroup]:
    return list(WorkingGroup.objects.select_related("head").prefetch_related("members__officer"))


def _roster(group: WorkingGroup, ahead: list[Session], me: int) -> dict[str, Any]:
    members = [row for row in group.members.all() if row.active]
    names = {row.pk: row.officer.name for row in members}
    queue = roster_of(group, [row.pk for row in members]).queue()
    taken = counts(group, clock.today().year)
    rows = []
    for session in ahead:
        if group.kind in kinds_of(session):
            on_duty = [
                each
                for each in session.duties.all()
                if not each.cancelled and each.member.group_id == group.pk
            ]
            rows.append((session, on_duty[0] if on_duty else None))
    return {
        "group": group,
        "members": [(row, taken.get(row.pk, 0)) for row in members],
        "queue": [names[pk] for pk in queue],
        "rows": rows,
        "is_head": group.head_id == me,
    }


@require_POST
def reassign(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """改派 by the head of the group."""
    readers_only(request)
    session = Session.objects.filter(pk=pk).select_related("division").first()
    if session is None or kind not in GROUP_NAMES:
        raise Http404("没有这一场次")
    number = request.POST.get("member", "")
    rows = Member.objects.select_related("officer", "group")
    member = rows.filter(pk=int(number)).first() if number.isdecimal() else None
    carry_out(request, Reassign(session, actor_of(request), kind, member), "已改派，并已通知本人")
    return redirect("admin:staff_live_duty")


@require_POST
def offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a colleague to take one's duty."""
    readers_only(request)
    rows = Duty.objects.select_related("session__division", "member__officer", "member__group")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404("没有这次值班")
    form = SwapForm(request.POST, member=row.member)
    if form.is_valid():
        data = form.cleaned_data
        carry_out(
            request,
            OfferSwap(row, actor_of(request), data["asked_of"], data["reason"]),
            "已提出调换，等待对方答复",
        )
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_duty")


@require_POST
def answer(request: HttpRequest, pk: int, how: str) -> HttpResponse:
    """接受、谢绝、收回."""
    readers_only(request)
    row = Swap.objects.filter(pk=pk).first()
    if row is None or how not in ANSWERS:
        raise Http404("没有这次调换")
    carry_out(request, ANSWERS[how](row, actor_of(request)), SAID[how])
    return redirect("admin:staff_live_duty")


@require_POST
def prepare(request: HttpRequest, pk: int, item: str) -> HttpResponse:
    """One item of the preparation list is done, or taken back."""
    readers_only(request)
    rows = Preparation.objects.filter(Q(session__announced_at__isnull=False), session_id=pk, item=item)
    row = rows.select_related("session").first()
    if row is None:
        raise Http404("没有这一准备事项")
    actor = actor_of(request)
    if request.POST.get("undo"):
        carry_out(request, UndoItem(row, actor), f"已撤销：{row.get_item_display()}")
    else:
        carry_out(
            request, DoItem(row, actor, request.POST.get("note", "")), f"已登记：{row.get_item_display()}"
        )
    return redirect("admin:staff_live_session", pk)
