"""Divisions (庭室部门) and their first responsible persons (R18)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from liwan_court.registry.models.periods import Term, TermQuerySet

if TYPE_CHECKING:
    from datetime import date

    from liwan_court.registry.models.officers import Officer


class Division(models.Model):
    """A division, bureau or office of the court; the eight of R45 carry their place in the rotation."""

    class Kind(models.TextChoices):
        TRIAL = "trial", "审判庭"
        ENFORCEMENT = "enforcement", "执行局"
        OFFICE = "office", "综合部门"

    code = models.SlugField("代码", unique=True, max_length=32)
    name = models.CharField("名称", max_length=32, unique=True)
    full_name = models.CharField("全称", max_length=64)
    kind = models.CharField("类别", max_length=16, choices=Kind.choices)
    rotation_order = models.PositiveSmallIntegerField("轮转顺序", null=True, blank=True, unique=True)
    reports_effective = models.BooleanField(
        "每月报送生效案号", default=False, help_text="八个审判庭与执行局（R27、D17）"
    )
    type_words = models.JSONField(
        "案号用字", default=list, blank=True, help_text='旧式案号中的庭室用字，如 ["民一"]'
    )
    order = models.PositiveSmallIntegerField("排列", default=0)
    active = models.BooleanField("在用", default=True)

    class Meta:
        ordering = ["order", "code"]
        verbose_name = "庭室部门"
        verbose_name_plural = "庭室部门"

    def __str__(self) -> str:
        return self.name

    def first_responsible_on(self, day: date) -> Officer | None:
        """The first responsible person on a day, None while the post is vacant."""
        row = self.first_responsibles.on(day).select_related("officer").first()
        return row.officer if row else None


class FirstResponsible(Term):
    """第一责任人 of a division for a period: exactly one at a time, and the history stays (R18)."""

    division = models.ForeignKey(
        Division, on_delete=models.PROTECT, related_name="first_responsibles", verbose_name="部门"
    )
    officer = models.ForeignKey(
        "registry.Officer", on_delete=models.PROTECT, related_name="+", verbose_name="第一责任人"
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["division", "-since"]
        verbose_name = "第一责任人"
        verbose_name_plural = "第一责任人"
        constraints = [
            models.UniqueConstraint(
                name="one_first_responsible",
                fields=["division"],
                condition=Q(until__isnull=True),
                violation_error_message="该部门已有现任第一责任人，请先填写其终止日",
            ),
            Term.in_order("first_responsible_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.division}：{self.officer}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Through every door the same rule: a term that overlaps another is refused. Raises ValidationError."""
        self.full_clean()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Two terms of one division never overlap. Raises ValidationError naming the other one."""
        others = FirstResponsible.objects.filter(division_id=self.division_id).exclude(pk=self.pk)
        overlapping = others.filter(Q(until__isnull=True) | Q(until__gte=self.since))
        if self.until:
            overlapping = overlapping.filter(since__lte=self.until)
        if other := overlapping.select_related("officer").first():
            raise ValidationError(
                f"任期与{other.officer}（{other.since}起）重叠：一个部门同一时间只能有一名第一责任人（R18）"
            )
