"""The divisions that take turns, in the order of R45."""

from __future__ import annotations

from django.db import DatabaseError

from liwan_court.registry.defaults import DIVISIONS
from liwan_court.registry.models import Division


def rotating_divisions() -> list[str]:
    """Their names in order, as the court keeps them; as shipped where there is no table, or nothing in it yet."""
    try:
        kept = Division.objects.filter(rotation_order__isnull=False, active=True).order_by("rotation_order")
        names = list(kept.values_list("name", flat=True))
    except DatabaseError:
        names = []
    return names or [row.name for row in DIVISIONS if row.rotation_order is not None]
