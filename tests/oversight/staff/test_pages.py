"""The pages of a period through the browser: who sees what, and what stands on them (R8, R11)."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from liwan_court.measuring import span
from liwan_court.registry.models import Division
from liwan_court.timetable import clock
from oversight.actions.inspect import TakeInspection
from oversight.defaults import load_example
from oversight.models import Catalogue, EvidenceReturn, Indicator, Inspection, SampleCheck
from tests.oversight.people import APRIL, MAY, House, actor, page, said, staff, task

DAY = dt.date(2026, 2, 27)
Q1 = "2026Q1"


@pytest.fixture
def taken(house: House) -> Inspection:
    """A quarter with something held against both divisions, inspected."""
    task(house.minyi, "修订上网流程", DAY, DAY)
    task(house.minyi, "民一庭没有做的", DAY)
    task(house.xingting, "刑庭没有做的", DAY)
    with clock.at(APRIL):
        return TakeInspection(actor(house.secretary), span(Q1)).run()


def text(house: House, who: str, address: str) -> str:
    with clock.at(MAY):
        answer = staff(getattr(house, who)).get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_the_leading_group_sees_every_division_and_what_comes_first(house: House, taken: Inspection) -> None:
    shown = text(house, "secretary", page("overview", Q1))
    assert "2026年第一季度：全院1项指标未达标" in shown
    assert "已冻结" in shown
    assert taken.seal[:12] in shown
    for row in ("民一庭", "刑庭", "民一庭庭长", "（空缺）"):
        assert row in shown
    assert shown.index("刑庭 季度任务按期完成") < shown.index("民一庭 季度任务按期完成"), (
        "what costs more comes first"
    )


def test_a_division_sees_itself_and_the_courts_total_and_nothing_of_others(
    house: House, taken: Inspection
) -> None:
    for address in (page("overview", Q1), page("overview", Q1) + "?now=1", page("indicator", Q1, "J5")):
        shown = text(house, "minyi_head", address)
        assert "全院" in shown
        assert "民一庭" in shown
        assert "刑庭" not in shown
    rows = text(house, "minyi_head", page("indicator", Q1, "J5"))
    assert "民一庭没有做的" in rows
    assert "刑庭没有做的" not in rows
    with clock.at(MAY):
        client = staff(house.minyi_head)
        assert client.get(page("division", Q1, "xingting")).status_code == 404
        assert client.get(page("indicator", Q1, "J5") + "?division=xingting").status_code == 404
        for kind in ("held", "counted", "all"):
            assert (
                "刑庭没有做的"
                not in client.get(page("indicator", Q1, "J5") + f"?rows={kind}").content.decode()
            )


@pytest.mark.parametrize("who", ["judge", "vendor"])
def test_others_are_refused(house: House, taken: Inspection, who: str) -> None:
    client = staff(getattr(house, who))
    for address in (
        page(""), page("overview", Q1), page("compare", Q1), page("xlsx", Q1), page("evidence", Q1), page("inspections"),
        page("indicator", Q1, "J5"), page("division", Q1, "minyi"), page("catalogues"), page("sample", taken.pk),
    ):  # fmt: skip
        assert client.get(address).status_code == 403, address
    assert client.post(page("take", Q1)).status_code == 403


def test_an_address_without_a_period_is_not_found(house: House) -> None:
    client = staff(house.secretary)
    for name in ("2026Q5", "2026W01", "x", "20260Q1", "2026H2"):
        assert client.get(f"/admin/oversight/periods/{name}/").status_code == 404


def test_the_rows_held_against_a_division_are_those_of_the_day_of_inspection(
    house: House, taken: Inspection
) -> None:
    shown = text(house, "xingting_head", page("division", Q1, "xingting"))
    address = page("indicator", Q1, "J5") + "?division=xingting"
    assert address in shown
    task(house.xingting, "后来的任务", DAY)
    rows = text(house, "xingting_head", address)
    assert "刑庭没有做的" in rows
    assert "后来的任务" not in rows
    assert "后来的任务" in text(house, "xingting_head", address + "&rows=held")


def test_then_and_now_stand_side_by_side(house: House, taken: Inspection) -> None:
    assert "没有变化" in text(house, "secretary", page("compare", Q1))
    task(house.xingting, "补登的任务", DAY, DAY)
    shown = text(house, "secretary", page("compare", Q1))
    assert "没有变化" not in shown
    assert "0/1" in shown
    assert "1/2" in shown


def test_a_period_without_inspection_or_data_says_so(house: House) -> None:
    shown = text(house, "secretary", page("overview", Q1))
    assert "2026年第一季度：没有数据" in shown
    assert "还没有冻结" in shown
    assert "100%" not in shown
    assert "0%" not in shown
    assert "2025年没有施行的指标目录" in text(house, "secretary", page("overview", "2025Q4"))
    assert "还没有开始" in text(house, "secretary", page("overview", "2026Q4"))


def test_inspecting_by_hand_in_the_browser_freezes_and_a_second_time_asks_why(house: House) -> None:
    task(house.minyi, "修订上网流程", DAY, DAY)
    client = staff(house.secretary)
    with clock.at(APRIL):
        answer = client.post(page("take", Q1), follow=True)
        assert said(answer) == ["2026年第一季度已检查并冻结"]
        again = client.post(page("take", Q1), {"reason": " "}, follow=True)
        assert "再次检查请写明原因" in said(again)[0]
        client.post(page("take", Q1), {"reason": "补报"})
    assert list(Inspection.objects.order_by("serial").values_list("serial", "reason")) == [
        (1, ""),
        (2, "补报"),
    ]
    first = text(house, "secretary", page("overview", Q1) + "?serial=1")
    assert "第2次" in first
    assert "（补报）" not in first.split("各次检查")[0]


def test_a_sample_check_stands_beside_the_figures(house: House, taken: Inspection) -> None:
    client = staff(house.secretary)
    data = {
        "code": "J5",
        "division": house.minyi.pk,
        "subject": "第一季度任务台账",
        "sound": "0",
        "finding": "签名不全",
    }
    client.post(page("sample", taken.pk), data)
    row = SampleCheck.objects.get()
    assert (row.sound, row.by_name) == (False, "领导小组秘书")
    shown = text(house, "secretary", page("overview", Q1))
    assert "签名不全" in shown
    for who in ("minyi_head", "auditor", "judge"):
        assert staff(getattr(house, who)).post(page("sample", taken.pk), data).status_code == 403
    assert SampleCheck.objects.count() == 1


def test_a_head_states_evidence_for_his_own_division_only(house: House) -> None:
    client = staff(house.minyi_head)
    data = {"code": "H1", "division": house.minyi.pk, "done": "2", "owed": "2", "note": "公告第3、4号"}
    with clock.at(APRIL):
        assert "第一季度还没有填报" in client.get(page("evidence", Q1)).content.decode()
        assert said(client.post(page("evidence", Q1), data, follow=True)) == ["举证已登记"]
        for change, words in (
            ({"division": house.xingting.pk}, "只有刑庭正职或者领导小组可以"),
            ({"code": "J5"}, "没有需要人工举证的指标J5"),
            ({"done": "3"}, "完成数3大于应完成数2"),
            ({"note": " "}, "举证材料"),
        ):
            answer = client.post(page("evidence", Q1), {**data, **change}, follow=True)
            assert any(words in message for message in said(answer)), (change, said(answer))
        late = client.post(page("evidence", "2026Q3"), data, follow=True)
        assert "还没有开始" in said(late)[0]
    assert EvidenceReturn.objects.count() == 1
    assert "公告第3、4号" in text(house, "secretary", page("indicator", Q1, "H1"))
    assert "公告第3、4号" not in text(house, "xingting_head", page("indicator", Q1, "H1"))


def test_the_table_holds_what_the_reader_may_see(house: House, taken: Inspection) -> None:
    for who, names in (("secretary", {"全院", "民一庭", "刑庭"}), ("minyi_head", {"全院", "民一庭"})):
        with clock.at(MAY):
            answer = staff(getattr(house, who)).get(page("xlsx", Q1))
        book = load_workbook(BytesIO(answer.content))
        assert {row[0] for row in book["结论"].iter_rows(min_row=2, max_col=1, values_only=True)} - {
            "2026年第一季度，冻结于2026-04-01 10:00"
        } == names
        figures = {(row[0], row[2]): row[3:6] for row in book["指标"].iter_rows(min_row=2, values_only=True)}
        assert figures["J5", "民一庭"] == (1, 2, 0.5)


def test_the_number_of_queries_does_not_depend_on_the_number_of_divisions(house: House) -> None:
    client, counts = staff(house.secretary), []
    rows = Division.objects.filter(active=True)
    for divisions in (rows[:2], rows):
        house.catalogue.indicators.get(code="J5").divisions.set(divisions)
        house.catalogue.indicators.get(code="H1").divisions.set(divisions)
        for number, division in enumerate(divisions):
            task(division, f"任务{number}", DAY, DAY if number % 2 else None)
        with clock.at(APRIL):
            TakeInspection(actor(house.secretary), span(Q1), "再查").run()
            found = []
            for address in (
                page("overview", Q1), page("overview", Q1) + "?now=1", page("compare", Q1),
                page("indicator", Q1, "J5"), page("division", Q1, "minyi"), page("xlsx", Q1),
            ):  # fmt: skip
                with CaptureQueriesContext(
                    connection,
                ) as asked:
                    client.get(address)
                found.append(len(asked))
        counts.append(found)
    assert counts[0] == counts[1]


def test_every_mark_of_a_chart_opens_its_definition_and_rows(house: House, taken: Inspection) -> None:
    """Funnel, Fridays and quotas lead to the page of the indicator that counts them."""
    rows = {
        "W1": "publication_rate",
        "Z2": "fridays_on_time",
        "T4": "quota_met",
        "W5": "published_in_seven_days",
    }
    first = house.catalogue.indicators.get(code="J5")
    for order, (code, name) in enumerate(rows.items(), 10):
        row = Indicator.objects.create(
            catalogue=house.catalogue, code=code, dimension="文书", name=name, source="automatic", measure=name, weight=0,
            target=1, order=order, reference=True,
        )  # fmt: skip
        row.divisions.set(first.divisions.all())
    shown = text(house, "secretary", page("fridays", 2026))
    assert f'href="{page("indicator", "2026Q2", "Z2")}?now=1#rows"' in shown
    assert "Z2" in text(house, "secretary", page("indicator", "2026Q2", "Z2") + "?now=1")
    shown = text(house, "secretary", page("funnel", Q1))
    assert f'href="{page("indicator", Q1, "W5")}?now=1#rows"' in shown
    own = text(house, "minyi_head", page("quotas", 2026))
    assert "刑庭" not in own


def test_the_page_of_one_figure_counted_now_counts_no_other(house: House) -> None:
    client = staff(house.secretary)

    def queries(address: str) -> int:
        with clock.at(MAY), CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    with clock.at(MAY):
        load_example(2027)
        example = Catalogue.objects.get(year=2027)
        Catalogue.objects.filter(year=2026).update(state=Catalogue.State.RETIRED)
        Catalogue.objects.filter(pk=example.pk).update(year=2026, version=9)
    client.get(page("overview", "2026Q2"))
    assert queries(page("indicator", "2026Q2", "J5")) < queries(page("overview", "2026Q2")) / 2
