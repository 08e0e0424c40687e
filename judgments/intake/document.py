"""What intake hands to redaction: the text of an uploaded judgment and what was found on the way.

Pure data, no Django. Everything later in the line (anatomy, masking, writing, the leak gate) works on these
objects and never opens the uploaded package again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ParagraphKind = Literal["body", "table", "header", "footer", "textbox", "footnote", "endnote"]
Alignment = Literal["left", "center", "right", "both"]


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a paragraph in a table: table, row, column count from 0.

    `span` is the width in grid columns, `rows` the height of a cell that was merged downwards.
    """

    table: int
    row: int
    column: int
    span: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of live text.

    `text` is what a reader of the document sees: runs joined, a line break as one line feed, a tab as one
    tab, the number of a numbered list item at the start. `where` names the place for people
    (正文第3段, 页眉1, 表格1第2行第1格).
    """

    text: str
    where: str
    kind: ParagraphKind = "body"
    alignment: Alignment | None = None
    heading: int | None = None
    cell: Cell | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person must know about the uploaded file.

    `code` is one of the codes listed in docs/redaction.md; a `blocking` finding holds the document until a
    person settles it.
    """

    code: str
    blocking: bool
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """An uploaded judgment as text.

    Paragraphs stand in document order, headers and footers last.
    """

    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...] = ()
    sha256: str = ""
    hidden_strings: tuple[str, ...] = field(default=(), repr=False)
    """Text a reader does not see (properties, alt text, targets, deleted text): for the reviewer only."""


class Refused(Exception):  # noqa: N818 - a finding about the file, named like the state it leads to
    """The file cannot be taken in. `code` is stable; `message` says what is wrong and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
