"""Play the demonstration weeks of the enforcement bureau."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from enforcement_logs.demo.keys import printed
from enforcement_logs.demo.seed import is_wanted, seed


class Command(BaseCommand):
    """A thin door to `enforcement_logs.demo.seed`."""

    help = "载入执行日志的演示数据：案件、六周日志、批次、查阅密码。只能用于演示环境（DEMO=1）。"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Once."""
        if not settings.DEMO or settings.PRODUCTION:
            raise CommandError("演示数据只能载入演示环境：请设置 DEMO=1，且不要用于正式环境")
        if is_wanted():
            seed()
            self.stdout.write("执行日志的演示数据已载入。")
        else:
            self.stdout.write("已有日志或没有执行员，本次没有改动。")
        for row in printed():
            self.stdout.write(f"{row.number} {row.role} {row.key}")
