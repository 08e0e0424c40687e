"""The grid of a table: which cell stands in which column, how far it reaches, and which cells are covered by others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from judgments.intake.xmltree import Element, W, number, value

_MAX_SPAN = 63
_MERGE_MARKS = tuple(f"{W}{mark}" for mark in ("cellIns", "cellDel", "cellMerge"))
NOT_CONTENT = frozenset(
    f"{W}{name}"
    for name in ("tcPr", "tblPr", "tblGrid", "trPr", "sectPr", "sdtEndPr", "customXmlPr", "sdtPr")
)


@dataclass(slots=True)
class GridCell:
    """One w:tc. `order` counts from 1 as people do; `covered` cells lie under one that was merged downwards."""

    element: Element
    properties: Element | None
    order: int
    column: int
    span: int
    covered: bool
    rows: int = 1

    @property
    def is_revised(self) -> bool:
        """Whether a tracked change inserted, deleted or merged the cell."""
        return self.properties is not None and any(
            self.properties.find(mark) is not None for mark in _MERGE_MARKS
        )


@dataclass(frozen=True, slots=True)
class GridRow:
    """One w:tr with its cells."""

    element: Element
    properties: Element | None
    cells: list[GridCell]


def grid(table: Element) -> list[GridRow]:
    """Rows of a w:tbl, also those inside content controls, with the height of merged cells worked out."""
    rows: list[GridRow] = []
    open_above: dict[int, GridCell] = {}
    for element in _unwrapped(table, f"{W}tr"):
        properties = element.find(f"{W}trPr")
        row = GridRow(element, properties, list(_cells(element, properties)))
        open_now: dict[int, GridCell] = {}
        for cell in row.cells:
            above = open_above.get(cell.column)
            if cell.covered and above is not None:
                above.rows += 1
            open_now[cell.column] = above if cell.covered and above is not None else cell
        open_above = open_now
        rows.append(row)
    return rows


def _cells(row: Element, properties: Element | None) -> Iterator[GridCell]:
    column = min(max(number(value(properties, f"{W}gridBefore")), 0), _MAX_SPAN)
    for order, element in enumerate(_unwrapped(row, f"{W}tc"), start=1):
        own = element.find(f"{W}tcPr")
        span = min(max(number(value(own, f"{W}gridSpan"), 1), 1), _MAX_SPAN)
        yield GridCell(element, own, order, column, span, _is_covered(own))
        column += span


def _is_covered(properties: Element | None) -> bool:
    merge = None if properties is None else properties.find(f"{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _unwrapped(container: Element, tag: str) -> Iterator[Element]:
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag not in NOT_CONTENT:
            yield from _unwrapped(child, tag)
