"""Reading files: three formats say the same, and what cannot be read is said with what to do."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile

import pytest
from openpyxl import Workbook

from liwan_court.registry.importing import rows
from liwan_court.registry.importing.rows import UnreadableFile, format_of, read_rows
from tests.liwan_court.registry.importing.court import (
    CASE,
    FILE,
    PLAINTIFF,
    as_csv,
    as_json,
    as_office_writes,
    as_xlsx,
    with_,
)

HEADER = "类型,外部编号,案号\n"


def read(content: bytes, kind: str):
    return list(read_rows(io.BytesIO(content), kind))


def cells(content: bytes, kind: str) -> list[dict[str, object]]:
    """Rows without their empty cells."""
    return [
        {name: cell for name, cell in row.items() if cell not in (None, "")} for _, row in read(content, kind)
    ]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (as_csv(*FILE), "csv"),
        (as_csv(*FILE, encoding="utf-8"), "csv"),
        (as_csv(*FILE, encoding="gb18030"), "csv"),
        (as_csv(*FILE).replace(b"\r\n", b"\n"), "csv"),
        (as_json(*FILE), "json"),
        ("\n".join(json.dumps(row) for row in FILE).encode(), "json"),
        (b"\xef\xbb\xbf" + as_json(*FILE), "json"),
        (as_xlsx(*FILE), "xlsx"),
        (as_office_writes(*FILE), "xlsx"),
    ],
)
def test_every_format_holds_the_same_rows(content, kind):
    assert cells(content, kind) == [dict(row) for row in FILE]


def test_rows_are_numbered_as_a_spreadsheet_counts_them():
    content = f"{HEADER}案件,A-1,x\n\n,,\n案件,A-2,y\n".encode()
    assert [number for number, _ in read(content, "csv")] == [2, 5]
    book = Workbook()
    for row in (["类型", "外部编号"], ["案件", "A-1"], [], ["案件", "A-2"]):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    assert [number for number, _ in read(content.getvalue(), "xlsx")] == [2, 4]


def test_dates_of_a_spreadsheet_stay_dates():
    found = cells(as_xlsx(with_(CASE, 立案日期=dt.date(2025, 11, 3))), "xlsx")
    assert found[0]["立案日期"] == dt.datetime(2025, 11, 3)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"", "csv", "空的"),
        (b"", "json", "空的"),
        (b"", "xlsx", "空的"),
        ("类型,案号\n案件,1\n".encode(), "csv", "缺少：外部编号"),
        ("案件,A-1\n".encode(), "csv", "缺少：类型、外部编号"),
        ("类型;外部编号\n".encode(), "csv", "英文逗号"),
        (f"类型,外部编号,{PLAINTIFF['姓名或名称']}\n".encode(), "csv", "第3列的列名"),
        ("类型,外部编号,案号,案号\n".encode(), "csv", "列名重复：案号"),
        (HEADER.encode("utf-16"), "csv", "UTF-16"),
        (HEADER.encode() + b"\xff\xff\n", "csv", "编码不能识别"),
        (HEADER.encode() + b"a\0b\n", "csv", "不是文字"),
        (f'{HEADER}案件,"A-1,x\n'.encode(), "csv", "引号不成对"),
        (f"{HEADER}案件,A-1,{'长' * 200_000}\n".encode(), "csv", "单元格过长"),
        (as_xlsx(*FILE), "csv", "按实际格式命名"),
        (as_csv(*FILE), "xlsx", "不是完整的 .xlsx"),
        (as_xlsx(*FILE)[:-200], "xlsx", "不是完整的 .xlsx"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "xlsx", "旧式 .xls"),
        (as_csv(*FILE), "json", "对象的数组"),
        (b'"text"', "json", "对象的数组"),
        (b"[1, 2]", "json", "第1个对象起"),
        (b'[{"a": 1}', "json", "第1个对象之后"),
        (b'[{"a": 1},]', "json", "第2个对象起"),
        (b'[{"a": 1}] x', "json", "第1个对象之后"),
        (b'[{"a": 1}, {"b": ', "json", "第2个对象不完整"),
        (b'[{"a":' + b"[" * 100_000, "json", "第1个对象不完整"),
        (b'[{"a": "' + b"x" * 400_000 + b'"}]', "json", "过长"),
        (b'{"a": "' + b"x" * 400_000 + b'"}', "json", "第1行过长"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_with_what_to_do(content, kind, said):
    with pytest.raises(UnreadableFile, match=said) as found:
        read(content, kind)
    assert PLAINTIFF["姓名或名称"] not in str(found.value)


def test_only_known_endings_are_taken():
    assert format_of("一月.CSV") == "csv"
    assert format_of("a.b.xlsx") == "xlsx"
    for name in ("a.xls", "a", "", "csv"):
        with pytest.raises(UnreadableFile, match=r"\.xlsx"):
            format_of(name)


def repacked(content: bytes, change) -> bytes:
    """A package with each part put through `change(name, bytes)`."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def test_a_bomb_is_refused_by_the_directory_of_its_package(monkeypatch):
    monkeypatch.setattr(rows, "LARGEST_UNPACKED", 1_000_000)
    bomb = repacked(as_xlsx(*FILE), lambda name, old: old + b" " * 2_000_000 if "sheet1" in name else old)
    assert len(bomb) < 50_000
    with pytest.raises(UnreadableFile, match="展开后超过"):
        read(bomb, "xlsx")


