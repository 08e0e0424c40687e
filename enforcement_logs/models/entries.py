"""What an officer writes about his work on a case: private until a Friday batch takes a copy of it (R59)."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from liwan_court.append_only import AppendOnly
from liwan_court.registry.audience import LEVELS, Level
from liwan_court.registry.models import Case, Officer, Party
from liwan_court.timetable import clock


class Category(models.Model):
    """A kind of work (法发〔2014〕18号, article 3), kept by the bureau: who sees it at first, what it means plainly."""

    code = models.SlugField("代码", unique=True)
    name = models.CharField("类别", max_length=32)
    meaning = models.CharField("通俗说明", max_length=120, blank=True)
    stage = models.PositiveSmallIntegerField("阶段", default=0)
    """The picture it belongs to: 1 filing, 2 finding, 3 securing, 4 disposing, 5 paying, 6 closing; 0 none."""
    sensitive = models.BooleanField("办结送达前不宜公开", default=False)
    meanwhile = models.CharField("送达前可见范围", max_length=12, choices=LEVELS, default=Level.INTERNAL)
    order = models.PositiveSmallIntegerField("次序", default=0)
    active = models.BooleanField("使用中", default=True)

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = "日志类别"
        verbose_name_plural = "日志类别"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Before service nobody in particular can be named for a whole category. Raises ValidationError."""
        if self.meanwhile == Level.NAMED:
            raise ValidationError({"meanwhile": "类别的送达前范围不能是“指定的当事人”"})


class EntryTemplate(models.Model):
    """A sentence to begin with; what stands in ○○ is filled in."""

    category = models.ForeignKey(
        Category, on_delete=models.CASCADE, related_name="templates", verbose_name="类别"
    )
    text = models.CharField("内容", max_length=300)
    order = models.PositiveSmallIntegerField("次序", default=0)

    class Meta:
        ordering = ["category", "order", "pk"]
        verbose_name = "日志模板"
        verbose_name_plural = "日志模板"

    def __str__(self) -> str:
        return self.text


class LogEntry(models.Model):
    """One piece of work on one case: when, of what kind, by whom, and who may see it from when. Its words are versions."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="log_entries", verbose_name="案件")
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="entries", verbose_name="类别"
    )
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+", verbose_name="执行员")
    happened_at = models.DateTimeField("工作时间")
    written_at = models.DateTimeField("记录时间", default=clock.now)
    late = models.BooleanField("逾期补录", default=False)
    """Written after the noon by which it had to be (R60)."""
    level = models.CharField("可见范围", max_length=12, choices=LEVELS, default=Level.ALL)
    meanwhile = models.CharField("此前可见范围", max_length=12, choices=LEVELS, default=Level.INTERNAL)
    """Who sees it until `not_before` has come and, with `until_served`, the measure was served."""
    not_before = models.DateField("不早于", null=True, blank=True)
    until_served = models.BooleanField("措施送达后", default=False)
    served_on = models.DateField("送达日期", null=True, blank=True)
    named = models.ManyToManyField(Party, related_name="+", blank=True, verbose_name="指定的当事人")
    audience_set_at = models.DateTimeField("范围设定时间", default=clock.now)
    """When it was last decided who sees it: what is decided after a noon counts for the next batch."""
    held_at = models.DateTimeField("暂缓时间", null=True, blank=True)
    """The bureau's head keeps it inside; only he lets it out again."""
    withdrawn_because = models.CharField("撤回原因", max_length=100, blank=True)
    outsiders = models.JSONField("案外人姓名", default=list, blank=True)
    """Names that parties never read, in any version."""
    void_at = models.DateTimeField("作废时间", null=True, blank=True)
    form = models.UUIDField(default=uuid.uuid4, editable=False)
    """The form it came from: sent twice, it is one entry for each case."""

    class Meta:
        ordering = ["-happened_at", "-pk"]
        verbose_name = "执行日志"
        verbose_name_plural = "执行日志"
        constraints = [models.UniqueConstraint(name="one_entry_a_form_and_case", fields=["form", "case"])]
        indexes = [models.Index(fields=["case", "happened_at"]), models.Index(fields=["written_at"])]

    def __str__(self) -> str:
        return f"{self.case} {clock.local(self.happened_at):%Y-%m-%d} {self.category}"

    @property
    def current(self) -> EntryVersion:
        """The latest words."""
        return self.versions.latest("number")


class EntryVersion(AppendOnly):
    """The words of an entry as written, and as parties read them; a correction is a new version (R61)."""

    entry = models.ForeignKey(
        LogEntry, on_delete=models.PROTECT, related_name="versions", verbose_name="日志"
    )
    number = models.PositiveSmallIntegerField("版本", default=1)
    text = models.TextField("内容")
    public_text = models.TextField("供当事人查阅的内容")
    outcome = models.CharField("结果", max_length=200, blank=True)
    public_outcome = models.CharField("供当事人查阅的结果", max_length=220, blank=True)
    amount = models.DecimalField("金额（元）", max_digits=14, decimal_places=2, null=True, blank=True)
    reason = models.CharField("更正原因", max_length=100, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="记录人"
    )
    written_at = models.DateTimeField("记录时间", default=clock.now)

    class Meta:
        ordering = ["entry", "number"]
        verbose_name = "日志版本"
        verbose_name_plural = "日志版本"
        constraints = [models.UniqueConstraint(name="one_version_a_number", fields=["entry", "number"])]
        indexes = [models.Index(fields=["written_at"])]

    def __str__(self) -> str:
        return f"{self.entry_id} 第{self.number}版"
