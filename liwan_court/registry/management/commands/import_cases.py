"""`manage.py import_cases FILE [--dry-run]`: a file of the case-management system into the register (R22)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from liwan_court.database import require_tables
from liwan_court.registry.importing.apply import MOST_PROBLEMS, import_rows, sha256_of
from liwan_court.registry.importing.plans import REFUSED
from liwan_court.registry.importing.rows import UnreadableFile, format_of, read_rows
from liwan_court.registry.models import ImportRun
from liwan_court.registry.posts import Actor


class Command(BaseCommand):
    """A thin door to `registry.importing.apply.import_rows`."""

    help = (
        "导入案件管理系统的文件（.csv、.xlsx、.json），逐行报告没有导入的行。可以重复导入，不删除任何内容。"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("file", metavar="文件")
        parser.add_argument("--dry-run", action="store_true", help="试导入：只核对、出报告，不写入名册")

    def handle(self, *_args: Any, file: str, dry_run: bool, **_options: Any) -> None:
        """Import and say what became of it. Raises CommandError for a file that cannot be read and where rows were refused."""
        require_tables()
        run = _imported(Path(file), dry_run=dry_run)
        for row, foreign_id, message in run.problems:
            self.stdout.write(f"第{row}行 {foreign_id or '（无编号）'}　{message}")
        counts = run.counts
        self.stdout.write(
            f"{'试导入' if dry_run else '导入'}{run.pk}：新增{counts['added']}，更改{counts['changed']}，"
            f"未变{counts['same']}，未导入{counts[REFUSED]}"
        )
        if counts[REFUSED]:
            beyond = f"（以上只列出前{MOST_PROBLEMS}行）" if counts[REFUSED] > MOST_PROBLEMS else ""
            raise CommandError(f"有{counts[REFUSED]}行没有导入{beyond}，请按提示更正后重新导入该文件")


def _imported(path: Path, *, dry_run: bool) -> ImportRun:
    try:
        kind = format_of(path.name)
        with path.open("rb") as file:
            checksum = sha256_of(file)
            return import_rows(
                read_rows(file, kind), source=ImportRun.Source.COMMAND, actor=Actor.system("命令行"), sha256=checksum,
                dry_run=dry_run,
            )  # fmt: skip
    except OSError:
        raise CommandError(f"文件 {path.name} 打不开，请核对路径和权限") from None
    except UnreadableFile as error:
        raise CommandError(str(error)) from None