def test_a_sheet_that_declares_entities_is_refused():
    def declare(name: str, old: bytes) -> bytes:
        if "sheet1" not in name:
            return old
        return b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]>' + old

    with pytest.raises(UnreadableFile, match="不允许的声明"):
        read(repacked(as_xlsx(*FILE), declare), "xlsx")


@pytest.mark.parametrize("part", ["sheet1", "workbook.xml", "sharedStrings", "styles", "Content_Types"])
def test_a_damaged_part_is_said(part):
    damaged = repacked(
        as_office_writes(*FILE), lambda name, old: old[: len(old) // 2] if part in name else old
    )
    with pytest.raises(UnreadableFile, match="已损坏"):
        read(damaged, "xlsx")


def test_a_second_sheet_is_not_left_out_in_silence():
    book = Workbook()
    book.active.append(["类型", "外部编号"])
    book.create_sheet("另一张").append(["类型", "外部编号"])
    content = io.BytesIO()
    book.save(content)
    with pytest.raises(UnreadableFile, match="几张工作表"):
        read(content.getvalue(), "xlsx")


def test_too_many_rows_and_bytes_are_said(monkeypatch):
    monkeypatch.setattr(rows, "MOST_ROWS", 3)
    with pytest.raises(UnreadableFile, match="最多3行"):
        read(as_csv(*FILE), "csv")
    monkeypatch.setattr(rows, "LARGEST", 10)
    with pytest.raises(UnreadableFile, match="文件超过"):
        read(as_csv(*FILE), "csv")


def test_a_broken_line_leaves_the_others_readable():
    found = read(b'{"a": 1}\n{"a":\n[1]\n\n{"a": 2}\n', "json")
    assert found == [(1, {"a": 1}), (2, {"": "?"}), (3, {"": "?"}), (5, {"a": 2})]


def test_cells_under_no_name_are_told_and_not_kept():
    found = read(f"{HEADER}案件,A-1,x,多余\n".encode(), "csv")
    assert found == [(2, {"类型": "案件", "外部编号": "A-1", "案号": "x", "": "?"})]


def test_objects_may_cross_the_blocks_they_are_read_in():
    many = [{"外部编号": f"A-{number}", "说明": "长" * (number % 900)} for number in range(2000)]
    for content in (as_json(*many), json.dumps(many).encode()):
        assert [row for _, row in read(content, "json")] == many
    assert read(b" [ ] ", "json") == []


def test_the_file_stays_open():
    file = io.BytesIO(as_csv(*FILE))
    list(read_rows(file, "csv"))
    assert not file.closed
