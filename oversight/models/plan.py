"""The yearly plan, its quarterly tasks, the five projects and the reminders of what is overdue (R5, R7, R13–R15)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from liwan_court.registry.models import Division
from liwan_court.timetable import clock


class YearPlan(models.Model):
    """年度计划: what the court undertakes in a year, split into quarterly tasks."""

    year = models.PositiveSmallIntegerField("年度", unique=True)
    title = models.CharField("名称", max_length=80)
    text = models.TextField("总体要求", blank=True)
    second_half = models.TextField("下半年工作计划", blank=True)
    """Made after the review of June (R15)."""
    adopted_at = models.DateTimeField("确定时间", null=True, blank=True)
    adopted_by_name = models.CharField("确定人", max_length=32, blank=True)

    class Meta:
        ordering = ["-year"]
        verbose_name = "年度计划"
        verbose_name_plural = "年度计划"

    def __str__(self) -> str:
        return self.title


class Project(models.Model):
    """One of the plan's projects; its heading says four and lists five, and five there are (D16)."""

    plan = models.ForeignKey(
        YearPlan, on_delete=models.PROTECT, related_name="projects", verbose_name="年度计划"
    )
    order = models.PositiveSmallIntegerField("次序")
    name = models.CharField("项目", max_length=64)
    helped_by = models.CharField("协助单位", max_length=32, blank=True)

    class Meta:
        ordering = ["plan", "order"]
        verbose_name = "项目"
        verbose_name_plural = "项目"
        constraints = [models.UniqueConstraint(name="one_project_place", fields=["plan", "order"])]

    def __str__(self) -> str:
        return self.name


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks."""

    def decided(self) -> Self:
        """Of plans that were decided: only those are owed, shown to a division and counted (R5)."""
        return self.filter(plan__adopted_at__isnull=False)


class Task(models.Model):
    """任务: what one division owes by a day. Reported by the division, accepted by the leading group."""

    class Kind(models.TextChoices):
        TASK = "task", "季度任务"
        BREAKDOWN = "breakdown", "分解项目实施方案"
        IMPLEMENTATION = "implementation", "组织人员落实"

    class State(models.TextChoices):
        OPEN = "open", "进行中"
        REPORTED = "reported", "已报完成"
        DONE = "done", "已完成"
        CANCELLED = "cancelled", "已撤销"

    plan = models.ForeignKey(
        YearPlan, on_delete=models.PROTECT, related_name="tasks", verbose_name="年度计划"
    )
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name="项目"
    )
    kind = models.CharField("类别", max_length=16, choices=Kind.choices, default=Kind.TASK)
    quarter = models.PositiveSmallIntegerField("季度")
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="oversight_tasks", verbose_name="责任部门"
    )
    title = models.CharField("任务", max_length=80)
    requirement = models.TextField("要求", blank=True)
    indicator_code = models.CharField("对应指标", max_length=8, blank=True)
    due = models.DateField("期限")
    first_due = models.DateField("原定期限")
    repeats = models.BooleanField("每年重复", default=False)
    """Taken over into the next year's plan by itself (R21)."""
    copied_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="copies", verbose_name="沿用自"
    )
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.OPEN)
    report = models.TextField("落实情况", blank=True)
    reported_by_name = models.CharField("填报人", max_length=32, blank=True)
    reported_at = models.DateTimeField("填报时间", null=True, blank=True)
    accepted_by_name = models.CharField("认可人", max_length=32, blank=True)
    accepted_at = models.DateTimeField("认可时间", null=True, blank=True)
    remark = models.TextField("退回或撤销的理由", blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["due", "division", "pk"]
        verbose_name = "任务"
        verbose_name_plural = "任务"
        constraints = [
            models.CheckConstraint(name="quarter_of_year", condition=Q(quarter__gte=1, quarter__lte=4)),
            models.CheckConstraint(name="not_due_earlier", condition=Q(due__gte=F("first_due"))),
        ]
        indexes = [models.Index(fields=["division", "state", "due"])]

    def __str__(self) -> str:
        return self.title

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been reported and was not."""
        return self.state == self.State.OPEN and self.due < clock.today()


class TaskReminder(models.Model):
    """催办单: sent once for each step up, acknowledged by the division with a new date, or not."""

    class Level(models.TextChoices):
        DIVISION = "division", "催办责任部门"
        LEADING_GROUP = "leading_group", "报领导小组"

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="reminders", verbose_name="任务")
    level = models.CharField("级别", max_length=16, choices=Level.choices)
    due_was = models.DateField("当时期限")
    sent_at = models.DateTimeField("发出时间", default=clock.now)
    acknowledged_by_name = models.CharField("签收人", max_length=32, blank=True)
    acknowledged_at = models.DateTimeField("签收时间", null=True, blank=True)
    reply = models.TextField("说明", blank=True)
    new_due = models.DateField("申请的新期限", null=True, blank=True)
    granted = models.BooleanField("同意新期限", null=True)
    mailed_at = models.DateTimeField("邮件发出时间", null=True, blank=True)
    mail_attempts = models.PositiveSmallIntegerField("邮件次数", default=0)

    class Meta:
        ordering = ["pk"]
        verbose_name = "催办单"
        verbose_name_plural = "催办单"
        constraints = [
            models.UniqueConstraint(name="one_reminder_a_step", fields=["task", "level", "due_was"])
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.get_level_display()}"
