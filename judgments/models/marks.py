"""Grounds for non-publication, the judge's mark (R23, R24), and a party's application (R34, R35)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from liwan_court.timetable import clock


class Ground(models.Model):
    """A ground of non-publication (除外情形) under one policy: data the court may change."""

    class Approval(models.TextChoices):
        NONE = "none", "无须另行审批"
        HEAD = "head", "庭长审批"
        HEAD_AND_VICE_PRESIDENT = "head_and_vice_president", "庭长、分管副院长审批"
        APPLICATION = "application", "当事人申请并经准许"

    class Register(models.TextChoices):
        NEVER = "never", "不登记"
        BARE = "bare", "登记，不列案由"
        FULL = "full", "登记"

    policy = models.CharField("规则", max_length=32, default="liwan-2013")
    code = models.CharField("代码", max_length=8)
    label = models.CharField("事由", max_length=64)
    text = models.CharField("原文", max_length=200)
    approval = models.CharField("审批", max_length=32, choices=Approval.choices, default=Approval.NONE)
    register = models.CharField("不公开登记", max_length=8, choices=Register.choices, default=Register.FULL)
    order = models.PositiveSmallIntegerField("次序", default=0)

    class Meta:
        ordering = ["policy", "order"]
        verbose_name = "除外情形"
        verbose_name_plural = "除外情形"
        constraints = [models.UniqueConstraint(name="one_ground", fields=["policy", "code"])]

    def __str__(self) -> str:
        return self.label


class NonPublicationRequest(models.Model):
    """A party's application not to publish, and the decision on it (R35). Nobody decides what he himself entered."""

    class Decision(models.TextChoices):
        PENDING = "pending", "待决定"
        GRANTED = "granted", "准许"
        REFUSED = "refused", "不予准许"

    judgment = models.ForeignKey(
        "judgments.Judgment", on_delete=models.PROTECT, related_name="requests", verbose_name="裁判文书"
    )
    applicant_role = models.CharField("申请人诉讼地位", max_length=32)
    reason = models.TextField("申请理由")
    received_on = models.DateField("收到日期")
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    party_key = models.ForeignKey(
        "registry.CaseKey",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="查阅密码",
    )
    """With which key the party applied by itself; then nobody entered it."""
    decision = models.CharField("决定", max_length=16, choices=Decision.choices, default=Decision.PENDING)
    decision_reason = models.TextField("决定理由", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="决定人"
    )
    decided_at = models.DateTimeField("决定时间", null=True)
    notified_on = models.DateField("告知日期", null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "不公开申请"
        verbose_name_plural = "不公开申请"
        constraints = [
            models.CheckConstraint(
                name="request_not_decided_by_enterer",
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("entered_by")),
                violation_error_message="登记人不得自行决定",
            )
        ]

    def __str__(self) -> str:
        return f"{self.received_on} {self.get_decision_display()}"


class Mark(models.Model):
    """The judge's mark 不上网公开 with its ground. While it waits for approval it blocks publication as well."""

    class State(models.TextChoices):
        PENDING_HEAD = "pending_head", "待庭长审批"
        PENDING_VICE_PRESIDENT = "pending_vice_president", "待分管副院长审批"
        IN_FORCE = "in_force", "有效"
        REFUSED = "refused", "未获批准"
        LIFTED = "lifted", "已撤销"

    BLOCKING = (State.PENDING_HEAD, State.PENDING_VICE_PRESIDENT, State.IN_FORCE)

    judgment = models.ForeignKey(
        "judgments.Judgment", on_delete=models.PROTECT, related_name="marks", verbose_name="裁判文书"
    )
    ground = models.ForeignKey(Ground, on_delete=models.PROTECT, related_name="+", verbose_name="事由")
    reason = models.TextField("理由")
    request = models.ForeignKey(
        NonPublicationRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="marks"
    )
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="标记人"
    )
    marked_at = models.DateTimeField("标记时间", default=clock.now)
    state = models.CharField("状态", max_length=32, choices=State.choices)
    approvals = models.JSONField("审批", default=list)
    """[{"post","name","user","at","granted","reason"}]"""

    class Meta:
        ordering = ["-pk"]
        verbose_name = "不上网公开标记"
        verbose_name_plural = "不上网公开标记"
        constraints = [
            models.UniqueConstraint(
                name="one_mark_in_force",
                fields=["judgment"],
                condition=Q(state__in=["pending_head", "pending_vice_president", "in_force"]),
                violation_error_message="该文书已有标记",
            )
        ]

    def __str__(self) -> str:
        return f"{self.ground}（{self.get_state_display()}）"
