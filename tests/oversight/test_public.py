"""What the public sees of oversight: totals of inspected quarters and public bulletins, nothing else (R6, R11)."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from liwan_court.measuring import span
from liwan_court.timetable import clock
from oversight.actions.inspect import TakeInspection
from oversight.models import Bulletin
from oversight.public_figures import MEASURES
from tests.oversight.people import APRIL, MAY, House, actor, task

PRIVATE = ("reason", "taken_by_name", "drafted_by_name", "responsible_name", "what")
ADDRESSES = ("/openness/", "/bulletins/", "/bulletins/2026/1/")


@pytest.fixture
def open_house(house: House) -> House:
    """An inspected quarter with a public figure, a public bulletin."""
    house.catalogue.indicators.filter(code="J5").update(measure="publication_rate", name="应上网文书上网率")
    task(house.minyi, "内部任务名称", dt.date(2026, 2, 27))
    with clock.at(APRIL):
        TakeInspection(actor(house.secretary), span("2026Q1")).run()
        inspection = TakeInspection(actor(house.secretary), span("2026Q1"), "内部原因不公开").run()
    Bulletin.objects.create(
        kind="quarterly", period="2026Q1", inspection=inspection, title="通报标题", text="一、总体情况\n一切正常。", state="signed",
        year=2026, number=1, signed_at=APRIL, public=True, published_at=APRIL, drafted_by_name="拟稿秘书",
    )  # fmt: skip
    Bulletin.objects.create(
        kind="criticism", period="2026Q1", inspection=inspection, title="内部批评", text="文", state="signed", year=2026,
        number=2, signed_at=APRIL, drafted_by_name="拟稿秘书",
    )  # fmt: skip
    return house


def test_the_public_reads_totals_with_their_definition_and_nothing_inside(open_house: House) -> None:
    with clock.at(MAY):
        page = Client().get("/openness/").content.decode()
    assert "季度检查" in page
    assert "应上网文书上网率" in page
    assert "无数据" in page, "nothing to count is said as such"
    assert "分子" in page
    for inside in ("内部原因不公开", "内部任务名称", "领导小组秘书", "民一庭庭长"):
        assert inside not in page
    assert Client().get("/bulletins/1/1/").status_code == 404
    assert Client().get("/bulletins/2026/2/").status_code == 404, "not decided to be public"
    shown = Client().get("/bulletins/2026/1/").content.decode()
    assert "一切正常" in shown
    assert "拟稿秘书" not in shown
    assert "内部批评" not in Client().get("/bulletins/").content.decode()


def test_no_public_page_asks_for_what_is_inside(open_house: House) -> None:
    for address in ADDRESSES:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert Client().get(address).status_code == 200
        sql = " ".join(query["sql"] for query in asked)
        assert not [name for name in PRIVATE if f'"{name}"' in sql], address
        assert '"oversight_evidence"' not in sql
        assert '"registry_officer"' not in sql


def test_only_measures_that_exist_are_shown_to_the_public() -> None:
    from oversight.measured import measures

    assert set(MEASURES) <= set(measures())


def test_before_the_first_inspection_there_is_no_section(house: House) -> None:
    assert "季度检查" not in Client().get("/openness/").content.decode()
