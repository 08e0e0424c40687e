"""One portal for one data folder and one port: said plainly before anything is started."""

from __future__ import annotations

import errno
import fcntl
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_NAME = "portal.lock"


class CannotStart(Exception):  # noqa: N818  (a refusal, said to a person)
    """The portal cannot start here; the message is Chinese and English and says what to do."""


@contextmanager
def only_one(folder: Path, address: str) -> Iterator[None]:
    """Hold the data folder while the portal runs. Raises CannotStart when a running portal holds it.

    The processes that are started inherit the lock, so a portal whose parent was killed still counts as running.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / LOCK_NAME).open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise CannotStart(_already_running(lock.read().strip(), folder)) from None
        lock.truncate(0)
        lock.write(address)
        lock.flush()
        yield


def require_free_port(host: str, port: int) -> None:
    """Raises CannotStart when somebody listens on the port or it cannot be used."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CannotStart(_cannot_listen(port, error)) from None


def port_number(text: str) -> int:
    """PORT as a number. Raises CannotStart for anything but 1 to 65535."""
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise CannotStart(
        f"PORT={text} 不是有效的端口号，应为 1 到 65535 的整数。\nPORT must be a number from 1 to 65535, not “{text}”."
    )


def _already_running(address: str, folder: Path) -> str:
    return (
        f"门户已在运行：{address}（数据目录 {folder}）。请先在原窗口按 Ctrl-C 停止，再重新启动。\n"
        f"The portal is already running at {address} with the data in {folder}; stop it there with Ctrl-C first."
    )


def _cannot_listen(port: int, error: OSError) -> str:
    other = port + 1 if port < 65535 else 8001
    chinese, english = (
        (f"端口 {port} 已被其他程序占用。", f"Port {port} is in use by another program.")
        if error.errno == errno.EADDRINUSE
        else (f"端口 {port} 无法使用：{error.strerror}。", f"Port {port} cannot be used: {error.strerror}.")
    )
    return f"{chinese}请换一个端口：PORT={other} make run\n{english} Pick another one: PORT={other} make run"
