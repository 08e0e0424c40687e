"""A laid-out document becomes a .docx as a typist would have saved it."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

if TYPE_CHECKING:
    from docx.document import Document as Docx

    from judgments.demo.layout import Sheet

CENTRE: Final = WD_ALIGN_PARAGRAPH.CENTER
RIGHT: Final = WD_ALIGN_PARAGRAPH.RIGHT
_A_FIXED_MOMENT: Final = datetime(2013, 3, 13, tzinfo=UTC)


def to_docx(sheet: Sheet, *, mark: bool = False) -> bytes:
    """The bytes of the file. With `mark` the judge's 不上网公开 stands at the top right (R23)."""
    document = _blank()
    if mark:
        _write(document, "不上网公开", RIGHT, bold=True)
    _write(document, sheet.heading[0], CENTRE, size=22, bold=True)
    _write(document, sheet.heading[1], CENTRE, size=26, bold=True)
    _write(document, sheet.number, RIGHT)
    for text in (*sheet.head, *(line.text for line in sheet.body), *sheet.tail):
        _write(document, text, indent=True)
    for text in sheet.signature:
        _write(document, text, RIGHT)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def plain_text(sheet: Sheet) -> str:
    """The text of the document, one paragraph a line."""
    body = [line.text for line in sheet.body]
    return "\n".join([*sheet.heading, sheet.number, *sheet.head, *body, *sheet.tail, *sheet.signature])


def _blank() -> Docx:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "仿宋", Pt(16)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "打字室", "", ""
    properties.created = properties.modified = _A_FIXED_MOMENT
    return document


def _write(
    document: Docx, text: str, alignment: WD_ALIGN_PARAGRAPH | None = None, *, size: int | None = None,
    bold: bool = False, indent: bool = False,
) -> None:  # fmt: skip
    paragraph = document.add_paragraph()
    if alignment is not None:
        paragraph.alignment = alignment
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(32)
    run = paragraph.add_run(text)
    run.bold = bold
    if size:
        run.font.size = Pt(size)
