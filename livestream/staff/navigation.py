"""The way to this line's pages, for those whose posts or groups open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor
    from liwan_court.staff_pages import Link


def links(actor: Actor) -> list[Link]:  # noqa: ARG001  (no page yet)
    """The pages the actor's posts and groups open."""
    return []
