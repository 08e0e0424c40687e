"""The schedule of a month as a .docx to print: A4, landscape (R47)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from livestream.documents.table_rows import HEAD

if TYPE_CHECKING:
    from collections.abc import Sequence

SONG = "宋体"


def schedule_docx(title: str, rows: Sequence[Sequence[str]]) -> bytes:
    """The table under its title; the head is repeated on every page."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = SONG, Pt(9)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), SONG)
    head = document.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = head.add_run(title)
    run.bold, run.font.size = True, Pt(15)
    table = document.add_table(rows=1, cols=len(HEAD), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, HEAD, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    repeat = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001  (python-docx has no name for a repeated head)
    repeat.append(repeat.makeelement(qn("w:tblHeader"), {}))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    if not rows:
        document.add_paragraph("本月没有场次。")
    out = BytesIO()
    document.save(out)
    return out.getvalue()
