"""The public edition as the body of the public page: a fragment without head, script or style."""

from __future__ import annotations

from judgments.redaction.edition import Edition, PublicParagraph
from judgments.redaction.writers.layout import Numbered, Slot, Table, TableCell, blocks_of
from judgments.redaction.writers.safe_text import escape


def to_html(edition: Edition) -> str:
    """One `<p>` for each published paragraph, in order (R37).

    Classes name the part (`court`, `parties`, `removed` …); `id="p12"` is the index in `Edition.paragraphs`;
    the first paragraph of a part begins with an empty `<span id="part-…">` to link to; every mask stands in
    `<span class="x">`; a line break inside a paragraph becomes `<br>`.
    """
    return _Page().render(blocks_of(edition))


class _Page:
    """One rendering; it remembers which parts already have their anchor."""

    def __init__(self) -> None:
        self._anchored: set[str] = set()

    def render(self, blocks: list[Numbered | Table]) -> str:
        return "".join(
            self._table(block) if isinstance(block, Table) else self._paragraph(*block) for block in blocks
        )

    def _paragraph(self, index: int, paragraph: PublicParagraph) -> str:
        anchor = ""
        if paragraph.part not in self._anchored:
            self._anchored.add(paragraph.part)
            anchor = f'<span id="part-{paragraph.part}"></span>'
        return f'<p id="p{index}" class="{_classes(paragraph)}">{anchor}{_marked(paragraph)}</p>\n'

    def _table(self, table: Table) -> str:
        rows = "".join(f"<tr>{self._row(row)}</tr>\n" for row in table.slots())
        return f"<table>\n{rows}</table>\n"

    def _row(self, row: list[Slot]) -> str:
        return "".join(
            "<td></td>" if slot.cell is None else self._cell(slot.cell) for slot in row if not slot.above
        )

    def _cell(self, cell: TableCell) -> str:
        width = f' colspan="{cell.span}"' if cell.span > 1 else ""
        height = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        return f"<td{width}{height}>{self.render(cell.blocks)}</td>"


def _classes(paragraph: PublicParagraph) -> str:
    names: list[str] = [paragraph.part]
    if paragraph.alignment in ("center", "right"):
        names.append(f"align-{paragraph.alignment}")
    if paragraph.heading is not None:
        names.append("heading")
    if paragraph.bold:
        names.append("bold")
    if paragraph.kind in ("footnote", "endnote", "textbox"):
        names.append(paragraph.kind)
    return " ".join(names)


def _marked(paragraph: PublicParagraph) -> str:
    """The text escaped, masks wrapped; what a span covers twice or beyond the text is left out of it."""
    text = paragraph.text
    pieces: list[str] = []
    position = 0
    for start, end, _category in sorted(paragraph.spans):
        first, last = max(start, position), min(end, len(text))
        if first >= last:
            continue
        pieces.append(_lines(text[position:first]))
        pieces.append(f'<span class="x">{_lines(text[first:last])}</span>')
        position = last
    pieces.append(_lines(text[position:]))
    return "".join(pieces)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
