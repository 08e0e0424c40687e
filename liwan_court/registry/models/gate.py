"""Counters of the gate where there is no shared cache, and the sums that were solved (R64)."""

from __future__ import annotations

from django.db import models


class GateCounter(models.Model):
    """Failures of one kind since a moment: by case as typed, by case and address, by address, or of the whole site."""

    name = models.CharField(max_length=64, primary_key=True)
    """A keyed hash: neither number nor address can be read from it."""
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)
    """The count starts anew after this moment."""
    not_before = models.DateTimeField(null=True)
    """Nothing is let in before it."""

    class Meta:
        verbose_name = "查阅入口计数"
        verbose_name_plural = "查阅入口计数"

    def __str__(self) -> str:
        return self.name[:8]
