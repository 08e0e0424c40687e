"""Append-only: who did what in the livestream and microblog line (R66)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from liwan_court.append_only import AppendOnly
from liwan_court.timetable import clock


class LivestreamRecord(AppendOnly):
    """One thing done: to which row, by whom, with what before and after."""

    subject = models.CharField("对象", max_length=32)
    """The model's name in lower case, such as session."""
    subject_id = models.PositiveBigIntegerField("对象编号")
    verb = models.CharField("动作", max_length=32)
    before = models.CharField("之前", max_length=16, blank=True)
    after = models.CharField("之后", max_length=16, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="操作人"
    )
    actor_name = models.CharField("操作人姓名", max_length=32)
    at = models.DateTimeField("时间", default=clock.now)
    injected_clock = models.BooleanField("演示时钟", default=False)
    detail = models.JSONField("内容", default=dict)

    class Meta:
        ordering = ["pk"]
        verbose_name = "直播微博留痕"
        verbose_name_plural = "直播微博留痕"
        indexes = [models.Index(fields=["subject", "subject_id"])]

    def __str__(self) -> str:
        return f"{clock.local(self.at):%Y-%m-%d %H:%M} {self.actor_name} {self.verb}"
