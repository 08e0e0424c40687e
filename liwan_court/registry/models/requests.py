"""What a party asks for on the page of its case: a correction of what stands there (R62, 法释〔2018〕7号)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from liwan_court.registry.models.cases import Case
from liwan_court.registry.models.keys import CaseKey
from liwan_court.timetable import clock


class CorrectionRequest(models.Model):
    """申请更正: in the party's words, answered by the court; shown to that party and to those who handle the case."""

    class State(models.TextChoices):
        PENDING = "pending", "待答复"
        CORRECTED = "corrected", "已更正"
        REFUSED = "refused", "不予更正"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="corrections", verbose_name="案件")
    key = models.ForeignKey(
        CaseKey, on_delete=models.PROTECT, related_name="corrections", verbose_name="查阅密码"
    )
    text = models.CharField("内容", max_length=500)
    received_at = models.DateTimeField("收到时间", default=clock.now)
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.PENDING)
    answer = models.CharField("答复", max_length=500, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="答复人"
    )
    answered_at = models.DateTimeField("答复时间", null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "更正申请"
        verbose_name_plural = "更正申请"

    def __str__(self) -> str:
        return f"更正申请{self.pk}"
