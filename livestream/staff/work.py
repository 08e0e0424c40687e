"""我的工作 of this line: what waits for each post and each member of a group, and when it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor
    from liwan_court.staff_pages import Desk


def desks(actor: Actor) -> list[Desk]:  # noqa: ARG001  (no desk yet)
    """The desks of the actor's posts and groups."""
    return []
