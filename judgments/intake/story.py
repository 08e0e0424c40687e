"""A story (the body, a header, a text box, a note) as paragraphs in reading order, tables cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from judgments.intake.document import Cell, Paragraph, ParagraphKind
from judgments.intake.inline import TRACKED, Inline, Line
from judgments.intake.notes import Notes, sample
from judgments.intake.numbering import Numbering
from judgments.intake.styles import Look, Styles, is_shaded, paragraph_look
from judgments.intake.tables import NOT_CONTENT, GridCell, grid
from judgments.intake.xmltree import MC, Element, W, text_of, value

_PICTURE_IN_LINE = "文字中间有图片，可能是用图片代替的生僻字，请人工核对。"
_SHADED = Look(shaded=True)


@dataclass(slots=True)
class Reading:
    """What all stories of one document share."""

    styles: Styles
    numbering: Numbering
    notes: Notes
    tables: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the story the reader is: the cell, if any, and whether its ground is coloured."""

    cell: Cell | None = None
    name: str = ""
    shaded: bool = False


_BODY = _Place()


class Story:
    """Reads one story. Blank paragraphs are left out, but every table cell keeps at least one."""

    def __init__(self, reading: Reading, kind: ParagraphKind, name: str) -> None:
        self._reading = reading
        self._kind = kind
        self._name = name
        self._inline = Inline(reading.styles, reading.notes)
        self._count = 0

    def read(self, root: Element) -> Iterator[Paragraph]:
        """Paragraphs of the story in document order; the text boxes of a paragraph follow it."""
        yield from self._blocks(root, _BODY)

    def _blocks(self, container: Element, place: _Place) -> Iterator[Paragraph]:
        for block in container:
            tag = block.tag
            if tag == f"{W}p":
                yield from self._paragraph(block, place)
            elif tag == f"{W}tbl":
                yield from self._table(block, place)
            elif tag == f"{W}altChunk":
                self._reading.notes.find(
                    "embedded_object", self._where(place), "文中嵌有另一份文件，其内容未读取。"
                )
            elif tag in _MARKS:
                self._inline.note(block, self._where(place))
            elif tag in _DELETED:
                self._struck(block, place)
            elif tag == f"{MC}AlternateContent":
                yield from self._alternate(block, place)
            elif tag not in NOT_CONTENT:
                if tag in _INSERTED:
                    self._tracked(place)
                yield from self._blocks(block, place)

    def _paragraph(self, element: Element, place: _Place) -> Iterator[Paragraph]:
        properties = element.find(f"{W}pPr")
        style = value(properties, f"{W}pStyle")
        look = paragraph_look(properties).over(self._reading.styles.paragraph(style))
        if place.shaded and not look.shaded:
            look = _SHADED.over(look)
        line = self._inline.read(element, self._where(place), look)
        label = self._reading.numbering.label(look.number_id, look.number_level)
        text = line.text
        if text.strip():
            self._count += 1
            if line.shapes.picture_in_line:
                self._reading.notes.find("image", line.where, _PICTURE_IN_LINE)
            yield self._finished(f"{label}{text}", line, place, framed=_is_framed(properties))
        elif place.cell is not None:
            yield self._finished("", line, place, framed=False)
        yield from self._shapes(line)

    def _finished(self, text: str, line: Line, place: _Place, *, framed: bool) -> Paragraph:
        look = line.look
        kind: ParagraphKind = self._kind
        if kind == "body":
            kind = "textbox" if framed else "table" if place.cell else "body"
        return Paragraph(
            text=text,
            where=line.where,
            kind=kind,
            alignment=look.alignment,
            heading=None if look.outline is None or not 0 <= look.outline <= 8 else look.outline + 1,
            cell=place.cell,
            bold=bool(look.bold and not line.bold) or 2 * line.bold > len(text),
        )

    def _shapes(self, line: Line) -> Iterator[Paragraph]:
        kind: ParagraphKind = "textbox" if self._kind == "body" else self._kind
        for box in line.shapes.boxes:
            story = Story(self._reading, kind, f"{line.where}的文本框")
            yield from story.read(box)
        for words in line.shapes.words:
            if words.strip():
                yield Paragraph(text=words, where=f"{line.where}的艺术字", kind=kind)

    def _table(self, table: Element, place: _Place) -> Iterator[Paragraph]:
        index = self._reading.tables
        self._reading.tables += 1
        for row_index, row in enumerate(grid(table)):
            if row.properties is not None and self._is_unseen_row(row.element, row.properties, place):
                continue
            for cell in row.cells:
                yield from self._grid_cell(cell, index, row_index)

    def _grid_cell(self, cell: GridCell, table: int, row: int) -> Iterator[Paragraph]:
        name = f"{self._prefix()}表格{table + 1}第{row + 1}行第{cell.order}格"
        shaded = cell.properties is not None and is_shaded(cell.properties)
        place = _Place(Cell(table, row, cell.column, cell.span, cell.rows), name, shaded)
        if cell.is_revised:
            self._tracked(place)
        if cell.covered:
            self._bury(cell.element, place)
        else:
            yield from self._cell(cell.element, place)

    def _cell(self, cell: Element, place: _Place) -> Iterator[Paragraph]:
        """A cell with its blank paragraphs dropped, down to one where it holds nothing else."""
        paragraphs = list(self._blocks(cell, place))
        filled = [paragraph for paragraph in paragraphs if paragraph.text or paragraph.cell != place.cell]
        if filled and filled[0].cell == place.cell:
            return iter(filled)
        return iter([*paragraphs[:1], *(paragraph for paragraph in filled if paragraph is not paragraphs[0])])

    def _is_unseen_row(self, row: Element, properties: Element, place: _Place) -> bool:
        if properties.find(f"{W}ins") is not None:
            self._tracked(place)
        if properties.find(f"{W}del") is not None:
            self._struck(row, place)
            return True
        if properties.find(f"{W}hidden") is not None:
            self._bury(row, place)
            return True
        return False

    def _alternate(self, block: Element, place: _Place) -> Iterator[Paragraph]:
        """Both copies of alternate blocks, once if they say the same."""
        said: list[list[str]] = []
        for copy in block:
            paragraphs = list(self._blocks(copy, place))
            texts = [paragraph.text for paragraph in paragraphs]
            if texts not in said:
                said.append(texts)
                yield from paragraphs

    def _struck(self, element: Element, place: _Place) -> None:
        self._reading.notes.hide(_all_text(element))
        self._tracked(place)

    def _bury(self, element: Element, place: _Place) -> None:
        text = _all_text(element)
        if text.strip():
            self._reading.notes.hide(text)
            self._reading.notes.find(
                "hidden_text", self._where(place), f"表格中有看不见的文字：{sample(text)}"
            )

    def _tracked(self, place: _Place) -> None:
        self._reading.notes.find("tracked_changes", self._where(place), TRACKED)

    def _where(self, place: _Place) -> str:
        if place.name:
            return place.name
        return f"正文第{self._count + 1}段" if self._kind == "body" else self._name

    def _prefix(self) -> str:
        return "" if self._kind == "body" else self._name


_MARKS = frozenset(
    f"{W}{name}" for name in ("bookmarkStart", "moveFromRangeStart", "moveToRangeStart", "sdtPr")
)
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_INSERTED = frozenset({f"{W}ins", f"{W}moveTo"})


def _is_framed(properties: Element | None) -> bool:
    """A positioned frame, which is how a stamp-like note is often placed; a drop cap is none."""
    frame = None if properties is None else properties.find(f"{W}framePr")
    return frame is not None and frame.get(f"{W}dropCap", "none") == "none"


def _all_text(element: Element) -> str:
    return "".join(text_of(part) for part in element.iter(f"{W}t", f"{W}delText"))
