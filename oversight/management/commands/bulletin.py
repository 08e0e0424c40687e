"""Write a bulletin as .docx: the one of the period, or a draft that is kept nowhere (R6)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from liwan_court.measuring import span
from liwan_court.timetable.periods import UnknownPeriod
from oversight.actions.bulletins import GONE, basis
from oversight.drafting import NothingToSay
from oversight.models import Bulletin
from oversight.papers import paper_of, paper_of_draft

if TYPE_CHECKING:
    from argparse import ArgumentParser


class Command(BaseCommand):
    """A thin door to `oversight.papers`."""

    help = "把通报写成公文格式的 .docx：已有的写已有的，没有的写草稿（不入库）。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which one, and where to."""
        parser.add_argument(
            "kind", choices=list(Bulletin.Kind), metavar="KIND", help="、".join(Bulletin.Kind)
        )
        parser.add_argument("period", metavar="PERIOD", help="2026Q1、2026H1或2026")
        parser.add_argument("--out", required=True, type=Path, metavar="FILE.docx")
        parser.add_argument("--json", action="store_true", help="以JSON说明写了什么")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Find or draft, write, say."""
        try:
            of = span(options["period"])
        except UnknownPeriod as error:
            raise CommandError(str(error)) from None
        rows = Bulletin.objects.filter(kind=options["kind"], period=of.name).exclude(state__in=GONE)
        kept, label = rows.order_by("-pk").first(), Bulletin.Kind(options["kind"]).label
        inspection = kept.inspection if kept else basis(options["kind"], of)
        if inspection is None:
            raise CommandError(f"{of.label}还没有可以依据的检查，不能写“{label}”")
        try:
            content = paper_of(kept) if kept else paper_of_draft(options["kind"], inspection)
            options["out"].write_bytes(content)
        except NothingToSay as nothing:
            raise CommandError(str(nothing)) from None
        except OSError as error:
            raise CommandError(f"不能写入{options['out']}：{error.strerror}") from None
        told = {
            "kind": options["kind"], "period": of.name, "out": str(options["out"]), "bytes": len(content),
            "bulletin": kept.pk if kept else None, "number": kept.document_number if kept else "",
            "state": kept.state if kept else "draft", "inspection": inspection.pk,
        }  # fmt: skip
        state = kept.get_state_display() if kept else "草稿，未入库"
        self.stdout.write(
            json.dumps(told, ensure_ascii=False)
            if options["json"]
            else f"{label}（{state}）已写入{options['out']}"
        )
