"""A portal in this process whose requests are all answered at one moment of the court's clock, which the test moves."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import DEFAULT_DB_ALIAS, connections
from django.test.testcases import LiveServerThread

from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class Clock:
    """Middleware, outermost: the moment stands here for the thread that answers; one request at a time, as they share a connection."""

    moment: dt.datetime | None = None
    lock = threading.RLock()

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with Clock.lock, clock.at(Clock.moment or clock.now()):
            return self.get_response(request)


_shared: list[Any] = []


@contextmanager
def looking() -> Iterator[None]:
    """Ask the database from the test itself: on the connection of the portal, and while no request is answered.

    The browser's driver runs the test in a context of its own, in which Django would open another connection.
    """
    with Clock.lock:
        connections[DEFAULT_DB_ALIAS] = _shared[-1]
        yield


@contextmanager
def serving() -> Iterator[str]:
    """The portal on a free port, in the transaction of the test: nothing has to be flushed, which append-only rows forbid."""
    connection = connections[DEFAULT_DB_ALIAS]
    connection.inc_thread_sharing()
    _shared.append(connection)
    server = LiveServerThread(
        "127.0.0.1", StaticFilesHandler, connections_override={DEFAULT_DB_ALIAS: connection}
    )
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        server.terminate()
        _shared.pop()
        connection.dec_thread_sharing()
