"""Notices to officers about sessions, with their acknowledgement (R47)."""

from __future__ import annotations

from django.db import models

from livestream.models.sessions import Session
from liwan_court.registry.models import Officer
from liwan_court.timetable import clock


class Notice(models.Model):
    """What one officer was told of one session. The row is the notice; the e-mail is sent from it and may be sent again."""

    class Kind(models.TextChoices):
        SCHEDULE = "schedule", "排期"
        CHANGE = "change", "变更"
        PULLED = "pulled", "撤下"
        DUTY = "duty", "值班"
        SWAP = "swap", "调换"
        PREPARATION = "preparation", "庭前准备"
        MICROBLOG = "microblog", "微博"

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="notices", verbose_name="场次"
    )
    officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="livestream_notices", verbose_name="收件人"
    )
    kind = models.CharField("类别", max_length=16, choices=Kind.choices)
    text = models.CharField("内容", max_length=300)
    created_at = models.DateTimeField("时间", default=clock.now)
    mailed_at = models.DateTimeField("邮件发出", null=True)
    mail_attempts = models.PositiveSmallIntegerField("邮件尝试", default=0)
    acknowledged_at = models.DateTimeField("回执", null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "通知"
        verbose_name_plural = "通知"

    def __str__(self) -> str:
        return f"{self.officer} {self.get_kind_display()} {self.session}"
