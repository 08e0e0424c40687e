"""`manage.py deadlines --year 2026 [--json]`: every deadline of a year, and why on that day (R65)."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from liwan_court.timetable import calendar
from liwan_court.timetable.deadlines import Occurrence, occurrences
from liwan_court.timetable.periods import UnknownPeriod

USAGE_ERROR = 2
NARROWEST = 140
"""Columns a reason needs beside the dates."""


class Command(BaseCommand):
    help = "列出一年中的全部期限；用 --json 输出供程序读取的数组。用法有误时退出码为2。"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--year", default="", help="公历年份，如 2026")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        rows = _rows(str(options["year"]))
        if options["json"]:
            self.stdout.write(json.dumps([_as_json(row) for row in rows], ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_as_table(rows))


def _rows(year: str) -> list[Occurrence]:
    if not year:
        raise CommandError("缺少 --year，如 --year 2026。", returncode=USAGE_ERROR)
    if not (year.isascii() and year.isdigit()):
        raise CommandError(f"年份“{year}”不对，应写成四位数字，如 2026。", returncode=USAGE_ERROR)
    try:
        return occurrences(int(year), calendar.load())
    except UnknownPeriod as error:
        raise CommandError(str(error), returncode=USAGE_ERROR) from None


def _as_json(row: Occurrence) -> dict[str, str | bool | None]:
    return {
        "name": row.name,
        "period": row.period,
        "nominal_date": row.nominal_date.isoformat(),
        "date": row.date.isoformat(),
        "due": row.due.isoformat() if row.due else None,
        "provisional": row.provisional,
        "reason": row.reason,
    }


def _as_table(rows: list[Occurrence]) -> str:
    table = Table("期限", "周期", "名义日", "实际日", "截止", box=SIMPLE)
    table.add_column("说明", overflow="fold")
    for row in rows:
        remark = ("暂定。" if row.provisional else "") + (row.reason or "")
        table.add_row(row.label, row.period, str(row.nominal_date), str(row.date), _until(row), remark)
    console = Console(width=max(Console().width, NARROWEST))
    with console.capture() as capture:
        console.print(table)
    return capture.get()


def _until(row: Occurrence) -> str:
    """The instant as people say it: the end of a day is its own 24:00, not 00:00 of the next."""
    if row.due is None:
        return "合并办理"
    return row.due.strftime("%Y-%m-%d %H:%M") if row.due.date() == row.date else f"{row.date} 24:00"
