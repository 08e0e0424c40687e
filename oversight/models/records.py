"""Append-only: who did what in oversight (R66)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from liwan_court.append_only import AppendOnly
from liwan_court.timetable import clock


class OversightRecord(AppendOnly):
    """One thing done to one row of this part; `detail` holds ids, codes and figures."""

    subject = models.CharField("对象", max_length=32)
    subject_id = models.PositiveBigIntegerField("对象编号")
    verb = models.CharField("动作", max_length=32)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="操作人"
    )
    actor_name = models.CharField("操作人姓名", max_length=32)
    at = models.DateTimeField("时间", default=clock.now)
    injected_clock = models.BooleanField("演示时钟", default=False)
    detail = models.JSONField("内容", default=dict)

    class Meta:
        ordering = ["pk"]
        verbose_name = "监督评价留痕"
        verbose_name_plural = "监督评价留痕"
        indexes = [models.Index(fields=["subject", "subject_id"])]

    def __str__(self) -> str:
        return f"{clock.local(self.at):%Y-%m-%d %H:%M} {self.actor_name} {self.verb}"
