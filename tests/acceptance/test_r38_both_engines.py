"""R38, R39 on either engine: a judgment is published, found by a stranger, withdrawn, and gone from the index itself."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from judgments import indexing
from judgments.actions.withdraw import GROUNDS
from judgments.search import portal_searcher
from judgments.search.engines.base import SearchRequest
from judgments.search.query import parse
from tests.acceptance.walked import THE_25TH, VERDICT, walked
from tests.staff_court import Court, at, page, said

pytestmark = pytest.mark.django_db


def in_the_index(query: str) -> int:
    return portal_searcher().search(SearchRequest(parse(query).tree)).total


@pytest.mark.parametrize("engine", ["tantivy", "whoosh"])
def test_r38_published_found_withdrawn_and_gone(court: Court, clock_at, settings, tmp_path, engine):
    settings.SEARCH_ENGINE, settings.INDEX_ROOT = engine, tmp_path / "index"
    judgment = walked(court, clock_at, VERDICT)
    for query in (
        "货物已于当月交付",
        "“买卖合同合法有效”",
        "案号:（2026）粤0103民初1208号",
        "案由:买卖合同纠纷 -租赁",
    ):
        assert judgment.get_absolute_url() in said(Client().get("/judgments/", {"q": query})), query
        assert in_the_index(query) == 1
    assert in_the_index("沈立平") == 0
    clock_at(THE_25TH + dt.timedelta(hours=1))
    at(court.reviewer).post(page("withdraw", judgment.pk), {"ground": GROUNDS[0], "reason": "当事人来电"})
    indexing.follow_outbox()
    assert in_the_index("货物已于当月交付") == 0
    assert judgment.get_absolute_url() not in said(Client().get("/judgments/", {"q": "货物已于当月交付"}))
