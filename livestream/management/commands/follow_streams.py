"""`manage.py follow_streams`: follows the folders of the streams and releases what is old enough, until it is stopped."""

from __future__ import annotations

import logging
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from livestream.broadcast import segments
from livestream.demo.camera import Camera, is_possible

log = logging.getLogger(__name__)
EVERY_SECONDS = 1.0


class Command(BaseCommand):
    """A thin door to `livestream.broadcast.segments`."""

    help = "监看推流切片：登记新切片，到延迟时间后公开。--once 只做一遍。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Once, or until stopped."""
        parser.add_argument("--once", action="store_true", help="只做一遍")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Follow. One stream that breaks does not keep the others from going on."""
        if options["once"]:
            self.stdout.write(f"公开{follow_all()}个切片")
            return
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        camera = Camera() if is_possible() else None
        while not stopped.is_set():
            close_old_connections()
            try:
                if camera is not None:
                    camera.tend()
                follow_all()
            except Exception as error:  # noqa: BLE001  (the database may be away for a moment)
                log.error("following streams: %s", type(error).__name__)  # noqa: TRY400  (never a piece's content)
            stopped.wait(EVERY_SECONDS)
        if camera is not None:
            camera.stop()


def follow_all() -> int:
    """Each stream once; how many pieces were released."""
    released = 0
    for broadcast in segments.followed():
        try:
            released += segments.follow(broadcast)
        except OSError as error:
            log.error("broadcast %s: %s", broadcast.pk, error.strerror)  # noqa: TRY400  (a full disk, and the like)
        except Exception as error:  # noqa: BLE001  (the others go on)
            log.error("broadcast %s: %s", broadcast.pk, type(error).__name__)  # noqa: TRY400  (never a piece's content)
    return released
