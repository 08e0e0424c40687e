"""The Friday batch, and what it published: the only rows that parties read (R61, R62)."""

from __future__ import annotations

from django.db import models

from enforcement_logs.models.entries import Category, EntryVersion, LogEntry
from liwan_court.registry.audience import LEVELS
from liwan_court.registry.models import Case
from liwan_court.timetable import clock


class LogBatch(models.Model):
    """What went out for a week: nothing of it is seen before `published_at` is set, then everything at once."""

    period = models.CharField("周", max_length=8)
    supplement = models.PositiveSmallIntegerField("补批序号", default=0)
    cutoff = models.DateTimeField("截止时间")
    published_at = models.DateTimeField("公布时间", null=True, blank=True)
    counts = models.JSONField("计数", default=dict)
    injected_clock = models.BooleanField("演示时钟", default=False)

    class Meta:
        ordering = ["-period", "-supplement"]
        verbose_name = "日志批次"
        verbose_name_plural = "日志批次"
        constraints = [models.UniqueConstraint(name="one_log_batch", fields=["period", "supplement"])]

    def __str__(self) -> str:
        return self.period + (f" 补{self.supplement}" if self.supplement else "")


class PublishedEntry(models.Model):
    """A copy of one version as parties of one level may read it. A page for parties reads this table and no other of the log."""

    batch = models.ForeignKey(LogBatch, on_delete=models.PROTECT, related_name="entries", verbose_name="批次")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", verbose_name="案件")
    entry = models.ForeignKey(
        LogEntry, on_delete=models.PROTECT, related_name="published", verbose_name="日志"
    )
    version = models.ForeignKey(EntryVersion, on_delete=models.PROTECT, related_name="+", verbose_name="版本")
    version_number = models.PositiveSmallIntegerField("版本", default=1)
    level = models.CharField("可见范围", max_length=12, choices=LEVELS)
    named = models.JSONField("指定的当事人", default=list)
    """Ids of parties."""
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+", verbose_name="类别")
    officer_name = models.CharField("执行员", max_length=32)
    happened_at = models.DateTimeField("工作时间")
    text = models.TextField("内容")
    outcome = models.CharField("结果", max_length=220, blank=True)
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2, null=True, blank=True)
    late = models.BooleanField("逾期补录", default=False)
    written_at = models.DateTimeField("记录时间")
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)

    class Meta:
        ordering = ["-happened_at", "-pk"]
        verbose_name = "已公布日志"
        verbose_name_plural = "已公布日志"
        constraints = [models.UniqueConstraint(name="a_version_once_a_level", fields=["version", "level"])]
        indexes = [models.Index(fields=["case", "happened_at"])]

    def __str__(self) -> str:
        return f"{self.batch} {self.entry_id}"


class WeekClosing(models.Model):
    """How the week stood at noon: cases without an entry, cases silent for thirty days, by id (R59, R60)."""

    period = models.CharField("周", max_length=8, unique=True)
    taken_at = models.DateTimeField("时间", default=clock.now)
    open_cases = models.PositiveIntegerField("在办案件")
    without_entry = models.JSONField("本周无日志", default=list)
    silent = models.JSONField("三十日无日志", default=list)
    entries = models.PositiveIntegerField("本周日志", default=0)
    late = models.PositiveIntegerField("其中逾期补录", default=0)

    class Meta:
        ordering = ["-period"]
        verbose_name = "周截止情况"
        verbose_name_plural = "周截止情况"

    def __str__(self) -> str:
        return self.period
