"""Asking whether there is a database to work on, for commands that need one."""

from __future__ import annotations

from django.core.management.base import CommandError
from django.db import connection


def require_tables() -> None:
    """Raises CommandError, in words for a person, where the tables have not been made yet."""
    if "timetable_deadlinerun" not in connection.introspection.table_names():
        raise CommandError(
            "数据库尚未建立：请先运行 manage.py migrate 和 manage.py load_court（make run 会自动完成）"
        )
