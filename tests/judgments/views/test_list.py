"""The list of judgments and the search in it (R37–R39)."""

import datetime as dt
import html
import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
SECOND = "民二庭"


def listed(client, **asked):
    response = client.get("/judgments/", asked)
    assert response.status_code == 200
    return html.unescape(response.content.decode())


def found(body):
    """The addresses of the judgments on a page, in order."""
    return re.findall(r'class="title"\s+href="(/judgments/[^"]+/)"', body)


def addresses(*judgments):
    return [judgment.get_absolute_url() for judgment in judgments]


def test_everything_published_is_listed_the_latest_decision_first(client, index):
    old = factories.make_published(decided_on=dt.date(2026, 1, 5))
    new = factories.make_published(decided_on=dt.date(2026, 9, 5))
    index()
    assert found(listed(client)) == addresses(new, old)


def test_the_list_does_not_wait_for_the_index(client, index):
    judgment = factories.make_published()
    assert found(listed(client)) == addresses(judgment)


def test_drafts_and_withdrawn_judgments_are_not_listed(client, index):
    factories.make_judgment(state="approved")
    factories.make_withdrawn()
    index()
    body = listed(client)
    assert found(body) == []
    assert "还没有公布过裁判文书" in body
    assert "下一批" in body


def test_words_are_found_and_marked_in_the_passage(client, index):
    hit = factories.make_published(facts="被告逾期交房三十日。")
    factories.make_published(facts="被告拖欠物业费。")
    index()
    body = listed(client, q="逾期交房")
    assert found(body) == addresses(hit)
    assert "<mark>逾期交房</mark>" in body


def test_a_withdrawn_judgment_is_gone_before_the_index_follows(client, index):
    judgment = factories.make_published(facts="被告逾期交房三十日。")
    index()
    factories.make_withdrawn(judgment)
    body = listed(client, q="逾期交房")
    assert found(body) == []
    assert judgment.edition.title not in body


def test_a_case_number_finds_all_documents_of_the_case(client, index):
    verdict = factories.make_published("（2026）粤0103民初1208号")
    ruling = factories.make_published("（2026）粤0103民初1208号之一", "裁定书")
    factories.make_published("（2026）粤0103民初120号")
    index()
    assert set(found(listed(client, q="(2026)粤0103民初1208号"))) == set(addresses(verdict, ruling))


def test_a_near_miss_of_a_case_number_is_answered_with_a_suggestion_once(client, index):
    factories.make_published("（2026）粤0103民初1208号")
    index()
    body = listed(client, q="2026粤0103民初1208")
    assert body.count("您是不是要找") == 1
    suggestion = re.search(r'您是不是要找\s*<a href="([^"]+)">（2026）粤0103民初1208号</a>', body)
    assert found(client.get(suggestion[1]).content.decode())


def test_a_number_that_was_not_published_leads_to_the_register_and_the_next_batch(client, index):
    index()
    body = listed(client, q="（2026）粤0103民初9号")
    assert "没有公布过案号为（2026）粤0103民初9号的文书" in body
    assert 'href="/register/?q=' in body
    assert "下一批" in body


def test_filters_narrow_and_each_can_be_taken_away(client, index):
    other = factories.make_published()
    second = factories.make_published(division=factories.make_division(SECOND))
    index()
    body = listed(client, division=SECOND, kind="判决书")
    assert found(body) == addresses(second)
    without = re.search(r'<a href="([^"]+)"[^>]*><span class="visually-hidden">去掉条件</span>庭室', body)
    wider = client.get(without[1]).content.decode()
    assert set(found(wider)) == set(addresses(other, second))


def test_dates_of_decision_narrow_from_both_ends(client, index):
    days = [dt.date(2026, month, 1) for month in (1, 5, 9)]
    _, middle, _ = (factories.make_published(decided_on=day) for day in days)
    index()
    assert found(listed(client, **{"from": "2026-02-01", "to": "2026-08-31"})) == addresses(middle)


def test_a_date_that_is_none_is_left_out_and_said_so(client, index):
    judgment = factories.make_published()
    index()
    body = listed(client, **{"from": "2026-13-40"})
    assert found(body) == addresses(judgment)
    assert "日期应写成2026-09-18的样式" in body


def test_facets_count_and_lead_to_what_they_count(client, index):
    for name in ("民一庭", SECOND, SECOND):
        factories.make_published(division=factories.make_division(name))
    index()
    link = re.search(
        rf'<a href="([^"]+)"[^>]*>\s*<span class="value">{SECOND}</span>\s*<span class="count">2<',
        listed(client),
    )
    assert len(found(client.get(html.unescape(link[1])).content.decode())) == 2


def test_a_second_query_searches_within_the_results_of_the_first(client, index):
    both = factories.make_published(facts="被告逾期交房，应付违约金。")
    factories.make_published(facts="被告逾期交房。")
    index()
    body = client.get("/judgments/?q=逾期交房&q=违约金").content.decode()
    assert found(body) == addresses(both)
    assert 'name="q" value="逾期交房"' in body


def test_the_order_can_be_chosen(client, index):
    low = factories.make_published("（2026）粤0103民初9号", decided_on=dt.date(2026, 9, 1))
    high = factories.make_published("（2026）粤0103民初123号", decided_on=dt.date(2026, 9, 2))
    index()
    assert found(listed(client, q="合同", sort="number")) == addresses(low, high)
    assert found(listed(client, q="合同", sort="date")) == addresses(high, low)
    assert found(listed(client, sort="number")) == addresses(low, high)


def test_every_page_can_be_reached_and_none_is_cut_off(client, index):
    judgments = [factories.make_published() for _ in range(41)]
    index()
    pages = [found(listed(client, q="合同", page=number)) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 1]
    assert {address for page in pages for address in page} == set(addresses(*judgments))


def test_a_page_behind_the_last_leads_to_the_last(client, index):
    for _ in range(21):
        factories.make_published()
    index()
    assert client.get("/judgments/?q=合同&page=99").headers["Location"].endswith("page=2")
    assert client.get("/judgments/?page=99").headers["Location"] == "/judgments/?page=2"


def test_results_of_a_query_are_kept_out_of_search_engines_and_the_list_is_not(client, index):
    factories.make_published()
    index()
    assert client.get("/judgments/?q=合同").headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "X-Robots-Tag" not in client.get("/judgments/").headers


def test_what_a_reader_types_is_never_markup(client, index):
    factories.make_published()
    index()
    body = client.get(
        "/judgments/", {"q": '"><script>alert(1)</script>', "division": "<b>x</b>"}
    ).content.decode()
    assert "<script>alert" not in body
    assert "<b>x</b>" not in body


@pytest.mark.parametrize("query", ["((((", '"', "案号:", "-", "NOT", "x" * 5000, "\x00合同"])
def test_no_query_is_an_error(client, index, query):
    factories.make_published()
    index()
    assert client.get("/judgments/", {"q": query}).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_results(client, index, django_assert_num_queries):
    factories.make_published()
    index()
    with django_assert_num_queries(1):
        listed(client, q="合同")
    with django_assert_num_queries(2):
        listed(client)
    for _ in range(19):
        factories.make_published(division=factories.make_division(SECOND))
    index()
    with django_assert_num_queries(1):
        listed(client, q="合同")
    with django_assert_num_queries(2):
        listed(client)
