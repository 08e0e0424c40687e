"""Rulings, criminal and second-instance judgments, other kinds, and files in every state."""

from tests.blind.harbour.corpus import marked_in_the_file_name, specimens

__all__ = ["marked_in_the_file_name", "specimens"]
