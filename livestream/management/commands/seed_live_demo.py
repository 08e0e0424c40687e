"""Play the demonstration months of livestream and microblog."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from livestream.demo.seed import is_wanted, seed


class Command(BaseCommand):
    """A thin door to `livestream.demo.seed`."""

    help = "载入庭审直播与微博的演示数据：由演示法院的人员走完近三个月。只能用于演示环境（DEMO=1）。"

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Once."""
        if not settings.DEMO or settings.PRODUCTION:
            raise CommandError("演示数据只能载入演示环境：请设置 DEMO=1，且不要用于正式环境")
        if not is_wanted():
            self.stdout.write("已有轮转或没有人员，本次没有改动。")
            return
        seed()
        self.stdout.write("庭审直播与微博的演示数据已载入。")
