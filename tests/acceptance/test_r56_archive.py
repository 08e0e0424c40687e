"""R56: each session is filed with what belongs to it, and what its file lacks is listed for the research office."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from livestream.models import Broadcast, MicroblogPost, Session
from liwan_court.timetable import clock
from tests.acceptance.held import PARTIES, drawn, hold
from tests.acceptance.month import THURSDAYS, TUESDAYS, announced, moment
from tests.livestream.court import Court, at, page, said

LATER = moment("2026-02-02")


@pytest.fixture
def session(live_court: Court, settings: Any, tmp_path: Path) -> Session:
    """A Thursday that was held, with a picture."""
    settings.MEDIA_ROOT = tmp_path
    return hold(live_court, picture=True)


def file_of(court: Court, session: Session) -> zipfile.ZipFile:
    with clock.at(LATER):
        answer = at(court.research).get(page("live_archive_file", session.pk))
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{session.slug}.zip"'
    return zipfile.ZipFile(io.BytesIO(answer.content))


def test_r56_the_file_of_a_session_holds_everything_and_no_party(live_court: Court, session: Session) -> None:
    archive = file_of(live_court, session)
    record = json.loads(archive.read("manifest.json"))
    public, inner = record["公开部分"], record["内部部分"]
    assert public["场次"]["案号"] == session.case_number
    assert public["场次"]["合议庭"] == ["法官乙"]
    assert [row["正文"] for row in public["微博"]] == ["法庭调查第1段。", "法庭调查第2段。"]
    assert public["微博"][0]["图片"] == "pictures/001.jpg"
    assert archive.read("pictures/001.jpg") == drawn()
    assert public["观看"] == {"人次": 345, "最高同时在看": 77}
    assert [(row["签署人"], row["意见"]) for row in inner["把关"]] == [("法官甲", "同意"), ("庭长甲", "同意")]
    assert all(row["时间"].startswith("2025-12-22") for row in inner["把关"])
    assert {row["成员"] for row in inner["值班"]} == {"摄像员", "微博员一"}
    assert inner["微博经手"][0]["核对"] == "法官甲"
    assert not [name for name in PARTIES if name in json.dumps(record, ensure_ascii=False)]


def test_r56_every_file_is_named_with_its_sum(live_court: Court, session: Session) -> None:
    archive = file_of(live_court, session)
    named = {row["名称"]: row["SHA-256"] for row in json.loads(archive.read("manifest.json"))["文件"]}
    assert set(named) == {"sheet.docx", "pictures/001.jpg"}
    lines = archive.read("SHA256SUMS").decode().splitlines()
    summed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert set(summed) == set(archive.namelist()) - {"SHA256SUMS"}
    for name, digest in {**named, **summed}.items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest


def test_r56_the_sheet_can_be_printed_and_signed(live_court: Court, session: Session) -> None:
    document = Document(io.BytesIO(file_of(live_court, session).read("sheet.docx")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    told = "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])
    for text in (session.case_number, "庭长甲", "法庭调查第2段。", "没有直播设置", "归档人："):
        assert text in told
    assert len(document.inline_shapes) == 1
    assert not [name for name in PARTIES if name in told]


def test_r56_a_picture_that_is_gone_or_damaged_is_named_and_stops_nothing(
    live_court: Court, session: Session
) -> None:
    post = MicroblogPost.objects.get(session=session, number=1)
    Path(post.picture.path).write_bytes(b"no picture")
    archive = file_of(live_court, session)
    assert archive.read("pictures/001.jpg") == b"no picture"
    sheet = Document(io.BytesIO(archive.read("sheet.docx")))
    assert any("已损坏" in paragraph.text for paragraph in sheet.paragraphs)
    Path(post.picture.path).unlink()
    archive = file_of(live_court, session)
    assert "pictures/001.jpg" not in archive.namelist()
    assert "图片文件已不在：pictures/001.jpg" in json.loads(archive.read("manifest.json"))["所缺"]


def test_r56_what_a_file_lacks_is_listed_until_it_is_there(live_court: Court, session: Session) -> None:
    def shown(**query: str) -> str:
        with clock.at(LATER):
            return said(at(live_court.research).get(page("live_archives"), query))

    text = shown()
    assert "没有直播设置" in text
    assert "庭前准备没有记录" in text
    assert "没有截图或图片" not in text
    assert session.case_number in shown(lacking="1")
    session.preparations.update(done_at=session.begins_at)
    broadcast = Broadcast.objects.create(session=session, mode="stream", replay="review")
    assert "回放未审核" in shown()
    Broadcast.objects.filter(pk=broadcast.pk).update(replay="public")
    assert "齐全" in shown()
    assert "已结束的场次资料都已齐全" in shown(lacking="1")


def test_r56_the_desk_of_the_research_office_counts_files_that_lack_something(
    live_court: Court, session: Session
) -> None:
    with clock.at(LATER):
        shown = said(at(live_court.research).get(reverse("admin:index")))
    assert "近60天归档资料不齐的场次" in shown
    assert f"{page('live_archives')}?lacking=1" in shown


def test_r56_only_the_research_office_opens_files_and_only_of_sessions_that_ended(
    live_court: Court, session: Session
) -> None:
    coming = announced(live_court, "microblog", TUESDAYS[2], 2)
    with clock.at(LATER):
        for officer in (live_court.judge, live_court.head, live_court.vice_president, live_court.typist):
            assert at(officer).get(page("live_archive_file", session.pk)).status_code == 403
            assert at(officer).get(page("live_archives")).status_code == 403
        assert Client().get(page("live_archive_file", session.pk)).status_code == 302
        assert at(live_court.research).get(page("live_archive_file", coming.pk)).status_code == 404


def test_r56_a_longer_list_costs_no_more_queries(live_court: Court, session: Session) -> None:
    browser = at(live_court.research)

    def queries() -> int:
        with clock.at(LATER), CaptureQueriesContext(connection) as counted:
            assert browser.get(page("live_archives")).status_code == 200
        return len(counted)

    queries()
    few = queries()
    hold(live_court, "livestream", THURSDAYS[2], 2)
    hold(live_court, "microblog", TUESDAYS[2], 3)
    assert queries() == few
