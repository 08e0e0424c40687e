"""Another program on a stranger's file: in its own folder, off the network, within a limit of time, ended with all it started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from functools import lru_cache
from pathlib import Path

from judgments.intake.refusals import refuse_conversion


def run_apart(command: list[str], place: Path, timeout_seconds: float) -> None:
    """Run `command` in `place` and wait. Raises Refused (conversion_failed) when it takes too long.

    It runs in a group of its own, so that the helpers it starts end with it, and sees nothing of the portal's environment.
    """
    environment = {
        "HOME": str(place),
        "TMPDIR": str(place),
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
    }
    process = subprocess.Popen(  # noqa: S603 - programs found on PATH and names chosen by the caller
        [*_without_network(), *command],
        cwd=place,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout_seconds)
    except subprocess.TimeoutExpired:
        raise refuse_conversion("转换超过时限") from None
    finally:
        _end_group(process)


@lru_cache(maxsize=1)
def _without_network() -> tuple[str, ...]:
    """A network namespace with nothing in it, where the kernel lets an ordinary user have one."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    command = (unshare, "--map-root-user", "--net", "--")
    probe = subprocess.run([*command, "true"], capture_output=True, check=False)  # noqa: S603 - fixed words
    return command if probe.returncode == 0 else ()


def _end_group(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    finally:
        process.wait()
