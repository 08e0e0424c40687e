"""The court whose people log in at the staff pages."""

from tests.staff_court import court

__all__ = ["court"]
