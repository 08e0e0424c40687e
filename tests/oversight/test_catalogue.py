"""Catalogues: faults, versions, the table that goes out and comes in (R2, D20)."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from liwan_court.registry.models import Division
from liwan_court.timetable import clock
from oversight import example
from oversight.catalogue_checks import faults
from oversight.defaults import load_example
from oversight.documents import catalogue_xlsx
from oversight.measured import measures
from oversight.models import Catalogue, Indicator, OversightRecord
from tests.oversight.people import APRIL, House, page, said, small_catalogue, staff


def table(*rows: dict[str, Any]) -> SimpleUploadedFile:
    """An .xlsx with rows over a good one."""
    good = {
        "编号": "J5", "维度": "工作机制", "指标": "任务", "定义": "", "取数方式": "自动取数", "取数项": "tasks_on_time",
        "分值": 100, "零分线": 0, "达标线": "100%", "只作参考": "否", "只计全院": "否", "责任部门": "民一庭、刑庭",
    }  # fmt: skip
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(good))
    for row in rows:
        sheet.append(list({**good, **row}.values()))
    out = BytesIO()
    book.save(out)
    return SimpleUploadedFile("目录.xlsx", out.getvalue())


def take_in(house: House, file: SimpleUploadedFile, who: str = "secretary", year: int = 2027) -> Any:
    data = {"year": year, "title": f"{year}年指标", "file": file}
    return staff(getattr(house, who)).post(page("catalogue_import"), data, follow=True)


def test_the_shipped_example_is_marked_and_without_a_fault(house: House) -> None:
    with clock.at(APRIL):
        assert load_example(2030) == len(example.INDICATORS)
        assert load_example(2030) == 0
    catalogue = Catalogue.objects.get(year=2030)
    assert catalogue.sample
    assert "示例" in str(catalogue)
    assert "不是《广东法院完善司法公开评价若干指标》原文" in catalogue.note
    assert faults(catalogue) == []
    chosen = set(catalogue.indicators.exclude(measure="").values_list("measure", flat=True))
    assert chosen <= set(measures())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"weight": Decimal(59)}, "分值合计99，应为100"),
        ({"measure": "unheard_of"}, "取数项“unheard_of”不存在"),
        ({"measure": ""}, "取数项“空”不存在"),
        ({"floor": Decimal(1), "target": Decimal("0.5")}, "越高越好，零分线应低于达标线"),
        ({"target": Decimal(95)}, "不是0%至100%之间的比例"),
        ({"reference": True}, "分值应为0"),
        ({"floor": Decimal(5), "target": Decimal(1)}, "零分线5不是0%至100%之间的比例"),
        ({"code": "1.1"}, "编号只能用英文字母、数字和短横线"),
        ({"code": "文1"}, "编号只能用英文字母、数字和短横线"),
        ({"measure": "heads_present"}, "这个编号在2026年指标"),
    ],
)
def test_a_fault_keeps_a_draft_from_being_put_in_force(
    house: House, change: dict[str, Any], words: str
) -> None:
    draft = small_catalogue((house.minyi,), 2027, state=Catalogue.State.DRAFT)
    draft.indicators.filter(code="J5").update(**change)
    client = staff(house.secretary)
    assert words in client.get(page("catalogue", draft.pk)).content.decode()
    answer = client.post(page("catalogue_adopt", draft.pk), follow=True)
    assert any(words in message for message in said(answer))
    draft.refresh_from_db()
    assert draft.state == Catalogue.State.DRAFT


def test_an_indicator_nobody_owes_and_an_empty_catalogue_are_faults(house: House) -> None:
    draft = small_catalogue((), 2027, state=Catalogue.State.DRAFT)
    assert [fault.message for fault in faults(draft)] == ["没有责任部门", "没有责任部门"]
    draft.indicators.all().delete()
    assert [fault.message for fault in faults(draft)] == ["目录中没有指标"]


def test_a_new_version_takes_the_place_of_the_old_one_which_stays_readable(house: House) -> None:
    client, old = staff(house.secretary), house.catalogue
    client.post(page("catalogue_copy", old.pk), {"year": 2026})
    draft = Catalogue.objects.get(year=2026, version=2)
    assert draft.is_draft
    assert [row.code for row in draft.indicators.all()] == ["J5", "H1"]
    assert set(draft.indicators.first().divisions.all()) == {house.minyi, house.xingting}  # type: ignore[union-attr]
    again = client.post(page("catalogue_copy", old.pk), {"year": 2026}, follow=True)
    assert any("已有草稿" in message for message in said(again))
    client.post(page("catalogue_adopt", draft.pk))
    old.refresh_from_db()
    assert old.state == Catalogue.State.RETIRED
    assert house.catalogue == draft
    assert client.get(page("catalogue", old.pk)).status_code == 200


def test_what_is_in_force_is_not_changed_in_the_admin_and_a_draft_is(house: House) -> None:
    client = staff(house.secretary)
    draft = small_catalogue((house.minyi,), 2027, state=Catalogue.State.DRAFT)
    changed = client.get(f"/admin/oversight/catalogue/{draft.pk}/change/").content.decode()
    assert 'name="_save"' in changed
    assert "季度任务按期完成率" in changed, "measures are chosen from a list"
    kept = client.get(f"/admin/oversight/catalogue/{house.catalogue.pk}/change/")
    assert 'name="_save"' not in kept.content.decode()
    row = house.catalogue.indicators.get(code="J5")
    client.post(f"/admin/oversight/catalogue/{house.catalogue.pk}/change/", {"title": "改", "note": ""})
    assert house.catalogue.title == "2026年指标"
    assert Indicator.objects.get(pk=row.pk).weight == row.weight


@pytest.mark.parametrize("who", ["minyi_head", "auditor", "judge", "president", "vendor"])
def test_nobody_else_changes_catalogues(house: House, who: str) -> None:
    client, old = staff(getattr(house, who)), house.catalogue
    for name in ("catalogue_adopt", "catalogue_copy"):
        assert client.post(page(name, old.pk), {"year": 2026}).status_code == 403
    assert take_in(house, table({}), who).status_code == 403
    assert Catalogue.objects.count() == 1


def test_the_table_that_goes_out_comes_in_as_the_same_indicators(house: House) -> None:
    with clock.at(APRIL):
        load_example(2031)
    shipped = Catalogue.objects.get(year=2031)
    answer = staff(house.secretary).get(page("catalogue_xlsx", shipped.pk))
    assert "attachment" in answer.headers["Content-Disposition"]
    file = SimpleUploadedFile("目录.xlsx", answer.content)
    taken = take_in(house, file, year=2032)
    assert f"已导入{len(example.INDICATORS)}项指标为草稿，核对后请施行" in said(taken)
    names = [field.name for field in Indicator._meta.fields if field.name not in ("id", "catalogue")]
    for old, new in zip(
        shipped.indicators.all(), Catalogue.objects.get(year=2032).indicators.all(), strict=True
    ):
        assert {name: getattr(old, name) for name in names} == {name: getattr(new, name) for name in names}
        assert set(old.divisions.all()) == set(new.divisions.all())
    sheets = load_workbook(BytesIO(answer.content)).sheetnames
    assert sheets == ["指标", "可选取数项"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"取数项": "=1+1"}, "第3行：自动取数的指标要填“取数项”"),
        ({"取数项": "eval('1')"}, "没有名为"),
        ({"取数方式": "公式"}, "取数方式“公式”应是"),
        ({"分值": "很多"}, "“分值”应是数字或者百分比"),
        ({"分值": ""}, "“分值”应是数字或者百分比"),
        ({"分值": "1e400"}, "“分值”应是数字或者百分比"),
        ({"达标线": "-5"}, "“达标线”应是数字"),
        ({"责任部门": "民九庭"}, "没有名为民九庭的部门"),
        ({"编号": ""}, "“编号”是空的"),
        ({"编号": "J5"}, "编号J5重复"),
        ({"编号": "W/1"}, "第3行：编号只能用英文字母、数字和短横线"),
        ({"指标": "很" * 65}, "“指标”超过64个字"),
        ({"只作参考": "大概"}, "“只作参考”应写“是”或者“否”"),
    ],
)
def test_a_table_with_a_fault_is_not_taken_in_and_says_where(
    house: House, change: dict[str, Any], words: str
) -> None:
    answer = take_in(house, table({}, {"编号": "J6", **change}))
    assert any(words in message for message in said(answer)), said(answer)
    assert not Catalogue.objects.filter(year=2027).exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not a table", "不能读取这个文件"),
        (b"PK\x03\x04" + b"\0" * 200, "不能读取这个文件"),
        (b"x" * 1_100_000, "超过1MB"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(house: House, content: bytes, words: str) -> None:
    answer = take_in(house, SimpleUploadedFile("目录.xlsx", content))
    assert any(words in message for message in said(answer)), said(answer)


def test_a_table_without_its_columns_names_those_missing(house: House) -> None:
    book = Workbook()
    book.active.append(["编号", "名称"])  # type: ignore[union-attr]
    out = BytesIO()
    book.save(out)
    with pytest.raises(catalogue_xlsx.BadTable) as bad:
        catalogue_xlsx.read(BytesIO(out.getvalue()))
    assert "缺少这些列：维度、指标、取数方式、分值、达标线、责任部门" in str(bad.value)


def test_spaces_full_width_and_percent_are_read(house: House) -> None:
    taken = take_in(house, table({"达标线": "９５％", "责任部门": "民一庭， 刑庭", "分值": "１００"}))
    assert any("已导入1项" in message for message in said(taken)), said(taken)
    row = Indicator.objects.get(catalogue__year=2027)
    assert (row.target, row.weight) == (Decimal("0.95"), Decimal(100))
    assert set(row.divisions.all()) == set(Division.objects.filter(code__in=["minyi", "xingting"]))


def test_a_draft_can_be_thrown_away_and_what_was_in_force_cannot(house: House) -> None:
    draft = small_catalogue((house.minyi,), 2027, state=Catalogue.State.DRAFT)
    for who in ("president", "minyi_head", "auditor", "judge"):
        assert staff(getattr(house, who)).post(page("catalogue_discard", draft.pk)).status_code == 403, who
    client, old = staff(house.secretary), house.catalogue
    refused = client.post(page("catalogue_discard", old.pk), follow=True)
    assert any("已经施行过，不能删除" in message for message in said(refused))
    gone = client.post(page("catalogue_discard", draft.pk), follow=True)
    assert any("已删除" in message for message in said(gone))
    assert list(Catalogue.objects.all()) == [old]
    row = OversightRecord.objects.get(verb="删除草稿")
    assert (row.subject_id, row.detail["year"], row.actor_name) == (draft.pk, 2027, "领导小组秘书")
    assert take_in(house, table({})).status_code == 200
    assert Catalogue.objects.filter(year=2027).exists(), "a corrected table can be taken in"


def test_blank_rows_between_indicators_lose_none(house: House) -> None:
    book = load_workbook(BytesIO(table({}).read()))
    sheet = book.worksheets[0]
    values = [cell.value for cell in sheet[2]]
    code = [cell.value for cell in sheet[1]].index("编号") + 1
    for column, value in enumerate(values, 1):
        sheet.cell(400, column, value)
    sheet.cell(400, code, "Z99")
    out = BytesIO()
    book.save(out)
    take_in(house, SimpleUploadedFile("目录.xlsx", out.getvalue()))
    assert "Z99" in set(Catalogue.objects.get(year=2027).indicators.values_list("code", flat=True))
    sheet.cell(5200, code, "Z98")
    out = BytesIO()
    book.save(out)
    too_long = take_in(house, SimpleUploadedFile("目录.xlsx", out.getvalue()), year=2028)
    assert any("请删去空行后重新导入" in message for message in said(too_long))
