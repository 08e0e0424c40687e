"""The rows behind a figure: whose they are, who may open them, and the same page as a table (R8, R11)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from openpyxl import load_workbook

from liwan_court.measuring import Row, span
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.actions.inspect import TakeInspection
from oversight.models import Indicator, Inspection, SampleCheck
from oversight.staff.rows import shown
from tests.factories import make_officer
from tests.oversight.people import APRIL, MAY, House, actor, page, staff, task, told

DAY = dt.date(2026, 2, 27)
Q1 = "2026Q1"


@pytest.fixture
def answering(house: House) -> Inspection:
    """A quarter in which both divisions answer for a figure of the whole court that is not met, and for their own."""
    row = Indicator.objects.create(
        catalogue=house.catalogue, code="J1", dimension="工作机制", name="按期召开通报会", measure="meetings_held",
        source=Indicator.Source.AUTOMATIC, weight=Decimal(0), floor=Decimal(0), target=Decimal(1), order=3,
    )  # fmt: skip
    row.divisions.set([house.minyi])
    task(house.xingting, "刑庭没有做的", DAY)
    with clock.at(APRIL):
        return TakeInspection(actor(house.secretary), span(Q1)).run()


@pytest.mark.parametrize("more", ["?x=1", "?rows=held"])
def test_a_division_that_answers_for_the_court_opens_the_courts_rows(
    house: House, answering: Inspection, more: str
) -> None:
    against = "2025年第四季度通报会"
    for who, division in (
        ("minyi_head", ""),
        ("minyi_head", "minyi"),
        ("secretary", "minyi"),
        ("secretary", ""),
    ):
        address = page("indicator", Q1, "J1") + more + (f"&division={division}" if division else "")
        assert against in told(house, who, address, MAY), (who, division)
    assert against not in told(house, "xingting_head", page("indicator", Q1, "J1") + more, MAY), (
        "who does not answer for it sees the total and no rows"
    )
    own = page("indicator", Q1, "J5")
    assert "刑庭没有做的" not in told(house, "minyi_head", own + more, MAY), (
        "rows of another division's own figure"
    )


def test_a_head_reads_sample_checks_of_his_own_division_and_of_the_court(
    house: House, answering: Inspection
) -> None:
    for division, finding in (
        (house.minyi, "民一庭签名不全"),
        (house.xingting, "刑庭漏记一件"),
        (None, "全院共性"),
    ):
        SampleCheck.objects.create(
            inspection=answering, division=division, subject="台账", sound=False, finding=finding, by=house.secretary.user,
            by_name="秘书",
        )  # fmt: skip
    mine = told(house, "minyi_head", page("overview", Q1), MAY)
    assert "民一庭签名不全" in mine
    assert "全院共性" in mine
    assert "刑庭漏记一件" not in mine
    assert "刑庭漏记一件" in told(house, "secretary", page("overview", Q1), MAY)


def _asks(user: Any) -> Any:
    request = RequestFactory().get("/")
    request.user = user
    return request


def test_an_address_is_offered_only_to_whom_it_opens(house: House) -> None:
    office = make_officer("审管办", Post.TRIAL_MANAGEMENT)
    life, list_of, nowhere = (
        reverse("admin:staff_life", args=[1]),
        reverse("admin:staff_live_schedule", args=["2026-03"]),
        "/x/",
    )
    rows = [Row(house.minyi.pk, "甲", "", counted=False, url=url) for url in (life, list_of, nowhere, "")]
    urls = lambda officer: [row.url for row in shown(_asks(officer.user), rows)]  # noqa: E731
    with clock.at(APRIL):
        assert urls(house.secretary) == ["", "", "", ""]
        assert urls(house.minyi_head) == [life, list_of, "", ""]
        assert urls(house.xingting_head) == ["", "", "", ""], "what is another division's"
        assert shown(_asks(office.user), rows)[0].url == "", "who reads no oversight is nobody's head"
        for officer in (house.secretary, house.president, house.auditor):
            opens = [staff(officer).get(url).status_code != 403 for url in (life, list_of)]
            assert [bool(url) for url in urls(officer)[:2]] == opens, (
                "what is offered opens, what is not is refused"
            )


def _book(house: House, who: str, address: str) -> Any:
    with clock.at(MAY):
        answer = staff(getattr(house, who)).get(address)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return load_workbook(BytesIO(answer.content))


def test_every_page_can_be_taken_along_as_a_table(house: House, answering: Inspection) -> None:
    indicator = page("indicator", Q1, "J5") + "?rows=held&format=xlsx"
    whole = _book(house, "secretary", indicator)
    assert whole.sheetnames == ["数值", "逐条记录", "定义"]
    rows = [tuple(row) for row in whole["逐条记录"].iter_rows(min_row=2, values_only=True)]
    assert ("刑庭没有做的", "刑庭") in [row[:2] for row in rows]
    mine = _book(house, "minyi_head", indicator)
    assert not list(mine["逐条记录"].iter_rows(min_row=2, values_only=True))
    assert {row[0] for row in mine["数值"].iter_rows(min_row=2, values_only=True)} == {"全院", "民一庭"}
    for address, first in (
        (page("funnel", Q1), "漏斗"),
        (page("fridays", 2026), "下午上网"),
        (page("quotas", 2026), "轮转"),
        (page("division", Q1, "minyi"), "指标"),
        (page("rectifications"), "整改"),
    ):
        link = "?format=xlsx"
        assert link in told(house, "minyi_head", address, MAY), address
        assert _book(house, "minyi_head", address + link).sheetnames[0] == first
        assert staff(house.judge).get(address + link).status_code == 403
    text = str(
        [
            list(row)
            for row in _book(house, "minyi_head", page("rectifications") + "?format=xlsx").active.values
        ]
    )
    assert "刑庭" not in text


def test_a_snapshot_is_read_even_when_its_measure_is_offered_no_more(
    house: House, answering: Inspection
) -> None:
    kept = [{**row, "measure": "gone_with_a_release"} for row in answering.indicators]
    later = Inspection.objects.create(
        kind=answering.kind, period=Q1, serial=2, reason="旧版", catalogue=answering.catalogue, indicators=kept,
        taken_by_name="秘书", seal="0" * 64,
    )  # fmt: skip
    assert "这一取数项现在已不再提供" in told(
        house, "secretary", page("indicator", Q1, "J5") + f"?serial={later.serial}", MAY
    )
    house.catalogue.indicators.filter(code="J5").update(measure="gone_with_a_release")
    assert "现在不能重新计算" in told(house, "secretary", page("compare", Q1), MAY)


@pytest.mark.parametrize("period", ["0001Q1", "0001", "0000", "1900Q1", "3000"])
def test_a_period_that_is_none_is_not_found_and_a_reader_is_told_so(house: House, period: str) -> None:
    client = staff(house.secretary)
    for name in ("overview", "compare", "funnel", "evidence"):
        answer = client.get(page(name, period))
        assert answer.status_code == 404, (name, period)
        assert "不在您的查看范围内" in answer.content.decode()
    assert "不在您的查看范围内" not in Client().get("/no-such-page/").content.decode()


def test_the_fridays_page_tells_noon_and_afternoon_apart(house: House) -> None:
    from enforcement_logs.models import WeekClosing

    WeekClosing.objects.create(period="2026-W10", open_cases=3000, without_entry=[7])
    WeekClosing.objects.create(period="2026-W11", open_cases=2, without_entry=[])
    shown_page = told(house, "secretary", page("fridays", 2026), APRIL)
    assert "2026年已到期的2周中，1周在中午前补录完；按案件计3001/3002（99.9%）。" in shown_page
    assert Division.objects.filter(kind=Division.Kind.ENFORCEMENT).exists()
