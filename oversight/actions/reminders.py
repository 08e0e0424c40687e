"""Overdue tasks: reminder, acknowledgement, a new day, escalation to the leading group (R7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.urls import reverse

from liwan_court import mailing
from liwan_court.plain_text import SAID, is_plain
from liwan_court.registry.models import PostHolding
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import calendar, clock
from oversight.actions.base import LEADING, Act, Check, record
from oversight.models import Task, TaskReminder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

ESCALATES_AFTER: Final = 7
"""Working days from the reminder to the leading group."""
Level = TaskReminder.Level


def remind(actor: Actor | None = None) -> int:
    """Send what is due: to the division once a task is overdue, to the leading group when that did not help. Returns how many.

    Safe to call again: a step is sent once for a task and its day.
    """
    actor, today, kept, sent = actor or Actor.system(), clock.today(), calendar.load(), 0
    overdue = Task.objects.decided().filter(state=Task.State.OPEN, due__lt=today)
    for task in overdue.prefetch_related("reminders"):
        steps = {row.level: row for row in task.reminders.all() if row.due_was == task.due}
        first = steps.get(Level.DIVISION)
        if first is None:
            sent += _send(task, Level.DIVISION, actor)
        elif Level.LEADING_GROUP not in steps:
            day = clock.local(first.sent_at).date()
            if kept.add_workdays(day, ESCALATES_AFTER) <= today:
                sent += _send(task, Level.LEADING_GROUP, actor)
    return sent


def _send(task: Task, level: str, actor: Actor) -> int:
    row, made = TaskReminder.objects.get_or_create(
        task=task, level=level, due_was=task.due, defaults={"sent_at": clock.now()}
    )
    if made:
        record(row, "催办", actor, {"task": task.pk, "level": level})
    return int(made)


def mail_all() -> int:
    """Mail the reminders that wait, to the heads of the division or to the leading group. Returns how many went out."""
    rows = TaskReminder.objects.select_related("task__division")
    waiting = mailing.waiting(rows.filter(acknowledged_at=None, task__state=Task.State.OPEN), "sent_at")
    return sum(
        mailing.deliver(rows, pk, _letter) for pk in waiting.order_by("pk").values_list("pk", flat=True)
    )


def _letter(row: TaskReminder) -> mailing.Letter:
    task, where = row.task, f"{settings.SITE_URL}{reverse('admin:staff_oversight_task', args=[row.task_id])}"
    kept = PostHolding.objects.on(clock.today()).filter(officer__active=True, officer__user__is_active=True)
    if row.level == Level.DIVISION:
        kept = kept.filter(post=Post.DIVISION_HEAD, division_id=task.division_id)
    else:
        kept = kept.filter(post__in=LEADING)
    addresses = kept.exclude(officer__user__email="").values_list("officer__user__email", flat=True)
    subject = f"【荔湾审判网】{row.get_level_display()}：{task.title}"
    body = (
        f"{task.division.name}的任务“{task.title}”应于{row.due_was}前完成，到期没有报告。\n\n"
        f"请登录司法公开工作台签收、报告或者申请新期限：{where}\n"
    )
    return mailing.Letter(subject.replace("\n", " "), body, tuple(sorted(set(addresses))))


def _still_open(row: TaskReminder) -> Check:
    still = row.task.state == Task.State.OPEN
    return Check("open", still, "任务尚未完成", f"任务“{row.task}”{row.task.get_state_display()}，不必再办理")


class AcknowledgeReminder(Act[TaskReminder, TaskReminder]):
    """签收: the division says why, and which day it asks for."""

    verb = "签收催办单"
    posts = (Post.DIVISION_HEAD,)

    def __init__(self, subject: TaskReminder, actor: Actor, reply: str, new_due: date | None) -> None:
        super().__init__(subject, actor)
        self.reply, self.new_due = reply.strip(), new_due

    @property
    def division_id(self) -> int | None:
        """The head of the division, or his deputy."""
        return self.subject.task.division_id

    def checks(self) -> Iterator[Check]:
        """Once, with words; a day that is still to come."""
        yield Check("once", self.subject.acknowledged_at is None, "尚未签收", "该催办单已经签收")
        yield _still_open(self.subject)
        yield Check("reply", bool(self.reply), "说明", "请说明没有按期完成的原因和打算")
        yield Check("plain", is_plain(self.reply), "没有控制字符", SAID)
        ahead = self.new_due is None or self.new_due > clock.today()
        yield Check("ahead", ahead, "新期限", "申请的新期限应在今天以后")

    def execute(self) -> None:
        """Signed for."""
        row = self.result = self.subject
        row.acknowledged_at, row.acknowledged_by_name = clock.now(), self.actor.name
        row.reply, row.new_due = self.reply, self.new_due
        row.save()

    def detail(self) -> dict[str, Any]:
        """Which task, which day."""
        return {"task": self.subject.task_id, "new_due": str(self.new_due) if self.new_due else None}


class DecideNewDue(Act[TaskReminder, TaskReminder]):
    """The leading group grants the new day, or not; the first day stays on record and is what is counted."""

    verb = "决定新期限"
    posts = LEADING

    def __init__(self, subject: TaskReminder, actor: Actor, *, granted: bool) -> None:
        super().__init__(subject, actor)
        self.granted = granted

    def checks(self) -> Iterator[Check]:
        """Asked for and undecided."""
        asked = self.subject.new_due is not None and self.subject.granted is None
        yield Check("asked", asked, "有待决定的申请", "没有待决定的新期限申请")
        yield _still_open(self.subject)
        own = self.subject.task.division_id in self.actor.divisions(Post.DIVISION_HEAD)
        yield Check(
            "other", not own, "申请人与决定人分开", "不能决定本部门的新期限申请，请由领导小组其他成员决定"
        )

    def execute(self) -> None:
        """The day moves, or stays."""
        row = self.result = self.subject
        row.granted = self.granted
        row.save()
        if self.granted and row.new_due is not None:
            Task.objects.filter(pk=row.task_id).update(due=row.new_due)

    def detail(self) -> dict[str, Any]:
        """What was decided."""
        return {"task": self.subject.task_id, "granted": self.granted}
