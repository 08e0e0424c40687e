"""`python -m judgments.redaction.child`: one job from standard input, or with `--serve` one job a line until the input ends.

Memory and processor time have limits; a file made to exhaust them takes down the child and nothing else. Replies
are JSON lines {"status", "message", "code"} on standard output. Django is never imported here.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import Final

from judgments.redaction.job import FAILED, Job, Result, refuse, run

MEMORY_BYTES: Final = 1536 * 1024 * 1024
CPU_SECONDS: Final = 30


def _limit_memory() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _limit_processor() -> None:
    """Renews the allowance: what earlier jobs of this process used does not count against the next."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(usage.ru_utime + usage.ru_stime) + CPU_SECONDS
    resource.setrlimit(
        resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard)
    )


def _do(line: str) -> Result:
    job = Job.from_json(json.loads(line))
    _limit_processor()
    try:
        return run(job)
    except MemoryError:
        return _failed(job, "memory", "文件展开后过大，超出内存限制，没有处理。请检查文件内容。")
    except Exception as error:  # noqa: BLE001  (one bad file must not end the others; the text of the error may quote the document)
        sys.stderr.write(f"redaction failed: {type(error).__name__}\n")
        return _failed(job, "failed", FAILED)


def _failed(job: Job, code: str, message: str) -> Result:
    return refuse(Path(job.out_dir), message, code)


def _reply(result: Result) -> None:
    sys.stdout.write(
        json.dumps({"status": result.status, "message": result.message, "code": result.code}) + "\n"
    )
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Runs the jobs. Exit status 0: every job got a reply."""
    _limit_memory()
    if "--serve" in arguments:
        for line in sys.stdin:
            _reply(_do(line))
    else:
        _reply(_do(sys.stdin.read()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
