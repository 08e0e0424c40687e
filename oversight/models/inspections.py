"""Inspections frozen as snapshots: rows are added and never changed, in the database too (R11, R12, R15)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from liwan_court.append_only import AppendOnly
from liwan_court.measuring import span
from liwan_court.registry.models import Division
from liwan_court.timetable import clock
from oversight.models.catalogue import Catalogue


class Verdict(models.TextChoices):
    """What a value says: nothing to count is never 0 % and never 100 %."""

    MET = "met", "达标"
    UNMET = "unmet", "未达标"
    NO_DATA = "no_data", "无数据"
    REFERENCE = "reference", "参考"


class Inspection(AppendOnly):
    """检查: how the court stood at one moment. A later one of the same period stands beside it and says why it was made."""

    class Kind(models.TextChoices):
        QUARTER = "quarter", "季度检查"
        MIDYEAR = "midyear", "上半年检查评估"
        YEAR_END = "year_end", "年终验收"

    kind = models.CharField("类别", max_length=8, choices=Kind.choices)
    period = models.CharField("期间", max_length=8)
    serial = models.PositiveSmallIntegerField("第几次", default=1)
    reason = models.CharField("再次检查的原因", max_length=200, blank=True)
    catalogue = models.ForeignKey(
        Catalogue, on_delete=models.PROTECT, related_name="inspections", verbose_name="指标目录"
    )
    indicators = models.JSONField("冻结的指标定义", default=list)
    """The catalogue as it was: code, dimension, name, definition, measure with both sides of its line, weight, lines."""
    taken_at = models.DateTimeField("冻结时间", default=clock.now)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="检查人"
    )
    taken_by_name = models.CharField("检查人姓名", max_length=32)
    injected_clock = models.BooleanField("演示时钟", default=False)
    from_history = models.BooleanField("历史补录", default=False)
    """Loaded in bulk by the record layer of the inspection, marked as such."""
    seal = models.CharField("校验和", max_length=64)
    """SHA-256 over every score and every row of evidence, in order."""

    class Meta:
        ordering = ["-period", "-serial"]
        verbose_name = "检查"
        verbose_name_plural = "检查"
        constraints = [models.UniqueConstraint(name="one_inspection", fields=["kind", "period", "serial"])]
        indexes = [models.Index(fields=["kind", "period"])]

    def __str__(self) -> str:
        again = f"（第{self.serial}次）" if self.serial > 1 else ""
        return f"{span(self.period).label}{self.get_kind_display()}{again}"


class Score(AppendOnly):
    """One indicator for one division, or for the court (`division` empty)."""

    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="scores", verbose_name="检查"
    )
    code = models.CharField("指标编号", max_length=8)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="部门"
    )
    numerator = models.PositiveIntegerField("分子", null=True)
    denominator = models.PositiveIntegerField("分母", null=True)
    value = models.DecimalField("数值", max_digits=14, decimal_places=4, null=True)
    weight = models.DecimalField("分值", max_digits=6, decimal_places=2)
    points = models.DecimalField("得分", max_digits=8, decimal_places=4, null=True)
    verdict = models.CharField("结论", max_length=12, choices=Verdict.choices)

    class Meta:
        ordering = ["pk"]
        verbose_name = "指标得分"
        verbose_name_plural = "指标得分"
        constraints = [
            models.UniqueConstraint(name="one_score", fields=["inspection", "code", "division"]),
            models.UniqueConstraint(
                name="one_score_of_court", fields=["inspection", "code"], condition=Q(division=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.inspection_id} {self.code}"


class Evidence(AppendOnly):
    """One row that was held against a division when the inspection was taken: frozen in words, with its staff address."""

    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="evidence", verbose_name="检查"
    )
    code = models.CharField("指标编号", max_length=8)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="部门"
    )
    what = models.CharField("对象", max_length=120)
    detail = models.CharField("情况", max_length=200, blank=True)
    url = models.CharField("地址", max_length=120, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = "检查存证"
        verbose_name_plural = "检查存证"
        indexes = [models.Index(fields=["inspection", "code", "division"])]

    def __str__(self) -> str:
        return self.what


class Conclusion(AppendOnly):
    """The conclusion on one division, or on the court (`division` empty)."""

    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="conclusions", verbose_name="检查"
    )
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="部门"
    )
    division_name = models.CharField("部门名称", max_length=32)
    responsible_name = models.CharField("第一责任人", max_length=32, blank=True)
    """Empty: the division had none (R18)."""
    points = models.DecimalField("得分", max_digits=6, decimal_places=2, null=True)
    """Of 100, over the indicators with data; null: none had any."""
    verdict = models.CharField("结论", max_length=12, choices=Verdict.choices)
    met = models.PositiveSmallIntegerField("达标项")
    unmet = models.PositiveSmallIntegerField("未达标项")
    no_data = models.PositiveSmallIntegerField("无数据项")

    class Meta:
        ordering = ["pk"]
        verbose_name = "检查结论"
        verbose_name_plural = "检查结论"
        constraints = [
            models.UniqueConstraint(name="one_conclusion", fields=["inspection", "division"]),
            models.UniqueConstraint(
                name="one_conclusion_of_court", fields=["inspection"], condition=Q(division=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.division_name} {self.get_verdict_display()}"


class SampleCheck(AppendOnly):
    """抽查: something looked at by a person, with what was found. It stands beside the figures and changes none."""

    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="samples", verbose_name="检查"
    )
    code = models.CharField("指标编号", max_length=8, blank=True)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="部门"
    )
    subject = models.CharField("抽查对象", max_length=120)
    sound = models.BooleanField("与记录相符")
    finding = models.TextField("情况", max_length=1000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="抽查人"
    )
    by_name = models.CharField("抽查人姓名", max_length=32)
    at = models.DateTimeField("时间", default=clock.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = "抽查记录"
        verbose_name_plural = "抽查记录"

    def __str__(self) -> str:
        return self.subject
