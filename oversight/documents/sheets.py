"""Tables as .xlsx: numbers stay numbers, shares are shares, and no cell is ever a formula."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDE: Final = ("定义", "说明", "情况", "对象", "分子", "分母", "责任部门", "指标")


class Share(Decimal):
    """A share, to be shown as a percentage."""


def workbook(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]) -> bytes:
    """A workbook of sheets, each with its name, its head and its rows."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        writer = _Writer(book)
        for name, head, rows in sheets:
            writer.table(name, head, rows)
    return out.getvalue()


class _Writer:
    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "border": 1, "bg_color": "#EEF3F8", "text_wrap": True})
        self.share = book.add_format({"num_format": "0.0%"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.plain = book.add_format({"num_format": "0.##"})

    def table(self, name: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        sheet = self.book.add_worksheet(name[:31])
        for column, text in enumerate(head):
            sheet.write_string(0, column, text, self.head)
            sheet.set_column(column, column, 32 if text.startswith(WIDE) else 12)
        for line, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                self._cell(sheet, line, column, value)
        sheet.freeze_panes(1, 1)

    def _cell(self, sheet: Any, line: int, column: int, value: Any) -> None:
        if value is None:
            sheet.write_blank(line, column, None)
        elif isinstance(value, Share):
            sheet.write_number(line, column, float(value), self.share)
        elif isinstance(value, Decimal):
            sheet.write_number(line, column, float(value), self.plain)
        elif isinstance(value, bool):
            sheet.write_string(line, column, "是" if value else "否")
        elif isinstance(value, int):
            sheet.write_number(line, column, value)
        elif hasattr(value, "year"):
            sheet.write_datetime(line, column, value, self.day)
        else:
            sheet.write_string(line, column, str(value))
