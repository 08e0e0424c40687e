"""Batches and their notices (R29, D1, D3), the register (D15), the home page (R10)."""

import datetime as dt
import re

import pytest

from judgments.models import Batch
from liwan_court.timetable import clock
from tests import factories

pytestmark = pytest.mark.django_db


def body_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def flat(text):
    """The words of a page without markup or white space."""
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", text))


def test_a_notice_says_when_what_window_and_by_which_rule(client):
    factories.make_published()
    said = flat(body_of(client, "/batches/2026-10/"))
    assert "2026年10月25日09:00公布本批裁判文书，现可查阅1篇" in said
    assert "2026年9月21日至2026年10月20日" in said
    assert "《生效裁判文书网上公布工作程序》第四条" in said


def test_a_notice_counts_by_division_and_kind_and_lists_everything(client):
    second = factories.make_division("民二庭")
    judgments = [
        factories.make_published(),
        factories.make_published(division=second),
        factories.make_published(kind="裁定书", division=second),
    ]
    body = body_of(client, "/batches/2026-10/")
    assert "民一庭101" in flat(body)
    assert "民二庭112" in flat(body)
    assert "合计213" in flat(body)
    assert all(judgment.get_absolute_url() in body for judgment in judgments)


def test_a_supplement_is_announced_as_such(client):
    factories.make_published()
    factories.make_published(supplement=1)
    said = flat(body_of(client, "/batches/2026-10/"))
    assert "补批12026年10月27日09:00补充公布1篇" in said
    assert "现可查阅2篇" in said


def test_late_reports_and_older_history_are_marked(client):
    factories.make_published(late=True)
    factories.make_published(from_history=True)
    said = flat(body_of(client, "/batches/2026-10/"))
    assert "1篇，生效早于本批窗口" in said
    assert "1篇，本站启用前的文书成批录入" in said


def test_a_withdrawn_judgment_is_no_longer_counted_or_listed(client):
    factories.make_published()
    gone = factories.make_withdrawn()
    body = body_of(client, "/batches/2026-10/")
    assert "现可查阅1篇" in flat(body)
    assert gone.get_absolute_url() not in body


def test_a_corrected_judgment_counts_once(client):
    factories.make_corrected(factories.make_published())
    assert "现可查阅1篇" in flat(body_of(client, "/batches/2026-10/"))


def test_a_batch_that_is_not_announced_is_not_there(client):
    factories.make_published()
    Batch.objects.update(published_at=None)
    assert client.get("/batches/2026-10/").status_code == 404
    assert "2026年10月批次" not in body_of(client, "/batches/")


def test_a_long_batch_is_paged_to_its_end(client, monkeypatch):
    monkeypatch.setattr("judgments.views.batches.PAGE_SIZE", 2)
    judgments = [factories.make_published() for _ in range(3)]
    pages = [body_of(client, f"/batches/2026-10/?page={number}") for number in (1, 2)]
    assert all(any(judgment.get_absolute_url() in page for page in pages) for judgment in judgments)
    assert client.get("/batches/2026-10/?page=9").headers["Location"] == "/batches/2026-10/?page=2"


def test_the_list_of_batches_names_the_next_one_with_its_rule(client, clock_at):
    clock_at(clock.moment(dt.date(2026, 11, 3)))
    factories.make_published()
    said = flat(body_of(client, "/batches/"))
    assert "下一批：2026年11月25日09:00，公布10月21日至11月20日生效的文书" in said
    assert "2026年10月批次" in said


def test_the_register_lists_number_date_and_ground_with_its_batch(client):
    entry = factories.make_excluded("（2026）粤0103民初77号", ground="E3", decided_on=dt.date(2026, 9, 2))
    for address in ("/register/", "/batches/2026-10/"):
        said = flat(body_of(client, address))
        assert f"{entry.judgment.number}2026-09-02离婚2026-10" in said


def test_the_register_gives_the_day_of_effect_where_the_day_of_decision_is_not_known(client):
    factories.make_excluded("（2026）粤0103民初77号", decided_on=None, effective_on=dt.date(2026, 10, 9))
    assert "（2026）粤0103民初77号2026-10-09（生效）" in flat(body_of(client, "/register/"))


def test_the_register_holds_nothing_before_its_batch_nor_what_must_not_be_named(client):
    hidden = [
        factories.make_excluded(period=None),
        factories.make_excluded(ground="E1a"),
        factories.make_excluded(held_back=True),
        factories.make_excluded(period="2026-11"),
    ]
    Batch.objects.filter(period="2026-11").update(published_at=None)
    said = flat(body_of(client, "/register/"))
    assert [entry.judgment.number for entry in hidden if entry.judgment.number in said] == []
    assert "登记册现在是空的" in said


@pytest.mark.parametrize("ground", ["E2", "E1c", "E5"])
def test_the_register_gives_neither_cause_nor_title_nor_reason(client, ground):
    factories.make_excluded(ground=ground, cause="盗窃罪")
    said = flat(body_of(client, "/register/"))
    assert "盗窃罪" not in said
    assert factories.SECRET_REASON not in said


def test_the_register_finds_a_case_number_and_helps_with_a_near_miss(client):
    factories.make_excluded("（2026）粤0103民初77号")
    factories.make_excluded("（2026）粤0103民初78号")
    said = flat(body_of(client, "/register/?q=（2026）粤0103民初77号"))
    assert "（2026）粤0103民初77号" in said
    assert "78号" not in said
    assert "（2026）粤0103民初77号" in flat(body_of(client, "/register/?q=2026粤0103民初77"))


@pytest.mark.parametrize("asked", ["q=%00", "ground=%00x", "ground=没有这一项", "q=abc", "page=-1", "page=²"])
def test_the_register_answers_whatever_is_asked(client, asked):
    factories.make_excluded()
    assert client.get(f"/register/?{asked}").status_code == 200


def test_the_register_is_narrowed_by_ground(client):
    factories.make_excluded("（2026）粤0103民初77号", ground="E3")
    factories.make_excluded("（2026）粤0103民初78号", ground="E4")
    said = flat(body_of(client, "/register/?ground=离婚"))
    assert "77号" in said
    assert "78号" not in said


def test_the_home_page_has_the_four_focus_entries_the_latest_batch_and_the_account(client, clock_at):
    clock_at(clock.moment(dt.date(2026, 11, 3)))
    judgment = factories.make_published()
    factories.make_excluded()
    factories.make_judgment(state="review")
    factories.make_judgment(state="awaiting_file")
    body = body_of(client, "/")
    assert all(
        f'href="{address}"' in body for address in ("/progress/", "/logs/", "/judgments/", "/help/search/")
    )
    assert judgment.get_absolute_url() in body
    assert "2026年第四季度生效4篇" in flat(body)
    assert "已公布1篇，依规定不公开1篇，审核中1篇，缺漏1篇" in body


def test_an_empty_portal_says_why_and_when_that_changes(client):
    for address in ("/", "/judgments/", "/batches/", "/register/", "/ledger/", "/openness/"):
        assert "还没有" in body_of(client, address) or "现在是空的" in body_of(client, address)


def test_the_number_of_queries_does_not_grow_with_the_batch(client, django_assert_num_queries):
    counts = {"/": 7, "/batches/": 2, "/batches/2026-10/": 5, "/register/": 3}
    for more in (1, 12):
        for _ in range(more):
            factories.make_published(division=factories.make_division(f"第{more}庭"))
            factories.make_excluded()
        for address, number in counts.items():
            with django_assert_num_queries(number):
                body_of(client, address)
