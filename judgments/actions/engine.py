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
from judgments.redaction.job import Job
from judgments.redaction.process import Worker, edition_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from judgments.redaction.edition import Edition, Party

ENGINE_VERSION: Final = "1.2"
"""Raised with every change that may redact a document otherwise than before; kept with each draft."""
_own = threading.local()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file: an edition, or why there is none; `converted_from` is its format where it was not .docx."""

    edition: Edition | None
    message: str = ""
    converted_from: str = ""


def redact_file(path: str, *, file_name: str, parties: Sequence[Party] | None, policy: str) -> Outcome:
    """Redact one stored original. Never raises for what the file is at fault for."""
    with tempfile.TemporaryDirectory(prefix="redact-") as place:
        try:
            source, converted_from = _as_docx(Path(path), Path(place))
        except Refused as refused:
            return Outcome(None, refused.message)
        out = Path(place) / "out"
        listed = None if parties is None else tuple(parties)
        result = _worker().run(Job(str(source), str(out), listed, policy, file_name, ("edition.json",)))
        edition = edition_in(out)
        return Outcome(edition, "" if edition else result.message, converted_from)


def _as_docx(path: Path, place: Path) -> tuple[Path, str]:
    """The file itself, or its conversion where LibreOffice is on the server. Raises Refused."""
    data = path.read_bytes()
    found = sniff(data)
    if found not in CONVERTIBLE or not convert.available():
        return path, ""
    converted = place / "converted.docx"
    converted.write_bytes(convert.to_docx(data, found))
    return converted, found


def _worker() -> Worker:
    """The child of this thread: started once, replaced by itself when a file kills it."""
    if not hasattr(_own, "worker"):
        _own.worker = Worker()
    worker: Worker = _own.worker
    return worker
