"""Uploaded originals: private, hashed, never with an address; each look at one is recorded (R25)."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q

from liwan_court.registry.models import Division
from liwan_court.timetable import clock


def originals() -> Storage:
    """The private storage, resolved at run time so that a setting can move it."""
    return storages["originals"]


class UploadBatch(models.Model):
    """One sitting of a clerk: many files sent together."""

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="上传人"
    )
    uploaded_at = models.DateTimeField("上传时间", default=clock.now)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, blank=True, verbose_name="庭室"
    )

    class Meta:
        ordering = ["-uploaded_at"]
        verbose_name = "上传"
        verbose_name_plural = "上传"

    def __str__(self) -> str:
        return f"{clock.local(self.uploaded_at):%Y-%m-%d %H:%M} 上传"


class Upload(models.Model):
    """One uploaded file and what became of it. The row is the job; a task message is only a hint to look at it."""

    class State(models.TextChoices):
        QUEUED = "queued", "排队中"
        PROCESSING = "processing", "处理中"
        DRAFTED = "drafted", "已生成上网版草稿"
        NEEDS_NUMBER = "needs_number", "案号需人工确认"
        CONFLICT = "conflict", "同一文书已有文件"
        REFUSED = "refused", "不能接收"
        SUPERSEDED = "superseded", "已被新文件替换"

    batch = models.ForeignKey(
        UploadBatch, on_delete=models.PROTECT, related_name="uploads", verbose_name="上传"
    )
    judgment = models.ForeignKey(
        "judgments.Judgment",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="uploads",
        verbose_name="裁判文书",
    )
    filename = models.CharField("文件名", max_length=255)
    original = models.FileField("原件", storage=originals, max_length=200)
    sha256 = models.CharField("原件哈希", max_length=64, db_index=True)
    size = models.PositiveIntegerField("字节")
    state = models.CharField(
        "状态", max_length=16, choices=State.choices, default=State.QUEUED, db_index=True
    )
    message = models.TextField("说明", blank=True)
    converted_from = models.CharField("转换自", max_length=8, blank=True)
    number_typed = models.CharField("人工填写案号", max_length=80, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    processed_at = models.DateTimeField("处理完成", null=True, blank=True)

    class Meta:
        ordering = ["batch", "pk"]
        verbose_name = "上传文件"
        verbose_name_plural = "上传文件"
        constraints = [
            models.UniqueConstraint(
                name="one_current_file",
                fields=["judgment"],
                condition=Q(state="drafted"),
                violation_error_message="该文书已有在用文件，请先替换",
            )
        ]

    def __str__(self) -> str:
        return self.filename

    @property
    def is_refused(self) -> bool:
        """Whether the file was not taken in."""
        return self.state == self.State.REFUSED


class OriginalAccess(models.Model):
    """A look at an original by staff: who, when, why."""

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="accesses", verbose_name="原件")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="查看人"
    )
    at = models.DateTimeField("时间", default=clock.now)
    purpose = models.CharField("用途", max_length=64)

    class Meta:
        ordering = ["-at"]
        verbose_name = "原件查阅记录"
        verbose_name_plural = "原件查阅记录"

    def __str__(self) -> str:
        return f"{self.by} {clock.local(self.at):%Y-%m-%d %H:%M}"
