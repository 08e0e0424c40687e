"""The public edition as a new .docx, never made from the uploaded package and its hidden parts."""

from __future__ import annotations

from judgments.redaction.edition import Edition


def to_docx(edition: Edition) -> bytes:
    """The file a reader downloads."""
    raise NotImplementedError
