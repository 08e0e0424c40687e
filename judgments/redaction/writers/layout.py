"""The order and the tables of a public edition: what the page, the text and the .docx have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from judgments.redaction.edition import Edition, PublicParagraph

Numbered = tuple[int, PublicParagraph]
"""A paragraph with its index in `Edition.paragraphs`."""


@dataclass(slots=True)
class TableCell:
    """One cell: the grid column it starts in, its width and height in the grid, and what stands in it."""

    column: int
    span: int
    rows: int = 1
    blocks: list[Numbered | Table] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table as rows of cells; cells merged away are simply not there."""

    rows: list[list[TableCell]] = field(default_factory=list)

    @property
    def columns(self) -> int:
        """Width of the widest row in grid columns."""
        return max((cell.column + cell.span for row in self.rows for cell in row), default=0)

    def slots(self) -> list[list[Slot]]:
        """Every place of the grid, row by row: cells, places below a merged cell, and gaps."""
        columns = self.columns
        covered: dict[int, TableCell] = {}
        left: dict[int, int] = {}
        slots: list[list[Slot]] = []
        for row in self.rows:
            line: list[Slot] = []
            column = 0
            for cell in [*row, None]:
                end = columns if cell is None else cell.column
                while column < end:
                    above = covered.get(column) if left.get(column, 0) > 0 else None
                    line.append(Slot(1 if above is None else above.span, above=above))
                    left[column] = left.get(column, 0) - 1
                    column += line[-1].span
                if cell is not None:
                    line.append(Slot(cell.span, cell=cell))
                    covered[cell.column], left[cell.column] = cell, cell.rows - 1
                    column = cell.column + cell.span
            slots.append(line)
        return slots


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of the grid: a `cell`, or the continuation of the merged cell `above`, or (neither) a gap."""

    span: int
    cell: TableCell | None = None
    above: TableCell | None = None


def blocks_of(edition: Edition) -> list[Numbered | Table]:
    """Everything that is published, in order; headers and footers of the uploaded file never are."""
    published = [
        (index, paragraph)
        for index, paragraph in enumerate(edition.paragraphs)
        if paragraph.kind not in ("header", "footer")
    ]
    return _blocks(published)


def _blocks(paragraphs: Sequence[Numbered]) -> list[Numbered | Table]:
    blocks: list[Numbered | Table] = []
    position = 0
    while position < len(paragraphs):
        cell = paragraphs[position][1].cell
        if cell is None:
            blocks.append(paragraphs[position])
            position += 1
            continue
        end = _end_of_table(paragraphs, position, cell.table)
        blocks.append(_table(paragraphs[position:end], cell.table))
        position = end
    return blocks


def _end_of_table(paragraphs: Sequence[Numbered], start: int, table: int) -> int:
    """A table goes on as long as its number comes back before the next paragraph outside all tables."""
    end = start + 1
    for position in range(start + 1, len(paragraphs)):
        cell = paragraphs[position][1].cell
        if cell is None:
            break
        if cell.table == table:
            end = position + 1
    return end


def _table(paragraphs: Sequence[Numbered], number: int) -> Table:
    table = Table()
    row_number = -1
    position = 0
    while position < len(paragraphs):
        cell = paragraphs[position][1].cell
        if cell is None or cell.table != number:
            end = _end_of_nested(paragraphs, position, number)
            table.rows[-1][-1].blocks.extend(_blocks(paragraphs[position:end]))
            position = end
            continue
        if cell.row != row_number or not table.rows:
            table.rows.extend(_rows_between(table, row_number, cell.row))
            table.rows.append([])
            row_number = cell.row
        row = table.rows[-1]
        if not row or row[-1].column != cell.column:
            row.append(TableCell(cell.column, max(cell.span, 1), max(cell.rows, 1)))
        row[-1].blocks.append(paragraphs[position])
        position += 1
    return table


def _end_of_nested(paragraphs: Sequence[Numbered], start: int, outer: int) -> int:
    for position in range(start, len(paragraphs)):
        cell = paragraphs[position][1].cell
        if cell is not None and cell.table == outer:
            return position
    return len(paragraphs)


def _rows_between(table: Table, last: int, following: int) -> list[list[TableCell]]:
    """Rows that hold nothing but the lower parts of merged cells have no paragraph of their own."""
    if not table.rows:
        return []
    reach = max((cell.rows - 1 for cell in table.rows[-1]), default=0)
    return [[] for _ in range(min(following - last - 1, reach))]
