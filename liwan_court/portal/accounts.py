"""The accounts of a demonstration, one for each role, as printed when it opens."""

from __future__ import annotations

from io import StringIO

from django.conf import settings
from rich.console import Console

WIDTH = 100


def table() -> str:
    """The accounts as text; empty outside a demonstration, which then needs nothing of it."""
    if not settings.DEMO:
        return ""
    from judgments.demo.seed import is_complete
    from judgments.management.commands.seed_demo import accounts

    text = StringIO()
    if is_complete():
        Console(file=text, width=WIDTH, color_system=None).print(accounts())
    return text.getvalue()
