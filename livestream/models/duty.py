"""Who is on duty at a session, swaps between members, and what is prepared before it (R52–R55)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from livestream.models.groups import Member
from livestream.models.sessions import Session
from liwan_court.registry.models import Officer
from liwan_court.timetable import clock


class Duty(models.Model):
    """A member on duty at a session: `rostered` is whose turn in the order it was, `member` who does it and is counted."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="duties", verbose_name="场次")
    rostered = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="rostered_duties", verbose_name="按序轮到"
    )
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="duties", verbose_name="实际值班"
    )
    cancelled = models.BooleanField("已取消", default=False)
    """The session was pulled: the turn in the roster is not used up."""

    class Meta:
        ordering = ["session", "pk"]
        verbose_name = "值班"
        verbose_name_plural = "值班"
        constraints = [
            models.UniqueConstraint(
                name="one_duty", fields=["session", "member"], condition=Q(cancelled=False)
            )
        ]

    def __str__(self) -> str:
        return f"{self.session} {self.member.officer}"


class Swap(models.Model):
    """调换: one member asks another to take his duty; accepted, it takes effect at once and the head is told (R55)."""

    class State(models.TextChoices):
        OFFERED = "offered", "待答复"
        ACCEPTED = "accepted", "已接受"
        DECLINED = "declined", "已谢绝"
        WITHDRAWN = "withdrawn", "已收回"

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="swaps", verbose_name="值班")
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", verbose_name="提出人")
    asked_of = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="swaps_asked", verbose_name="请谁接替"
    )
    reason = models.CharField("事由", max_length=100, blank=True)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.OFFERED)
    asked_at = models.DateTimeField("提出时间", default=clock.now)
    answered_at = models.DateTimeField("答复时间", null=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "调换"
        verbose_name_plural = "调换"
        constraints = [
            models.UniqueConstraint(name="one_open_swap", fields=["duty"], condition=Q(state="offered"))
        ]

    def __str__(self) -> str:
        return f"{self.duty} 调换"


class Preparation(models.Model):
    """One item of the list before a session: done by whom, when, with a note. The judge's confirmation is one of them (R53)."""

    class Item(models.TextChoices):
        JUDGE_CONTACTED = "judge_contacted", "已联系经办法官"
        SUMMARY_READ = "summary_read", "已阅案情摘要"
        EQUIPMENT = "equipment", "设备已检查"
        JUDGE_CONFIRMED = "judge_confirmed", "经办法官已确认"

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, related_name="preparations", verbose_name="场次"
    )
    item = models.CharField("事项", max_length=24, choices=Item.choices)
    done_by = models.ForeignKey(
        Officer, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="完成人"
    )
    done_at = models.DateTimeField("完成时间", null=True)
    note = models.CharField("记录", max_length=200, blank=True)

    class Meta:
        ordering = ["session", "pk"]
        verbose_name = "庭前准备"
        verbose_name_plural = "庭前准备"
        constraints = [models.UniqueConstraint(name="one_preparation", fields=["session", "item"])]

    def __str__(self) -> str:
        return f"{self.session} {self.get_item_display()}"
