"""What a portal needs before it opens: tables up to date, the court's own tables, and, where asked for, a demonstration court."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from liwan_court.registry.models import Division, Officer

if TYPE_CHECKING:
    from collections.abc import Callable


def prepare(say: Callable[[str], None]) -> None:
    """Bring the database to the state the portal opens with. Safe at every start; an interrupted one is taken up again."""
    if _tables_are_old() or not Division.objects.exists():
        say("正在准备数据库和本院基础数据…  Preparing the database…")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_court", stdout=StringIO())
    if settings.DEMO and not Officer.objects.exists():
        say("正在生成演示数据（仅首次启动，约需一两分钟）…  Making the demonstration court, once…")
        call_command("seed_demo", verbosity=0)
        call_command("seed_live_demo", stdout=StringIO())
        call_command("seed_log_demo", stdout=StringIO())
        call_command("seed_oversight_demo", stdout=StringIO())
    connections.close_all()


def _tables_are_old() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
