"""R56, R57: each session is filed with what belongs to it; the research office counts, exports and drafts its summary."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import pytest
from docx import Document
from openpyxl import load_workbook

from livestream.documents import charts
from livestream.models import AudienceMinute, MicroblogPost, Session, SkippedTurn
from liwan_court.timetable import clock
from tests.acceptance.month import THURSDAYS, TUESDAYS, announced, moment
from tests.livestream.court import Court, at, page, said

LATER = moment("2026-02-02")
NAMES = ("沈立平", "粤荔皮具")


@pytest.fixture
def session(live_court: Court) -> Session:
    """A session that was held, with two posts and an audience."""
    row = announced(live_court)
    writer, judge = live_court.writers[0].user, live_court.judge.user
    for number in (1, 2):
        MicroblogPost.objects.create(
            session=row, number=number, stage="investigation", text=f"法庭调查第{number}段。", state="published",
            drafted_by=writer, checked_by=judge, checked_at=row.begins_at, published_by=writer, published_at=row.begins_at,
        )  # fmt: skip
    AudienceMinute.objects.create(session=row, minute=row.begins_at, watching=77)
    Session.objects.filter(pk=row.pk).update(state="ended", views=345)
    row.refresh_from_db()
    return row


def test_r56_the_file_of_a_session_holds_everything_and_no_party(live_court: Court, session: Session) -> None:
    with clock.at(LATER):
        answer = at(live_court.research).get(page("live_archive_file", session.pk))
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    record = json.loads(archive.read("session.json"))
    assert record["场次"]["案号"] == session.case_number
    assert [row["意见"] for row in record["把关"]] == ["同意", "同意"]
    assert {row["成员"] for row in record["值班"]} == {"摄像员", "微博员一"}
    assert [row["正文"] for row in record["微博"]] == ["法庭调查第1段。", "法庭调查第2段。"]
    assert record["观看"] == {"人次": 345, "最高同时在看": 77}
    assert not [name for name in NAMES if name in json.dumps(record, ensure_ascii=False)]
    for line in archive.read("SHA256SUMS").decode().splitlines():
        digest, _, name = line.partition("  ")
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest


def test_r56_what_a_file_lacks_is_listed(live_court: Court, session: Session) -> None:
    with clock.at(LATER):
        shown = said(at(live_court.research).get(page("live_archives")))
    assert "没有截图或图片" in shown
    assert "没有直播设置" in shown


def test_r56_only_those_who_file_open_it_and_only_for_sessions_that_ended(
    live_court: Court, session: Session
) -> None:
    coming = announced(live_court, "microblog", TUESDAYS[2], 2)
    with clock.at(LATER):
        assert at(live_court.judge).get(page("live_archive_file", session.pk)).status_code == 403
        assert at(live_court.research).get(page("live_archive_file", coming.pk)).status_code == 404


def test_r57_the_figures_of_month_quarter_and_year_agree(live_court: Court, session: Session) -> None:
    SkippedTurn.objects.create(date=clock.local(session.begins_at).date().replace(day=20), division=live_court.division, reason="无适宜案件", hands_on=False)  # fmt: skip
    for name in ("2026", "2026-Q1", "2026-01"):
        with clock.at(LATER):
            answer = at(live_court.vice_president).get(page("live_figures"), {"period": name})
        found = answer.context["found"]
        line = found.by_division[0]
        assert (line.label, line.sessions, line.livestreams, line.posts, line.views, line.peak) == (
            "民一庭", 1, 1, 2, 345, 77,
        )  # fmt: skip
        assert {row.label for row in found.by_judge} == {"法官甲", "法官乙"}
        assert len(found.skipped) == 1
    with clock.at(LATER):
        assert (
            not at(live_court.research)
            .get(page("live_figures"), {"period": "2026-02"})
            .context["found"]
            .sessions
        )
        assert at(live_court.research).get(page("live_figures"), {"period": "2026-13"}).status_code == 404
        assert at(live_court.head).get(page("live_figures")).status_code == 403


def test_r57_the_table_has_numbers_and_the_draft_has_its_charts(live_court: Court, session: Session) -> None:
    with clock.at(LATER):
        sheet = at(live_court.research).get(page("live_export", "2026-Q1", "xlsx")).content
        draft = at(live_court.research).get(page("live_export", "2026-Q1", "docx")).content
        assert at(live_court.judge).get(page("live_export", "2026-Q1", "docx")).status_code == 403
    book = load_workbook(io.BytesIO(sheet))
    rows = list(book["按庭"].values)
    assert rows[1][:2] == ("民一庭", 1)
    details = list(book["场次明细"].values)[1]
    assert details[0].date().isoformat() == THURSDAYS[1]
    document = Document(io.BytesIO(draft))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "2026年第一季度庭审直播、微博工作总结（初稿）" in text
    assert "实际播出1场" in text
    assert "法官丙" in text
    assert len(document.inline_shapes) == 2
    assert not [name for name in NAMES if name in text]


@pytest.mark.parametrize("font", ["", None])
def test_r57_a_chart_is_drawn_with_and_without_a_chinese_font(font: str | None) -> None:
    picture = charts.bars(["民一庭", "民二庭"], [1, 2], [3, 4], font)
    assert picture.startswith(b"\x89PNG")
