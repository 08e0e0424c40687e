"""Every test here has a studio."""

from tests.livestream.broadcast.studio import studio

__all__ = ["studio"]
