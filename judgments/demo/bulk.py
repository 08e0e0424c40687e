"""Writing and redacting in a bare process: no Django here, so that a fresh process is quick to start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from judgments.demo.generate import generate
from judgments.intake.reader import read_docx
from judgments.redaction.edition import Party
from judgments.redaction.engine import redact

if TYPE_CHECKING:
    from judgments.demo.model import Brief


def redacted(brief: Brief) -> dict[str, Any]:
    """Write and redact one document: an order in, an edition as JSON types out."""
    written = generate(brief)
    parties = [
        Party(row["role"], row["name"], row["kind"], tuple(row["aliases"]), tuple(row["addresses"]))
        for row in written.party_rows
    ]
    return redact(read_docx(written.content), parties=parties, file_name=written.filename).to_json()
