"""Fixtures of oversight."""

from tests.oversight.people import house

__all__ = ["house"]
