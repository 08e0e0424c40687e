"""The figures of a period as an .xlsx: counts are numbers, days are days (R57)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import xlsxwriter

from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from livestream.figures.judges import DivisionYear
    from livestream.figures.statistics import DivisionLine, Line, Statistics

COUNTS: Final = ("场次", "其中直播", "微博场次", "微博条数", "观看人次", "最高同时在看")
DIVISION: Final = (
    "审判庭", "应播场次", "播出场次", "其中直播", "轮空", "撤下", "报送列表", "其中迟报", "否决", "微博条数",
    "观看人次", "最高同时在看",
)  # fmt: skip
SESSIONS: Final = (
    "日期", "审判庭", "案号", "案由", "形式", "经办法官", "合议庭", "微博条数", "观看人次", "最高同时在看",
)  # fmt: skip
QUOTA: Final = (
    "审判庭", "法官", "直播应完成", "直播已完成", "直播进度应达", "微博应完成", "微博已完成", "微博进度应达", "是否达标",
)  # fmt: skip


def figures_xlsx(found: Statistics, years: Sequence[DivisionYear]) -> bytes:
    """One sheet each: the whole, by division, kind, judge and month, every session, what was not held, quotas."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheets = _Sheets(book)
        sheets.table("总体", ("项目", "数"), _whole(found))
        sheets.table("按庭", DIVISION, [_division(line) for line in found.by_division])
        for name, lines in (
            ("按形式", found.by_kind),
            ("按法官", found.by_judge),
            ("按月", found.by_month),
        ):
            sheets.table(name, ("类别", *COUNTS), [_row(line) for line in lines])
        sheets.table("场次明细", SESSIONS, [_session(row) for row in found.sessions])
        sheets.table("轮空与撤下", ("日期", "审判庭", "情形", "原因"), _not_held(found))
        sheets.table("法官定额", QUOTA, [row for year in years for row in _quotas(year)])
    return out.getvalue()


class _Sheets:
    def __init__(self, book: Any) -> None:
        self.book = book
        self.head = book.add_format({"bold": True, "border": 1, "bg_color": "#EEF3F8"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})

    def table(self, name: str, head: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        sheet = self.book.add_worksheet(name)
        for column, text in enumerate(head):
            sheet.write_string(0, column, text, self.head)
            sheet.set_column(column, column, 28 if text in ("案号", "原因", "合议庭") else 14)
        for line, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if hasattr(value, "year"):
                    sheet.write_datetime(line, column, value, self.day)
                elif isinstance(value, int):
                    sheet.write_number(line, column, value)
                else:
                    sheet.write_string(line, column, value)
        sheet.freeze_panes(1, 0)


def _whole(found: Statistics) -> list[tuple[Any, ...]]:
    total = found.total
    return [
        ("期间", found.period.label), ("起", found.period.first), ("止", found.period.last),
        ("统计日", clock.today()), ("应播场次", found.slots), ("其中已到", found.due), ("节假日停播", found.cancelled),
        ("播出场次", total.sessions), ("其中直播", total.livestreams), ("轮空", len(found.skipped)), ("撤下", len(found.pulled)),
        ("报送列表", found.lists), ("其中迟报", found.late_lists), ("否决", found.vetoed), ("微博条数", total.posts),
        ("观看人次", total.views), ("最高同时在看", total.peak),
    ]  # fmt: skip


def _division(line: DivisionLine) -> tuple[Any, ...]:
    return (
        line.label, line.slots, line.sessions, line.livestreams, line.skipped, line.pulled, line.lists, line.late_lists,
        line.vetoed, line.posts, line.views, line.peak,
    )  # fmt: skip


def _row(line: Line) -> tuple[Any, ...]:
    return (
        line.label, line.sessions, line.livestreams, line.microblogs, line.posts, line.views, line.peak,
    )  # fmt: skip


def _session(row: Any) -> tuple[Any, ...]:
    return (
        clock.local(row.begins_at).date(), row.division.name, row.case_number, row.cause,
        "直播并微博" if row.livestream else "微博", row.judge.name,
        "、".join(officer.name for officer in row.panel.all()), row.post_count, row.views, row.peak or 0,
    )  # fmt: skip


def _not_held(found: Statistics) -> list[tuple[Any, ...]]:
    skipped = [(row.date, row.division.name, "轮空", row.reason) for row in found.skipped]
    pulled = [
        (clock.local(row.begins_at).date(), row.division.name, "撤下", row.pulled_reason)
        for row in found.pulled
    ]
    return sorted([*skipped, *pulled], key=lambda row: row[0])


def _quotas(year: DivisionYear) -> list[tuple[Any, ...]]:
    rows = []
    for judge in year.judges:
        live, blog = judge.quotas["livestream"], judge.quotas["microblog"]
        rows.append(
            (
                year.name, judge.officer.name, live.owed, live.done, live.due_by_now,
                blog.owed, blog.done, blog.due_by_now, "已达标" if judge.met else "已离任，未达标" if judge.gone else "未达标",
            )
        )  # fmt: skip
    return rows
