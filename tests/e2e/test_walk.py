"""One judgment from a typist's own .docx to the public page and back, by real web, worker, index and beat processes."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from liwan_court.timetable import clock
from tests.documents import JUDGMENT, judgment_docx
from tests.e2e.people import DIVISION, HEAD, PASSWORD, REVIEWER, TYPIST
from tests.e2e.stack import Stack, bare_environment, database_and_broker, running
from tests.e2e.visitor import Page, Visitor
from tests.polling import wait_for

NUMBER = "（2013）穗荔法民一初字第123号"
EFFECTIVE = "2013-07-01"
SECRETS = ("沈立平", "粤荔皮具", "123号4楼", "站前路88号", "拖欠货款50000元", "货款已经付清")
KEPT = ("龙津西路×××", "站前路×××", "买卖合同合法有效")


@pytest.fixture(params=["embedded", pytest.param("services", marks=pytest.mark.postgres)])
def stack(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stack]:
    with database_and_broker(request.param) as addresses:
        environment = bare_environment(tmp_path, DEMO="1", **addresses)
        with running(environment, tmp_path) as portal:
            yield portal
    assert "Traceback" not in portal.log.read_text()


def visitor(stack: Stack, username: str = "") -> Visitor:
    who = Visitor(stack.address)
    if username:
        who.log_in(username, PASSWORD)
    return who


def next_publication_day(today: date) -> date:
    """The next 25th that is not over."""
    if today.day <= 25:
        return today.replace(day=25)
    return today.replace(year=today.year + today.month // 12, month=today.month % 12 + 1, day=25)


def uploaded(typist: Visitor) -> str:
    """Upload the file, wait for the worker, and give the address of the judgment's page."""
    upload = typist.get("/admin/work/upload/")
    sent = typist.send_files(upload.form("/upload/"), "documents", [("判决书.docx", judgment_docx())])
    assert sent.status == 200

    def judgment_page() -> str:
        page = typist.get(sent.address)
        return page.link("/admin/work/judgments/") if "/admin/work/judgments/" in page.body.decode() else ""

    return wait_for("the worker's result of the upload", judgment_page)


def confirm_parties(typist: Visitor, life: str) -> None:
    """Confirm the parties as read from the head of the document, and wait for the second redaction."""
    typist.submit(typist.get(life).form("/parties/"))
    wait_for("the redaction with the confirmed parties", lambda: "待审核" in typist.get(life).text)


def report(head: Visitor) -> None:
    """The division reports the number as effective."""
    period = head.get("/admin/work/reports/").link(f"/{DIVISION}/")
    line = {"lines": f"{NUMBER} 判决书 {EFFECTIVE}"}
    assert "已报送1件" in head.submit(head.get(period).form(f"/{DIVISION}/"), line).text


def approve(reviewer: Visitor, life: str) -> None:
    """Approve the draft as the engine made it: this document leaves no doubt."""
    done = reviewer.submit(reviewer.get(f"{life}review/").form("/approve/"))
    assert "审核通过，待公布" in done.text
    assert "审核通过待公布" in reviewer.get(life).text


def read_by_public(reader: Visitor) -> Page:
    """The judgment's page, found the way a reader finds it."""
    found = wait_for("the search to find it", lambda: find(reader, "买卖合同"))
    return reader.get(found.link("/judgments/20"))


def find(reader: Visitor, query: str) -> Page | None:
    """The list of results, None while it does not hold the judgment."""
    page = reader.get("/judgments/", q=query)
    return page if NUMBER in page.text and "/judgments/20" in page.body.decode() else None


def files_of(reader: Visitor, page: Page) -> dict[str, Page]:
    return {end: reader.get(page.link(end)) for end in (".docx", ".txt")}


def words(files: dict[str, Page]) -> dict[str, str]:
    """The text of each downloaded file."""
    document = Document(io.BytesIO(files[".docx"].body))
    return {
        ".docx": "\n".join(paragraph.text for paragraph in document.paragraphs),
        ".txt": files[".txt"].body.decode("utf-8-sig"),
    }


def test_a_judgment_is_walked_from_a_clerks_file_to_the_public_page_and_taken_back(stack: Stack) -> None:
    typist, head, reviewer, reader = (visitor(stack, who) for who in (TYPIST, HEAD, REVIEWER, ""))
    life = uploaded(typist)
    confirm_parties(typist, life)
    assert typist.get(f"{life}review/").status == 403
    report(head)
    approve(reviewer, life)
    assert find(reader, "买卖合同") is None

    day = next_publication_day(clock.today()).isoformat()
    ran = json.loads(stack.manage("run_deadline", "publication", "--on", day, "--json"))
    assert ran["counts"]["published"] == 1, ran

    page = read_by_public(reader)
    files = files_of(reader, page)
    for where, text in {"page": page.text, **words(files)}.items():
        assert not [secret for secret in SECRETS if secret in text], where
        assert not [words for words in KEPT if words not in text], where
    assert not [secret for secret in SECRETS if find(reader, secret)]

    withdraw = reviewer.get(life).form("/withdraw/")
    ground = withdraw.xpath('.//select[@name="ground"]/option/@value')[0]
    reviewer.submit(
        withdraw, {"ground": ground or withdraw.xpath(".//option/@value")[1], "reason": "内容有误"}
    )
    gone = reader.get(page.address)
    assert gone.status == 410
    assert "撤回" in gone.text
    assert {end: reader.get(file.address).status for end, file in files.items()} == {
        ".docx": 410,
        ".txt": 410,
    }
    assert find(reader, "买卖合同") is None


def test_the_document_of_the_walk_names_what_must_not_be_public() -> None:
    text = "\n".join(JUDGMENT)
    assert not [secret for secret in SECRETS if secret not in text]
