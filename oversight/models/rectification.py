"""Rectification: every indicator that is not met has somebody, something and a day (R1, R9, R21)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from liwan_court.registry.models import Division, Officer
from liwan_court.timetable import clock
from oversight.models.inspections import Inspection


class Rectification(models.Model):
    """整改: the problem, its cause, who mends it how and by when, the evidence, and who checked it."""

    class Origin(models.TextChoices):
        CARRIED_OVER = "carried_over", "上年未达标"
        INSPECTION = "inspection", "检查未达标"
        FALLEN_BACK = "fallen_back", "达标后回落"
        SAMPLE = "sample", "抽查发现"
        BY_HAND = "by_hand", "人工登记"

    class State(models.TextChoices):
        OPEN = "open", "待制定措施"
        UNDER_WAY = "under_way", "整改中"
        SUBMITTED = "submitted", "待查验"
        CLOSED = "closed", "已办结"

    year = models.PositiveSmallIntegerField("年度")
    code = models.CharField("指标编号", max_length=8)
    indicator_name = models.CharField("指标", max_length=64)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, null=True, related_name="rectifications", verbose_name="责任部门"
    )
    """Empty: the court as a whole."""
    origin = models.CharField("来源", max_length=16, choices=Origin.choices)
    inspection = models.ForeignKey(
        Inspection, on_delete=models.PROTECT, null=True, related_name="rectifications", verbose_name="检查"
    )
    problem = models.TextField("问题")
    cause = models.TextField("原因", blank=True)
    measures = models.TextField("整改措施", blank=True)
    owner = models.ForeignKey(
        Officer, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="责任人"
    )
    due = models.DateField("期限")
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.OPEN)
    evidence = models.TextField("办结证据", blank=True)
    submitted_by_name = models.CharField("报结人", max_length=32, blank=True)
    submitted_at = models.DateTimeField("报结时间", null=True, blank=True)
    checked_by_name = models.CharField("查验人", max_length=32, blank=True)
    checked_at = models.DateTimeField("查验时间", null=True, blank=True)
    check_note = models.TextField("查验意见", blank=True)
    lesson = models.TextField("经验", blank=True)
    """What others may learn from it: the knowledge base of problems."""
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="again", verbose_name="上一次"
    )
    """The same problem before: it came back."""
    opened_at = models.DateTimeField("登记时间", default=clock.now)

    class Meta:
        ordering = ["due", "pk"]
        verbose_name = "整改"
        verbose_name_plural = "整改"
        constraints = [
            models.UniqueConstraint(
                name="one_open_rectification",
                fields=["code", "division"],
                condition=~Q(state="closed"),
                violation_error_message="该部门的这一指标已有未办结的整改",
            ),
            models.UniqueConstraint(
                name="one_open_rectification_of_court",
                fields=["code"],
                condition=~Q(state="closed") & Q(division=None),
                violation_error_message="全院的这一指标已有未办结的整改",
            ),
            models.CheckConstraint(
                name="closed_is_checked", condition=~Q(state="closed") | ~Q(checked_by_name="")
            ),
        ]
        indexes = [models.Index(fields=["division", "state"])]

    def __str__(self) -> str:
        return f"{self.code} {self.indicator_name}"

    @property
    def is_overdue(self) -> bool:
        """Whether it is not closed and its day is past."""
        return self.state != self.State.CLOSED and self.due < clock.today()
