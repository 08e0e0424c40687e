"""The processes of a portal, as deploy/Procfile names them, run in the foreground until one ends or somebody stops them."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from honcho.environ import parse_procfile
from honcho.manager import Manager
from honcho.printer import Printer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FrameType

RETRY_SECONDS = 0.1
STOPPED_BY_PERSON = {128 + signal.SIGINT, 128 + signal.SIGTERM}


class Supervisor(Manager):  # type: ignore[misc]  # honcho is untyped
    """Honcho's manager, which may also be stopped before the last process has started."""

    def terminate(self) -> None:
        """Stop every process; ask again shortly while one has not told its process id."""
        if all("pid" in process for process in self._processes.values()):
            super().terminate()
        else:
            signal.setitimer(signal.ITIMER_REAL, RETRY_SECONDS)


class LastingOutput:
    """Standard output that may go away (a closed terminal, a closed pipe) without taking the portal down uncontrolled."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> None:
        """Write, or drop what nobody can read any more."""
        with suppress(OSError):
            self._stream.write(text)

    def flush(self) -> None:
        """Flush, as far as there is a reader."""
        with suppress(OSError):
            self._stream.flush()

    def isatty(self) -> bool:
        """Whether colours make sense."""
        return self._stream.isatty()


def run(procfile: Path, environment: Mapping[str, str]) -> int:
    """Run the processes of a Procfile until they have all ended; none is left behind.

    Returns 0 when a person stopped them (Ctrl-C, SIGTERM, closed terminal), else the exit code of the one that ended first.
    """
    supervisor = Supervisor(Printer(LastingOutput(sys.stdout)))
    for name, command in parse_procfile(procfile.read_text()).processes.items():
        supervisor.add_process(name, command, env=dict(environment))
    signal.signal(signal.SIGHUP, _stop_like_a_person)
    signal.signal(signal.SIGALRM, lambda _number, _frame: supervisor.terminate())
    supervisor.loop()
    code = int(supervisor.returncode or 0)
    return 0 if code in STOPPED_BY_PERSON else code


def child_environment(port: int, folder: Path) -> dict[str, str]:
    """The environment of the processes: our own, with the programs of this interpreter first on the path."""
    programs = str(Path(sys.executable).parent)
    return {
        **os.environ,
        "PATH": os.pathsep.join([programs, os.environ.get("PATH", os.defpath)]),
        "PORT": str(port),
        "PORTAL_VAR": str(folder),
        "PYTHONUNBUFFERED": "1",
    }


def _stop_like_a_person(_number: int, _frame: FrameType | None) -> None:
    os.kill(os.getpid(), signal.SIGTERM)
