"""场次: a hearing that goes on air on a Tuesday or Thursday, from the schedule to its archive (R44, R47, R56, R58)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from livestream.models.nomination import Nomination
from liwan_court.registry.models import Division, Officer
from liwan_court.timetable import clock


class Session(models.Model):
    """One session. What the public may know of its case is copied here (number, cause, panel, summary); never a party."""

    class State(models.TextChoices):
        SCHEDULED = "scheduled", "已排期"
        READY = "ready", "待播"
        LIVE = "live", "进行中"
        PAUSED = "paused", "中断"
        ENDED = "ended", "已结束"
        PULLED = "pulled", "已撤下"

    ON_CALENDAR = ("scheduled", "ready", "live", "paused", "ended")

    nomination = models.ForeignKey(
        Nomination, on_delete=models.PROTECT, related_name="sessions", verbose_name="报送案件"
    )
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="sessions", verbose_name="审判庭"
    )
    turn = models.PositiveIntegerField("轮次")
    begins_at = models.DateTimeField("开始时间")
    ends_at = models.DateTimeField("预计结束")
    livestream = models.BooleanField("直播")
    microblog = models.BooleanField("微博", default=True)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.SCHEDULED)
    case_number = models.CharField("案号", max_length=64)
    cause = models.CharField("案由", max_length=64, blank=True)
    courtroom = models.CharField("法庭", max_length=32)
    summary = models.CharField("案情简介", max_length=300, blank=True)
    judge = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="sessions_handled", verbose_name="经办法官"
    )
    panel = models.ManyToManyField(
        Officer, blank=True, related_name="sessions_on_panel", verbose_name="合议庭"
    )
    slug = models.SlugField("地址", max_length=64, unique=True)
    """20260106-y0103-minchu-123: never changes once given out."""
    announced_at = models.DateTimeField("公布时间", null=True)
    """From then on the public sees it in the calendar."""
    pulled_reason = models.CharField("撤下原因（公开）", max_length=100, blank=True)
    views = models.PositiveIntegerField("观看人次", default=0)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["begins_at", "pk"]
        verbose_name = "场次"
        verbose_name_plural = "场次"
        constraints = [
            models.UniqueConstraint(
                name="nomination_on_air_once", fields=["nomination"], condition=~Q(state="pulled")
            ),
            models.CheckConstraint(name="session_ends_later", condition=Q(ends_at__gt=models.F("begins_at"))),
        ]

    def __str__(self) -> str:
        return f"{clock.local(self.begins_at):%Y-%m-%d} {self.case_number}"

    def get_absolute_url(self) -> str:
        """The permanent address of its public page."""
        return f"/live/{self.slug}/"
