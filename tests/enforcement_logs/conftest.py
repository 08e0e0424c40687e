"""The bureau for every test of this line."""

from tests.enforcement_logs.bureau import bureau

__all__ = ["bureau"]
