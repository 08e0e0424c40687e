"""What the columns of an imported file mean: their Chinese names, and how a cell becomes a value (R22).

One file holds four kinds of rows, told apart by the column 类型. An empty cell says nothing: a new row takes the default, a
row on record keeps what it has. What is wrong is said with the name of the column and never with what the cell holds, since a
shifted column may hold the name of a party.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from liwan_court.privacy.identifiers import find_identifiers, is_valid_id
from liwan_court.registry.audience import LEVELS, Level
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.models import Milestone, Party
from liwan_court.registry.models.cases import Field
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from liwan_court.registry.case_numbers import CaseNumber


class Kind(StrEnum):
    """What a row of a file is about: the column 类型."""

    CASE = "案件"
    PARTY = "当事人"
    MILESTONE = "节点"
    HEARING = "开庭"


class RowRefused(ValueError):  # noqa: N818  (a refusal, said to whoever sent the file)
    """A row is not taken in; the message says in Chinese which column is wrong and what to do."""

    def __init__(self, message: str, foreign_id: str = "") -> None:
        super().__init__(message)
        self.foreign_id = foreign_id


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, read: `values` holds only what its cells say, by the name of the field."""

    kind: Kind
    foreign_id: str
    case_foreign_id: str
    values: dict[str, Any]


class Column(NamedTuple):
    """One column for one kind of row."""

    name: str
    field: str
    read: Callable[[object], Any]
    required: bool = False


TYPE: Final = "类型"
FOREIGN_ID: Final = "外部编号"
CASE_FOREIGN_ID: Final = "案件外部编号"
FIRST_YEAR: Final = 1949
LAST_YEAR: Final = 2099
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}")
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_TIME: Final = re.compile(r"(\d{1,2})(?::(\d{2})(?::\d{2})?|时(\d{1,2})分|时整?)")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_EXACT: Final = 10**15
_HALF_MINUTE: Final = timedelta(seconds=30)
_DAY_WANTED: Final = "应写成 2026-01-05、2026/1/5 或者 2026年1月5日的样式，表格中请把单元格格式设为日期"
_TIME_WANTED: Final = "应写成 2026-01-05 09:30 的样式"


def plain(cell: object) -> str:
    """A cell as text without white space around it. Raises ValueError for what is no text."""
    match cell:
        case None:
            return ""
        case str():
            text = cell.strip()
        case bool():
            text = "是" if cell else "否"
        case int() if abs(cell) < _EXACT:
            text = str(cell)
        case float() if cell.is_integer() and abs(cell) < _EXACT:
            text = str(int(cell))
        case int() | float():
            raise ValueError("数字过长或者带小数，表格中请把这一列设为文本后重新填写")
        case _:
            raise ValueError("应是文字，不能是日期、列表或者对象")
    if any(unicodedata.category(character) in _INVISIBLE for character in text):
        raise ValueError("含有换行或者不可见的字符，请删除")
    return text


def identity(cell: object) -> str:
    """The id of a row in the case-management system: ASCII, so that no name can stand in a report. Raises ValueError."""
    text = plain(cell)
    if text and (_ID.fullmatch(text) is None or is_valid_id(text)):
        raise ValueError("只能用字母、数字和 - _ . : /，不超过64位，也不能是身份证号码")
    return text


def day(cell: object) -> date:
    """A date, as text or as a date of a spreadsheet. Raises ValueError."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        found = cell
    else:
        match = _DAY.fullmatch(_narrow(cell, _DAY_WANTED))
        if match is None:
            raise ValueError(_DAY_WANTED)
        year, month, number = (int(part) for part in match.groups() if part is not None)
        try:
            found = date(year, month, number)
        except ValueError:
            raise ValueError("没有这一天，请核对") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"年份应在{FIRST_YEAR}至{LAST_YEAR}之间，请核对")
    return found


def moment(cell: object) -> datetime:
    """A day and a time of the court's zone, to the minute. Raises ValueError."""
    if isinstance(cell, datetime):
        rounded = cell + _HALF_MINUTE
        return clock.moment(day(rounded), time(rounded.hour, rounded.minute))
    text = _narrow(cell, _TIME_WANTED).replace("T", " ")
    found = re.fullmatch(r"(\S+?)(?: +|(?<=日))(\S+)", text)
    at = _TIME.fullmatch(found[2]) if found else None
    if found is None or at is None:
        raise ValueError(_TIME_WANTED)
    hour, minute = int(at[1]), int(at[2] or at[3] or 0)
    if hour > 23 or minute > 59:
        raise ValueError("没有这个时间，请核对")
    return clock.moment(day(found[1]), time(hour, minute))


def _narrow(cell: object, wanted: str) -> str:
    """Full-width digits, colons and dashes as ASCII; a bare number is no date."""
    if not isinstance(cell, str):
        raise ValueError(wanted)  # noqa: TRY004  (one kind of refusal for every wrong cell)
    return unicodedata.normalize("NFKC", cell).strip()


def _text(longest: int) -> Callable[[object], str]:
    """Text that parties or the public read: not too long, nobody's numbers in it."""

    def read(cell: object) -> str:
        text = _short(longest)(cell)
        if find_identifiers(text):
            raise ValueError("不能含有证件号、电话、账号等号码，请删除")
        return text

    return read


def _short(longest: int) -> Callable[[object], str]:
    def read(cell: object) -> str:
        text = plain(cell)
        if len(text) > longest:
            raise ValueError(f"不能超过{longest}字，请缩短")
        return text

    return read


