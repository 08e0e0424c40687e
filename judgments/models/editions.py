"""Drafts (private: they know what was masked), reviews, and public editions (what anyone may read)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from liwan_court.timetable import clock


class PartyList(models.Model):
    """A party list of one judgment. Only a list confirmed by a person may lead to publication."""

    class Source(models.TextChoices):
        DOCUMENT = "document", "由文书首部识别"
        REGISTER = "register", "案件登记"
        CLERK = "clerk", "人工填写"

    judgment = models.ForeignKey("judgments.Judgment", on_delete=models.PROTECT, related_name="party_lists")
    source = models.CharField("来源", max_length=16, choices=Source.choices)
    parties = models.JSONField("当事人", default=list)
    """[{"role","name","kind","aliases":[…],"addresses":[…]}]"""
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField("确认时间", null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "当事人名单"
        verbose_name_plural = "当事人名单"

    def __str__(self) -> str:
        return f"第{self.pk}号名单"


class Draft(models.Model):
    """A redacted draft: everything the reviewer needs, including what was masked. Never public."""

    judgment = models.ForeignKey(
        "judgments.Judgment", on_delete=models.PROTECT, related_name="drafts", verbose_name="裁判文书"
    )
    upload = models.ForeignKey(
        "judgments.Upload", on_delete=models.PROTECT, related_name="drafts", verbose_name="原件"
    )
    party_list = models.ForeignKey(PartyList, on_delete=models.PROTECT, null=True, related_name="drafts")
    serial = models.PositiveSmallIntegerField("第几稿")
    policy = models.CharField("脱敏规则", max_length=32)
    policy_version = models.CharField("规则版本", max_length=8, default="1")
    engine_version = models.CharField("引擎版本", max_length=16)
    status = models.CharField("结果", max_length=8)
    """`ready` or `held`, as the engine says."""
    edition = models.JSONField("脱敏结果", default=dict)
    settled = models.JSONField("已核对的疑点", default=dict)
    """{doubt number as text: {"by","at","note"}}"""
    revision = models.PositiveIntegerField("修改次数", default=0)
    """How many steps a reviewer has taken in it, undone ones and undoing ones too."""
    masks = models.PositiveIntegerField("引擎隐去处数", default=0)
    """Masks the engine put in by itself: what its precision is counted from."""
    ambiguous = models.BooleanField("当事人不分", default=False)
    """Whether several parties of one role have become the same ××× (D11)."""
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-serial"]
        verbose_name = "上网版草稿"
        verbose_name_plural = "上网版草稿"
        constraints = [models.UniqueConstraint(name="one_draft_serial", fields=["judgment", "serial"])]

    def __str__(self) -> str:
        return f"第{self.serial}稿"

    @property
    def doubts(self) -> list[dict[str, Any]]:
        """Doubts of the draft, each with its number, and who settled it."""
        rows = self.edition.get("doubts", [])
        return [{**row, "number": i, "settled": self.settled.get(str(i))} for i, row in enumerate(rows, 1)]

    @property
    def open_doubts(self) -> list[dict[str, Any]]:
        """Blocking doubts that nobody has settled."""
        return [row for row in self.doubts if row["blocking"] and not row["settled"]]


class Review(models.Model):
    """A reviewer's decision on a draft. The reviewer is never the uploader: here as a constraint of the database too."""

    class Decision(models.TextChoices):
        APPROVED = "approved", "通过"
        RETURNED = "returned", "退回"

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="reviews", verbose_name="草稿")
    uploader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="上传人"
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="审核人"
    )
    decision = models.CharField("结论", max_length=16, choices=Decision.choices)
    reason = models.TextField("理由", blank=True)
    at = models.DateTimeField("时间", default=clock.now)

    class Meta:
        ordering = ["-at"]
        verbose_name = "审核"
        verbose_name_plural = "审核"
        constraints = [
            models.CheckConstraint(
                name="reviewer_is_not_uploader",
                condition=~Q(reviewer=F("uploader")),
                violation_error_message="审核人不得是上传人",
            ),
            models.CheckConstraint(
                name="return_has_reason",
                condition=~Q(decision="returned") | ~Q(reason=""),
                violation_error_message="退回必须写明理由",
            ),
            models.UniqueConstraint(name="one_approval", fields=["draft"], condition=Q(decision="approved")),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()} {clock.local(self.at):%Y-%m-%d}"


class PublicEdition(models.Model):
    """What anyone may read. Everything public (page, files, index, feed) is made from this row and from nothing else."""

    judgment = models.ForeignKey(
        "judgments.Judgment", on_delete=models.PROTECT, related_name="editions", verbose_name="裁判文书"
    )
    batch = models.ForeignKey(
        "judgments.Batch", on_delete=models.PROTECT, related_name="editions", verbose_name="批次"
    )
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, null=True, related_name="public_edition")
    version = models.PositiveSmallIntegerField("版次", default=1)
    title = models.CharField("标题", max_length=200)
    html = models.TextField("正文")
    text = models.TextField("纯文本")
    outline = models.JSONField("目录", default=list)
    """[[anchor, Chinese label], …] for the contents beside the text."""
    statutes = models.JSONField("引用法条", default=list)
    sha256 = models.CharField("上网版哈希", max_length=64)
    """Of the UTF-8 `text`."""
    docx = models.FileField("docx", upload_to="", max_length=200)
    pdf = models.FileField("pdf", upload_to="", max_length=200, blank=True)
    pdf_attempts = models.PositiveSmallIntegerField("pdf 尝试次数", default=0)
    policy = models.CharField("脱敏规则", max_length=32)
    policy_version = models.CharField("规则版本", max_length=8, default="1")
    late = models.BooleanField("迟报", default=False)
    from_history = models.BooleanField("历史补录", default=False)
    """Loaded in bulk by the record layer of the actions, marked as such."""
    published_at = models.DateTimeField("公布时间")
    correction_note = models.TextField("更正说明", blank=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdrawal_ground = models.CharField("撤回事由", max_length=64, blank=True)

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name = "上网版"
        verbose_name_plural = "上网版"
        constraints = [models.UniqueConstraint(name="one_version", fields=["judgment", "version"])]
        indexes = [models.Index(fields=["-published_at"])]

    def __str__(self) -> str:
        return f"{self.title} 第{self.version}版"
