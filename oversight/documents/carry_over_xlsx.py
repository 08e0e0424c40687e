"""Last year's unmet items as a table, for a court whose last year is not in the portal (R1)."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from liwan_court.plain_text import is_plain
from liwan_court.registry.models import Division
from oversight.documents.catalogue_xlsx import LARGEST, LONGEST_SHEET, BadTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEAD: Final = ("指标编号", "指标", "责任部门", "问题", "整改措施", "期限")
MOST: Final = 500
WHOLE: Final = ("", "全院")


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `division` None: the court as a whole."""

    code: str
    name: str
    division: Division | None
    problem: str
    measures: str
    due: dt.date


def read(file: IO[bytes]) -> list[Item]:
    """The items of a table. Raises BadTable with every fault and its row."""
    faults: list[str] = []
    divisions = {row.name: row for row in Division.objects.filter(active=True)}
    found = [
        item for number, cells in _rows(file) if (item := _item(number, cells, divisions, faults)) is not None
    ]
    if len(found) > MOST:
        faults.append(f"一次最多导入{MOST}项，这份表格有{len(found)}项，请分开导入")
    if not found and not faults:
        faults.append("表格里没有内容")
    if faults:
        raise BadTable(faults)
    return found


def _rows(file: IO[bytes]) -> Iterator[tuple[int, dict[str, object]]]:
    if len(file.read(LARGEST + 1)) > LARGEST:
        raise BadTable(["文件超过1MB，请核对"])
    file.seek(0)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheet = load_workbook(file, read_only=True, data_only=True).worksheets[0]
            table: list[Sequence[object]] = list(
                sheet.iter_rows(max_row=LONGEST_SHEET, max_col=12, values_only=True)
            )
    except Exception:  # noqa: BLE001  (a damaged package fails in openpyxl, zlib or the parser, in many ways)
        raise BadTable(["不能读取这个文件：请用表格软件打开，另存为 .xlsx 后重新导入"]) from None
    if len(table) == LONGEST_SHEET:
        raise BadTable([f"表格超过{LONGEST_SHEET - 1}行，请删去空行后重新导入"])
    head = [str(cell or "").strip() for cell in table[0]] if table else []
    if missing := [name for name in HEAD if name not in head]:
        raise BadTable([f"第1行缺少这些列：{'、'.join(missing)}"])
    for number, cells in enumerate(table[1:], 2):
        named = {name: cell for name, cell in zip(head, cells, strict=False) if name in HEAD}
        if any(cell not in (None, "") for cell in named.values()):
            yield number, named


def _item(
    number: int, cells: dict[str, object], divisions: dict[str, Division], faults: list[str]
) -> Item | None:
    texts = {name: str(cells.get(name) or "").strip() for name in HEAD}
    own = [
        f"“{name}”是空的或者过长"
        for name, longest in (("指标编号", 8), ("指标", 64), ("问题", 1000))
        if not 0 < len(texts[name]) <= longest
    ]
    if texts["责任部门"] not in (*WHOLE, *divisions):
        own.append(f"没有名为“{texts['责任部门'][:20]}”的部门")
    if not is_plain("".join(texts.values())):
        own.append("有看不见的控制字符")
    due = _day(cells.get("期限"))
    if due is None:
        own.append(f"期限“{texts['期限'][:20]}”应是日期，如2026-06-30")
    if own or due is None:
        faults += [f"第{number}行：{fault}" for fault in own]
        return None
    return Item(
        texts["指标编号"], texts["指标"], divisions.get(texts["责任部门"]), texts["问题"], texts["整改措施"][:1000], due
    )  # fmt: skip


def _day(cell: object) -> dt.date | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if match := re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", str(cell or "").strip()):
        try:
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    return None
