"""Where the rotation stands: changes of the unit, months as they were planned, turns that were skipped (R45, D8)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from liwan_court.append_only import AppendOnly
from liwan_court.registry.models import Division
from liwan_court.timetable import clock


class UnitChange(AppendOnly):
    """From which month on turns are handed on by which unit; the first row says where the rotation began."""

    class Unit(models.TextChoices):
        MONTH = "month", "月"
        WEEK = "week", "周"
        SESSION = "session", "场"

    since = models.CharField("自哪个月起", max_length=7, unique=True)
    """2026-01."""
    unit = models.CharField("轮转单位", max_length=8, choices=Unit.choices)
    first = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="从哪个庭开始",
    )
    """Only of the first row; a later one goes on from the current position."""
    reason = models.CharField("事由", max_length=200, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="决定人"
    )
    at = models.DateTimeField("时间", default=clock.now)

    class Meta:
        ordering = ["since"]
        verbose_name = "轮转单位变更"
        verbose_name_plural = "轮转单位变更"

    def __str__(self) -> str:
        return f"自{self.since}起按{self.get_unit_display()}轮转"


class MonthPlan(models.Model):
    """A month as it was planned when its nomination opened: later changes of the calendar do not move turns already given."""

    period = models.CharField("月份", max_length=7, unique=True)
    unit = models.CharField("轮转单位", max_length=8, choices=UnitChange.Unit.choices)
    slots = models.JSONField("场次", default=list)
    """[{"date","livestream","microblog","division","turn","cancelled","provisional","skipped"}]"""
    before = models.JSONField("之前的位置", default=dict)
    after = models.JSONField("之后的位置", default=dict)
    """A cursor as `livestream.positions` writes it."""
    made_at = models.DateTimeField("排定时间", default=clock.now)

    class Meta:
        ordering = ["-period"]
        verbose_name = "月度轮转"
        verbose_name_plural = "月度轮转"

    def __str__(self) -> str:
        return self.period


class SkippedTurn(models.Model):
    """轮空: the session of a day whose division had nothing eligible or no time; the reason is public."""

    date = models.DateField("日期", unique=True)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="skipped_turns", verbose_name="审判庭"
    )
    reason = models.CharField("理由", max_length=100)
    hands_on = models.BooleanField("下一庭接替", default=True)
    """Whether the next division takes over from the next session on; not where only time was wanting (D22)."""
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    at = models.DateTimeField("时间", default=clock.now)

    class Meta:
        ordering = ["-date"]
        verbose_name = "轮空"
        verbose_name_plural = "轮空"

    def __str__(self) -> str:
        return f"{self.date} {self.division} 轮空"
