"""我的工作 of oversight: what leadership must settle, what a head owes (R3, R7, R9)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse

from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Desk, Item
from liwan_court.timetable import calendar, clock, deadlines
from oversight.actions.base import LEADING
from oversight.alarms import meetings_not_held, years_without_catalogue
from oversight.models import Bulletin, Invitation, Meeting, Rectification, Task, TaskReminder

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from liwan_court.registry.posts import Actor

SOON = timedelta(days=14)
State = Rectification.State


def desks(actor: Actor) -> list[Desk]:
    """One for the leading group, one for heads."""
    found = [_leading()] if actor.holds(*LEADING) else []
    if own := actor.divisions(Post.DIVISION_HEAD):
        found.append(_head(own))
    return found


def _url(name: str, *args: object) -> str:
    return reverse(f"admin:staff_oversight{name}", args=args)


def _leading() -> Desk:
    year = clock.today().year
    following = deadlines.current_or_next("quarterly_inspection", clock.now(), calendar.load())
    tasks = Task.objects.decided()
    overdue = tasks.filter(state=Task.State.OPEN, due__lt=clock.today())
    items = [
        Item("司法公开总览", _url("")),
        Item("逾期未完成的任务", _url("_plan", year), overdue.count(), urgent=True),
        Item("待认可的任务", _url("_plan", year), tasks.filter(state=Task.State.REPORTED).count()),
        Item("申请延期的催办单", _url("_plan", year), _asked().count()),
        Item("待查验的整改", _url("_rectifications"), _rectifications(State.SUBMITTED)),
        Item(
            "待签发的通报",
            _url("_bulletins"),
            Bulletin.objects.filter(state=Bulletin.State.SUBMITTED).count(),
        ),
    ]
    warnings = [f"{row.label}通报会应于{due}前召开，至今没有召开" for row, due in meetings_not_held()]
    warnings += [f"{row}年没有施行的指标目录，到期不能检查" for row in years_without_catalogue()]
    said = f"{following.period}检查：{following.date:%m月%d日}结束时自动冻结"
    return Desk("司法公开工作领导小组", items, due=(said,), warnings=tuple(warnings))


def _asked() -> QuerySet[TaskReminder]:
    return TaskReminder.objects.filter(new_due__isnull=False, granted=None)


def _rectifications(state: str) -> int:
    return Rectification.objects.filter(state=state).count()


def _head(own: set[int]) -> Desk:
    year, today = clock.today().year, clock.today()
    tasks = Task.objects.decided().filter(division__in=own, state=Task.State.OPEN)
    reminders = TaskReminder.objects.filter(
        task__division__in=own, acknowledged_at=None, task__state=Task.State.OPEN
    )
    mending = Rectification.objects.filter(division__in=own)
    called = Invitation.objects.filter(division__in=own, seen_at=None, meeting__state=Meeting.State.CALLED)
    items = [
        Item("本部门司法公开情况", _url("")),
        Item("两周内到期的任务", _url("_plan", year), tasks.filter(due__range=(today, today + SOON)).count()),
        Item("逾期的任务", _url("_plan", year), tasks.filter(due__lt=today).count(), urgent=True),
        Item("待签收的催办单", _url("_plan", year), reminders.count(), urgent=True),
        Item(
            "待制定措施的整改", _url("_rectifications"), mending.filter(state=State.OPEN).count(), urgent=True
        ),
        Item("整改中", _url("_rectifications"), mending.filter(state=State.UNDER_WAY).count()),
        Item("待签收的会议通知", _url("_meetings"), called.count()),
    ]
    return Desk("司法公开责任（第一责任人）", items)
