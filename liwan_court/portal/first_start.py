"""What a portal needs before it opens: tables up to date, the court's own tables, and, where asked for, a demonstration court."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from liwan_court.registry.models import Division

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DEMONSTRATION_READY = "demonstration-ready"


def prepare(folder: Path, say: Callable[[str], None]) -> None:
    """Bring the database to the state the portal opens with. Safe at every start; an interrupted one is taken up again."""
    if _tables_are_old() or not Division.objects.exists():
        say("正在准备数据库和本院基础数据…  Preparing the database…")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_court", stdout=StringIO())
    if settings.DEMO:
        _demonstrate(folder / DEMONSTRATION_READY, say)
    connections.close_all()


def _tables_are_old() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _demonstrate(mark: Path, say: Callable[[str], None]) -> None:
    """Fill the demonstration court once for each database: the mark names the database it was made in."""
    database = str(connection.settings_dict["NAME"])
    if mark.exists() and mark.read_text() == database and _has_judgments():
        return
    say("正在生成演示数据（仅首次启动，约需一两分钟）…  Making the demonstration court, once…")
    call_command("seed_demo")
    mark.write_text(database)


def _has_judgments() -> bool:
    return Division.objects.filter(judgments__isnull=False).exists()
