"""An uploaded .docx becomes text: every part is read, what a reader cannot see is reported."""

from __future__ import annotations

from judgments.intake.document import SourceDocument


def read_docx(data: bytes) -> SourceDocument:
    """The document in `data`. Raises `Refused` where it cannot be taken in."""
    raise NotImplementedError
