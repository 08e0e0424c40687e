"""R10, R37–R39, R67: the public side, for a stranger without an account."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import call_command
from django.test import Client

from judgments.actions.withdraw import GROUNDS
from judgments.models import Judgment
from tests.acceptance.walked import RULING, THE_25TH, VERDICT, in_review, walked
from tests.staff_court import IN_WINDOW, Court, at, page, said

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def index_of_its_own(settings, tmp_path):
    settings.INDEX_ROOT = tmp_path / "index"


def results(query: str) -> str:
    return said(Client().get("/judgments/", {"q": query}))


def test_r10_the_front_page_leads_to_the_four_focus_projects(court: Court):
    front = said(Client().get("/"))
    for address in ("/progress/", "/logs/", "/judgments/", "/help/search/"):
        assert f'href="{address}"' in front
        assert Client().get(address).status_code == 200


def test_r37_a_judgment_keeps_its_address_and_comes_as_page_and_files(court: Court, clock_at):
    judgment = walked(court, clock_at, VERDICT)
    address = judgment.get_absolute_url()
    assert address == "/judgments/2026-yue0103-minchu-1208-panjueshu/"
    for kind in ("docx", "txt"):
        answer = Client().get(f"{address}{judgment.slug}.{kind}")
        assert answer.status_code == 200
        assert judgment.slug in answer["Content-Disposition"]


def test_r37_a_withdrawn_judgment_leaves_a_tombstone_and_nothing_else(court: Court, clock_at):
    judgment = walked(court, clock_at, VERDICT)
    clock_at(THE_25TH + dt.timedelta(days=1))
    address = judgment.get_absolute_url()
    form = {"ground": GROUNDS[0], "reason": "当事人来电"}
    for officer in (court.typist, court.judge, court.vendor):
        at(officer).post(page("withdraw", judgment.pk), form)
        assert Client().get(address).status_code == 200
    at(court.reviewer).post(page("withdraw", judgment.pk), form)
    tombstone = Client().get(address)
    assert tombstone.status_code == 410
    assert GROUNDS[0] in said(tombstone)
    assert "2026" in said(tombstone)
    assert "当事人来电" not in said(tombstone)
    assert "noindex" in tombstone["X-Robots-Tag"]
    for gone in (f"{address}{judgment.slug}.docx", f"{address}{judgment.slug}.txt", f"{address}record.json"):
        assert Client().get(gone).status_code == 410
    assert judgment.number not in results("买卖合同")
    assert judgment.slug not in said(Client().get("/feed/"))


def test_r38_number_words_phrase_and_field_find_the_judgment(court: Court, clock_at):
    judgment = walked(court, clock_at, VERDICT)
    for query in (
        "（2026）粤0103民初1208号", "粤0103民初1208", "买卖合同", "“买卖合同合法有效”", "案由:买卖合同纠纷", "种类:判决书 货物"
    ):  # fmt: skip
        assert judgment.get_absolute_url() in results(query), query
    assert judgment.get_absolute_url() not in results("“合法无效”")
    assert "检索方法" in said(Client().get("/help/search/"))


def test_r38_a_near_miss_of_a_number_is_answered_with_a_suggestion(court: Court, clock_at):
    walked(court, clock_at, VERDICT)
    assert "（2026）粤0103民初1208号" in results("粤0103民初1208/2026")


def test_r39_what_was_masked_or_is_not_public_is_not_found(court: Court, clock_at, capsys):
    clock_at(IN_WINDOW)
    waiting = in_review(court, RULING)
    judgment = walked(court, clock_at, VERDICT)
    for query in ("沈立平", "粤荔公司", "123号", "440103198504021233", "多年生意往来"):
        assert judgment.get_absolute_url() not in results(query), query
    assert waiting.get_absolute_url() not in results("民间借贷")
    call_command("search", "沈立平", "--json")
    assert '"total": 0' in capsys.readouterr().out
    assert Judgment.objects.count() == 2


def test_r67_the_plan_its_annexes_and_the_grounds_stand_there_in_full(court: Court):
    rules = said(Client().get("/rules/"))
    for sentence in (
        "荔法办〔2013〕17号",
        "每季度召开司法公开情况通报",
        "将原告、被告姓名或单位名称用×××替代",
        "逢星期二进行案件网上微博",
        "电脑管理员逢星期五下午",
        "其他不宜上网公开的",
    ):
        assert sentence in rules
