"""A catalogue as a table, out and in: what goes out comes in again as the same indicators (D20)."""

from __future__ import annotations

import re
import unicodedata
import warnings
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from liwan_court.registry.models import Division
from oversight.catalogue_checks import CODE, CODE_SAID
from oversight.documents.sheets import workbook
from oversight.measured import measures
from oversight.models import Indicator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from oversight.models import Catalogue

HEAD: Final = (
    "编号", "维度", "指标", "定义", "取数方式", "取数项", "分值", "零分线", "达标线", "只作参考", "只计全院", "按件数",
    "越低越好", "责任部门",
)  # fmt: skip
LARGEST: Final = 1024 * 1024
MOST: Final = 200
LONGEST_SHEET: Final = 5000
"""Rows read of a sheet, empty ones too; a longer one is refused and never cut."""
_SOURCES: Final = {"自动": "automatic", "自动取数": "automatic", "举证": "evidence", "人工举证": "evidence"}
_YES: Final = ("是", "1", "1.0", "true", "True", "√")
_NO: Final = ("", "否", "0", "0.0", "false", "False", "-")


class BadTable(ValueError):  # noqa: N818  (reads as what it is)
    """The table cannot become a catalogue; `faults` says in Chinese what is wrong in which row."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("；".join(faults))


def write(catalogue: Catalogue) -> bytes:
    """The catalogue as .xlsx, with a second sheet that lists the measures one may choose from."""
    rows = [_line(row) for row in catalogue.indicators.prefetch_related("divisions")]
    offered = [
        (each.name, each.label, each.source, each.numerator, each.denominator) for each in measures().values()
    ]
    return workbook(
        [("指标", HEAD, rows), ("可选取数项", ("取数项", "名称", "来源", "分子", "分母"), offered)]
    )


def read(file: BinaryIO) -> list[dict[str, Any]]:
    """The rows of a table as values of `Indicator`, `divisions` beside them. Raises BadTable with every fault."""
    rows = _rows(file)
    divisions = {row.name: row for row in Division.objects.all()}
    faults: list[str] = []
    found: list[dict[str, Any]] = []
    codes: set[str] = set()
    for number, cells in rows:
        reader = _RowReader(number, cells, divisions, faults)
        values = reader.values()
        if values["code"] in codes:
            reader.fault(f"编号{values['code']}重复")
        codes.add(values["code"])
        found.append(values)
    if not found:
        faults.append("表格里没有指标")
    if faults:
        raise BadTable(faults)
    return found


def _line(row: Indicator) -> tuple[Any, ...]:
    divisions = "、".join(division.name for division in row.divisions.all())
    return (
        row.code, row.dimension, row.name, row.definition, row.get_source_display(), row.measure, row.weight, row.floor,
        row.target, row.reference, row.whole_court, row.counts, row.low_is_good, divisions,
    )  # fmt: skip


def _rows(file: BinaryIO) -> list[tuple[int, dict[str, str]]]:
    if len(file.read(LARGEST + 1)) > LARGEST:
        raise BadTable(["文件超过1MB，不像是指标目录，请核对"])
    file.seek(0)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheet = load_workbook(file, read_only=True, data_only=True).worksheets[0]
            table = list(sheet.iter_rows(max_row=LONGEST_SHEET, max_col=len(HEAD) + 6, values_only=True))
    except Exception:  # noqa: BLE001  (a damaged package fails in openpyxl, zlib or the parser, in many ways)
        raise BadTable(["不能读取这个文件：请用表格软件打开，另存为 .xlsx 后重新导入"]) from None
    if len(table) == LONGEST_SHEET:
        raise BadTable([f"表格超过{LONGEST_SHEET - 1}行，请删去空行后重新导入"])
    return _named(table)


def _named(table: Sequence[Sequence[object]]) -> list[tuple[int, dict[str, str]]]:
    head = [_text(cell) for cell in table[0]] if table else []
    needed = [
        name
        for name in ("编号", "维度", "指标", "取数方式", "分值", "达标线", "责任部门")
        if name not in head
    ]
    if needed:
        raise BadTable([f"第1行缺少这些列：{'、'.join(needed)}。可先导出现行目录，在导出的表格上修改"])
    rows = [
        (number, {name: _text(cell) for name, cell in zip(head, cells, strict=False) if name})
        for number, cells in enumerate(table[1:], 2)
    ]
    rows = [(number, cells) for number, cells in rows if any(cells.values())]
    if len(rows) > MOST:
        raise BadTable([f"一个目录最多{MOST}项指标"])
    return rows


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = unicodedata.normalize("NFKC", str(cell)) if not isinstance(cell, str) else cell
    return "".join(sign for sign in text if sign == "\n" or unicodedata.category(sign) != "Cc").strip()


class _RowReader:
    """One row of the table; faults are told with its number."""

    def __init__(
        self, number: int, cells: dict[str, str], divisions: dict[str, Division], faults: list[str]
    ) -> None:
        self.number, self.cells, self.divisions, self.faults = number, cells, divisions, faults

    def fault(self, message: str) -> None:
        self.faults.append(f"第{self.number}行：{message}")

    def values(self) -> dict[str, Any]:
        return {
            "code": self._code(), "dimension": self._short("维度", 16), "name": self._short("指标", 64),
            "definition": self.cells.get("定义", ""), "source": self._source(), "measure": self._measure(),
            "weight": self._number("分值", Decimal(999)), "floor": self._number("零分线", Decimal(99999), "0"),
            "target": self._number("达标线", Decimal(99999)), "reference": self._yes("只作参考"),
            "whole_court": self._yes("只计全院"), "counts": self._yes("按件数"), "low_is_good": self._yes("越低越好"),
            "divisions": self._divisions(),
        }  # fmt: skip

    def _code(self) -> str:
        text = self._short("编号", 8)
        if text and not CODE.fullmatch(text):
            self.fault(CODE_SAID)
        return text

    def _short(self, name: str, longest: int) -> str:
        text = self.cells.get(name, "")
        if not text:
            self.fault(f"“{name}”是空的")
        elif len(text) > longest:
            self.fault(f"“{name}”超过{longest}个字")
        return text

    def _source(self, *, quietly: bool = False) -> str:
        text = self.cells.get("取数方式", "")
        if text not in _SOURCES and not quietly:
            self.fault(f"取数方式“{text}”应是“自动取数”或者“人工举证”")
        return _SOURCES.get(text, "evidence")

    def _measure(self) -> str:
        name = self.cells.get("取数项", "")
        if name and name not in measures():
            self.fault(f"没有名为“{name}”的取数项，可选的见导出表格的第二张工作表")
        if not name and self._source(quietly=True) == "automatic":
            self.fault("自动取数的指标要填“取数项”，公式不能作为取数项")
        return name

    def _number(self, name: str, largest: Decimal, empty: str = "") -> Decimal:
        text = unicodedata.normalize("NFKC", self.cells.get(name, "") or empty)
        match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(%?)", text)
        try:
            number = Decimal(match[1]) / (100 if match[2] else 1) if match else None
        except InvalidOperation:
            number = None
        if number is None or number > largest:
            self.fault(f"“{name}”应是数字或者百分比，现在是“{text[:20]}”")
            return Decimal()
        return number

    def _yes(self, name: str) -> bool:
        text = self.cells.get(name, "")
        if text not in (*_YES, *_NO):
            self.fault(f"“{name}”应写“是”或者“否”，现在是“{text[:20]}”")
        return text in _YES

    def _divisions(self) -> list[Division]:
        names = [name for name in re.split(r"[、,，;；\s]+", self.cells.get("责任部门", "")) if name]
        unknown = [name for name in names if name not in self.divisions]
        if unknown:
            self.fault(f"没有名为{'、'.join(unknown)}的部门")
        return [self.divisions[name] for name in names if name in self.divisions]
