"""Bulletins drafted from a snapshot, signed off by two of the leading group, numbered, sent out (R6, R15, R16, R19, R20)."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q

from liwan_court.append_only import AppendOnly
from liwan_court.timetable import clock
from oversight.models.inspections import Inspection


class Bulletin(models.Model):
    """通报 in the layout of an official document. Its figures come from the snapshot and are never typed."""

    class Kind(models.TextChoices):
        QUARTERLY = "quarterly", "季度司法公开情况通报"
        COMMENDATION = "commendation", "表扬通报"
        CRITICISM = "criticism", "批评通报"
        HALF_YEAR = "half_year", "上半年检查评估报告"
        ACCEPTANCE = "acceptance", "年终验收结论"
        YEAR_SUMMARY = "year_summary", "年度总结"

    class State(models.TextChoices):
        DRAFT = "draft", "草稿"
        SUBMITTED = "submitted", "待签发"
        SIGNED = "signed", "已签发"
        WITHDRAWN = "withdrawn", "已撤回"
        DISCARDED = "discarded", "已作废"

    kind = models.CharField("类别", max_length=16, choices=Kind.choices)
    period = models.CharField("期间", max_length=8)
    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, related_name="bulletins", verbose_name="依据的检查"
    )
    title = models.CharField("标题", max_length=120)
    text = models.TextField("正文")
    """Paragraphs divided by line breaks; a line that begins with 一、 or （一） is a heading."""
    demands = models.TextField("工作要求", blank=True)
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.DRAFT)
    year = models.PositiveSmallIntegerField("发文年度", null=True, blank=True)
    number = models.PositiveIntegerField("发文号", null=True, blank=True)
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="拟稿人"
    )
    drafted_by_name = models.CharField("拟稿人姓名", max_length=32)
    drafted_at = models.DateTimeField("拟稿时间", default=clock.now)
    signed_at = models.DateTimeField("签发时间", null=True, blank=True)
    public = models.BooleanField("在门户公布", default=False)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    withdrawn_because = models.CharField("撤回原因", max_length=200, blank=True)

    class Meta:
        ordering = ["-drafted_at", "-pk"]
        verbose_name = "通报"
        verbose_name_plural = "通报"
        constraints = [
            models.UniqueConstraint(name="one_document_number", fields=["year", "number"]),
            models.CheckConstraint(
                name="signed_has_number",
                condition=Q(state__in=["draft", "submitted", "discarded"]) | Q(number__isnull=False),
            ),
            models.CheckConstraint(
                name="public_is_signed", condition=Q(public=False) | Q(state__in=["signed", "withdrawn"])
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def document_number(self) -> str:
        """荔法办〔2026〕3号; empty before it is signed."""
        return f"荔法办〔{self.year}〕{self.number}号" if self.number else ""

    @property
    def sha256(self) -> str:
        """Of what a signature stands under: title, text, demands and the snapshot's seal."""
        parts = (self.title, self.text, self.demands, self.inspection.seal)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


class SignOff(AppendOnly):
    """签发: one of the leading group put his name to exactly this text. An edited text has no signature."""

    bulletin = models.ForeignKey(
        Bulletin, on_delete=models.PROTECT, related_name="sign_offs", verbose_name="通报"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="签发人"
    )
    by_name = models.CharField("签发人姓名", max_length=32)
    at = models.DateTimeField("时间", default=clock.now)
    sha256 = models.CharField("所签文本", max_length=64)

    class Meta:
        ordering = ["pk"]
        verbose_name = "签发"
        verbose_name_plural = "签发"
        constraints = [models.UniqueConstraint(name="one_sign_off", fields=["bulletin", "by", "sha256"])]

    def __str__(self) -> str:
        return f"{self.by_name} {clock.local(self.at):%Y-%m-%d %H:%M}"
