"""Rows of the timetable: days of the working calendar, and runs of deadlines."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from liwan_court.timetable import clock


class WorkCalendarDay(models.Model):
    """One day that differs from the weekend rule or was announced as following it; editable by the court (R65)."""

    date = models.DateField("日期", primary_key=True)
    is_workday = models.BooleanField("工作日")
    name = models.CharField("名称", max_length=32, blank=True, help_text="如“国庆节”“调休上班”")
    source = models.CharField("来源", max_length=64, default="本院登记")
    changed_at = models.DateTimeField("修改时间", auto_now=True)

    class Meta:
        ordering = ["date"]
        verbose_name = "工作日历"
        verbose_name_plural = "工作日历"

    def __str__(self) -> str:
        return f"{self.date} {'上班' if self.is_workday else '休息'} {self.name}".strip()


class CalendarYear(models.Model):
    """Whether the holidays of a year have been announced; what is computed for any other year is provisional (R65)."""

    year = models.PositiveSmallIntegerField("年份", primary_key=True)
    announced = models.BooleanField("已公布", default=True)
    source = models.CharField("依据", max_length=64, blank=True)
    changed_at = models.DateTimeField("修改时间", auto_now=True)

    class Meta:
        ordering = ["-year"]
        verbose_name = "日历年份"
        verbose_name_plural = "日历年份"

    def __str__(self) -> str:
        return f"{self.year}年" + ("" if self.announced else "（暂定）")


class DeadlineRun(models.Model):
    """A deadline that ran for a period. The unique key makes two schedulers do the work once."""

    class State(models.TextChoices):
        RUNNING = "running", "进行中"
        DONE = "done", "已完成"
        FAILED = "failed", "未完成，将重试"

    deadline = models.CharField("期限", max_length=32)
    period = models.CharField("期间", max_length=16)
    supplement = models.PositiveSmallIntegerField("补批序号", default=0)
    due = models.DateTimeField("应于", null=True)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.RUNNING)
    started_at = models.DateTimeField("开始", default=clock.now)
    lease_until = models.DateTimeField("执行租约至", null=True)
    finished_at = models.DateTimeField("完成", null=True)
    run_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="执行人"
    )
    injected_clock = models.BooleanField("演示时钟", default=False)
    outcome = models.JSONField("结果", default=dict)

    class Meta:
        ordering = ["-due", "deadline", "-supplement"]
        verbose_name = "期限执行记录"
        verbose_name_plural = "期限执行记录"
        constraints = [
            models.UniqueConstraint(name="one_run_a_period", fields=["deadline", "period", "supplement"])
        ]

    def __str__(self) -> str:
        return f"{self.deadline} {self.period}" + (f" 补{self.supplement}" if self.supplement else "")


class Service(models.Model):
    """When the portal went into service: nothing that fell due before is caught up."""

    since = models.DateField("启用日期")

    class Meta:
        verbose_name = "启用日期"
        verbose_name_plural = "启用日期"

    def __str__(self) -> str:
        return str(self.since)
