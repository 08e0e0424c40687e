"""The way to the pages of oversight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from liwan_court.staff_pages import Link
from oversight.staff.readers import READERS

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor


def links(actor: Actor) -> list[Link]:
    """The pages the actor's posts open."""
    if not actor.holds(*READERS):
        return []
    pages = [("司法公开总览", ""), ("检查与验收", "_inspections"), ("指标目录", "_catalogues")]
    return [Link(label, reverse(f"admin:staff_oversight{name}")) for label, name in pages]
