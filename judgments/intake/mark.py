"""The judge's printed mark 不上网公开 (R23): found wherever it was put."""

from __future__ import annotations

from judgments.intake.document import Finding, SourceDocument


def find_mark(document: SourceDocument, filename: str = "") -> Finding | None:
    """The mark, or None. Code `mark`, always blocking."""
    raise NotImplementedError


def find_closed_hearing(document: SourceDocument) -> Finding | None:
    """A sentence 不公开开庭审理 in the body. Code `closed_hearing`, always blocking."""
    raise NotImplementedError
