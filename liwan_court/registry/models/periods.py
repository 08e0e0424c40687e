"""Terms of office: rows that hold from one day to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from django.db import models
from django.db.models import F, Q

if TYPE_CHECKING:
    from datetime import date

M = TypeVar("M", bound=models.Model)


class TermQuerySet(models.QuerySet[M]):
    """Rows with `since` and an open or closed `until` (inclusive)."""

    def on(self, day: date) -> TermQuerySet[M]:
        """Rows that hold on a day."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


class Term(models.Model):
    """A period: `since` and `until` are both inclusive, an open `until` means it goes on."""

    since = models.DateField("起始日")
    until = models.DateField("终止日", null=True, blank=True, help_text="留空表示现任")

    class Meta:
        abstract = True

    @staticmethod
    def in_order(name: str) -> models.CheckConstraint:
        """The constraint that a period does not end before it begins."""
        return models.CheckConstraint(
            name=name,
            condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            violation_error_message="终止日早于起始日",
        )
