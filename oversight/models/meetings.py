"""The quarterly meeting with who came to it, and training (R3, R4, R17)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from liwan_court.registry.models import Division, Officer
from liwan_court.timetable import clock


class Training(models.Model):
    """学习培训: a session with how many of each division took part (R17)."""

    held_on = models.DateField("日期")
    topic = models.CharField("内容", max_length=120)
    hours = models.DecimalField("学时", max_digits=4, decimal_places=1)
    organiser = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="+", verbose_name="组织部门"
    )
    material = models.TextField("材料、记录", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    recorded_at = models.DateTimeField("登记时间", default=clock.now)
    voided_at = models.DateTimeField("撤销时间", null=True, blank=True)
    """Entered by mistake: it stays to be read and counts nowhere."""
    voided_by_name = models.CharField("撤销人", max_length=32, blank=True)
    voided_because = models.CharField("撤销原因", max_length=200, blank=True)

    class Meta:
        ordering = ["-held_on", "-pk"]
        verbose_name = "学习培训"
        verbose_name_plural = "学习培训"

    def __str__(self) -> str:
        return f"{self.held_on} {self.topic}"


class TrainingAttendance(models.Model):
    """How many of a division took part."""

    training = models.ForeignKey(
        Training, on_delete=models.CASCADE, related_name="attendances", verbose_name="学习培训"
    )
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="+", verbose_name="部门")
    people = models.PositiveSmallIntegerField("人数")

    class Meta:
        ordering = ["division"]
        verbose_name = "参加人数"
        verbose_name_plural = "参加人数"
        constraints = [models.UniqueConstraint(name="one_attendance", fields=["training", "division"])]

    def __str__(self) -> str:
        return f"{self.division}：{self.people}"


class Meeting(models.Model):
    """司法公开情况通报会: one each quarter, called by the leading group (R3)."""

    class State(models.TextChoices):
        CALLED = "called", "已通知"
        HELD = "held", "已召开"
        CANCELLED = "cancelled", "已取消"

    period = models.CharField("期间", max_length=8)
    """The quarter that is reported on."""
    begins_at = models.DateTimeField("会议时间")
    place = models.CharField("地点", max_length=64)
    agenda = models.TextField("议程", blank=True)
    chair = models.ForeignKey(
        Officer, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="主持人"
    )
    minutes = models.TextField("纪要", blank=True)
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.CALLED)
    called_by_name = models.CharField("召集人", max_length=32)
    held_at = models.DateTimeField("登记召开时间", null=True, blank=True)

    class Meta:
        ordering = ["-begins_at"]
        verbose_name = "通报会"
        verbose_name_plural = "通报会"
        constraints = [
            models.UniqueConstraint(
                name="one_meeting_a_quarter",
                fields=["period"],
                condition=~Q(state="cancelled"),
                violation_error_message="该季度已有通报会",
            )
        ]

    def __str__(self) -> str:
        return f"{self.period}司法公开情况通报会"


class Invitation(models.Model):
    """One division asked to a meeting: in the person of its first responsible person on the day it was called (R4)."""

    class Attendance(models.TextChoices):
        OPEN = "open", "未登记"
        PRESENT = "present", "出席"
        DEPUTY = "deputy", "代会"
        ABSENT = "absent", "缺席"

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="invitations", verbose_name="会议"
    )
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="+", verbose_name="部门")
    officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="第一责任人"
    )
    """Empty: the division has no head; it is invited all the same, and the gap is shown."""
    seen_at = models.DateTimeField("签收时间", null=True, blank=True)
    attendance = models.CharField(
        "出席情况", max_length=8, choices=Attendance.choices, default=Attendance.OPEN
    )
    deputy_name = models.CharField("代会人", max_length=32, blank=True)
    reason = models.CharField("原因", max_length=120, blank=True)

    class Meta:
        ordering = ["meeting", "division__order"]
        verbose_name = "会议通知"
        verbose_name_plural = "会议通知"
        constraints = [models.UniqueConstraint(name="one_invitation", fields=["meeting", "division"])]

    def __str__(self) -> str:
        return f"{self.division} {self.get_attendance_display()}"
