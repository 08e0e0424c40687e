"""`rebuild_index`: make the search index again from the public editions."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from judgments import indexing
from judgments.search.engines.base import IndexBusyError
from liwan_court.database import require_tables


class Command(BaseCommand):
    """A new index beside the old one, swapped in at once; readers are never without one."""

    help = "由上网版重建检索索引"

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say how many documents the index holds."""
        require_tables()
        try:
            count = indexing.rebuild()
        except IndexBusyError as error:
            raise CommandError("索引正由另一个进程写入，请稍后再试") from error
        self.stdout.write(f"索引已重建：{count}篇")
