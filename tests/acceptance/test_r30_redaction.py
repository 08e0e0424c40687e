"""R30–R33: what a reader gets of a judgment, in every form it can be got, from a clerk's file walked to the public."""

from __future__ import annotations

import pytest
from django.test import Client

from judgments.models import Judgment
from tests.acceptance.walked import RULING, VERDICT, everything_public, in_review, walked
from tests.staff_court import IN_WINDOW, Court, at, page, reported, said, shown

pytestmark = pytest.mark.django_db
REMOVED = "原告诉称、被告答辩的内容依《生效裁判文书网上公布工作程序》第五条删除"


@pytest.fixture(autouse=True)
def index_of_its_own(settings, tmp_path):
    settings.INDEX_ROOT = tmp_path / "index"


def test_r30_no_name_of_a_party_survives_in_any_form_and_courts_judges_lawyers_do(court: Court, clock_at):
    public = everything_public(walked(court, clock_at, VERDICT))
    squeezed = "".join(public.split())
    for secret in ("沈立平", "粤荔皮具", "粤荔公司", "何明远", "440103198504021233"):
        assert secret not in squeezed
    for kept in ("广东省广州市中级人民法院", "林清扬", "方清和", "广东荔衡律师事务所", "×××"):
        assert kept in public


def test_r30_a_list_that_leaves_a_party_out_is_not_approved(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = reported(court, in_review(court, VERDICT))
    only = {
        "parties-TOTAL_FORMS": "1",
        "parties-INITIAL_FORMS": "0",
        "parties-0-role": "被告",
        "parties-0-kind": "organisation",
    }
    at(court.typist).post(
        page("parties", judgment.pk), only | shown(judgment) | {"parties-0-name": "广州市粤荔皮具有限公司"}
    )
    doubts = judgment.drafts.latest("serial").doubts
    at(court.reviewer).post(
        page("approve", judgment.pk), shown(judgment) | {"settled": [row["number"] for row in doubts]}
    )
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.REVIEW
    assert Client().get(judgment.get_absolute_url()).status_code == 404


def test_r31_the_street_stays_and_the_house_number_goes(court: Court, clock_at):
    public = everything_public(walked(court, clock_at, VERDICT))
    for street in ("龙津西路", "站前路"):
        assert street in public
    for house in ("123号", "4楼", "88号"):
        assert house not in public
    page_text = "".join(said(Client().get(Judgment.objects.get().get_absolute_url())).split())
    assert '龙津西路<spanclass="x">×××</span>' in page_text


def test_r32_claims_and_defence_are_gone_from_a_verdict_and_one_line_says_so(court: Court, clock_at):
    public = everything_public(walked(court, clock_at, VERDICT))
    for passage in ("多年生意往来", "货款已经付清"):
        assert passage not in public
    for kept in ("货物已于当月交付", "应当依约付款", REMOVED):
        assert kept in public


def test_r33_a_ruling_is_masked_and_nothing_is_taken_out(court: Court, clock_at):
    public = everything_public(walked(court, clock_at, RULING))
    for secret in ("沈立平", "何秀兰", "7号之二"):
        assert secret not in public
    for kept in ("尚欠其借款20000元", "中山七路"):
        assert kept in public
    assert REMOVED not in public
