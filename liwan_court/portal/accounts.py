"""The accounts of a demonstration, one for each role, as printed when it opens."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from liwan_court.registry.models import PostHolding
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 100


def one_for_each_role() -> Iterator[tuple[str, str, str]]:
    """Role, user name and officer: the first who holds each post today, and the administrator."""
    holdings = PostHolding.objects.on(clock.today()).select_related("officer__user")
    first: dict[str, PostHolding] = {}
    for holding in holdings.filter(officer__user__is_active=True).order_by("pk"):
        first.setdefault(holding.post, holding)
    for post in Post:
        if post.value in first:
            officer = first[post.value].officer
            yield post.label, str(officer.user), officer.name
    administrator = get_user_model().objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if administrator is not None:
        yield "系统管理员", administrator.get_username(), ""


def table() -> str:
    """The accounts as text, with the password they share; empty outside a demonstration."""
    rows = list(one_for_each_role()) if settings.DEMO else []
    if not rows:
        return ""
    drawn = Table(
        "角色",
        "账号",
        "姓名",
        box=SIMPLE,
        title=f"演示账号，密码均为 {settings.DEMO_PASSWORD}",
        title_justify="left",
    )
    for row in rows:
        drawn.add_row(*row)
    text = StringIO()
    Console(file=text, width=WIDTH, color_system=None).print(drawn)
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines())
