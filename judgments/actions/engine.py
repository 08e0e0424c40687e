"""The door to redaction for the actions: one file in, one outcome out, in a child process with limits of time and memory."""

from __future__ import annotations

import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from judgments.intake import convert
from judgments.intake.document import Refused
from judgments.intake.sniff import CONVERTIBLE, sniff
from judgments.redaction.job import Job, write_private
from judgments.redaction.process import Worker, edition_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from judgments.redaction.amendments import Amendment
    from judgments.redaction.edition import Edition, Party

ENGINE_VERSION: Final = "1.3"
"""Raised with every change that may redact a document otherwise than before; kept with each draft."""
CONVERTED: Final = ".converted.docx"
_own = threading.local()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: an edition, or why there is none; `converted_from` is its format where it was not .docx."""

    edition: Edition | None
    message: str = ""
    converted_from: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """How a file is to be redacted: with which confirmed parties, under which policy, with whose corrections."""

    policy: str
    parties: Sequence[Party] | None = None
    amendments: Sequence[Amendment] = ()
    kept_terms: Sequence[str] = ()


def redact_file(path: str, file_name: str, order: Order) -> Outcome:
    """Redact one stored original. Never raises for what the file is at fault for."""
    with tempfile.TemporaryDirectory(prefix="redact-") as place:
        try:
            source, converted_from = _as_docx(Path(path))
        except Refused as refused:
            return Outcome(None, refused.message)
        out = Path(place) / "out"
        result = _worker().run(_job(source, out, file_name, order))
        edition = edition_in(out)
        return Outcome(edition, "" if edition else result.message, converted_from)


def _job(source: Path, out: Path, file_name: str, order: Order) -> Job:
    return Job(
        str(source),
        str(out),
        None if order.parties is None else tuple(order.parties),
        order.policy,
        file_name,
        ("edition.json",),
        tuple(order.amendments),
        tuple(order.kept_terms),
    )


def docx_path(path: str | Path) -> Path:
    """The .docx that is read: the stored original itself, or what it was once converted to, kept beside it."""
    converted = Path(f"{path}{CONVERTED}")
    return converted if converted.exists() else Path(path)


def _as_docx(path: Path) -> tuple[Path, str]:
    """The file itself, or its conversion where the server has the program for it; converted once. Raises Refused."""
    data = path.read_bytes()
    found = sniff(data)
    if found not in CONVERTIBLE:
        return path, ""
    if docx_path(path) != path:
        return docx_path(path), found
    if not convert.converts(found):
        return path, ""
    converted = Path(f"{path}{CONVERTED}")
    write_private(converted, convert.to_docx(data, found))
    return converted, found


def _worker() -> Worker:
    """The child of this thread: started once, replaced by itself when a file kills it."""
    if not hasattr(_own, "worker"):
        _own.worker = Worker()
    worker: Worker = _own.worker
    return worker
