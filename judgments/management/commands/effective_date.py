"""`manage.py effective_date`: the presumed day of effect of a judgment (R27, R29)."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from judgments.effective import FIELDS, KINDS, RULINGS, Effective, EffectUsageError, effective_date
from liwan_court.timetable import calendar

USAGE_ERROR = 2


class Command(BaseCommand):
    help = "推算裁判文书的生效日；最后一个日期起算，期间末日遇休息日顺延。用法有误时退出码为2。"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--kind", help=f"文书种类：{'、'.join(KINDS)}")
        parser.add_argument("--field", help=f"案件领域：{'、'.join(FIELDS)}")
        parser.add_argument(
            "--served",
            nargs="+",
            action="extend",
            metavar="DATE",
            help="各当事人的送达日期；调解书为各方签收日期",
        )
        parser.add_argument("--announced", metavar="DATE", help="宣判或者宣布的日期，与 --served 只用其一")
        parser.add_argument("--ruling", help=f"裁定种类：{'、'.join(RULINGS)}")
        parser.add_argument("--final", action="store_true", help="终审：二审、小额诉讼、特别程序")
        parser.add_argument("--days", help="另定的期间，如当事人在境外")
        parser.add_argument("--json", action="store_true", help="只输出 JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            answer = _answer(options)
        except EffectUsageError as error:
            raise CommandError(str(error), returncode=USAGE_ERROR) from None
        self.stdout.write(_as_json(answer) if options["json"] else _as_text(answer))


def _answer(options: dict[str, Any]) -> Effective:
    for name, example in (("kind", "判决书"), ("field", "民事")):
        if not options[name]:
            raise EffectUsageError(f"缺少 --{name}，如 --{name} {example}。")
    if options["served"] and options["announced"]:
        raise EffectUsageError("--served 与 --announced 只用其一。")
    return effective_date(
        options["kind"],
        options["field"],
        served=[_date(text) for text in options["served"] or ()],
        announced=_date(options["announced"]) if options["announced"] else None,
        ruling=options["ruling"],
        final=options["final"],
        days=_days(options["days"]),
        calendar=calendar.load(),
    )


def _date(text: str | date) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise EffectUsageError(f"日期“{text}”不对，应写成 2026-01-30 的样式。") from None


def _days(text: str | int | None) -> int | None:
    if text is None:
        return None
    try:
        return int(text)
    except ValueError:
        raise EffectUsageError(f"期间“{text}”不对，应写成天数，如 30。") from None


def _as_json(answer: Effective) -> str:
    return json.dumps(
        {
            "expires": answer.expires.isoformat() if answer.expires else None,
            "effective": answer.effective.isoformat() if answer.effective else None,
            "provisional": answer.provisional,
            "reason": answer.reason,
        },
        ensure_ascii=False,
    )


def _as_text(answer: Effective) -> str:
    lines = [
        f"期满日：{answer.expires or '无上诉或者异议期' if answer.effective else '不能推算'}",
        f"推定生效日：{answer.effective or '不能推算'}{'（暂定）' if answer.provisional else ''}",
    ]
    if answer.reason:
        lines.append(f"说明：{answer.reason}")
    return "\n".join(lines)
