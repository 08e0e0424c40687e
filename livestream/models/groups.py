"""The two working groups, their members in order, their head and their partner (R41–R43)."""

from __future__ import annotations

from django.db import models

from liwan_court.registry.models import Officer


class WorkingGroup(models.Model):
    """直播工作小组 or 微博工作小组."""

    class Kind(models.TextChoices):
        LIVESTREAM = "livestream", "直播工作小组"
        MICROBLOG = "microblog", "微博工作小组"

    kind = models.CharField("小组", max_length=16, choices=Kind.choices, unique=True)
    head = models.ForeignKey(
        Officer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="headed_groups",
        verbose_name="负责人",
    )
    partner = models.CharField("协作单位", max_length=64, blank=True, help_text="待定的可留空")
    partner_address = models.URLField("协作单位直播地址", blank=True)

    class Meta:
        ordering = ["kind"]
        verbose_name = "工作小组"
        verbose_name_plural = "工作小组"

    def __str__(self) -> str:
        return self.get_kind_display()


class Member(models.Model):
    """An officer in a group; `order` is his place in the roster. Who leaves is set inactive and stays on record."""

    group = models.ForeignKey(
        WorkingGroup, on_delete=models.PROTECT, related_name="members", verbose_name="小组"
    )
    officer = models.ForeignKey(
        Officer, on_delete=models.PROTECT, related_name="group_memberships", verbose_name="成员"
    )
    order = models.PositiveSmallIntegerField("次序", default=0)
    active = models.BooleanField("在组", default=True)

    class Meta:
        ordering = ["group", "order", "pk"]
        verbose_name = "小组成员"
        verbose_name_plural = "小组成员"
        constraints = [models.UniqueConstraint(name="one_membership", fields=["group", "officer"])]

    def __str__(self) -> str:
        return f"{self.officer}（{self.group}）"
