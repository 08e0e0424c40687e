"""`rebuild_index [--json]`: make the search index again from the public editions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import track

from judgments import indexing
from judgments.search.engines.base import IndexBusyError
from liwan_court.database import require_tables

if TYPE_CHECKING:
    from collections.abc import Iterable

    from judgments.search.document import IndexDocument


class Command(BaseCommand):
    """A new index beside the old one, swapped in at once; readers are never without one."""

    help = "由上网版重建检索索引"

    def add_arguments(self, parser: CommandParser) -> None:
        """How to say what was done."""
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild and say how many documents the index holds."""
        require_tables()
        try:
            count = indexing.rebuild(None if options["json"] else self._watched)
        except IndexBusyError as error:
            raise CommandError("索引正由另一个进程写入，请稍后再试") from error
        self.stdout.write(json.dumps({"documents": count}) if options["json"] else f"索引已重建：{count}篇")

    def _watched(self, documents: Iterable[IndexDocument], total: int) -> Iterable[IndexDocument]:
        """The documents, with a bar on a terminal."""
        return track(documents, "重建索引", total, console=Console(stderr=True), transient=True)
