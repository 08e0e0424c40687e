"""The catalogue of indicators of a year, as data in versions (R2, R8, D20)."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q

from liwan_court.append_only import AppendOnly
from liwan_court.registry.models import Division
from liwan_court.timetable import clock


class Catalogue(models.Model):
    """One version of a year's indicators. A version that was put in force is never changed: the next one is a copy."""

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        IN_FORCE = "in_force", "施行"
        RETIRED = "retired", "已被新版代替"

    year = models.PositiveSmallIntegerField("年度")
    version = models.PositiveSmallIntegerField("版次", default=1)
    title = models.CharField("名称", max_length=80)
    sample = models.BooleanField("示例目录", default=False)
    """示例: not the official text, which the court puts in its place (D20)."""
    state = models.CharField("状态", max_length=8, choices=State.choices, default=State.DRAFT)
    note = models.CharField("说明", max_length=200, blank=True)
    created_at = models.DateTimeField("编制时间", default=clock.now)
    adopted_at = models.DateTimeField("施行时间", null=True, blank=True)
    adopted_by_name = models.CharField("决定人", max_length=32, blank=True)

    class Meta:
        ordering = ["-year", "-version"]
        verbose_name = "指标目录"
        verbose_name_plural = "指标目录"
        constraints = [
            models.UniqueConstraint(name="one_catalogue_version", fields=["year", "version"]),
            models.UniqueConstraint(
                name="one_catalogue_in_force",
                fields=["year"],
                condition=Q(state="in_force"),
                violation_error_message="该年度已有施行的目录",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}（第{self.version}版）" + ("【示例】" if self.sample else "")

    @property
    def is_draft(self) -> bool:
        """Whether it may still be changed."""
        return self.state == self.State.DRAFT


class Indicator(models.Model):
    """One indicator (指标) of a catalogue: what is counted, by whom it is owed, and from where on it is met."""

    class Source(models.TextChoices):
        AUTOMATIC = "automatic", "自动取数"
        EVIDENCE = "evidence", "人工举证"

    catalogue = models.ForeignKey(
        Catalogue, on_delete=models.CASCADE, related_name="indicators", verbose_name="目录"
    )
    code = models.CharField("编号", max_length=8)
    dimension = models.CharField("维度", max_length=16)
    name = models.CharField("指标", max_length=64)
    definition = models.TextField("定义", blank=True)
    source = models.CharField("取数方式", max_length=12, choices=Source.choices)
    measure = models.CharField("取数项", max_length=40, blank=True)
    """Name of one of the measures that the apps offer; never a formula."""
    counts = models.BooleanField("按件数", default=False)
    """The value is a number of things and not a share."""
    low_is_good = models.BooleanField("越低越好", default=False)
    weight = models.DecimalField("分值", max_digits=6, decimal_places=2)
    floor = models.DecimalField("零分线", max_digits=10, decimal_places=4, default=Decimal(0))
    """The value that earns nothing; between it and the target points grow evenly. A share is given as a fraction of 1."""
    target = models.DecimalField("达标线", max_digits=10, decimal_places=4)
    reference = models.BooleanField("只作参考", default=False)
    """Reported and neither scored nor judged."""
    whole_court = models.BooleanField("只计全院", default=False)
    divisions = models.ManyToManyField(
        Division, related_name="indicators", blank=True, verbose_name="责任部门"
    )
    order = models.PositiveSmallIntegerField("次序", default=0)

    class Meta:
        ordering = ["catalogue", "order", "code"]
        verbose_name = "指标"
        verbose_name_plural = "指标"
        constraints = [
            models.UniqueConstraint(name="one_indicator_code", fields=["catalogue", "code"]),
            models.CheckConstraint(name="weight_not_negative", condition=Q(weight__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class EvidenceReturn(AppendOnly):
    """举证: what a division states for an indicator that no measure counts. A later return takes the place of an earlier one."""

    period = models.CharField("期间", max_length=8)
    """A quarter, `2026Q1`."""
    code = models.CharField("指标编号", max_length=8)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="部门"
    )
    numerator = models.PositiveIntegerField("完成数")
    denominator = models.PositiveIntegerField("应完成数")
    note = models.TextField("举证材料", max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="填报人"
    )
    by_name = models.CharField("填报人姓名", max_length=32)
    at = models.DateTimeField("填报时间", default=clock.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = "指标举证"
        verbose_name_plural = "指标举证"
        indexes = [models.Index(fields=["period", "code"])]

    def __str__(self) -> str:
        return f"{self.period} {self.code}"
