"""The public edition as a new .docx, never made from the uploaded package and its hidden parts."""

from __future__ import annotations

import io
import zipfile

from judgments.redaction.edition import Edition, PublicParagraph
from judgments.redaction.writers.docx_template import (
    DOCUMENT_FOOT,
    DOCUMENT_HEAD,
    STATIC_PARTS,
    TEXT_WIDTH,
    core_properties,
)
from judgments.redaction.writers.layout import Numbered, Slot, Table, TableCell, blocks_of
from judgments.redaction.writers.safe_text import escape

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_STYLE_OF_PART = {
    "court": "Court",
    "kind": "Kind",
    "number": "Number",
    "removed": "Removed",
    "signature": "Signature",
}
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def to_docx(edition: Edition) -> bytes:
    """The file a reader downloads: a court's layout, neutral properties, same edition same bytes."""
    body = _blocks(blocks_of(edition))
    document = f"{DOCUMENT_HEAD}{body}{DOCUMENT_FOOT}"
    parts = (
        *STATIC_PARTS,
        ("docProps/core.xml", core_properties(escape(edition.title)).encode()),
        ("word/document.xml", document.encode()),
    )
    return _zipped(parts)


def _zipped(parts: tuple[tuple[str, bytes], ...]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, content)
    return buffer.getvalue()


def _blocks(blocks: list[Numbered | Table]) -> str:
    """Every block; Word wants a paragraph between two tables, or they grow together."""
    pieces: list[str] = []
    after_table = False
    for block in blocks:
        if isinstance(block, Table):
            pieces.append("<w:p/>" if after_table else "")
            pieces.append(_table(block))
        else:
            pieces.append(_paragraph(block[1]))
        after_table = isinstance(block, Table)
    return "".join(pieces)


def _paragraph(paragraph: PublicParagraph) -> str:
    return f"<w:p><w:pPr>{_properties(paragraph)}</w:pPr>{_runs(paragraph)}</w:p>"


def _properties(paragraph: PublicParagraph) -> str:
    style = _style(paragraph)
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if paragraph.alignment in ("center", "right") and style not in ("Court", "Kind", "Number"):
        properties += f'<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{paragraph.alignment}"/>'
    if paragraph.heading is not None:
        properties += f'<w:outlineLvl w:val="{min(max(paragraph.heading - 1, 0), 8)}"/>'
    return properties


def _style(paragraph: PublicParagraph) -> str | None:
    if paragraph.cell is not None:
        return "Cell"
    if paragraph.kind in ("footnote", "endnote"):
        return "Note"
    if paragraph.part in _STYLE_OF_PART:
        return _STYLE_OF_PART[paragraph.part]
    return "Heading" if paragraph.heading is not None else None


def _runs(paragraph: PublicParagraph) -> str:
    text = escape(paragraph.text)
    if not text:
        return ""
    if "\n" in text or "\t" in text:
        text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    bold = "<w:rPr><w:b/></w:rPr>" if paragraph.bold else ""
    return f'<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _table(table: Table) -> str:
    columns = max(table.columns, 1)
    width = TEXT_WIDTH // columns
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    rows = "".join(f"<w:tr>{''.join(_cell(slot, width) for slot in row)}</w:tr>" for row in table.slots())
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _cell(slot: Slot, width: int) -> str:
    properties = f'<w:tcW w:w="{width * slot.span}" w:type="dxa"/>'
    if slot.span > 1:
        properties += f'<w:gridSpan w:val="{slot.span}"/>'
    if slot.above is not None:
        properties += "<w:vMerge/>"
    elif slot.cell is not None and slot.cell.rows > 1:
        properties += '<w:vMerge w:val="restart"/>'
    content = "" if slot.cell is None else _cell_content(slot.cell)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or '<w:p/>'}</w:tc>"


def _cell_content(cell: TableCell) -> str:
    """A cell has to end with a paragraph."""
    content = _blocks(cell.blocks)
    return f"{content}<w:p/>" if cell.blocks and isinstance(cell.blocks[-1], Table) else content
