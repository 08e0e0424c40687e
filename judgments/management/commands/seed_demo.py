"""Fill an empty portal with the demonstration court."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from datetime import date, time
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.table import Table

from judgments.demo.court import PASSWORD, ROLES
from judgments.demo.seed import CannotSeed, is_complete, seed
from liwan_court.database import require_tables
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager


class Command(BaseCommand):
    """A thin door to `judgments.demo.seed`."""

    help = "载入演示法院：虚构的人员、案件与文书，经真实流程上传、审核、公布。只能用于演示环境（DEMO=1）和空的数据库。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Options."""
        parser.add_argument("--today", metavar="日期", help="以某日上午为“今天”，如 2028-03-10（供测试）")
        parser.add_argument("--history", type=int, metavar="月数", help="较早历史的月数，默认21")

    def handle(self, *_args: Any, today: str | None, history: int | None, **_options: Any) -> None:
        """Seed once; afterwards only say who may log in."""
        require_tables()
        if not settings.DEMO or settings.PRODUCTION:
            raise CommandError("演示数据只能载入演示环境：请设置 DEMO=1，且不要用于正式环境")
        moment = _as_of(today)
        console = Console(file=self.stdout, highlight=False)  # type: ignore[arg-type]
        if is_complete():
            console.print("演示数据已经载入，本次没有改动。")
        else:
            try:
                with moment:
                    seed(lambda label: _step(console, label), history)
            except CannotSeed as refused:
                raise CommandError(str(refused)) from refused
        if _options["verbosity"]:
            console.print(accounts())


def accounts() -> Table:
    """The accounts of the demonstration."""
    table = Table(title=f"演示账号（密码均为 {PASSWORD}）", title_justify="left")
    table.add_column("用户名")
    table.add_column("岗位")
    for username, role in ROLES.items():
        table.add_row(username, role)
    return table


def _as_of(text: str | None) -> AbstractContextManager[None]:
    """Live at ten in the morning of a day, or now. Raises CommandError."""
    if text is None:
        return nullcontext()
    try:
        return clock.at(clock.moment(date.fromisoformat(text), time(10)))
    except ValueError as error:
        raise CommandError(f"“{text}”不是日期，应写成 2028-03-10 的样式") from error


@contextmanager
def _step(console: Console, label: str) -> Iterator[None]:
    with console.status(f"{label}……") if console.is_terminal else nullcontext():
        yield
    console.print(f"  ✓ {label}")