def _one_of(choices: Mapping[str, Any], wanted: str = "") -> Callable[[object], Any]:
    def read(cell: object) -> Any:
        try:
            return choices[plain(cell).replace("(", "（").replace(")", "）")]
        except KeyError:
            raise ValueError(f"应填：{wanted or '、'.join(choices)}") from None

    return read


def _number(cell: object) -> CaseNumber:
    try:
        found = parse(plain(cell))
    except InvalidCaseNumber:
        raise ValueError("不是完整的案号，应写成（2026）粤0103民初123号的样式") from None
    if found.suffix:
        raise ValueError("带有“之一”一类的后缀，后缀属于文书，案件的案号请去掉后缀")
    return found


_yes_no: Final = _one_of({"是": True, "否": False})
_LEVEL_OF: Final = {label: code for code, label in LEVELS if code != Level.NAMED}
_OF_CASE: Final = Column(CASE_FOREIGN_ID, "", identity, required=True)
COLUMNS: Final[Mapping[Kind, Sequence[Column]]] = {
    Kind.CASE: (
        Column("案号", "number", _number, required=True),
        Column("类别", "field", _one_of({choice.label: choice.value for choice in Field})),
        Column("庭室", "division", _short(32)),
        Column("经办法官工号", "handling_judge", _short(16)),
        Column("案由", "cause", _text(64)),
        Column("立案日期", "accepted_on", day),
        Column("结案日期", "closed_on", day),
        Column("不公开开庭", "closed_hearing", _yes_no),
        Column("涉密", "secrets", _yes_no),
        Column("未成年", "juvenile", _yes_no),
    ),
    Kind.PARTY: (
        _OF_CASE,
        Column("诉讼地位", "role", _short(32), required=True),
        Column("姓名或名称", "name", _short(128), required=True),
        Column("当事人类别", "kind", _one_of({choice.label: choice.value for choice in Party.Kind})),
    ),
    Kind.MILESTONE: (
        _OF_CASE,
        Column("节点", "kind", _one_of({choice.label: choice.value for choice in Milestone.Kind}), required=True),
        Column("日期", "on", day, required=True),
        Column("说明", "note", _text(200)),
        Column("可见范围", "level", _one_of(_LEVEL_OF)),
    ),
    Kind.HEARING: (
        _OF_CASE,
        Column("开庭时间", "begins_at", moment, required=True),
        Column("法庭", "courtroom", _text(32), required=True),
        Column("审判人员", "panel", _text(64)),
    ),
}  # fmt: skip
"""What each kind of row holds. A column that does not belong to a row's kind is not read for it."""
NAMES: Final = frozenset(
    {TYPE, FOREIGN_ID} | {column.name for columns in COLUMNS.values() for column in columns}
)


def header_trouble(names: Sequence[str]) -> str:
    """What is wrong with the column names of a table, in Chinese; empty when nothing is. Unknown names are told by place."""
    if missing := [name for name in (TYPE, FOREIGN_ID) if name not in names]:
        return f"第一行应是列名，缺少：{'、'.join(missing)}（列与列之间用英文逗号分开）"
    if strange := [str(place) for place, name in enumerate(names, 1) if name and name not in NAMES]:
        return f"第{'、'.join(strange)}列的列名不在说明之内，请改用说明中的列名或者删去该列"
    twice = sorted({name for name in names if name and names.count(name) > 1})
    return f"列名重复：{'、'.join(twice)}，请只留一列" if twice else ""


def entry_of(cells: Mapping[str, object]) -> Entry:
    """The row that `cells` are, by name of column. Raises RowRefused, with the foreign id as far as it could be read."""
    foreign_id = _cell(cells, FOREIGN_ID, identity)
    if not foreign_id:
        raise RowRefused(f"{FOREIGN_ID}：必须填写，同一案件、当事人、节点、开庭每次用同一编号")
    try:
        return _entry(cells, foreign_id)
    except RowRefused as refused:
        refused.foreign_id = foreign_id
        raise


def _entry(cells: Mapping[str, object], foreign_id: str) -> Entry:
    if any(name not in NAMES and not _is_empty(cell) for name, cell in cells.items()):
        raise RowRefused("有不在列名之内的内容：请核对列数（多余的逗号）和列名")
    kind = _cell(cells, TYPE, _one_of({kind.value: kind for kind in Kind}))
    if kind is None:
        raise RowRefused(f"{TYPE}：必须填写，应填：{'、'.join(Kind)}")
    case_foreign_id, values = "", {}
    for column, value in _values(cells, COLUMNS[kind]):
        if column.field:
            values[column.field] = value
        else:
            case_foreign_id = value
    return Entry(kind, foreign_id, case_foreign_id, values)


def _values(cells: Mapping[str, object], columns: Collection[Column]) -> Iterator[tuple[Column, Any]]:
    for column in columns:
        value = _cell(cells, column.name, column.read)
        if value is not None and value != "":
            yield column, value
        elif column.required:
            raise RowRefused(f"{column.name}：必须填写")


def _cell(cells: Mapping[str, object], name: str, read: Callable[[object], Any]) -> Any:
    """The value of a cell, None where it is empty."""
    cell = cells.get(name)
    if _is_empty(cell):
        return None
    try:
        return read(cell)
    except ValueError as error:
        raise RowRefused(f"{name}：{error}") from None


def _is_empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
