"""How far a case has come: milestones for its parties, and the public notices of hearings (R40)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from liwan_court.registry.audience import LEVELS, Level
from liwan_court.registry.models.cases import Case, Party
from liwan_court.registry.models.divisions import Division
from liwan_court.timetable import clock


class Milestone(models.Model):
    """节点: something that happened in a case, on a day, and which parties may see it (法释〔2018〕7号, article 7)."""

    class Kind(models.TextChoices):
        FILED = "filed", "立案"
        ASSIGNED = "assigned", "分案"
        SCHEDULED = "scheduled", "排期"
        HEARD = "heard", "开庭"
        SUSPENDED = "suspended", "中止"
        RESUMED = "resumed", "恢复审理"
        TIME_LIMIT = "time_limit", "审限变更"
        TRANSFERRED = "transferred", "移送"
        DECIDED = "decided", "裁判"
        SERVED = "served", "送达"
        APPEALED = "appealed", "上诉"
        EFFECTIVE = "effective", "生效"
        CLOSED = "closed", "结案"
        ARCHIVED = "archived", "归档"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="milestones", verbose_name="案件")
    kind = models.CharField("节点", max_length=16, choices=Kind.choices)
    on = models.DateField("日期")
    note = models.CharField("说明", max_length=200, blank=True)
    """For the parties who may see it; identifiers of persons are refused when it is entered."""
    level = models.CharField("可见范围", max_length=12, choices=LEVELS, default=Level.ALL)
    named = models.ManyToManyField(Party, related_name="+", blank=True, verbose_name="指定的当事人")
    foreign_id = models.CharField("外部编号", max_length=64, null=True, blank=True, unique=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    recorded_at = models.DateTimeField("登记时间", default=clock.now)
    void_at = models.DateTimeField("作废时间", null=True, blank=True)
    """An entry made by mistake is struck out and stays (R66)."""

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = "审判进度节点"
        verbose_name_plural = "审判进度节点"
        indexes = [models.Index(fields=["case", "on"])]

    def __str__(self) -> str:
        return f"{self.case} {self.on} {self.get_kind_display()}"


class HearingNotice(models.Model):
    """开庭公告: permanent, public unless the hearing is not open; changed by a further notice, never in place."""

    class State(models.TextChoices):
        ANNOUNCED = "announced", "已公告"
        CHANGED = "changed", "已改期"
        CANCELLED = "cancelled", "已取消"

    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, related_name="hearing_notices", verbose_name="案件"
    )
    case_number = models.CharField("案号", max_length=64)
    cause = models.CharField("案由", max_length=64, blank=True)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="+", verbose_name="承办庭室"
    )
    begins_at = models.DateTimeField("开庭时间")
    courtroom = models.CharField("法庭", max_length=32)
    panel = models.CharField("审判人员", max_length=64, blank=True)
    public = models.BooleanField("向社会公告")
    """False for hearings that are not open to the public: only the parties see them."""
    state = models.CharField("状态", max_length=12, choices=State.choices, default=State.ANNOUNCED)
    replaces = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name="替代",
    )
    published_at = models.DateTimeField("公告时间", default=clock.now)
    ended_at = models.DateTimeField("改期或取消时间", null=True, blank=True)
    foreign_id = models.CharField("外部编号", max_length=64, null=True, blank=True, unique=True)

    class Meta:
        ordering = ["begins_at", "pk"]
        verbose_name = "开庭公告"
        verbose_name_plural = "开庭公告"
        indexes = [models.Index(fields=["public", "begins_at"])]

    def __str__(self) -> str:
        return f"{self.case_number} {clock.local(self.begins_at):%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        """The permanent public address."""
        return reverse("hearings:detail", args=[self.pk])
