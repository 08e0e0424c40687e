"""Officers, the posts they hold, and deputies for a period."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from liwan_court.registry.models.divisions import Division
from liwan_court.registry.models.periods import Term, TermQuerySet
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock


class Officer(models.Model):
    """A person who works at the court (or for its supporting firm), with a user when he logs in."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="officer",
        verbose_name="账号",
    )
    name = models.CharField("姓名", max_length=32)
    staff_no = models.CharField("工号", max_length=16, unique=True)
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="officers",
        verbose_name="所在部门",
    )
    active = models.BooleanField("在职", default=True)

    class Meta:
        ordering = ["staff_no"]
        verbose_name = "人员"
        verbose_name_plural = "人员"

    def __str__(self) -> str:
        return self.name


class PostHolding(Term):
    """An officer's post for a period; groups of the user follow through `registry.appointments`."""

    officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="holdings", verbose_name="人员"
    )
    post = models.CharField("岗位", max_length=32, choices=Post.choices)
    division = models.ForeignKey(
        Division,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="holdings",
        verbose_name="部门",
        help_text="留空表示全院",
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["post", "division", "officer"]
        verbose_name = "任职"
        verbose_name_plural = "任职"
        constraints = [Term.in_order("post_holding_in_order")]

    def __str__(self) -> str:
        where = f"（{self.division}）" if self.division else ""
        return f"{self.officer} {self.get_post_display()}{where}"


class Delegation(Term):
    """A post exercised by a named deputy for a closed period; recorded, and separation of duties still holds."""

    holding = models.ForeignKey(
        PostHolding, on_delete=models.PROTECT, related_name="delegations", verbose_name="被代理的任职"
    )
    deputy = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="deputising", verbose_name="代理人"
    )
    reason = models.CharField("事由", max_length=200)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="登记人",
    )
    recorded_at = models.DateTimeField("登记时间", default=clock.now, editable=False)

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["-since"]
        verbose_name = "代理"
        verbose_name_plural = "代理"
        constraints = [
            models.CheckConstraint(
                name="delegation_is_for_a_period",
                condition=Q(until__isnull=False) & Q(until__gte=F("since")),
                violation_error_message="代理必须写明起止日期",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deputy} 代理 {self.holding}"

    def clean(self) -> None:
        """A deputy is somebody else. Raises ValidationError."""
        if self.holding_id and self.deputy_id == self.holding.officer_id:
            raise ValidationError("代理人不能是本人")


class Absence(Term):
    """An officer is away (休假、外出): he is not planned for a hearing on the air or for a duty on these days."""

    officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="absences", verbose_name="人员"
    )
    reason = models.CharField("事由", max_length=64, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["-since"]
        verbose_name = "外出休假"
        verbose_name_plural = "外出休假"
        constraints = [
            models.CheckConstraint(
                name="absence_is_for_a_period",
                condition=Q(until__isnull=False) & Q(until__gte=F("since")),
                violation_error_message="外出休假必须写明起止日期",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.since}至{self.until}"
