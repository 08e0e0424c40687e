"""The public edition as plain text."""

from __future__ import annotations

from judgments.redaction.edition import Edition
from judgments.redaction.writers.layout import Numbered, Table, TableCell, blocks_of
from judgments.redaction.writers.safe_text import xml_safe


def to_text(edition: Edition) -> str:
    """Published paragraphs, one a line; a row of a table is one line, its cells kept apart by " | "."""
    return _lines(blocks_of(edition))


def _lines(blocks: list[Numbered | Table]) -> str:
    return "".join(
        _table(block) if isinstance(block, Table) else f"{xml_safe(block[1].text)}\n" for block in blocks
    )


def _table(table: Table) -> str:
    return "".join(" | ".join(_cell(cell) for cell in row) + "\n" for row in table.rows)


def _cell(cell: TableCell) -> str:
    return _lines(cell.blocks).rstrip("\n")
