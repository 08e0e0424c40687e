"""工作小组: members in their order, head, partner (R41–R43)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from livestream.actions import groups as actions
from livestream.models import Member, WorkingGroup
from livestream.staff.readers import readers_only
from livestream.staff.schedule_forms import GroupForm, MemberForm
from livestream.staff.schedule_rows import counts
from liwan_court.admin_access import actor_of
from liwan_court.staff_pages import carry_out, say_form_errors, show
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def groups(request: HttpRequest) -> HttpResponse:
    """Both groups; who is in both is named, since one cannot do both duties on one day (R41)."""
    readers_only(request)
    actor, cards, officers = actor_of(request), [], []
    for kind in WorkingGroup.Kind.values:
        group = actions.group_of(kind)
        members = list(group.members.filter(active=True).select_related("officer"))
        officers.append({row.officer for row in members})
        may_change = actions.GroupAct(group, actor).post_check().passed
        cards.append(
            {
                "group": group,
                "members": _counted(group, members),
                "may_change": may_change,
                "form": GroupForm.of(group),
                "member_form": MemberForm(prefix=kind),
            }
        )
    both = sorted(officer.name for officer in officers[0] & officers[1])
    return show(request, "live/groups.html", "工作小组", cards=cards, both=both)


def _counted(group: WorkingGroup, members: list[Member]) -> list[tuple[Member, int]]:
    taken = counts(group, clock.today().year)
    return [(row, taken.get(row.pk, 0)) for row in members]


def group_or_404(kind: str) -> WorkingGroup:
    """A group by its kind. Raises Http404."""
    if kind not in WorkingGroup.Kind.values:
        raise Http404("没有这个小组")
    return actions.group_of(kind)


@require_POST
def save(request: HttpRequest, kind: str) -> HttpResponse:
    """Head and partner."""
    readers_only(request)
    group = group_or_404(kind)
    form = GroupForm(request.POST, prefix=kind)
    if form.is_valid():
        data = form.cleaned_data
        action = actions.SetGroup(group, actor_of(request), data["head"], data["partner"], data["address"])
        carry_out(request, action, f"{group}已保存")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_groups")


@require_POST
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """Somebody joins."""
    readers_only(request)
    group = group_or_404(kind)
    form = MemberForm(request.POST, prefix=kind)
    if form.is_valid():
        officer = form.cleaned_data["officer"]
        carry_out(request, actions.AddMember(group, actor_of(request), officer), f"{officer}已加入{group}")
    else:
        say_form_errors(request, form)
    return redirect("admin:staff_live_groups")


@require_POST
def change(request: HttpRequest, pk: int, how: str) -> HttpResponse:
    """A member up, down, or out."""
    readers_only(request)
    member = Member.objects.filter(pk=pk).select_related("group", "officer").first()
    if member is None or how not in ("up", "down", "leave"):
        raise Http404("没有这名成员")
    actor, group = actor_of(request), member.group
    if how == "leave":
        action = actions.RemoveMember(group, actor, member)
        carry_out(request, action, f"{member.officer}已退出{group}")
        return redirect("admin:staff_live_groups")
    order = list(group.members.filter(active=True).values_list("pk", flat=True))
    if pk in order:
        place = order.index(pk)
        other = max(0, place - 1) if how == "up" else min(len(order) - 1, place + 1)
        order[place], order[other] = order[other], order[place]
    carry_out(request, actions.OrderMembers(group, actor, order), "次序已调整")
    return redirect("admin:staff_live_groups")
