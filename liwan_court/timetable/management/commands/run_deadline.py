"""`run_deadline NAME [--on DATETIME] [--dry-run] [--json]`: run what is due, or say what would happen."""

from __future__ import annotations

import json
from contextlib import nullcontext
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from liwan_court.database import require_tables
from liwan_court.registry.posts import Actor
from liwan_court.timetable import calendar, clock, runs
from liwan_court.timetable.deadlines import DEADLINES, UnknownDeadline, due_between

if TYPE_CHECKING:
    from liwan_court.timetable.runs import Report


class Command(BaseCommand):
    """A door to `runs.run_deadline`. A future time is for dry runs and demonstrations (DEMO=1) only."""

    help = "执行一个到期的期限（或用 --dry-run 预看）"

    def add_arguments(self, parser: CommandParser) -> None:
        """The deadline's name, and under which clock."""
        parser.add_argument(
            "name", metavar="NAME", help="、".join(f"{d.name}（{d.label}）" for d in DEADLINES if d.runs)
        )
        parser.add_argument(
            "--on", metavar="DATETIME", help="如 2026-11-25 或 2026-11-25T09:00（北京时间）；默认现在"
        )
        parser.add_argument("--dry-run", action="store_true", help="只说明将做什么，不改动任何数据")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run under the asked clock and tell what was done."""
        require_tables()
        moment = self._moment(options["on"], options["name"])
        if moment and moment > clock.now() and not options["dry_run"] and not settings.DEMO:
            raise CommandError("--on 是将来的时间：只能配合 --dry-run 预看（演示环境 DEMO=1 除外）")
        with clock.at(moment) if moment else nullcontext():
            try:
                report = runs.run_deadline(
                    options["name"], actor=Actor.system("命令行"), dry_run=options["dry_run"]
                )
            except (UnknownDeadline, runs.CannotRun) as error:
                raise CommandError(str(error)) from error
        self.stdout.write(
            json.dumps(as_json(report), ensure_ascii=False, indent=2) if options["json"] else as_text(report)
        )

    def _moment(self, text: str | None, name: str) -> datetime | None:
        """A local moment. A bare date means the moment the deadline falls due on it, or the end of that day."""
        if text is None:
            return None
        try:
            value = datetime.fromisoformat(text)
        except ValueError as error:
            raise CommandError(f"看不懂时间“{text}”，请写成 2026-11-25 或 2026-11-25T09:00") from error
        if len(text) == len("2026-11-25"):
            return due_on(value.date(), name)
        return value if value.tzinfo else value.replace(tzinfo=clock.ZONE)


def due_on(day: date, name: str) -> datetime:
    """When a deadline falls due on a day; 23:59 where it does not."""
    start, end = clock.moment(day), clock.moment(day, time(23, 59))
    due = [row.due for row in due_between(start, end, calendar.load()) if row.name == name and row.due]
    return due[-1] if due else end


def as_json(report: Report) -> dict[str, Any]:
    """The report for machines."""
    occurrence = report.occurrence
    return {
        "name": occurrence.name,
        "period": occurrence.period,
        "supplement": report.supplement,
        "due": occurrence.due.isoformat() if occurrence.due else None,
        "dry_run": report.dry_run,
        "message": report.message,
        **report.outcome.to_json(),
    }


def as_text(report: Report) -> str:
    """The report for people."""
    occurrence = report.occurrence
    supplement = f" 补批{report.supplement}" if report.supplement else ""
    counts = "，".join(f"{LABELS.get(key, key)} {value}" for key, value in report.outcome.counts.items())
    head = f"{occurrence.label} {occurrence.period}{supplement}：{report.message}"
    return "\n".join([head, counts, *(f"  {line}" for line in report.outcome.lines)]).strip()


LABELS = {
    "published": "公布",
    "refused": "未通过检查",
    "not_ready": "尚未就绪",
    "registered": "登记不公开",
    "reported": "报送案号",
    "missing_returns": "未报部门",
    "differences": "核对差异",
}
