"""The people and files of the import tests; every name is invented."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import dataclass
from typing import Any

from django.core.management import call_command
from openpyxl import Workbook
from xlsxwriter import Workbook as OfficeWorkbook

from liwan_court.registry import defaults
from liwan_court.registry.appointments import sync_groups
from liwan_court.registry.importing.apply import import_rows
from liwan_court.registry.models import Division, ImportRun, Officer
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock
from tests.factories import make_officer

NOW = dt.datetime(2026, 1, 12, 10, tzinfo=clock.ZONE)
PARTY = "欧阳静宜"
FIRM = "广州市荔香茶业有限公司"
CASE = {
    "类型": "案件", "外部编号": "A-1", "案号": "（2025）粤0103民初1号", "类别": "民事", "庭室": "民一庭",
    "案由": "买卖合同纠纷", "立案日期": "2025-11-03", "不公开开庭": "否", "涉密": "否", "未成年": "否",
}  # fmt: skip
PLAINTIFF = {
    "类型": "当事人", "外部编号": "D-1", "案件外部编号": "A-1", "诉讼地位": "原告", "姓名或名称": PARTY, "当事人类别": "自然人",
}  # fmt: skip
MILESTONE = {
    "类型": "节点", "外部编号": "J-1", "案件外部编号": "A-1", "节点": "排期", "日期": "2026/1/5", "说明": "已排期",
}  # fmt: skip
HEARING = {
    "类型": "开庭", "外部编号": "K-1", "案件外部编号": "A-1", "开庭时间": "2026-02-03 09:30", "法庭": "第三法庭",
    "审判人员": "审判员 程立言",
}  # fmt: skip
FILE = (CASE, PLAINTIFF, MILESTONE, HEARING)


@dataclass
class People:
    """One person for each part."""

    filing: Officer
    office: Officer
    vendor: Officer
    other_vendor: Officer
    judge: Officer


def build() -> People:
    """Divisions as shipped, one person for each post."""
    defaults.load()
    one = Division.objects.get(code="minyi")
    people = People(
        make_officer("立案甲", Post.FILING), make_officer("审管甲", Post.TRIAL_MANAGEMENT),
        make_officer("协助甲", Post.VENDOR), make_officer("协助乙", Post.VENDOR), make_officer("法官甲", Post.JUDGE, one),
    )  # fmt: skip
    for officer in vars(people).values():
        sync_groups(officer)
    return people


def with_(row: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A row with some cells changed."""
    return {**row, **changes}


def send(*rows: dict[str, Any], dry_run: bool = False, actor: Actor | None = None) -> ImportRun:
    """Import rows as a command does; at `NOW` unless the clock was set."""
    numbered = list(enumerate(rows, 2))
    actor = actor or Actor.system("命令行")
    return import_rows(numbered, source="command", actor=actor, sha256="0" * 64, dry_run=dry_run)


def counts(run: ImportRun) -> tuple[int, int, int, int]:
    """Added, changed, same, refused."""
    return tuple(run.counts[name] for name in ("added", "changed", "same", "refused"))  # type: ignore[return-value]


def as_csv(*rows: dict[str, Any], encoding: str = "utf-8-sig") -> bytes:
    """Rows as a table."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def as_json(*rows: dict[str, Any]) -> bytes:
    """Rows as an array."""
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def as_xlsx(*rows: dict[str, Any]) -> bytes:
    """Rows as a spreadsheet."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    book = Workbook()
    book.active.append(names)
    for row in rows:
        book.active.append([row.get(name) for name in names])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def as_office_writes(*rows: dict[str, str]) -> bytes:
    """Rows as a spreadsheet whose texts stand in a part of their own."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    content = io.BytesIO()
    book = OfficeWorkbook(content)
    sheet = book.add_worksheet()
    for place, cells in enumerate([names, *([row.get(name, "") for name in names] for row in rows)]):
        for column, cell in enumerate(cells):
            sheet.write_string(place, column, cell)
    book.close()
    return content.getvalue()


def token_for(officer: Officer) -> str:
    """A token as the command gives it out."""
    out = io.StringIO()
    call_command("vendor_token", officer.staff_no, stdout=out, stderr=io.StringIO())
    return out.getvalue().strip()
