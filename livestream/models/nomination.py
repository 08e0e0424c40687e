"""The two lists that a division on turn files by the 1st, from its own cases (R46, D4, D22)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from liwan_court.registry.models import Case, Division, Officer
from liwan_court.timetable import clock


class NominationList(models.Model):
    """One division's list of cases for one month and one form; an empty list is a nil return with its reason."""

    class Kind(models.TextChoices):
        LIVESTREAM = "livestream", "直播列表"
        MICROBLOG = "microblog", "微博列表"

    period = models.CharField("月份", max_length=7)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="nomination_lists", verbose_name="审判庭"
    )
    kind = models.CharField("列表", max_length=16, choices=Kind.choices)
    filed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="报送人"
    )
    filed_at = models.DateTimeField("报送时间", default=clock.now)
    late = models.BooleanField("迟报", default=False)
    nil_reason = models.CharField("没有案件的理由", max_length=100, blank=True)

    class Meta:
        ordering = ["-period", "division", "kind"]
        verbose_name = "报送列表"
        verbose_name_plural = "报送列表"
        constraints = [models.UniqueConstraint(name="one_list", fields=["period", "division", "kind"])]

    def __str__(self) -> str:
        return f"{self.period} {self.division} {self.get_kind_display()}"


class Nomination(models.Model):
    """A case on a list: when and where it is heard, by whom."""

    class State(models.TextChoices):
        NOMINATED = "nominated", "待把关"
        PASSED = "passed", "把关通过"
        VETOED = "vetoed", "不宜直播、微博"
        SCHEDULED = "scheduled", "已排期"
        WITHDRAWN = "withdrawn", "已撤回"

    list = models.ForeignKey(
        NominationList, on_delete=models.PROTECT, related_name="nominations", verbose_name="列表"
    )
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="nominations", verbose_name="案件")
    hearing_at = models.DateTimeField("开庭时间")
    courtroom = models.CharField("法庭", max_length=32)
    judge = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="nominations_handled", verbose_name="经办法官"
    )
    panel = models.ManyToManyField(
        Officer, blank=True, related_name="nominations_on_panel", verbose_name="合议庭成员"
    )
    summary = models.CharField(
        "案情简介（公开）", max_length=300, blank=True, help_text="不得写当事人姓名、名称"
    )
    order = models.PositiveSmallIntegerField("次序", default=0)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.NOMINATED)
    late = models.BooleanField("迟报", default=False)
    """Filed, or added to a list filed before, after the list was due."""

    class Meta:
        ordering = ["list", "order", "pk"]
        verbose_name = "报送案件"
        verbose_name_plural = "报送案件"
        constraints = [
            models.UniqueConstraint(
                name="case_once_on_a_list", fields=["list", "case"], condition=~Q(state="withdrawn")
            )
        ]

    def __str__(self) -> str:
        return str(self.case)


class NominationReminder(models.Model):
    """提醒、催办: a division was told that its lists are open, due, or overdue (R46). The row is the reminder."""

    class Occasion(models.TextChoices):
        OPENED = "opened", "开始报送"
        EVE = "eve", "即将到期"
        OVERDUE = "overdue", "逾期催办"

    period = models.CharField("月份", max_length=7)
    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="nomination_reminders", verbose_name="审判庭"
    )
    occasion = models.CharField("事由", max_length=16, choices=Occasion.choices)
    on = models.DateField("日期")
    made_at = models.DateTimeField("时间", default=clock.now)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "报送提醒"
        verbose_name_plural = "报送提醒"
        constraints = [
            models.UniqueConstraint(name="reminded_once", fields=["period", "division", "occasion", "on"])
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.division} {self.get_occasion_display()}"
