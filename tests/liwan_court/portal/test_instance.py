"""Why a portal cannot start here, said before anything is started."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from liwan_court.portal.instance import CannotStart, only_one, port_number, require_free_port

ADDRESS = "http://127.0.0.1:8765/"


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_a_busy_port_is_named_and_another_one_offered(busy_port: int) -> None:
    with pytest.raises(CannotStart) as refused:
        require_free_port("127.0.0.1", busy_port)
    assert f"端口 {busy_port} 已被其他程序占用" in str(refused.value)
    assert f"PORT={busy_port + 1} make run" in str(refused.value)


def test_a_port_nobody_uses_is_free(busy_port: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        unused = probe.getsockname()[1]
    require_free_port("127.0.0.1", unused)


def test_a_port_is_free_again_as_soon_as_its_portal_has_stopped() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            server.accept()[0].close()
    require_free_port("127.0.0.1", port)


@pytest.mark.parametrize("text", ["", "http", "0", "65536", "-1", "8000.5", "٨٠٠٠"])
def test_a_port_that_is_no_port_is_said_plainly(text: str) -> None:
    with pytest.raises(CannotStart, match="不是有效的端口号"):
        port_number(text)


def test_a_port_is_a_number() -> None:
    assert port_number("8000") == 8000


def test_a_second_portal_on_the_same_data_is_told_where_the_first_one_is(tmp_path: Path) -> None:
    with only_one(tmp_path, ADDRESS):
        code = (
            "import sys; from pathlib import Path; from liwan_court.portal.instance import only_one\n"
            "with only_one(Path(sys.argv[1]), 'http://127.0.0.1:9/'): pass"
        )
        second = subprocess.run(
            [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False
        )
    assert "门户已在运行" in second.stderr
    assert ADDRESS in second.stderr


def test_a_portal_that_has_stopped_does_not_keep_the_next_one_out(tmp_path: Path) -> None:
    with only_one(tmp_path, ADDRESS):
        pass
    with only_one(tmp_path, ADDRESS):
        pass
