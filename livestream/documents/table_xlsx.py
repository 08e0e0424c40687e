"""The schedule of a month as an .xlsx (R47). Every cell is text: nothing in it is ever a formula."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter

from livestream.documents.table_rows import HEAD

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTHS = (12, 6, 14, 12, 12, 26, 18, 12, 10, 20, 10, 10, 12)


def schedule_xlsx(title: str, rows: Sequence[Sequence[str]]) -> bytes:
    """One sheet, the head frozen, landscape."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("排期表")
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.merge_range(
            0, 0, 0, len(HEAD) - 1, title, book.add_format({"bold": True, "font_size": 14, "align": "center"})
        )
        bold = book.add_format({"bold": True, "border": 1})
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        for column, (text, width) in enumerate(zip(HEAD, WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, text, bold)
        for line, row in enumerate(rows, 2):
            for column, text in enumerate(row):
                sheet.write_string(line, column, text, cell)
        sheet.freeze_panes(2, 0)
        sheet.repeat_rows(1)
    return out.getvalue()
