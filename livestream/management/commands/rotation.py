"""`manage.py rotation --start 2026-01 --months 12 --unit month --first 民一庭 [--skip DATE=reason] [--json]` (R45, D8)."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from livestream.divisions import rotating_divisions
from livestream.rotation import Cursor, Slot, Unit, month_range, plan
from liwan_court.timetable import calendar
from liwan_court.timetable.workdays import WEEKDAYS

USAGE_ERROR = 2
MOST_MONTHS = 1200
NARROWEST = 110


class Command(BaseCommand):
    help = "预览庭审直播、微博的轮转：每个星期二、星期四轮到哪个审判庭，哪些日子停播、轮空及其原因。"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--start", default="", help="从哪个月开始，如 2026-01")
        parser.add_argument("--months", default="12", help="多少个月，默认12")
        parser.add_argument("--unit", default=Unit.MONTH, help="轮转单位：month、week 或 session，默认 month")
        parser.add_argument("--first", default="", help="第一个轮到的审判庭，默认按顺序的第一个")
        parser.add_argument(
            "--skip", action="append", default=[], help="轮空：日期=理由，如 2026-01-06=无适宜案件；可重复"
        )
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        slots = _slots(options)
        if options["json"]:
            self.stdout.write(json.dumps([as_json(slot) for slot in slots], ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_as_table(slots))


def _slots(options: dict[str, Any]) -> list[Slot]:
    order = rotating_divisions()
    first = _division(options["first"], order)
    start, end = month_range(_month(options["start"]), _months(str(options["months"])))
    try:
        cursor = Cursor.start(Unit(options["unit"]), order, first)
    except ValueError:
        raise _usage(f"轮转单位“{options['unit']}”不对，可用的是：month、week、session。") from None
    try:
        return plan(start, end, cursor, calendar.load(), dict(_skip(text) for text in options["skip"]))
    except ValueError as error:
        raise _usage(str(error)) from None


def _usage(message: str) -> CommandError:
    return CommandError(message, returncode=USAGE_ERROR)


def _month(text: str) -> date:
    match = re.fullmatch(r"(\d{4})-(\d{2})", text)
    if match is None or not (1950 <= int(match[1]) <= 2900 and 1 <= int(match[2]) <= 12):
        raise _usage(
            f"月份“{text}”不对，应写成 2026-01 这样。" if text else "缺少 --start，如 --start 2026-01。"
        )
    return date(int(match[1]), int(match[2]), 1)


def _months(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_MONTHS):
        raise _usage(f"月数“{text}”不对，应是1至{MOST_MONTHS}的整数。")
    return int(text)


def _division(text: str, order: list[str]) -> str:
    if text and text not in order:
        raise _usage(f"没有名为“{text}”的审判庭，轮转的是：{'、'.join(order)}。")
    return text or order[0]


def _skip(text: str) -> tuple[date, str]:
    day, _, reason = text.partition("=")
    try:
        when = date.fromisoformat(day.strip())
    except ValueError:
        raise _usage(f"轮空日期“{day}”不对，应写成 2026-01-06=理由。") from None
    if not reason.strip():
        raise _usage(f"{day}轮空必须写明理由：--skip {day}=理由。")
    return when, reason.strip()


def as_json(slot: Slot) -> dict[str, str | bool | int | None]:
    """A slot as programs read it."""
    return {
        "date": slot.date.isoformat(),
        "livestream": slot.livestream,
        "microblog": slot.microblog,
        "division": slot.division,
        "turn": slot.turn,
        "cancelled": slot.cancelled,
        "provisional": slot.provisional,
    }


def _as_table(slots: list[Slot]) -> str:
    table = Table("日期", "星期", "形式", "审判庭", "轮次", box=SIMPLE)
    table.add_column("说明", overflow="fold")
    for slot in slots:
        form = "直播+微博" if slot.livestream else "微博"
        remark = ("暂定。" if slot.provisional else "") + (slot.cancelled or "")
        table.add_row(
            str(slot.date), WEEKDAYS[slot.date.weekday()], form, slot.division, str(slot.turn), remark
        )
    console = Console(width=max(Console().width, NARROWEST))
    with console.capture() as capture:
        console.print(table)
    return capture.get()
