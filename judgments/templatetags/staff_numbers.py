"""How figures are written on the staff side."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def percent(share: float | None) -> str:
    """A share as a percentage with one decimal; a dash where there is nothing to count."""
    return "—" if share is None else f"{100 * share:.1f} %"
