"""R1, R9, R21: what is not met is rectified, what fell back is seen, what comes back is known; each through its page."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from liwan_court.measuring import span
from liwan_court.registry.models import PostHolding
from liwan_court.timetable import clock
from oversight.measured import measure
from oversight.models import Catalogue, Inspection, Rectification
from tests.oversight.people import (
    House,
    build_house,
    on,
    page,
    post,
    said,
    small_catalogue,
    staff,
    task,
    told,
)

pytestmark = pytest.mark.django_db
APRIL = dt.datetime(2026, 4, 1, 10, tzinfo=clock.ZONE)
State = Rectification.State


@pytest.fixture
def house() -> House:
    return build_house()


def inspect(house: House, period: str, at: dt.datetime) -> None:
    post(house, "secretary", page("take", period), {"reason": "再查"}, at)


def test_r9_what_is_not_met_always_has_a_rectification_and_it_goes_its_way(house: House) -> None:
    task(house.minyi, "没有做的", dt.date(2026, 2, 27))
    inspect(house, "2026Q1", APRIL)
    row = Rectification.objects.get(division=house.minyi)
    assert (row.code, row.origin, row.state, row.owner) == ("J5", "inspection", State.OPEN, house.minyi_head)
    assert "0%（0/1）" in row.problem
    assert "待制定措施的整改" in told(house, "minyi_head", "/admin/", APRIL)
    address = page("rectification_act", row.pk, "plan")
    measures = {
        "cause": "交接遗漏",
        "measures": "每周核对",
        "owner": house.minyi_head.pk,
        "due": "2026-05-20",
    }
    assert post(house, "xingting_head", address, measures, APRIL).status_code == 404
    late = post(house, "minyi_head", address, measures | {"due": "2027-01-01"}, APRIL)
    assert any("完成日期应在今天至" in message for message in said(late))
    soon = post(house, "minyi_head", page("rectification_act", row.pk, "submit"), {"text": "好了"}, APRIL)
    assert any("不能“报结”" in message for message in said(soon))
    house.minyi_head.division = house.minyi
    house.minyi_head.save()
    post(house, "minyi_head", address, measures, APRIL)
    post(
        house,
        "minyi_head",
        page("rectification_act", row.pk, "submit"),
        {"text": "台账两月无遗漏"},
        on(5, 18),
    )
    row.refresh_from_db()
    assert (row.state, row.submitted_by_name) == (State.SUBMITTED, "民一庭庭长")
    check = page("rectification_act", row.pk, "check")
    own = post(house, "minyi_head", check, {"passed": "1", "note": "好"}, on(5, 19))
    assert any("您的岗位不能" in message for message in said(own))
    post(house, "secretary", check, {"passed": "0", "note": "缺四月台账"}, on(5, 19))
    row.refresh_from_db()
    assert row.state == State.UNDER_WAY
    post(house, "minyi_head", page("rectification_act", row.pk, "submit"), {"text": "补四月台账"}, on(5, 19))
    post(house, "secretary", check, {"passed": "1", "note": "属实", "lesson": "固定专人"}, on(5, 20))
    row.refresh_from_db()
    assert (row.state, row.checked_by_name, row.lesson) == (State.CLOSED, "领导小组秘书", "固定专人")
    assert "闭环率100.0%" in told(house, "secretary", page("rectifications"), on(5, 21))


def test_r9_what_was_met_is_watched_for_falling_back(house: House) -> None:
    task(house.minyi, "第一季", dt.date(2026, 2, 27), dt.date(2026, 2, 20))
    inspect(house, "2026Q1", APRIL)
    assert not Rectification.objects.exists()
    task(house.minyi, "第二季", dt.date(2026, 5, 20))
    inspect(house, "2026Q2", on(7, 1))
    assert Rectification.objects.get().origin == "fallen_back"
    inspect(house, "2026Q2", on(7, 2))
    assert Inspection.objects.filter(period="2026Q2").count() == 2
    assert Rectification.objects.count() == 1, "one that is open is not opened twice"
    assert "达标后回落" in told(house, "minyi_head", page("rectifications"), on(7, 2))


def test_r1_what_the_year_did_not_reach_is_taken_over(house: House) -> None:
    task(house.xingting, "没有做的", dt.date(2026, 9, 18))
    inspect(house, "2026", dt.datetime(2026, 12, 31, 15, tzinfo=clock.ZONE))
    row = Rectification.objects.get()
    assert (row.origin, row.year, row.division) == ("carried_over", 2027, house.xingting)
    shown = told(
        house, "xingting_head", page("rectifications"), dt.datetime(2027, 1, 5, 10, tzinfo=clock.ZONE)
    )
    assert "上年未达标" in shown
    assert "上年未达标" not in told(house, "minyi_head", page("rectifications"), on(12, 31))
    assert staff(house.judge).get(page("rectifications")).status_code == 403


def test_r21_a_problem_that_comes_back_is_known_by_its_history(house: House) -> None:
    for number, month in enumerate((2, 5), 1):
        task(house.minyi, f"第{number}季", dt.date(2026, month, 20))
        inspect(house, f"2026Q{number}", on(month + 2, 1))
        row = Rectification.objects.latest("pk")
        Rectification.objects.filter(pk=row.pk).update(
            state=State.CLOSED,
            checked_by_name="领导小组秘书",
            checked_at=on(month + 2, 20),
            lesson=f"经验{number}",
        )
    assert row.previous is not None
    shown = told(house, "secretary", page("rectifications"), on(8, 1))
    assert "经验1" in shown
    assert "经验2" in shown
    problem = shown.split("问题库")[1].split("</table>")[0]
    assert "季度任务按期完成" in problem
    assert '<td class="n">2</td>' in problem
    assert '<td class="n">1</td>' in problem


def test_r21_a_problem_found_by_hand_is_opened_by_the_leading_group_only(house: House) -> None:
    data = {
        "code": "S1",
        "name": "页面",
        "division": house.minyi.pk,
        "problem": "机构页面过期",
        "due": "2026-06-01",
        "sample": "on",
    }
    assert post(house, "minyi_head", page("rectification_open"), data, APRIL).status_code == 403
    post(house, "secretary", page("rectification_open"), data, APRIL)
    assert Rectification.objects.get().origin == "sample"
    again = post(house, "secretary", page("rectification_open"), data, APRIL)
    assert any("已有未办结的整改" in message for message in said(again))


def test_r1_a_year_without_a_catalogue_warns_the_leading_group(house: House) -> None:
    assert "没有施行的指标目录" not in told(house, "secretary", "/admin/", on(11, 2))
    assert "2027年没有施行的指标目录" in told(house, "secretary", "/admin/", on(12, 2))
    small_catalogue((house.minyi,), 2027)
    assert "2027年没有施行的指标目录" not in told(house, "secretary", "/admin/", on(12, 2))
    assert Catalogue.objects.filter(year=2027).exists()


def table(*rows: tuple) -> SimpleUploadedFile:
    book = Workbook()
    for row in (("指标编号", "指标", "责任部门", "问题", "整改措施", "期限"), *rows):
        book.active.append(list(row))
    out = BytesIO()
    book.save(out)
    return SimpleUploadedFile("上年.xlsx", out.getvalue())


GOOD = ("W1", "应上网文书上网率", "民一庭", "上年91%", "每月核对", "2026-06-30")


def test_r1_last_years_items_are_taken_over_from_a_table(house: House) -> None:
    address = page("carry_over")
    whole = ("S1", "页面齐全", "全院", "缺年报", "", dt.date(2026, 5, 29))
    assert said(post(house, "secretary", address, {"file": table(GOOD, whole)}, APRIL)) == ["已登记2项整改"]
    mine = Rectification.objects.get(code="W1")
    assert (mine.division, mine.origin, mine.due) == (house.minyi, "carried_over", dt.date(2026, 6, 30))
    assert Rectification.objects.get(code="S1").division is None
    again = post(house, "secretary", address, {"file": table(GOOD)}, APRIL)
    assert said(again) == ["已登记0项整改，1项已有未办结的整改，没有重复登记"]
    assert "上年91%" in told(house, "minyi_head", page("rectification", mine.pk), APRIL)
    for who in ("minyi_head", "auditor", "judge"):
        assert post(house, who, address, {"file": table(GOOD)}, APRIL).status_code == 403


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({2: "民九庭"}, "第3行：没有名为“民九庭”的部门"),
        ({5: "六月底"}, "第3行：期限“六月底”应是日期"),
        ({5: "2026-02-30"}, "应是日期"),
        ({0: ""}, "第3行：“指标编号”是空的或者过长"),
        ({5: "2026-03-01"}, "期限已经过去"),
    ],
)
def test_r1_a_table_with_a_fault_is_not_taken_over(house: House, change: dict, words: str) -> None:
    bad = tuple(change.get(place, cell) for place, cell in enumerate(GOOD))
    answer = post(house, "secretary", page("carry_over"), {"file": table(GOOD, bad)}, APRIL)
    assert any(words in message for message in said(answer)), said(answer)
    assert not Rectification.objects.exists()


def test_r9_what_is_late_is_not_dated_anew_into_being_in_time(house: House) -> None:
    task(house.minyi, "没有做的", dt.date(2026, 2, 27))
    inspect(house, "2026Q1", APRIL)
    row = Rectification.objects.get()
    due, late = row.due, on(7, 1)
    assert due < late.date()
    house.minyi_head.division = house.minyi
    house.minyi_head.save()
    plan = {"cause": "交接遗漏", "measures": "每周核对", "owner": house.minyi_head.pk, "due": "2026-07-01"}
    address = page("rectification_act", row.pk, "plan")
    refused = post(house, "minyi_head", address, plan, late)
    assert any(f"期限{due}已过，不能改动" in message for message in said(refused))
    post(house, "minyi_head", address, plan | {"due": str(due)}, late)
    post(house, "minyi_head", page("rectification_act", row.pk, "submit"), {"text": "台账"}, late)
    post(
        house, "secretary", page("rectification_act", row.pk, "check"), {"passed": "1", "note": "属实"}, late
    )
    row.refresh_from_db()
    assert (row.state, row.due) == (State.CLOSED, due)
    with clock.at(on(7, 2)):
        tally = measure("rectified_on_time").tallies(span("2026Q2"))[house.minyi.pk]
    assert (tally.numerator, tally.denominator) == (0, 1)


def test_r9_where_a_division_has_no_head_the_leading_group_answers_and_another_checks(house: House) -> None:
    task(house.xingting, "没有做的", dt.date(2026, 2, 27))
    PostHolding.objects.filter(officer=house.xingting_head).delete()
    inspect(house, "2026Q1", APRIL)
    row = Rectification.objects.get(division=house.xingting)
    assert "制定整改措施" in told(house, "secretary", page("rectification", row.pk), APRIL)
    plan = {"cause": "庭长空缺", "measures": "指定专人", "owner": house.xingting_head.pk, "due": str(row.due)}
    assert (
        post(house, "minyi_head", page("rectification_act", row.pk, "plan"), plan, APRIL).status_code == 404
    )
    planned = post(house, "secretary", page("rectification_act", row.pk, "plan"), plan, APRIL)
    assert said(planned) == ["整改措施已登记"]
    post(house, "secretary", page("rectification_act", row.pk, "submit"), {"text": "已补"}, on(4, 20))
    row.refresh_from_db()
    assert (row.state, row.owner) == (State.SUBMITTED, house.xingting_head)
    check = {"passed": "1", "note": "属实"}
    own = post(house, "secretary", page("rectification_act", row.pk, "check"), check, on(4, 21))
    assert any("不能由自己查验" in message for message in said(own))
    post(house, "vice", page("rectification_act", row.pk, "check"), check, on(4, 21))
    row.refresh_from_db()
    assert (row.state, row.checked_by_name) == (State.CLOSED, "副院长")
    task(house.minyi, "也没有做", dt.date(2026, 5, 20))
    inspect(house, "2026Q2", on(7, 1))
    theirs = Rectification.objects.get(division=house.minyi)
    taken = post(
        house,
        "secretary",
        page("rectification_act", theirs.pk, "plan"),
        plan | {"owner": house.judge.pk},
        on(7, 1),
    )
    assert any("您的岗位不能" in message for message in said(taken)), "who has a head answers through him"


def test_r15_what_the_half_year_did_not_reach_is_rectified_too(house: House) -> None:
    task(house.minyi, "没有做的", dt.date(2026, 4, 27))
    inspect(house, "2026H1", on(6, 10))
    row = Rectification.objects.get()
    assert (row.division, row.inspection.kind) == (house.minyi, Inspection.Kind.MIDYEAR)
    inspect(house, "2026Q2", on(7, 1))
    assert Rectification.objects.count() == 1, "one that is open is not opened twice"


def test_r1_a_long_table_is_taken_whole_or_not_at_all(house: House) -> None:
    book = Workbook()
    book.active.append(["指标编号", "指标", "责任部门", "问题", "整改措施", "期限"])
    for number in range(501):
        book.active.append([f"X{number}", "上网率", "民一庭", "不足", "", "2027-06-30"])
    out = BytesIO()
    book.save(out)
    file = SimpleUploadedFile("上年.xlsx", out.getvalue())
    answer = post(house, "secretary", page("carry_over"), {"file": file}, APRIL)
    assert any("一次最多导入500项，这份表格有501项" in message for message in said(answer))
    assert not Rectification.objects.exists()
