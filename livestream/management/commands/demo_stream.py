"""`manage.py demo_stream SLUG`: gives a session that is ready a stream from the camera of the demonstration, and opens it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from livestream.actions.base import ActionRefused
from livestream.actions.broadcasting import GROUP
from livestream.actions.go_live import GoLive
from livestream.demo import camera
from livestream.demo.people import actor
from livestream.models import Duty, Session


class Command(BaseCommand):
    """A thin door to `livestream.demo.camera`."""

    help = "演示环境（DEMO=1）：由演示摄像机给一个待播的场次推流并开播；须装有 ffmpeg，画面由 follow_streams 推送。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Which session."""
        parser.add_argument("slug", help="场次地址中的名字")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Open it as the member on duty would."""
        if not camera.is_possible():
            raise CommandError("只能在演示环境使用（DEMO=1），并且须装有 ffmpeg")
        duty = Duty.objects.filter(
            session__slug=options["slug"], member__group__kind=GROUP, cancelled=False
        ).select_related("member__officer__user", "session")
        row = duty.first()
        if row is None:
            raise CommandError("没有这个场次，或者没有人值班")
        operator = actor(row.member.officer)
        try:
            camera.open_stream(row.session, operator)
            GoLive(Session.objects.get(pk=row.session_id), operator).run()
        except ActionRefused as refused:
            raise CommandError("；".join(refused.messages)) from None
        self.stdout.write(f"已开播：{row.session.get_absolute_url()}")
