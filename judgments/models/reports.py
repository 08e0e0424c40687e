"""Each division's list of effective judgments for a window, and the reconciliation of numbers, files and marks (R27, R28)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from liwan_court.registry.models import Division
from liwan_court.timetable import clock


class EffectiveReport(models.Model):
    """A division's monthly return; a nil return is a return too."""

    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="effective_reports", verbose_name="庭室"
    )
    period = models.CharField("期间", max_length=7)
    nil = models.BooleanField("零报告", default=False)
    late = models.BooleanField("逾期", default=False)
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="报送人"
    )
    filed_at = models.DateTimeField("报送时间", default=clock.now)

    class Meta:
        ordering = ["-period", "division"]
        verbose_name = "生效案号报表"
        verbose_name_plural = "生效案号报表"
        constraints = [models.UniqueConstraint(name="one_report", fields=["division", "period"])]

    def __str__(self) -> str:
        return f"{self.division} {self.period}"


class ReportedJudgment(models.Model):
    """One line of a report: a number with its confirmed effective date."""

    report = models.ForeignKey(
        EffectiveReport, on_delete=models.CASCADE, related_name="lines", verbose_name="报表"
    )
    judgment = models.ForeignKey(
        "judgments.Judgment", on_delete=models.PROTECT, related_name="report_lines", verbose_name="裁判文书"
    )
    kind = models.CharField("所报种类", max_length=8)
    effective_on = models.DateField("确认生效日")
    from_earlier_window = models.BooleanField("迟报", default=False)
    differs = models.BooleanField("与推算不一致", default=False)

    class Meta:
        ordering = ["report", "pk"]
        verbose_name = "报表案号"
        verbose_name_plural = "报表案号"
        constraints = [
            models.UniqueConstraint(name="one_line", fields=["report", "judgment"]),
            models.CheckConstraint(name="line_has_date", condition=Q(effective_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return str(self.judgment)


class Reconciliation(models.Model):
    """The state of a window as frozen when the collection closed; the live view is computed by the same function."""

    period = models.CharField("期间", max_length=7, unique=True)
    taken_at = models.DateTimeField("时间", default=clock.now)
    differences = models.JSONField("差异", default=list)
    """[{"code","label","number","kind","division","detail"}]"""
    returns = models.JSONField("报送情况", default=list)
    """[{"division","state":"filed|nil|late|missing","count"}]"""

    class Meta:
        ordering = ["-period"]
        verbose_name = "三方核对"
        verbose_name_plural = "三方核对"

    def __str__(self) -> str:
        return self.period
