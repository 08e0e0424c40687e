"""The court whose people walk through the doors of the portal."""

from tests.livestream.court import live_court
from tests.staff_court import court

__all__ = ["court", "live_court"]
