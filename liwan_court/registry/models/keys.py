"""The key of a party to its case (查阅密码), kept as a hash only, and the visits made with it (R63, R64)."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from liwan_court.append_only import AppendOnly
from liwan_court.registry.models.cases import Case, Party
from liwan_court.timetable import clock


def oldest_closing() -> date:
    """The earliest day of closing whose case can still be read: keys end some years after (CASE_KEY_YEARS)."""
    today = clock.today()
    return today.replace(year=today.year - settings.CASE_KEY_YEARS, day=min(today.day, 28))


class CaseKeyQuerySet(models.QuerySet["CaseKey"]):
    """Keys by whether they open anything."""

    def live(self) -> CaseKeyQuerySet:
        """Neither revoked nor expired, of cases in hand or closed not too long ago."""
        unexpired = Q(expires_on=None) | Q(expires_on__gte=clock.today())
        readable = Q(case__closed_on=None) | Q(case__closed_on__gte=oldest_closing())
        return self.filter(unexpired, readable, revoked_at=None)


class CaseKey(models.Model):
    """One key: whose, to which case, how it was given out, and what ended it. The key itself is nowhere."""

    class Origin(models.TextChoices):
        NOTICE = "notice", "随通知书发放"
        COUNTER = "counter", "窗口补发"
        CHANGED = "changed", "当事人自行更换"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="keys", verbose_name="案件")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="keys", verbose_name="当事人")
    agent = models.CharField("代理人", max_length=32, blank=True)
    """Name of the agent (代理人) who holds this key for the party; empty: the party itself."""
    selector = models.CharField(max_length=4, editable=False)
    digest = models.CharField(max_length=128, editable=False)
    origin = models.CharField("来源", max_length=8, choices=Origin.choices, default=Origin.NOTICE)
    identity_check = models.CharField("身份核验", max_length=64, blank=True)
    """Which document was shown at the counter; never its number."""
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="经办人"
    )
    issued_at = models.DateTimeField("发放时间", default=clock.now)
    expires_on = models.DateField("有效期至", null=True, blank=True)
    revoked_at = models.DateTimeField("作废时间", null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name="作废人"
    )
    revoked_because = models.CharField("作废原因", max_length=64, blank=True)

    objects = CaseKeyQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_at"]
        verbose_name = "查阅密码"
        verbose_name_plural = "查阅密码"
        constraints = [
            models.UniqueConstraint(name="one_key_by_selector", fields=["case", "selector"]),
            models.UniqueConstraint(
                name="one_live_key_a_holder",
                fields=["case", "party", "agent"],
                condition=Q(revoked_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"查阅密码{self.pk}"

    @property
    def is_live(self) -> bool:
        """Whether it still opens the case."""
        unexpired = self.expires_on is None or self.expires_on >= clock.today()
        readable = self.case.closed_on is None or self.case.closed_on >= oldest_closing()
        return self.revoked_at is None and unexpired and readable


class KeyVisit(AppendOnly):
    """查阅留痕: a key opened its case."""

    key = models.ForeignKey(CaseKey, on_delete=models.PROTECT, related_name="visits", verbose_name="查阅密码")
    at = models.DateTimeField("时间", default=clock.now)
    address = models.CharField("来源地址", max_length=45)

    class Meta:
        ordering = ["-at"]
        verbose_name = "查阅记录"
        verbose_name_plural = "查阅记录"

    def __str__(self) -> str:
        return f"{self.key} {clock.local(self.at):%Y-%m-%d %H:%M}"
