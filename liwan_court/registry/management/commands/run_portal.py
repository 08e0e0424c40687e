"""`manage.py run_portal`: the whole portal in the foreground on one machine, until Ctrl-C."""

from __future__ import annotations

import os
import sys
from typing import Any

from django.conf import settings
from django.core.checks import Tags
from django.core.management.base import BaseCommand, CommandError

from liwan_court.portal import accounts, first_start, greeting, instance, processes

HOST = "127.0.0.1"
PROCFILE = settings.BASE_DIR / "deploy" / "Procfile"


class Command(BaseCommand):
    """A thin door to `liwan_court.portal`."""

    help = "在前台启动整个门户（网页、后台任务、索引、定时器）；端口取自环境变量 PORT，默认 8000；按 Ctrl-C 停止。"
    requires_system_checks = [Tags.security]

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Start, and stay until stopped. Raises CommandError when the portal cannot start here."""
        try:
            code = self._run()
        except instance.CannotStart as refused:
            raise CommandError(str(refused)) from None
        except KeyboardInterrupt:
            self._say("\n已停止。  Stopped.")
            code = 0
        sys.exit(code)

    def _run(self) -> int:
        port = instance.port_number(os.environ.get("PORT", "8000"))
        address = f"http://{HOST}:{port}/"
        with instance.only_one(settings.VAR, address):
            instance.require_free_port(HOST, port)
            first_start.prepare(self._say)
            greeting.greet_when_open(address, self._greeting(address), self._say)
            code = processes.run(PROCFILE, processes.child_environment(port, settings.VAR))
        self._say("门户已停止，数据保存在 var 目录。  Stopped; the data are kept.")
        return code

    def _greeting(self, address: str) -> str:
        return (
            f"\n荔湾审判网已启动：{address}\n工作台（后台）：{address}admin/\n{accounts.table()}\n{accounts.keys()}\n"
            "按 Ctrl-C 停止。  The portal is open; Ctrl-C stops it.\n"
        )

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
