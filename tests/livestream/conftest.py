"""The court whose people put hearings on the air."""

from tests.livestream.court import live_court

__all__ = ["live_court"]
