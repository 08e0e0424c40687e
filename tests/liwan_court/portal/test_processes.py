"""Several processes in the foreground: whatever stops them, none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.polling import wait_for

STAY = "import os, sys, time; open(sys.argv[1] + '/' + str(os.getpid()), 'w'); time.sleep(600)"
RUN = (
    "import os, sys; from pathlib import Path; from liwan_court.portal.processes import run\n"
    "sys.exit(run(Path(sys.argv[1]), os.environ))"
)
IMPATIENT = (
    "import io, os, signal, sys\n"
    "class Impatient(io.StringIO):\n"
    "    def write(self, text):\n"
    "        if 'one started' in text: os.kill(os.getpid(), signal.SIGINT)\n"
    "sys.stdout = Impatient()\n"
)
"""A person who presses Ctrl-C while the first of several processes is announced."""


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


class Foreground:
    """A supervisor over a Procfile, and the process ids that its processes have written down."""

    def __init__(self, folder: Path, procfile: str, before: str = "", **options: object) -> None:
        self.pids_folder = folder / "pids"
        self.pids_folder.mkdir()
        (folder / "stay.py").write_text(STAY)
        self.procfile = folder / "Procfile"
        stay = f"exec {sys.executable} {folder / 'stay.py'} {self.pids_folder}"
        self.procfile.write_text(procfile.replace("STAY", stay))
        self.process = subprocess.Popen([sys.executable, "-c", before + RUN, str(self.procfile)], **options)  # type: ignore[call-overload]

    def pids(self) -> list[int]:
        return [int(path.name) for path in self.pids_folder.iterdir()]

    def started(self, count: int) -> list[int]:
        wait_for(f"{count} processes", lambda: len(self.pids()) == count)
        return self.pids()

    def ends(self) -> int:
        code = wait_for(
            "the supervisor's end", lambda: [self.process.poll()] if self.process.poll() is not None else []
        )[0]
        wait_for("the end of all processes", lambda: not any(alive(pid) for pid in self.pids()))
        assert code is not None
        return code


@pytest.fixture
def foreground(tmp_path: Path) -> Iterator[Callable[..., Foreground]]:
    made: list[Foreground] = []

    def start(procfile: str, **options: object) -> Foreground:
        made.append(Foreground(tmp_path, procfile, **options))
        return made[-1]

    yield start
    for each in made:
        each.process.kill()
        each.process.wait()
        for pid in filter(alive, each.pids()):
            os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_every_way_of_stopping_stops_all_and_counts_as_done(
    foreground: Callable[..., Foreground], number: signal.Signals
) -> None:
    running = foreground("one: STAY\ntwo: STAY\n")
    running.started(2)
    running.process.send_signal(number)
    assert running.ends() == 0


def test_a_stop_before_everything_has_started_leaves_nothing_behind(
    foreground: Callable[..., Foreground],
) -> None:
    running = foreground("one: STAY\ntwo: STAY\nthree: STAY\n", before=IMPATIENT)
    assert running.ends() == 0


def test_processes_that_a_process_started_end_with_it(foreground: Callable[..., Foreground]) -> None:
    running = foreground("parent: (STAY) & STAY\n")
    running.started(2)
    running.process.send_signal(signal.SIGTERM)
    assert running.ends() == 0


def test_when_one_process_fails_the_others_stop_and_its_code_is_told(
    foreground: Callable[..., Foreground],
) -> None:
    running = foreground("lasting: STAY\nfailing: exit 7\n")
    assert running.ends() == 7


def test_a_closed_pipe_does_not_break_the_stop(foreground: Callable[..., Foreground]) -> None:
    running = foreground("talking: yes\nlasting: STAY\n", stdout=subprocess.PIPE)
    running.started(1)
    assert running.process.stdout is not None
    running.process.stdout.close()
    running.process.send_signal(signal.SIGTERM)
    assert running.ends() == 0
