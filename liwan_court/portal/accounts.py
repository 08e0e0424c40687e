"""The accounts of a demonstration, one for each role, as printed when it opens."""

from __future__ import annotations

from io import StringIO

from django.conf import settings
from django.contrib.auth import get_user_model
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

WIDTH = 100


def keys() -> str:
    """The keys of the demonstration's parties as text, for the gate at /case/; empty outside a demonstration."""
    if not settings.DEMO:
        return ""
    from enforcement_logs.demo.keys import printed

    drawn = Table(
        "案号",
        "当事人",
        "查阅密码",
        box=SIMPLE,
        title="演示查阅密码（当事人查询 /case/）",
        title_justify="left",
    )
    rows = printed()
    for row in rows:
        drawn.add_row(row.number, row.role, row.key)
    text = StringIO()
    Console(file=text, width=WIDTH, color_system=None).print(drawn)
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) if rows else ""


def table() -> str:
    """The accounts as text, with the password they share; empty outside a demonstration."""
    if not settings.DEMO:
        return ""
    from judgments.demo.court import PASSWORD, ROLES

    known = set(get_user_model().objects.filter(username__in=ROLES).values_list("username", flat=True))
    title = f"演示账号（密码均为 {PASSWORD}）"
    drawn = Table("用户名", "岗位", box=SIMPLE, title=title, title_justify="left")
    for username in filter(known.__contains__, ROLES):
        drawn.add_row(username, ROLES[username])
    text = StringIO()
    Console(file=text, width=WIDTH, color_system=None).print(drawn)
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) if known else ""
