"""Load the demonstration of oversight."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from oversight.demo.seed import is_wanted, seed


class Command(BaseCommand):
    """A thin door to `oversight.demo.seed`."""

    help = "载入监督评价的演示数据：两年的检查、计划、会议、整改。只能用于演示环境（DEMO=1）。"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Once."""
        if not settings.DEMO or settings.PRODUCTION:
            raise CommandError("演示数据只能载入演示环境：请设置 DEMO=1，且不要用于正式环境")
        if is_wanted():
            seed()
            self.stdout.write("监督评价的演示数据已载入。")
        else:
            self.stdout.write("已有检查或没有领导小组人员，本次没有改动。")
