"""The staff pages ask the database the same number of questions however many rows they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.staff_court import IN_WINDOW, Court, approved, at, page

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.django_db
PAGES: dict[str, Callable[[], str]] = {
    "list": lambda: reverse("admin:judgments_judgment_changelist"),
    "outstanding": lambda: page("outstanding"),
    "reconciliation": lambda: page("reconciliation", "2026-11"),
    "upload": lambda: page("upload"),
    "timetable": lambda: page("timetable"),
    "quality": lambda: page("quality"),
    "front page": lambda: reverse("admin:index"),
}


def _questions(court: Court, url: str) -> int:
    browser = at(court.reviewer)
    browser.get(url)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", PAGES)
def test_more_rows_ask_no_more_questions(court: Court, clock_at, name: str):
    clock_at(IN_WINDOW)
    url = PAGES[name]()
    approved(court, "（2026）粤0103民初1号")
    few = _questions(court, url)
    for number in range(2, 6):
        approved(court, f"（2026）粤0103民初{number}号")
    assert _questions(court, url) == few
