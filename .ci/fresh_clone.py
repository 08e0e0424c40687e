"""`make run` as a new user meets it: a fresh clone in an empty folder, the first start, the second, and a Ctrl-C that leaves nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OPEN = "按 Ctrl-C 停止"
FIRST_START_SECONDS, LATER_START_SECONDS, STOP_SECONDS = 180, 5, 20
PATIENCE = 4
"""A busy machine may take so many times as long before the start counts as failed; the figure itself is printed."""


def main() -> None:
    """Start twice, and print how long it took. Raises AssertionError for whatever a new user would stumble over."""
    with tempfile.TemporaryDirectory(prefix="portal-clone-", ignore_cleanup_errors=True) as folder:
        clone = Path(folder) / "portal"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        for name, limit in (("first", FIRST_START_SECONDS), ("second", LATER_START_SECONDS)):
            started, stopped = start_and_stop(clone, limit)
            print(
                f"{name} start of make run: {started:.1f} s (promised: {limit} s), stop: {stopped:.1f} s",
                flush=True,
            )
    print("2 passed: make run on a fresh clone")


def start_and_stop(clone: Path, limit: float) -> tuple[float, float]:
    """Seconds from `make run` to the greeting, and from Ctrl-C to the end."""
    port, log = free_port(), clone.parent / "make-run.log"
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "LANG": "C.UTF-8",
        "PORT": str(port),
    }
    begun = time.monotonic()
    with log.open("w") as output:
        make = subprocess.Popen(
            ["make", "run"], cwd=clone, env=environment, stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
    while OPEN not in log.read_text():
        assert make.poll() is None, log.read_text()
        assert time.monotonic() - begun < limit * PATIENCE, log.read_text()
        time.sleep(0.1)
    started = time.monotonic() - begun
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page:
        assert page.status == 200
    return started, stop(make, clone, log)


def stop(make: subprocess.Popen[bytes], clone: Path, log: Path) -> float:
    """Press Ctrl-C, as the terminal sends it to everything in the foreground; seconds until it was over."""
    begun = time.monotonic()
    os.killpg(make.pid, signal.SIGINT)
    make.wait(STOP_SECONDS)
    # Python's resource tracker ends when it reads the end of its parent's pipe: a moment after the parent.
    while left := processes_of(clone):
        assert time.monotonic() - begun < STOP_SECONDS, f"left behind: {left}"
        time.sleep(0.1)
    assert "Traceback" not in log.read_text(), log.read_text()
    return time.monotonic() - begun


def processes_of(clone: Path) -> list[str]:
    """Command lines of running processes that use the clone's interpreter."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if str(clone) in command:
            found.append(command)
    return found


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
