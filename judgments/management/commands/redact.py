"""`redact`: the public edition of one or more judgments, without a database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from judgments.redaction.edition import Party
from judgments.redaction.job import Job, party_from
from judgments.redaction.policies import POLICIES
from judgments.redaction.process import Worker

_FILES: Final = ("public.docx", "public.html", "report.json")
_USAGE: Final = 64
_REFUSED: Final = 2
_HELD: Final = 3


class Command(BaseCommand):
    """Writes DIR/<stem>/public.docx, public.html and report.json for each input.

    Exit status: 0 all ready, 3 at least one held, 2 at least one refused, 64 the call itself is wrong (nothing is written).
    """

    help = "把裁判文书脱敏为上网版：每个输入生成 public.docx、public.html 和 report.json，不需要数据库。"
    requires_system_checks: list[str] = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("inputs", nargs="*", metavar="INPUT.docx", help="要脱敏的文书")
        parser.add_argument(
            "--parties", metavar="PARTIES.json", help="已确认的当事人名单，适用于本次的每一份文书"
        )
        parser.add_argument("--policy", default="liwan-2013", help=f"脱敏规则：{'、'.join(POLICIES)}")
        parser.add_argument("--out", metavar="DIR", help="输出目录（只有本人可读）")

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        report = parser.error

        def error(message: str) -> None:
            try:
                report(message)
            except SystemExit:
                sys.exit(_USAGE)

        parser.error = error  # type: ignore[method-assign]
        return parser

    def handle(self, *_args: Any, **options: Any) -> None:
        inputs = [Path(name) for name in options["inputs"]]
        out = _checked(inputs, options["policy"], options["out"])
        parties = _read_parties(options["parties"])
        _make_private(out, inputs)
        statuses = set()
        with Worker() as worker:
            for path in inputs:
                job = Job(
                    str(path.resolve()),
                    str((out / path.stem).resolve()),
                    parties,
                    options["policy"],
                    path.name,
                    _FILES,
                )
                result = worker.run(job)
                statuses.add(result.status)
                if result.status == "refused":
                    self.stderr.write(f"{path}：{' '.join(result.message.split())}")
                elif options["verbosity"] > 1:
                    self.stdout.write(f"{path}：{result.status}")
        sys.exit(_REFUSED if "refused" in statuses else _HELD if "held" in statuses else 0)


def _usage(message: str) -> CommandError:
    return CommandError(message, returncode=_USAGE)


def _checked(inputs: list[Path], policy: str, out: str | None) -> Path:
    """The output folder, once the call has been found right."""
    if not inputs:
        raise _usage("没有给出要脱敏的文书。")
    if out is None:
        raise _usage("请用 --out 指定输出目录。")
    if policy not in POLICIES:
        raise _usage(f"没有脱敏规则“{policy}”，可选：{'、'.join(POLICIES)}。")
    seen: dict[str, Path] = {}
    for path in inputs:
        if path.stem in seen:
            raise _usage(
                f"“{seen[path.stem]}”与“{path}”的文件名相同（不计扩展名），输出会互相覆盖。请改名或者分次处理。"
            )
        seen[path.stem] = path
    if Path(out).exists() and not Path(out).is_dir():
        raise _usage(f"“{out}”不是目录。")
    return Path(out)


def _read_parties(name: str | None) -> tuple[Party, ...] | None:
    if name is None:
        return None
    try:
        rows = json.loads(Path(name).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise _usage(f"读不到当事人名单“{name}”：{error.strerror}。") from error
    except ValueError as error:
        raise _usage(f"当事人名单“{name}”不是有效的 JSON。") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _usage(f"当事人名单“{name}”应当是一个列表，每一项有 role、name、kind。")
    try:
        return tuple(party_from(row) for row in rows)
    except ValueError as error:
        raise _usage(f"当事人名单“{name}”：{error}") from error


def _make_private(out: Path, inputs: list[Path]) -> None:
    """The folder and one for each input, readable by their owner only; nothing is written where one cannot be made."""
    try:
        for folder in (out, *(out / path.stem for path in inputs)):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder.chmod(0o700)
    except OSError as error:
        raise _usage(f"不能在“{out}”中建立输出目录，请核对路径和权限，或换一个目录。") from error
