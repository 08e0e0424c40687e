"""R57: the research office counts a month, a quarter or a year, exports the table and drafts the summary."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from openpyxl import load_workbook

from livestream.documents.summary_docx import summary_docx
from livestream.figures.judges import year_of
from livestream.figures.periods import parse
from livestream.figures.statistics import statistics
from livestream.models import NominationList, Session, SkippedTurn
from liwan_court.fonts import chinese_font
from liwan_court.registry.models import Officer
from liwan_court.timetable import clock
from tests.acceptance.held import PARTIES, hold
from tests.acceptance.month import THURSDAYS, TUESDAYS, announced, moment, nominated
from tests.livestream.court import Court, at, page, said

LATER = moment("2026-02-02")


@pytest.fixture
def session(live_court: Court) -> Session:
    """A Thursday that was held."""
    return hold(live_court)


def test_r57_the_figures_of_month_quarter_and_year_agree(live_court: Court, session: Session) -> None:
    SkippedTurn.objects.create(date=dt.date(2026, 1, 20), division=live_court.division, reason="无适宜案件")
    for name in ("2026", "2026-Q1", "2026-01"):
        with clock.at(LATER):
            answer = at(live_court.vice_president).get(page("live_figures"), {"period": name})
        found = answer.context["found"]
        line = found.by_division[0]
        assert (line.label, line.sessions, line.livestreams, line.posts, line.views, line.peak) == (
            "民一庭", 1, 1, 2, 345, 77,
        )  # fmt: skip
        assert (line.skipped, line.pulled, line.lists, line.late_lists, line.vetoed) == (1, 0, 1, 0, 0)
        assert {row.label for row in found.by_judge} == {"法官甲", "法官乙"}
        assert [(row.label, row.sessions) for row in found.by_kind] == [("直播并微博", 1)]
        assert session.case_number in said(answer)
    with clock.at(LATER):
        browser = at(live_court.research)
        empty = browser.get(page("live_figures"), {"period": "2026-03"})
        assert not empty.context["found"].sessions
        assert "本期没有播出场次" in said(empty)
        assert browser.get(page("live_figures"), {"period": "2026-13"}).status_code == 404


def test_r57_a_year_that_is_under_way_counts_what_is_over_apart(live_court: Court, session: Session) -> None:
    with clock.at(LATER):
        found = at(live_court.research).get(page("live_figures"), {"period": "2026"}).context["found"]
    assert (found.slots, found.due, found.cancelled) == (99, 8, 6)
    with clock.at(moment("2027-01-05")):
        found = at(live_court.research).get(page("live_figures"), {"period": "2026"}).context["found"]
    assert found.due == found.slots


def test_r57_late_lists_vetoes_and_what_was_pulled_are_counted_by_division(live_court: Court) -> None:
    pulled = announced(live_court, "livestream", THURSDAYS[2], 1)
    Session.objects.filter(pk=pulled.pk).update(state="pulled", pulled_reason="案件延期审理")
    row = nominated(live_court, "microblog", TUESDAYS[1], 2)
    type(row).objects.filter(pk=row.pk).update(state="vetoed")
    NominationList.objects.filter(kind="microblog").update(late=True)
    with clock.at(LATER):
        answer = at(live_court.research).get(page("live_figures"), {"period": "2026-01"})
    line = answer.context["found"].by_division[0]
    assert (line.label, line.slots, line.pulled, line.late_lists, line.vetoed) == ("民一庭", 8, 1, 1, 1)
    assert "案件延期审理" in said(answer)


def test_r57_two_judges_of_one_name_are_two(live_court: Court, session: Session) -> None:
    Officer.objects.filter(pk=live_court.judge_two.pk).update(name="法官甲")
    with clock.at(LATER):
        found = at(live_court.research).get(page("live_figures"), {"period": "2026-01"}).context["found"]
    assert len(found.by_judge) == 2
    numbers = sorted([live_court.judge.staff_no, live_court.judge_two.staff_no])
    assert [row.label for row in found.by_judge] == [f"法官甲（{number}）" for number in numbers]


def test_r57_the_figures_are_for_those_who_count(live_court: Court) -> None:
    with clock.at(LATER):
        for officer in (live_court.judge, live_court.head, live_court.typist, live_court.vendor):
            assert at(officer).get(page("live_figures")).status_code == 403
            assert at(officer).get(page("live_export", "2026-Q1", "docx")).status_code == 403
        assert at(live_court.research).get(page("live_export", "2026-Q1", "pdf")).status_code == 404


def test_r57_the_table_has_numbers_and_days(live_court: Court, session: Session) -> None:
    with clock.at(LATER):
        sheet = at(live_court.research).get(page("live_export", "2026-Q1", "xlsx")).content
    book = load_workbook(io.BytesIO(sheet))
    whole = dict(list(book["总体"].values)[1:])
    assert (whole["播出场次"], whole["观看人次"], whole["起"].date()) == (1, 345, dt.date(2026, 1, 1))
    assert list(book["按庭"].values)[1][:3] == ("民一庭", 8, 1)
    details = list(book["场次明细"].values)[1]
    assert (details[0].date().isoformat(), details[2], details[8]) == (THURSDAYS[1], session.case_number, 345)
    quotas = {row[1]: row[2:4] for row in list(book["法官定额"].values)[1:]}
    assert quotas["法官甲"][1] == 1


def test_r57_the_summary_is_drafted_from_the_figures(live_court: Court, session: Session) -> None:
    with clock.at(LATER):
        draft = at(live_court.research).get(page("live_export", "2026-Q1", "docx")).content
    document = Document(io.BytesIO(draft))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for told in (
        "2026年第一季度庭审直播、微博工作总结（初稿）",
        "截至2026年02月02日已到8场",
        "实际播出1场",
        "法官丙",
        "调研科",
    ):
        assert told in text
    assert "相比" not in text
    assert len(document.inline_shapes) == 2
    assert not [name for name in PARTIES if name in text]


def test_r57_the_summary_of_a_month_that_is_over_is_compared_with_the_one_before(
    live_court: Court, session: Session
) -> None:
    with clock.at(moment("2026-03-02")):
        draft = at(live_court.research).get(page("live_export", "2026-02", "docx")).content
    document = Document(io.BytesIO(draft))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "与2026年1月相比：播出0场（1场，减少1，100%）" in text
    assert "轮空0场（0场，持平）" in text
    assert len(document.inline_shapes) == 1


@pytest.mark.parametrize("font", ["", None])
def test_r57_without_a_chinese_font_the_caption_says_what_the_numbers_of_a_chart_mean(
    live_court: Court, session: Session, font: str | None
) -> None:
    with clock.at(LATER):
        draft = summary_docx(statistics(parse("2026-Q1")), year_of(2026), statistics(parse("2025-Q4")), font)
    text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(draft)).paragraphs)
    lettered = bool(chinese_font()) if font is None else False
    assert ("（1 民一庭" in text) == (not lettered)


def test_r57_more_sessions_cost_the_figures_no_more_queries(live_court: Court, session: Session) -> None:
    browser = at(live_court.research)

    def queries() -> int:
        with clock.at(LATER), CaptureQueriesContext(connection) as counted:
            for name in ("live_figures", "live_quotas"):
                assert browser.get(page(name)).status_code == 200
        return len(counted)

    queries()
    few = queries()
    hold(live_court, "livestream", THURSDAYS[2], 2)
    hold(live_court, "microblog", TUESDAYS[2], 3)
    assert queries() == few
