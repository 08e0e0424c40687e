"""把关: the six grounds looked at for a nominated case, and the signatures of judge and division head (R49, R50)."""

from __future__ import annotations

from django.db import models

from livestream.models.nomination import Nomination
from liwan_court.append_only import AppendOnly
from liwan_court.registry.models import Case, Officer
from liwan_court.timetable import clock


class Screening(models.Model):
    """The checklist of one nomination: `grounds` says of each code whether it applies; `hints` come from the case."""

    nomination = models.OneToOneField(
        Nomination, on_delete=models.PROTECT, related_name="screening", verbose_name="报送案件"
    )
    grounds = models.JSONField("不宜公开的情形", default=dict)
    """{"secret": {"applies": false, "note": ""}, …}"""
    hints = models.JSONField("系统提示", default=list)
    """[{"code","text","blocking"}], made when the screening was opened and shown with it."""
    opened_at = models.DateTimeField("开始把关", default=clock.now)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "把关"
        verbose_name_plural = "把关"

    def __str__(self) -> str:
        return f"{self.nomination} 把关"


class Signature(AppendOnly):
    """One signature: the last one of each role counts. A veto needs its reason and may come later too."""

    class Role(models.TextChoices):
        JUDGE = "judge", "经办法官"
        HEAD = "head", "庭长"
        VICE_PRESIDENT = "vice_president", "分管副院长"

    class Decision(models.TextChoices):
        PASS = "pass", "同意"
        VETO = "veto", "不同意"

    screening = models.ForeignKey(
        Screening, on_delete=models.PROTECT, related_name="signatures", verbose_name="把关"
    )
    role = models.CharField("签署身份", max_length=16, choices=Role.choices)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+", verbose_name="签署人")
    decision = models.CharField("意见", max_length=8, choices=Decision.choices)
    ground = models.CharField("情形", max_length=16, blank=True)
    reason = models.CharField("理由", max_length=200, blank=True)
    at = models.DateTimeField("时间", default=clock.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = "把关签署"
        verbose_name_plural = "把关签署"
        constraints = [
            models.CheckConstraint(
                name="veto_has_reason",
                condition=~models.Q(decision="veto") | ~models.Q(reason=""),
                violation_error_message="不同意必须写明理由",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.get_decision_display()}"


class Objection(models.Model):
    """A party applies, or the procuratorate asks with a reason, that a hearing be not broadcast (R50; 2010 rules art. 2)."""

    class By(models.TextChoices):
        PARTY = "party", "当事人申请"
        PROCURATORATE = "procuratorate", "检察机关提出"

    class Decision(models.TextChoices):
        PENDING = "pending", "待决定"
        GRANTED = "granted", "准许，不播"
        REFUSED = "refused", "不准许"

    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, related_name="broadcast_objections", verbose_name="案件"
    )
    by = models.CharField("提出人", max_length=16, choices=By.choices)
    reason = models.CharField("理由", max_length=200)
    received_on = models.DateField("收到日期")
    decision = models.CharField("决定", max_length=16, choices=Decision.choices, default=Decision.PENDING)
    decided_by = models.ForeignKey(
        Officer, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="决定人"
    )
    decided_at = models.DateTimeField("决定时间", null=True)

    class Meta:
        ordering = ["-received_on", "-pk"]
        verbose_name = "不予直播的申请"
        verbose_name_plural = "不予直播的申请"

    def __str__(self) -> str:
        return f"{self.case} {self.get_by_display()}"
