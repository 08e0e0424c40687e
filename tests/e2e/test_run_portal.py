"""`manage.py run_portal` as `make run` starts it, without the demonstration: it opens, keeps its data, and leaves nothing behind."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from liwan_court.portal.greeting import answers
from tests.e2e.stack import ROOT, SECONDS_TO_START, SECONDS_TO_STOP, bare_environment
from tests.polling import wait_for
from tests.services import free_port

COMMAND = [sys.executable, "manage.py", "run_portal"]


class Terminal:
    """A portal in the foreground of a terminal, and what it prints there."""

    def __init__(self, folder: Path, port: int) -> None:
        self.environment = bare_environment(folder, PORT=str(port))
        self.address = f"http://127.0.0.1:{port}/"
        self.log = folder / f"terminal-{port}.log"
        with self.log.open("w") as output:
            self.process = subprocess.Popen(
                COMMAND,
                cwd=ROOT,
                env=self.environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def opened(self) -> str:
        """What it has printed once it said that it is open."""
        wait_for("the greeting", lambda: "按 Ctrl-C 停止" in self.log.read_text(), seconds=SECONDS_TO_START)
        return self.log.read_text()

    def stopped(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(SECONDS_TO_STOP)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    running = Terminal(tmp_path, free_port())
    yield running
    if running.process.poll() is None:
        running.stopped(signal.SIGTERM)


def processes_of(folder: Path) -> list[str]:
    """Command lines of running processes whose environment names a data folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if str(folder).encode() in (entry / "environ").read_bytes():
                found.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return [line for line in found if line]


def test_a_portal_opens_and_stops_without_a_trace_and_opens_again_with_its_data(tmp_path: Path) -> None:
    port = free_port()
    for number in (signal.SIGINT, signal.SIGTERM):
        terminal = Terminal(tmp_path, port)
        assert terminal.address in terminal.opened()
        assert answers(terminal.address)
        assert len(processes_of(tmp_path)) > 4
        assert terminal.stopped(number) == 0
        assert processes_of(tmp_path) == []
        assert "Traceback" not in terminal.log.read_text()
    assert "Preparing the database" not in terminal.log.read_text()


def test_a_second_portal_on_the_same_data_is_refused_and_told_where_the_first_is(terminal: Terminal) -> None:
    terminal.opened()
    environment = {**terminal.environment, "PORT": str(free_port())}
    second = subprocess.run(COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert second.returncode != 0
    assert f"门户已在运行：{terminal.address}" in second.stderr
    assert answers(terminal.address)


@pytest.mark.parametrize(("port", "said"), [("", "不是有效的端口号"), ("99999", "不是有效的端口号")])
def test_a_wrong_port_is_said_before_anything_is_made(tmp_path: Path, port: str, said: str) -> None:
    environment = bare_environment(tmp_path, PORT=port)
    refused = subprocess.run(COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert refused.returncode != 0
    assert said in refused.stderr
    assert not (tmp_path / "var" / "portal.sqlite3").exists()


def test_a_busy_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        environment = bare_environment(tmp_path, PORT=str(port))
        refused = subprocess.run(
            COMMAND, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )
    assert refused.returncode != 0
    assert f"端口 {port} 已被其他程序占用" in refused.stderr
    assert f"PORT={port + 1} make run" in refused.stderr
