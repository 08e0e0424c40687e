"""Batches of the 25th with their supplements, and what was kept back with its ground (R29, D1, D3, D15)."""

from __future__ import annotations

from django.db import models

from judgments.models.marks import Ground
from liwan_court.timetable import clock


class Batch(models.Model):
    """One monthly batch; `supplement` counts 补批 from 1, 0 is the batch itself."""

    period = models.CharField("期间", max_length=7)
    """The month of publication, `2026-11`."""
    supplement = models.PositiveSmallIntegerField("补批序号", default=0)
    window_start = models.DateField("生效窗口起")
    window_end = models.DateField("生效窗口止")
    published_at = models.DateTimeField("公布时间", null=True, blank=True)
    injected_clock = models.BooleanField("演示时钟", default=False)
    from_history = models.BooleanField("历史补录", default=False)

    class Meta:
        ordering = ["-period", "-supplement"]
        verbose_name = "公布批次"
        verbose_name_plural = "公布批次"
        constraints = [models.UniqueConstraint(name="one_batch", fields=["period", "supplement"])]

    def __str__(self) -> str:
        year, month = self.period.split("-")
        return f"{year}年{int(month)}月批次" + (f"（补批{self.supplement}）" if self.supplement else "")

    def get_absolute_url(self) -> str:
        """The notice of the batch; supplements stand on the same page."""
        return f"/batches/{self.period}/"


class Exclusion(models.Model):
    """A judgment that is not published, with its ground. It enters the public register with a batch of the 25th (D15)."""

    judgment = models.OneToOneField(
        "judgments.Judgment", on_delete=models.PROTECT, related_name="exclusion", verbose_name="裁判文书"
    )
    ground = models.ForeignKey(Ground, on_delete=models.PROTECT, related_name="+", verbose_name="事由")
    mark = models.ForeignKey("judgments.Mark", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField("理由")
    decided_by = models.CharField("决定人", max_length=32)
    decided_at = models.DateTimeField("决定时间", default=clock.now)
    batch = models.ForeignKey(
        Batch, on_delete=models.PROTECT, null=True, related_name="exclusions", verbose_name="登记批次"
    )
    held_back = models.BooleanField("院长决定暂不登记", default=False)
    held_back_reason = models.TextField("暂不登记理由", blank=True)

    class Meta:
        ordering = ["-decided_at"]
        verbose_name = "不公开登记"
        verbose_name_plural = "不公开登记"

    def __str__(self) -> str:
        return str(self.ground)
