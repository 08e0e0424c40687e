"""A portal of real processes for one test: the processes of deploy/Procfile, on data of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
import redis

from liwan_court.portal.greeting import answers
from tests import services
from tests.polling import wait_for

ROOT = Path(__file__).parents[2]
SUPERVISE = (
    "import sys; from pathlib import Path; from liwan_court.portal.processes import child_environment, run\n"
    "sys.exit(run(Path('deploy/Procfile'), child_environment(int(sys.argv[1]), Path(sys.argv[2]))))"
)
SECONDS_TO_START = 60
SECONDS_TO_STOP = 30
FIRST_REDIS_OF_STACKS = 8
"""The numbered databases below belong to the test workers."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A portal that answers at `address`."""

    address: str
    environment: Mapping[str, str]
    log: Path

    def manage(self, *arguments: str) -> str:
        """The output of a management command of this portal. Raises AssertionError when it fails."""
        return manage(self.environment, *arguments)


def manage(environment: Mapping[str, str], *arguments: str) -> str:
    """The output of a management command. Raises AssertionError with its errors when it fails."""
    return _python(environment, "manage.py", *arguments)


def _python(environment: Mapping[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
    return done.stdout


def bare_environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a portal with its data in a folder, and nothing of this test session."""
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PORTAL_VAR": str(folder / "var"), **more}


@contextmanager
def database_and_broker(kind: str) -> Iterator[dict[str, str]]:
    """What the environment says about them: nothing when embedded, or a new database on the servers of the session."""
    if kind == "embedded":
        yield {}
        return
    server, broker = services.bring()
    number = FIRST_REDIS_OF_STACKS + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 8
    name, broker_url = f"portal_{uuid4().hex[:12]}", services.redis_url(broker, number)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    with redis.from_url(broker_url) as client:
        client.flushdb()
    yield {"DATABASE_URL": services.database_url(server, name), "REDIS_URL": broker_url}
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def running(environment: Mapping[str, str], folder: Path) -> Iterator[Stack]:
    """A portal with the court's tables and the people of `tests.e2e.people`, stopped in the end like by Ctrl-C."""
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "load_court")
    _python({**environment, "DJANGO_SETTINGS_MODULE": "liwan_court.settings"}, "-m", "tests.e2e.people")
    port, log = services.free_port(), folder / "portal.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISE, str(port), environment["PORTAL_VAR"]],
            cwd=ROOT, env={**environment, "PORT": str(port)}, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"an answer from {address}", lambda: answers(address), seconds=SECONDS_TO_START)
        yield Stack(address, environment, log)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(SECONDS_TO_STOP)
