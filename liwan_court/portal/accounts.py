"""The accounts of a demonstration, one for each role, as printed when it opens."""

from __future__ import annotations

from io import StringIO

from django.conf import settings
from rich.console import Console

from judgments.demo.seed import is_complete
from judgments.management.commands.seed_demo import accounts

WIDTH = 100


def table() -> str:
    """The accounts as text; empty outside a demonstration."""
    if not settings.DEMO or not is_complete():
        return ""
    text = StringIO()
    Console(file=text, width=WIDTH, color_system=None).print(accounts())
    return text.getvalue()
