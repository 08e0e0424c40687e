"""`search QUERY [--json]`: what a reader would find."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.table import Table

from judgments.models import Judgment
from judgments.search import portal_searcher
from judgments.search.engines.base import SearchIndexError, SearchRequest
from judgments.search.query import parse
from liwan_court.database import require_tables


class Command(BaseCommand):
    """A door to the public search."""

    help = "检索已公布的裁判文书"

    def add_arguments(self, parser: CommandParser) -> None:
        """The query, and how much of the answer."""
        parser.add_argument("query", metavar="QUERY", help="检索式，写法见“检索方法”页")
        parser.add_argument("--page", type=int, default=1, help="第几页，每页20条")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Search, and show number, title and date of what is found."""
        require_tables()
        parsed = parse(options["query"])
        try:
            result = portal_searcher().search(SearchRequest(parsed.tree, page=max(1, options["page"])))
        except SearchIndexError as error:
            raise CommandError(str(error)) from error
        hits = self._rows([hit.id for hit in result.hits])
        if options["json"]:
            answer = {
                "query": options["query"],
                "total": result.total,
                "warnings": list(parsed.warnings),
                "hits": hits,
            }
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
            return
        for warning in parsed.warnings:
            self.stderr.write(warning)
        table = Table("案号", "标题", "裁判日期", title=f"共{result.total}篇")
        for row in hits:
            table.add_row(row["case_number"], row["title"], row["decided_on"] or "")
        Console(file=self.stdout).print(table)  # type: ignore[arg-type]

    def _rows(self, ids: list[int]) -> list[dict[str, Any]]:
        """What the database still has public, in the order of the engine: a withdrawn page is gone at once (R39)."""
        public = Judgment.objects.filter(
            pk__in=ids, edition__isnull=False, edition__withdrawn_at__isnull=True
        )
        rows = {judgment.pk: judgment for judgment in public.select_related("edition")}
        return [self._row(rows[pk]) for pk in ids if pk in rows]

    def _row(self, judgment: Judgment) -> dict[str, Any]:
        return {
            "case_number": judgment.number,
            "title": judgment.edition.title if judgment.edition else "",
            "kind": judgment.kind,
            "decided_on": judgment.decided_on.isoformat() if judgment.decided_on else None,
            "url": judgment.get_absolute_url(),
        }
