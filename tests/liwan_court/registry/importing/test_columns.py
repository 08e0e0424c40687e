"""Cells become values; what is wrong is said by column, never with what the cell holds."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liwan_court.registry.importing.columns import NAMES, Kind, RowRefused, day, entry_of, moment
from liwan_court.timetable import clock
from tests.liwan_court.registry.importing.court import CASE, FILE, HEARING, MILESTONE, PARTY, PLAINTIFF, with_

MIDNIGHT = dt.datetime(2026, 1, 5)  # noqa: DTZ001  (as a spreadsheet gives it)
ALMOST_HALF_PAST = dt.datetime(2026, 1, 5, 9, 29, 59, 999_000)  # noqa: DTZ001


@pytest.mark.parametrize(
    "cell", ["2026-01-05", "2026-1-5", "2026/1/5", "2026年1月5日", " ２０２６－０１－０５ ", dt.date(2026, 1, 5),
             MIDNIGHT],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_way(cell):
    assert day(cell) == dt.date(2026, 1, 5)


@pytest.mark.parametrize(
    "cell", ["2026-01-05 09:30", "2026/1/5 9:30", "2026年1月5日 9：30", "2026年1月5日9时30分", "2026-01-05T09:30:00",
             ALMOST_HALF_PAST],
)  # fmt: skip
def test_a_moment_is_read_in_every_usual_way(cell):
    assert moment(cell) == dt.datetime(2026, 1, 5, 9, 30, tzinfo=clock.ZONE)


@pytest.mark.parametrize(
    "cell", ["5.1.2026", "20260105", "2026-13-01", "2026-02-30", "0026-01-05", 46027, "2026-1/5", []]
)
def test_what_is_no_day_is_refused(cell):
    with pytest.raises(ValueError):
        day(cell)


@pytest.mark.parametrize(
    "cell", ["2026-01-05", "2026-01-05 25:00", "2026-01-05 9:75", "9:30", 1.5, "2026-01-05 上午"]
)
def test_what_is_no_moment_is_refused(cell):
    with pytest.raises(ValueError):
        moment(cell)


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (with_(CASE, 类型=""), "类型"),
        (with_(CASE, 类型=PARTY), "类型"),
        (with_(CASE, 外部编号=""), "外部编号"),
        (with_(CASE, 外部编号=PARTY), "外部编号"),
        (with_(CASE, 外部编号="11010519491231002X"), "外部编号"),
        (with_(CASE, 外部编号=1.5), "外部编号"),
        (with_(CASE, 外部编号=10**17), "外部编号"),
        (with_(CASE, 外部编号="=1"), "外部编号"),
        (with_(CASE, 案号=""), "案号"),
        (with_(CASE, 案号=PARTY), "案号"),
        (with_(CASE, 案号="（2025）粤0103民初1号之一"), "案号"),
        (with_(CASE, 类别="民"), "类别"),
        (with_(CASE, 庭室="庭" * 33), "庭室"),
        (with_(CASE, 案由="由" * 65), "案由"),
        (with_(CASE, 案由="电话13812345678"), "案由"),
        (with_(CASE, 案由="一\n二"), "案由"),
        (with_(CASE, 案由=["买卖"]), "案由"),
        (with_(CASE, 立案日期="去年"), "立案日期"),
        (with_(CASE, 涉密="不知"), "涉密"),
        (with_(PLAINTIFF, 案件外部编号=""), "案件外部编号"),
        (with_(PLAINTIFF, 诉讼地位=""), "诉讼地位"),
        (with_(PLAINTIFF, 姓名或名称=""), "姓名或名称"),
        (with_(PLAINTIFF, 姓名或名称=PARTY * 40), "姓名或名称"),
        (with_(PLAINTIFF, 当事人类别=PARTY), "当事人类别"),
        (with_(MILESTONE, 节点=PARTY), "节点"),
        (with_(MILESTONE, 日期=""), "日期"),
        (with_(MILESTONE, 说明="身份证11010519491231002X"), "说明"),
        (with_(MILESTONE, 说明="说" * 201), "说明"),
        (with_(MILESTONE, 可见范围="指定的当事人"), "可见范围"),
        (with_(HEARING, 开庭时间="上午"), "开庭时间"),
        (with_(HEARING, 法庭=""), "法庭"),
        (with_(HEARING, 审判人员="程" * 65), "审判人员"),
    ],
)
def test_a_wrong_cell_is_said_by_its_column_without_what_it_holds(row, column):
    with pytest.raises(RowRefused, match=rf"^{column}：") as refused:
        entry_of(row)
    assert PARTY not in f"{refused.value}{refused.value.foreign_id}"
    assert refused.value.foreign_id in ("", row["外部编号"])


def test_what_stands_under_no_column_is_refused():
    with pytest.raises(RowRefused, match="列名"):
        entry_of(CASE | {"": "?"})
    with pytest.raises(RowRefused, match="列名"):
        entry_of(CASE | {"当事人": PARTY})


def test_empty_cells_say_nothing():
    entry = entry_of({**dict.fromkeys(NAMES, " "), "类型": "案件", "外部编号": 7, "案号": CASE["案号"]})
    assert (entry.kind, entry.foreign_id, set(entry.values)) == (Kind.CASE, "7", {"number"})


def test_levels_are_read_with_either_kind_of_brackets():
    for label in ("仅申请人（原告）一方", "仅申请人(原告)一方"):
        assert entry_of(with_(MILESTONE, 可见范围=label)).values["level"] == "applicant"


@given(
    row=st.sampled_from(FILE),
    cells=st.dictionaries(
        st.sampled_from(sorted(NAMES)),
        st.none() | st.text(max_size=30) | st.integers() | st.floats() | st.booleans() | st.dates() | st.datetimes()
        | st.lists(st.text(max_size=3)),
        max_size=4,
    ),
)  # fmt: skip
def test_any_cells_are_read_or_refused(row, cells):
    try:
        entry = entry_of({**row, **cells})
    except RowRefused as refused:
        assert "：" in str(refused)  # noqa: PT017  (either outcome is right)
    else:
        assert entry.foreign_id
