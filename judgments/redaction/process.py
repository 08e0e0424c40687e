"""Redaction in a child process with a time limit by kill: no file can hang or crash the portal."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from judgments.redaction.edition import Edition, Party
from judgments.redaction.job import ALL_FILES, FAILED, Job, Result, refuse

TIMEOUT_SECONDS: Final = 10.0
_ROOT: Final = Path(__file__).resolve().parents[2]
_START_SECONDS: Final = 20.0
_CHUNK: Final = 65536


class _Lost(Exception):  # noqa: N818  (not an error of the caller)
    """The child gave no reply in time, or died."""


class Worker:
    """One child that takes job after job and is replaced when it hangs or dies. Use as a context manager."""

    def __init__(self, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._timeout = timeout_seconds
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, job: Job) -> Result:
        """Does one job; a time-out, a crash or a limit becomes a refusal with its own report."""
        fresh = self._child is None
        child = self._started()
        try:
            reply = _ask(child, job, self._timeout + (_START_SECONDS if fresh else 0.0) * 0.25)
        except _Lost as lost:
            self._kill()
            message = (
                f"处理超过{self._timeout:g}秒，已停止。请检查文件是否异常，或者拆分后再试。"
                if lost.args[0] == "timeout"
                else FAILED
            )
            return refuse(Path(job.out_dir), message, str(lost.args[0]))
        return Result(reply["status"], reply["message"], reply["code"])

    def close(self) -> None:
        """Ends the child."""
        if self._child is not None and self._child.stdin is not None:
            self._child.stdin.close()
        self._kill()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "judgments.redaction.child", "--serve"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                env={"PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8"},
                bufsize=0,
            )
        return self._child

    def _kill(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                stream.close()


def _ask(child: subprocess.Popen[bytes], job: Job, seconds: float) -> dict[str, Any]:
    if child.stdin is None or child.stdout is None:
        raise _Lost("crashed")
    try:
        child.stdin.write(json.dumps(job.to_json()).encode() + b"\n")
    except OSError as error:
        raise _Lost("crashed") from error
    deadline, received = time.monotonic() + seconds, b""
    while not received.endswith(b"\n"):
        ready, _, _ = select.select([child.stdout], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise _Lost("timeout")
        chunk = os.read(child.stdout.fileno(), _CHUNK)
        if not chunk:
            raise _Lost("crashed")
        received += chunk
    reply: dict[str, Any] = json.loads(received)
    return reply


def run_in_child(
    input_path: str | Path,
    out_dir: str | Path,
    *,
    parties: Sequence[Party] | None = None,
    policy: str = "liwan-2013",
    file_name: str = "",
    files: Sequence[str] = ALL_FILES,
    timeout_seconds: float = TIMEOUT_SECONDS,
) -> Result:
    """Redacts one file in a child of its own and leaves `files` in `out_dir` (0700, files 0600).

    Never raises for what the file is at fault for: the result is `refused` with a Chinese message.
    """
    job = Job(
        str(input_path),
        str(out_dir),
        None if parties is None else tuple(parties),
        policy,
        file_name,
        tuple(files),
    )
    with Worker(timeout_seconds) as worker:
        return worker.run(job)


def edition_in(out_dir: str | Path) -> Edition | None:
    """The edition a job left behind, None where the file was refused."""
    path = Path(out_dir) / "edition.json"
    return Edition.from_json(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None
