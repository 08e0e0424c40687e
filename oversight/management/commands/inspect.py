"""Inspect a quarter, review a first half, accept a year; or only say how it stands (R11, R12, R15)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from liwan_court.measuring import span
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock
from liwan_court.timetable.periods import UnknownPeriod
from oversight.actions.base import ActionRefused
from oversight.actions.inspect import TakeInspection, catalogue_of, kind_of
from oversight.inspecting import look, names
from oversight.measured import UnknownMeasure
from oversight.models import Inspection, Verdict
from oversight.sealing import is_intact
from oversight.words import shown

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from liwan_court.measuring import Span
    from oversight.inspecting import View


class Command(BaseCommand):
    """A thin door to `TakeInspection` and `look`."""

    help = "季度检查并冻结（--quarter 2026Q1）；上半年写2026H1，年终验收写2026。--dry-run 只看不冻结，--json 供程序读取。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which period, whether to freeze, how to answer."""
        parser.add_argument(
            "--quarter", required=True, metavar="2026Q1", help="季度、上半年（2026H1）或年度（2026）"
        )
        parser.add_argument("--reason", default="", help="再次检查的原因")
        parser.add_argument("--dry-run", action="store_true", help="只看现在的数字，不冻结")
        parser.add_argument("--verify", action="store_true", help="核对这一期间各次检查的校验和，不检查")
        parser.add_argument("--json", action="store_true", help="以JSON输出")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Count, freeze unless asked not to, print."""
        try:
            of = span(options["quarter"])
            if options["verify"]:
                self._verify(of, as_json=options["json"])
                return
            view, taken = _looked(of, options["reason"], dry_run=options["dry_run"])
        except (UnknownPeriod, UnknownMeasure) as error:
            raise CommandError(str(error)) from None
        except ActionRefused as refused:
            raise CommandError(str(refused)) from None
        if options["json"]:
            self.stdout.write(json.dumps(_json(view, taken), ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(_lines(view, taken)))

    def _verify(self, of: Span, *, as_json: bool) -> None:
        taken = list(Inspection.objects.filter(period=of.name).order_by("serial"))
        if not taken:
            raise CommandError(f"{of.label}还没有检查")
        broken = [row for row in taken if not is_intact(row)]
        if as_json:
            told = [{"serial": row.serial, "seal": row.seal, "intact": row not in broken} for row in taken]
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        for row in () if as_json else taken:
            self.stdout.write(f"{row}：{'校验和不符，记录被改动过' if row in broken else '校验和相符'}")
        if broken:
            raise CommandError(f"{len(broken)}次检查的校验和不符，请立即报告领导小组，并从备份核对")


def _looked(of: Span, reason: str, *, dry_run: bool) -> tuple[View, Inspection | None]:
    catalogue = catalogue_of(of.year)
    if dry_run:
        if of.first > clock.today():
            raise CommandError(f"{of.label}还没有开始")
        if catalogue is None:
            raise CommandError(f"{of.year}年没有施行的指标目录：请先在后台“指标目录”中施行一版")
        return look(of, catalogue), None
    action = TakeInspection(Actor.system("命令行"), of, reason)
    taken = action.run()
    if action.view is None:
        raise CommandError("检查没有结果")
    return action.view, taken


def _json(view: View, taken: Inspection | None) -> dict[str, Any]:
    known = names()
    return {
        "period": view.span.name, "kind": kind_of(view.span), "frozen": taken is not None,
        "inspection": taken.pk if taken else None, "seal": taken.seal if taken else None,
        "at": clock.local(taken.taken_at if taken else clock.now()).isoformat(timespec="seconds"),
        "divisions": [
            {
                "division": known[division], "points": _number(found.points), "verdict": found.verdict,
                "met": found.met, "unmet": found.unmet, "no_data": found.no_data,
            }
            for division, found in view.sums.items()
        ],
        "scores": [
            {
                "code": row.code, "division": known[row.division_id],
                "numerator": row.tally.numerator if row.tally else None,
                "denominator": row.tally.denominator if row.tally else None,
                "value": _number(row.value), "points": _number(row.judged.points),
                "weight": _number(row.judged.weight), "verdict": row.judged.verdict,
            }
            for row in view.standings
        ],
    }  # fmt: skip


def _lines(view: View, taken: Inspection | None) -> list[str]:
    known = names()
    defined = {row.code: row for row in view.indicators}
    head = f"{taken}，已冻结，校验和{taken.seal[:12]}" if taken else f"{view.span.label}现在的情况（未冻结）"
    lines = [head]
    for division, found in view.sums.items():
        points = "无数据" if found.points is None else f"{found.points}分"
        verdict = Verdict(found.verdict).label
        lines.append(
            f"{known[division]}：{points}，{verdict}（达标{found.met}，未达标{found.unmet}，无数据{found.no_data}）"
        )
    for row in view.standings:
        if row.judged.verdict == Verdict.UNMET and row.division_id is not None:
            of = defined[row.code]
            lines.append(
                f"  {known[row.division_id]} {row.code} {of.name}：{shown(row.value, counts=of.counts)}"
            )
    return lines


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
