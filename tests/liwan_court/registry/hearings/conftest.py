"""What these tests share."""

from tests.liwan_court.registry.hearings.room import room

__all__ = ["room"]
