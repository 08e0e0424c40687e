"""Figures of oversight in templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from oversight.words import shown

if TYPE_CHECKING:
    from decimal import Decimal

register = template.Library()


@register.filter
def figure(value: Decimal | None, counts: object = False) -> str:
    """A value as it is shown: `{{ value|figure:counts }}`."""
    return shown(value, counts=bool(counts))
