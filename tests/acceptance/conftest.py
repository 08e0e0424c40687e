"""The court whose people walk through the doors of the portal."""

from tests.staff_court import court

__all__ = ["court"]
