"""Rulings of every sort, criminal and second-instance judgments, and kinds that must be held."""

from .corpus import specimens

__all__ = ["specimens"]
