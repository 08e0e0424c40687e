"""The addresses that lead from a list: pages, narrower, wider, sorted."""

import pytest
from django.http import QueryDict

from judgments.queries.selection import MOST_QUERIES, selection_of
from liwan_court.paging import Pager


def pager(total, page):
    return Pager(total, page, 20, lambda number: f"?page={number}")


@pytest.mark.parametrize(
    ("total", "page", "steps"),
    [
        (0, 1, ["1"]),
        (20, 1, ["1"]),
        (21, 1, ["1", "2"]),
        (200, 1, ["1", "2", "3", "", "10"]),
        (200, 5, ["1", "", "3", "4", "5", "6", "7", "", "10"]),
        (200, 10, ["1", "", "8", "9", "10"]),
    ],
)
def test_first_last_and_neighbouring_pages_are_offered(total, page, steps):
    assert [step.label for step in pager(total, page).steps] == steps


def test_the_present_page_is_no_link_and_the_ends_have_no_further_page():
    first, last = pager(60, 1), pager(60, 3)
    assert [step.url for step in first.steps] == ["", "?page=2", "?page=3"]
    assert (first.previous, first.next) == ("", "?page=2")
    assert (last.previous, last.next) == ("?page=2", "")
    assert (last.first_row, last.last_row) == (41, 60)


def test_every_condition_survives_in_every_address_but_the_one_that_takes_it_away():
    selection = selection_of(
        QueryDict("q=违约金&q=逾期&division=民二庭&year=2026&from=2026-01-01&sort=date&page=3")
    )
    assert len(selection.tags) == 5
    for tag in selection.tags:
        rest = selection_of(QueryDict(tag.url.partition("?")[2]))
        assert len(rest.tags) == 4
        assert tag.value not in [other.value for other in rest.tags]
    assert selection_of(QueryDict(selection.at_page(4).partition("?")[2])).page == 4
    assert selection_of(QueryDict(selection.sorted_by("number").partition("?")[2])).page == 1


def test_relevance_means_nothing_without_a_query():
    assert selection_of(QueryDict("sort=relevance")).sort == "date"
    assert selection_of(QueryDict("q=a")).sort == "relevance"
    assert selection_of(QueryDict("q=a&sort=date")).sort == "date"


@pytest.mark.parametrize(
    "asked", ["page=0", "page=x", "year=abc", "sort=worst", "batch=2026-13", "to=昨天", f"cause={'长' * 65}"]
)
def test_what_makes_no_sense_is_left_out(asked):
    selection = selection_of(QueryDict(asked))
    assert selection.is_everything
    assert selection.page == 1


def test_more_layers_than_allowed_are_left_out_and_said_so():
    selection = selection_of(QueryDict("&".join(f"q={number}" for number in range(9))))
    assert len(selection.queries) == MOST_QUERIES
    assert "最多5层" in selection.trouble[0]
