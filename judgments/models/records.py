"""Append-only records: transitions (R66), the publication ledger, the outbox of the index, daily lists, reported problems."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from liwan_court.append_only import AppendOnly
from liwan_court.timetable import clock


class Transition(AppendOnly):
    """Who did what to a judgment, when, and what it was before and after (R66)."""

    judgment = models.ForeignKey(
        "judgments.Judgment", on_delete=models.PROTECT, related_name="transitions", verbose_name="裁判文书"
    )
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
    """Reasons, versions, periods. Never a name, an address or other content of a document."""

    class Meta:
        ordering = ["pk"]
        verbose_name = "流转记录"
        verbose_name_plural = "流转记录"

    def __str__(self) -> str:
        return f"{clock.local(self.at):%Y-%m-%d %H:%M} {self.actor_name} {self.verb}"


class LedgerEntry(AppendOnly):
    """One link of the publication ledger: `hash` covers the entry and the hash before it."""

    class Event(models.TextChoices):
        PUBLISHED = "published", "公布"
        CORRECTED = "corrected", "更正"
        WITHDRAWN = "withdrawn", "撤回"

    number = models.PositiveBigIntegerField("序号", unique=True)
    at = models.DateTimeField("时间")
    event = models.CharField("事件", max_length=16, choices=Event.choices)
    slug = models.CharField("文书", max_length=120)
    version = models.PositiveSmallIntegerField("版次")
    content_sha256 = models.CharField("上网版哈希", max_length=64)
    previous_hash = models.CharField("前一条", max_length=64)
    hash = models.CharField("本条", max_length=64, unique=True)

    class Meta:
        ordering = ["number"]
        verbose_name = "公布账本"
        verbose_name_plural = "公布账本"

    def __str__(self) -> str:
        return f"第{self.number}条"


class IndexOutbox(models.Model):
    """What the index has still to follow. Written in the transaction of the action, read by the one consumer."""

    class Operation(models.TextChoices):
        ADD = "add", "收录"
        REMOVE = "remove", "移除"

    judgment = models.ForeignKey("judgments.Judgment", on_delete=models.PROTECT, related_name="+")
    operation = models.CharField(max_length=8, choices=Operation.choices)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = "索引待办"
        verbose_name_plural = "索引待办"

    def __str__(self) -> str:
        return f"{self.operation} {self.judgment_id}"


class OutstandingList(models.Model):
    """The list of a day: effective, unmarked, not yet published (R36), by division."""

    day = models.DateField("日期", unique=True)
    rows = models.JSONField("清单", default=list)
    """[{"judgment","number","kind","division","effective_on","state","days"}]"""

    class Meta:
        ordering = ["-day"]
        verbose_name = "应公开未公开清单"
        verbose_name_plural = "应公开未公开清单"

    def __str__(self) -> str:
        return str(self.day)


class ProblemReport(models.Model):
    """A reader points at something in a published judgment; the answer has a clock."""

    class State(models.TextChoices):
        OPEN = "open", "待处理"
        ANSWERED = "answered", "已处理"

    judgment = models.ForeignKey(
        "judgments.Judgment", on_delete=models.PROTECT, related_name="problems", verbose_name="裁判文书"
    )
    text = models.TextField("问题")
    contact = models.CharField("联系方式", max_length=128, blank=True)
    reported_at = models.DateTimeField("提交时间", default=clock.now)
    due_on = models.DateField("应于", null=True)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.OPEN)
    answer = models.TextField("处理结果", blank=True)

    class Meta:
        ordering = ["state", "reported_at"]
        verbose_name = "指出问题"
        verbose_name_plural = "指出问题"

    def __str__(self) -> str:
        return f"{clock.local(self.reported_at):%Y-%m-%d} {self.judgment_id}"
