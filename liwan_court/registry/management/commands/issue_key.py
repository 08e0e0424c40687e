"""Give out the key of a party: the slip goes into a file, the key to nobody's screen unless asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from liwan_court.acting import ActionRefused
from liwan_court.registry import key_code
from liwan_court.registry.actions.keys import IDENTITY_CHECKS, IssueKey
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.documents.slip import Slip, slip_docx
from liwan_court.registry.models import Case
from liwan_court.registry.posts import Actor


class Command(BaseCommand):
    """A thin door to `registry.actions.keys.IssueKey` (R63)."""

    help = "为一名当事人生成查阅密码并输出密码单。原密码（如有）即时作废。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("case", metavar="案号")
        parser.add_argument("party", metavar="当事人次序", type=int, help="第几名当事人，从1起")
        parser.add_argument("--agent", default="", metavar="代理人", help="为该当事人的代理人发放")
        parser.add_argument(
            "--identity", default="", choices=("", *IDENTITY_CHECKS), help="补发时所核验的证件"
        )
        parser.add_argument(
            "--slip", metavar="文件", help="密码单写到这个 .docx 文件；不写则只在屏幕显示密码一次"
        )

    def handle(
        self, *_args: Any, case: str, party: int, agent: str, identity: str, slip: str | None, **_o: Any
    ) -> None:
        """Issue, and put the key where it was asked for."""
        try:
            key = parse(case).key
        except InvalidCaseNumber as error:
            raise CommandError(str(error)) from error
        found = Case.objects.filter(number_key=key).first()
        parties = list(found.parties.all()) if found else []
        if not 1 <= party <= len(parties):
            raise CommandError("名册中没有这个案号，或者没有这一名当事人")
        if slip is not None:
            _private(Path(slip))
        try:
            row, plain = IssueKey(parties[party - 1], Actor.system("命令行"), agent, identity).run()
        except ActionRefused as refused:
            raise CommandError("；".join(refused.messages)) from refused
        if slip is None:
            self.stdout.write(key_code.grouped(plain))
            return
        content = Slip(case, row.party.role, plain, f"{settings.SITE_URL}/case/", is_agent=bool(agent))
        path = Path(slip)
        path.write_bytes(slip_docx(content))
        self.stdout.write(f"密码单已写入 {path.name}，请打印后删除该文件。")


def _private(path: Path) -> None:
    """Make the file, for its owner alone, before a key is given out. Raises CommandError."""
    try:
        path.touch(mode=0o600)
        path.chmod(0o600)
    except OSError as error:
        raise CommandError(f"密码单不能写入 {path.name}（{error.strerror}），没有发放密码") from error
