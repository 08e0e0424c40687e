"""Files from the case-management system: each import is a row with a report of every line of it (R22)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from liwan_court.timetable import clock


class ImportRun(models.Model):
    """One file that came in: from whom, what became of each row. Reports name rows by place and foreign id, never a party."""

    class Source(models.TextChoices):
        COMMAND = "command", "命令"
        ADMIN = "admin", "后台上传"
        VENDOR = "vendor", "协助单位接口"

    source = models.CharField("来源", max_length=8, choices=Source.choices)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="报送人"
    )
    file_sha256 = models.CharField("文件校验和", max_length=64)
    dry_run = models.BooleanField("试导入", default=False)
    started_at = models.DateTimeField("开始", default=clock.now)
    finished_at = models.DateTimeField("结束", null=True, blank=True)
    counts = models.JSONField("计数", default=dict)
    """added, changed, same, refused."""
    problems = models.JSONField("问题", default=list)
    """[row, foreign id, message] of each refused row, the first thousand."""

    class Meta:
        ordering = ["-pk"]
        verbose_name = "外部系统导入"
        verbose_name_plural = "外部系统导入"

    def __str__(self) -> str:
        return f"导入{self.pk}"


class VendorToken(models.Model):
    """What the vendor's system shows at the endpoint: only its hash is kept."""

    officer = models.ForeignKey(
        "registry.Officer",
        on_delete=models.PROTECT,
        related_name="vendor_tokens",
        verbose_name="协助单位人员",
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    issued_at = models.DateTimeField("发放时间", default=clock.now)
    revoked_at = models.DateTimeField("作废时间", null=True, blank=True)

    class Meta:
        ordering = ["-issued_at"]
        verbose_name = "接口口令"
        verbose_name_plural = "接口口令"

    def __str__(self) -> str:
        return f"接口口令{self.pk}"
