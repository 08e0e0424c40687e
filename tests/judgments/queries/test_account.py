"""The account of all effective judgments (R36): each is counted once, and each figure means what the page says."""

import datetime as dt

import pytest

from judgments.models import Judgment
from judgments.queries import account
from liwan_court.timetable import clock
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_november(clock_at):
    clock_at(clock.moment(dt.date(2026, 11, 3)))


def latest():
    return account.latest_quarter().counts


def test_every_effective_judgment_has_exactly_one_fate():
    factories.make_batch()
    for number, state in enumerate(Judgment.State.values):
        if state != Judgment.State.PUBLISHED:
            factories.make_judgment(f"（2026）粤0103民初{number + 1}号", state=state)
    factories.make_published()
    assert sum(latest().values()) == Judgment.objects.count()
    assert latest() == {"published": 1, "excluded": 1, "missing": 1, "review": 7}


def test_a_withdrawn_judgment_is_in_review_and_a_corrected_one_is_published():
    factories.make_withdrawn()
    factories.make_corrected(factories.make_published())
    assert latest() == {"review": 1, "published": 1}


def test_a_file_is_missing_only_when_its_batch_has_been_published():
    factories.make_batch("2026-10")
    factories.make_judgment(state="awaiting_file", effective_on=dt.date(2026, 10, 20))
    factories.make_judgment(state="awaiting_file", effective_on=dt.date(2026, 10, 21))
    assert latest() == {"missing": 1, "review": 1}


def test_what_is_not_effective_yet_is_not_counted():
    factories.make_judgment(effective_on=dt.date(2026, 11, 4))
    factories.make_judgment(effective_on=None)
    assert account.latest_quarter() is None


def test_quarters_run_from_the_latest_and_divisions_in_the_courts_order():
    for division, day in (
        ("执行局", dt.date(2026, 10, 1)),
        ("民一庭", dt.date(2026, 12, 31)),
        ("民一庭", dt.date(2026, 9, 30)),
    ):
        factories.make_published(division=factories.make_division(division), effective_on=day)
    factories.make_published(division=factories.make_division("民一庭"), effective_on=dt.date(2026, 10, 2))
    assert [row.name for row in account.by_quarter()] == ["2026年第四季度", "2026年第三季度"]
    assert [(row.name, row.total) for row in account.by_division(account.latest_quarter())] == [
        ("民一庭", 1),
        ("执行局", 1),
    ]


def test_the_bar_is_as_wide_as_the_counts_and_says_them_in_words():
    row = account.Account("2026年第三季度", {"published": 3, "missing": 1})
    assert [(part.start, part.width) for part in row.parts] == [
        (0.0, 750.0),
        (750.0, 0.0),
        (750.0, 0.0),
        (750.0, 250.0),
    ]
    assert row.sentence == "已公布3篇，依规定不公开0篇，审核中0篇，缺漏1篇"
