"""Files of the case-management system, read row by row: .csv, .xlsx, .json (R22).

Nothing here holds a whole file: a table of 100,000 rows takes no more memory than one of ten, except for the texts that an
.xlsx keeps in one place. What cannot be read is said with what to do about it.
"""

from __future__ import annotations

import codecs
import csv
import io
import os
import warnings
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO, TypeAlias

from liwan_court.registry.importing.columns import NAMES, header_trouble
from liwan_court.registry.importing.json_rows import BrokenJson, json_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Row: TypeAlias = tuple[int, dict[str, object]]
"""The number of a row as a spreadsheet counts it (in .json: of the object or the line), and its cells by column."""

FORMATS: Final = ("csv", "json", "xlsx")
LARGEST: Final = 100 * 1024 * 1024
LARGEST_UNPACKED: Final = 300 * 1024 * 1024
MOST_PARTS: Final = 2000
MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 64
BLOCK: Final = 1024 * 1024
UNNAMED: Final = ""
"""The column of what stands under no column name."""
_OLE: Final = b"\xd0\xcf\x11\xe0"
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class UnreadableFile(ValueError):  # noqa: N818  (the name says what the file is)
    """The file, or the rest of it, cannot be read; the message says in Chinese what to do."""


def format_of(name: str) -> str:
    """The format of a file by the end of its name. Raises UnreadableFile."""
    ending = os.path.splitext(name)[1].lower().removeprefix(".")  # noqa: PTH122  (a name, not a path)
    if ending not in FORMATS:
        raise UnreadableFile("只接收 .csv、.xlsx、.json 文件，请另存为其中一种后重新报送")
    return ending


def read_rows(file: BinaryIO, kind: str) -> Iterator[Row]:
    """The rows of a file of one of `FORMATS`, one at a time; `file` can be rewound and is left open.

    Raises UnreadableFile: before the first row when it is no such file, later when only its beginning can be read.
    """
    _check_size(file)
    match kind:
        case "csv":
            rows = _csv(file)
        case "json":
            rows = _json(file)
        case "xlsx":
            rows = _xlsx(file)
        case _:
            raise UnreadableFile("格式应是 csv、json 或者 xlsx")
    for count, row in enumerate(rows, 1):
        if count > MOST_ROWS:
            raise UnreadableFile(f"一个文件最多{MOST_ROWS}行，其余请分成几个文件报送")
        yield row


def _check_size(file: BinaryIO) -> None:
    size = file.seek(0, os.SEEK_END)
    if size == 0:
        raise UnreadableFile("文件是空的，请核对后重新导出")
    if size > LARGEST:
        raise UnreadableFile(f"文件超过{LARGEST // BLOCK}MB，请分成几个文件报送")
    file.seek(0)


@contextmanager
def _opened(file: BinaryIO) -> Iterator[TextIO]:
    """The file as text, in the encoding it turns out to have."""
    encoding = _encoding(file)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        yield text
    finally:
        text.detach()


def _encoding(file: BinaryIO) -> str:
    head = file.read(4)
    if head.startswith(_UTF_16):
        raise UnreadableFile("文件是UTF-16编码，请另存为“CSV UTF-8”后重新报送")
    if head.startswith((_OLE, b"PK\x03\x04")):
        raise UnreadableFile(
            "文件内容是表格文件，不是文字：请按实际格式命名，或者另存为“CSV UTF-8”后重新报送"
        )
    for name in ("utf-8-sig", "gb18030"):
        file.seek(0)
        if _decodes(file, name):
            return name
    raise UnreadableFile("文件编码不能识别，请另存为“CSV UTF-8”后重新报送")


def _decodes(file: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        while block := file.read(BLOCK):
            if b"\0" in block:
                raise UnreadableFile("文件里有不是文字的内容，请重新导出")
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _csv(file: BinaryIO) -> Iterator[Row]:
    with _opened(file) as text:
        reader = csv.reader(text, strict=True)
        try:
            header = _header(next(reader, []))
            for number, cells in enumerate(reader, 2):
                if any(cells):
                    yield number, _named(header, cells)
        except csv.Error:
            raise UnreadableFile(
                f"文件第{reader.line_num}行附近的引号不成对或者单元格过长，请核对后重新导出"
            ) from None


def _json(file: BinaryIO) -> Iterator[Row]:
    with _opened(file) as text:
        try:
            for number, found in json_rows(text):
                whole = isinstance(found, dict)
                yield number, dict(found) if whole else {UNNAMED: "?"}  # type: ignore[call-overload]
        except BrokenJson as broken:
            raise UnreadableFile(str(broken)) from None


def _xlsx(file: BinaryIO) -> Iterator[Row]:
    _check_package(file)
    try:
        rows = _sheet(file)
        header = _header(next(rows, ()))
        for number, cells in enumerate(rows, 2):
            if any(cell not in (None, "") for cell in cells):
                yield number, _named(header, cells)
    except UnreadableFile:
        raise
    except Exception:  # noqa: BLE001  (a damaged package fails in openpyxl, zlib or the parser, in many ways)
        raise UnreadableFile("表格文件已损坏，请用表格软件打开后另存为 .xlsx 重新报送") from None


def _sheet(file: BinaryIO) -> Iterator[Sequence[object]]:
    """The rows of the one sheet that holds something."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    if not book.worksheets:
        raise UnreadableFile("文件里没有工作表，请核对后重新导出")
    first, *others = book.worksheets
    for sheet in others:
        sheet.reset_dimensions()
        top = next(sheet.iter_rows(max_row=1, max_col=MOST_COLUMNS, values_only=True), ())
        if any(cell not in (None, "") for cell in top):
            raise UnreadableFile("文件里有几张工作表，请只留一张，四类行可以放在同一张表里")
    first.reset_dimensions()
    yield from first.iter_rows(max_col=MOST_COLUMNS, values_only=True)


def _check_package(file: BinaryIO) -> None:
    """What the directory of the package says, before anything is unpacked; reading stops at the size stated there."""
    if file.read(4) == _OLE:
        raise UnreadableFile("文件是旧式 .xls 或者设有密码，请去掉密码、另存为 .xlsx 后重新报送")
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise UnreadableFile(
                    f"表格展开后超过{LARGEST_UNPACKED // BLOCK}MB，请分成几个文件，或者改用 .csv 报送"
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as content:
                        _check_part(content.read(4096))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, RuntimeError, NotImplementedError):
        raise UnreadableFile("不是完整的 .xlsx 文件，请用表格软件打开后另存为 .xlsx 重新报送") from None
    file.seek(0)


def _check_part(head: bytes) -> None:
    """A sheet declares no entities: whoever does wants the reader to expand them."""
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise UnreadableFile("表格文件含有不允许的声明，请用表格软件打开后另存为 .xlsx 重新报送")


def _header(cells: Sequence[object]) -> list[str]:
    names = ["".join(str(cell).split()) if cell is not None else "" for cell in cells]
    while names and not names[-1]:
        names.pop()
    if trouble := header_trouble(names):
        raise UnreadableFile(trouble)
    return names


def _named(header: list[str], cells: Sequence[object]) -> dict[str, object]:
    """Cells by column; one that stands under no name makes the row refused, not the file."""
    row = {name: cell for name, cell in zip(header, cells, strict=False) if name in NAMES}
    unnamed = [cell for name, cell in zip(header, cells, strict=False) if not name] + [*cells[len(header) :]]
    if any(cell not in (None, "") for cell in unnamed):
        row[UNNAMED] = "?"
    return row
