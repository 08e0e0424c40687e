"""R2, R8, R11, R12, R18: indicators of a year, who owes them, the quarter inspected, the year accepted; each through its page."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock, runs
from oversight.models import Catalogue, Conclusion, Evidence, Inspection, Score, Verdict
from tests.oversight.people import APRIL, House, build_house, on, page, said, small_catalogue, staff, task

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 2, 27)
DECEMBER = dt.datetime(2026, 12, 31, 15, tzinfo=clock.ZONE)


@pytest.fixture
def house() -> House:
    return build_house()


def told(house: House, who: str, address: str, at: dt.datetime = APRIL) -> str:
    with clock.at(at):
        answer = staff(getattr(house, who)).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def post(house: House, who: str, address: str, data: dict | None = None, at: dt.datetime = APRIL):
    with clock.at(at):
        return staff(getattr(house, who)).post(address, data or {}, follow=True)


def test_r2_the_overview_says_whether_everything_is_met_and_what_is_missing(house: House) -> None:
    task(house.minyi, "修订上网流程", DAY, DAY)
    assert "有数据的指标全部达标" in told(house, "secretary", page("overview", "2026Q1"))
    task(house.xingting, "刑庭没有做的", DAY)
    shown = told(house, "secretary", page("overview", "2026Q1"))
    assert "全院1项指标未达标" in shown
    assert "0/1" in shown, "the gap is shown"
    assert staff(house.judge).get(page("overview", "2026Q1")).status_code == 403


def test_r2_indicators_are_versions_of_a_year_and_an_inspection_keeps_its_own(house: House) -> None:
    task(house.minyi, "一件按期一件没有", DAY, DAY)
    task(house.minyi, "没有做的", DAY)
    post(house, "secretary", page("take", "2026Q1"))
    first = house.catalogue
    post(house, "secretary", page("catalogue_copy", first.pk), {"year": 2026})
    draft = Catalogue.objects.get(year=2026, version=2)
    draft.indicators.filter(code="J5").update(target="0.5")
    post(house, "secretary", page("catalogue_adopt", draft.pk))
    assert house.catalogue == draft
    frozen = told(house, "minyi_head", page("indicator", "2026Q1", "J5"))
    assert "✕ 未达标" in frozen
    assert "≥100%" in frozen
    now = told(house, "minyi_head", page("indicator", "2026Q1", "J5") + "?now=1")
    assert "≥50%" in now
    assert post(house, "minyi_head", page("catalogue_copy", first.pk), {"year": 2027}).status_code == 403


def test_r8_a_division_sees_the_indicators_it_owes_and_no_other_divisions(house: House) -> None:
    house.catalogue.indicators.get(code="H1").divisions.set([house.xingting])
    task(house.minyi, "民一庭的任务", DAY)
    task(house.xingting, "刑庭的任务", DAY)
    own = told(house, "minyi_head", page("division", "2026Q1", "minyi"))
    assert "季度任务按期完成" in own
    assert "听证公开" not in own.split("年任务")[0].split("<tbody>")[1].split("</tbody>")[0]
    assert "刑庭" not in own
    with clock.at(APRIL):
        assert staff(house.minyi_head).get(page("division", "2026Q1", "xingting")).status_code == 404
    assert "刑庭的任务" in told(house, "secretary", page("division", "2026Q1", "xingting"))


def test_r11_the_secretary_inspects_and_the_division_opens_what_is_held_against_it(house: House) -> None:
    task(house.xingting, "整理听证指南", DAY)
    answer = post(house, "secretary", page("take", "2026Q1"))
    assert said(answer) == ["2026年第一季度已检查并冻结"]
    row = Evidence.objects.get(division=house.xingting)
    assert row.what == "整理听证指南"
    score = Score.objects.get(code="J5", division=house.xingting)
    assert (score.numerator, score.denominator, score.verdict) == (0, 1, Verdict.UNMET)
    division = told(house, "xingting_head", page("division", "2026Q1", "xingting"))
    address = page("indicator", "2026Q1", "J5") + "?division=xingting"
    assert f'href="{address}#rows"' in division
    assert "整理听证指南" in told(house, "xingting_head", address)


def test_r11_who_may_not_inspect_and_when_it_is_too_early(house: House) -> None:
    for who in ("minyi_head", "auditor", "president"):
        refused = post(house, who, page("take", "2026Q1"))
        assert any("领导小组" in message for message in said(refused)), who
    assert post(house, "judge", page("take", "2026Q1")).status_code == 403
    for period, moment, first in (
        ("2026Q1", on(3, 31), "2026年04月01日"),
        ("2026Q2", on(3, 31), "2026年07月01日"),
        ("2026H1", on(5, 29), "2026年06月01日"),
        ("2026", on(12, 30), "2026年12月31日"),
    ):
        early = post(house, "secretary", page("take", period), at=moment)
        assert any(f"要到{first}才能检查并冻结" in message for message in said(early)), period
        shown = told(house, "secretary", page("overview", period), moment)
        assert "检查并冻结</button>" not in shown
    assert not Inspection.objects.exists()
    assert said(post(house, "secretary", page("take", "2026H1"), at=on(6, 1))) == ["2026年上半年已检查并冻结"]


def test_r11_it_is_taken_by_itself_on_the_first_working_day_after_the_quarter(house: House) -> None:
    task(house.minyi, "没有做的", DAY)
    before = dt.datetime(2026, 4, 1, 23, 50, tzinfo=clock.ZONE)
    with clock.at(before):
        runs.wake(before)
    assert not Inspection.objects.filter(period="2026Q1").exists()
    after = dt.datetime(2026, 4, 2, 0, 5, tzinfo=clock.ZONE)
    with clock.at(after):
        runs.wake(after)
        runs.wake(after)
    taken = Inspection.objects.get(period="2026Q1")
    assert (taken.serial, taken.taken_by_name) == (1, "定时任务")
    assert "定时任务检查" in told(house, "secretary", page("overview", "2026Q1"))


def test_r12_the_year_is_accepted_and_its_quarters_stand_side_by_side(house: House) -> None:
    for quarter, month in ((1, 2), (2, 5), (3, 8)):
        task(house.minyi, f"第{quarter}季任务", dt.date(2026, month, 20), dt.date(2026, month, 20))
        task(
            house.xingting,
            f"第{quarter}季任务",
            dt.date(2026, month, 20),
            dt.date(2026, month, 10 + 6 * quarter),
        )
        post(
            house,
            "secretary",
            page("take", f"2026Q{quarter}"),
            at=clock.moment(dt.date(2026, month + 2, 1), dt.time(9)),
        )
    answer = post(house, "secretary", page("take", "2026"), at=DECEMBER)
    assert said(answer) == ["2026年已检查并冻结"]
    taken = Inspection.objects.get(kind=Inspection.Kind.YEAR_END)
    found = {row.division_name: row.verdict for row in taken.conclusions.all()}
    assert found == {"全院": Verdict.UNMET, "民一庭": Verdict.MET, "刑庭": Verdict.UNMET}
    shown = told(house, "secretary", page("overview", "2026"), DECEMBER)
    beside = shown.split("各季度并列")[1].split("</table>")[0]
    assert beside.count("没有检查") == 3, (
        "the fourth quarter was not inspected yet: said for the court and both divisions"
    )
    year = taken.scores.get(code="J5", division=house.xingting)
    quarters = Score.objects.filter(
        inspection__kind=Inspection.Kind.QUARTER, code="J5", division=house.xingting
    )
    assert year.denominator == sum(row.denominator or 0 for row in quarters) == 3
    assert year.numerator == sum(row.numerator or 0 for row in quarters) == 1
    assert any(
        "领导小组" in message for message in said(post(house, "auditor", page("take", "2026"), at=DECEMBER))
    )


def test_r12_the_deadline_accepts_the_year_on_its_last_working_day(house: House) -> None:
    task(house.minyi, "全年任务", DAY, DAY)
    with clock.at(dt.datetime(2027, 1, 1, 0, 10, tzinfo=clock.ZONE)):
        runs.run_deadline("year_end_acceptance", actor=Actor.system(), period="2026")
    assert Conclusion.objects.get(inspection__period="2026", division=house.minyi).verdict == Verdict.MET


def test_r11_the_command_freezes_or_only_looks(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    task(house.minyi, "一件按期", DAY, DAY)
    task(house.minyi, "一件没有", DAY)
    with clock.at(APRIL):
        call_command("inspect", "--quarter", "2026Q1", "--dry-run", "--json")
        looked = json.loads(capsys.readouterr().out)
        assert not Inspection.objects.exists()
        call_command("inspect", "--quarter", "2026-Q1", "--json")
        frozen = json.loads(capsys.readouterr().out)
        assert looked["scores"] == frozen["scores"]
        assert frozen["seal"] == Inspection.objects.get().seal
        call_command("inspect", "--quarter", "2026Q1", "--reason", "再查")
        assert "民一庭 J5 季度任务按期完成：50%" in capsys.readouterr().out
        for name, words in (
            ("2026Q9", "应写成2026Q1"),
            ("2025Q1", "没有施行的指标目录"),
            ("2026Q4", "要到2027年01月01日"),
        ):
            with pytest.raises(CommandError) as refused:
                call_command("inspect", "--quarter", name)
            assert words in str(refused.value)


def test_r18_the_conclusion_names_the_head_of_that_day(house: House) -> None:
    from liwan_court.registry.appointments import hand_over_first_responsible

    task(house.minyi, "没有做的", DAY)
    post(house, "secretary", page("take", "2026Q1"))
    hand_over_first_responsible(house.minyi, house.judge, dt.date(2026, 5, 1))
    assert Conclusion.objects.get(division=house.minyi).responsible_name == "民一庭庭长"
    shown = told(house, "secretary", page("overview", "2026Q1"))
    assert "民一庭庭长" in shown.split("各部门结论")[1]
    assert "（空缺）" in shown, "a division without a head is shown as one"


def test_r2_another_years_catalogue_is_not_this_years(house: House) -> None:
    small_catalogue((house.minyi,), 2027)
    answer = post(house, "secretary", page("catalogue_copy", house.catalogue.pk), {"year": "二〇二八"})
    assert said(answer)
    assert not Catalogue.objects.filter(year=2028).exists()
