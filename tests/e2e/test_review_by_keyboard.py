"""A batch of thirty, reviewed in Debian's chromium from the keyboard alone, on real processes (R29; REDACTION review)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.documents import JUDGMENT, judgment_docx
from tests.e2e.people import PASSWORD, REVIEWER, TYPIST
from tests.e2e.stack import Stack, bare_environment, running
from tests.e2e.test_staff_in_browser import barriers, log_in, opened, wider_than_the_window
from tests.e2e.visitor import Visitor

pytestmark = pytest.mark.browser
BATCH = 30
PATIENCE = 60
EXTRAS = (
    "",
    "证人李四出庭作证，李四称其在场。",
    "仓库位于广州市荔湾区龙津东路55号302房。",
    "沈先生在场，粤荔公司的员工清点了货物。",
)
"""What each fourth document has besides: nothing, a witness, a house number, a party addressed by his family name."""


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder = tmp_path_factory.mktemp("portal")
    with running(bare_environment(folder), folder) as portal:
        fill(portal)
        yield portal


def text(order: int) -> list[str]:
    """The lines of one of the thirty."""
    lines = [
        line.replace("（2013）穗荔法民一初字第123号", f"（2026）粤0103民初{order}号") for line in JUDGMENT
    ]
    extra = EXTRAS[order % len(EXTRAS)]
    return [*lines[:10], *([extra] if extra else []), *lines[10:]]


def fill(portal: Stack) -> None:
    """A typist uploads thirty judgments and confirms their parties."""
    typist = Visitor(portal.address)
    typist.log_in(TYPIST, PASSWORD)
    files = [(f"判决{order}.docx", judgment_docx(text(order))) for order in range(1, BATCH + 1)]
    page = typist.get("/admin/work/upload/")
    page = typist.send_files(page.form("/upload/"), "documents", files)
    deadline = time.monotonic() + PATIENCE
    while len(lives := sorted({a for a in page.tree.xpath("//a/@href") if "work/judgments/" in a})) < BATCH:
        assert time.monotonic() < deadline, page.text
        page = typist.get(page.address)
    for life in lives:
        typist.submit(typist.get(life).form("/parties/"))
    while "redacting" in (
        listing := typist.get("/admin/judgments/judgment/?state__exact=redacting")
    ).text or ("脱敏处理中" in "".join(listing.tree.xpath("//table[@id='result_list']//text()"))):
        assert time.monotonic() < deadline + PATIENCE, listing.text


def review_one(page: Page) -> None:
    """Every doubt with one key, then the approval, which opens the next judgment."""
    before = page.url
    for _ in range(20):
        open_doubts = page.locator(".doubt.blocking, .doubt.notice").count()
        if open_doubts == 0:
            break
        may_mask = page.locator(".doubt.current button[data-key=m]").count() > 0
        page.keyboard.press("m" if may_mask else "Enter")
        expect(page.locator(".doubt.blocking, .doubt.notice")).to_have_count(open_doubts - 1)
    page.keyboard.press("Control+Enter")
    page.wait_for_url(lambda url: url != before)


def test_a_reviewer_finishes_a_batch_of_thirty_without_a_mouse(stack: Stack, tmp_path: Path) -> None:
    with opened(1440) as page:
        log_in(page, stack, REVIEWER)
        page.goto(f"{stack.address}/admin/judgments/judgment/?state__exact=review")
        first = page.locator("#result_list a[href*='/change/']").first.get_attribute("href") or ""
        page.goto(f"{stack.address}/admin/work/judgments/{first.split('/')[-3]}/review/")
        problems = barriers(page) + wider_than_the_window(page)
        page.screenshot(path=tmp_path / "review.png", full_page=True)
        for _ in range(BATCH):
            assert "/review/" in page.url
            review_one(page)
        page.goto(f"{stack.address}/admin/judgments/judgment/?state__exact=approved")
        expect(page.locator("#result_list tbody tr")).to_have_count(BATCH)
        page.goto(f"{stack.address}/admin/work/quality/")
        expect(page.locator("table.dense tbody tr").first).to_contain_text(str(BATCH))
        problems += barriers(page)
    assert not problems, "\n".join(problems)


def test_the_review_page_holds_at_double_size_and_on_a_telephone(stack: Stack) -> None:
    for width in (720, 390):
        with opened(width) as page:
            log_in(page, stack, REVIEWER)
            page.goto(f"{stack.address}/admin/judgments/judgment/?state__exact=approved")
            first = page.locator("#result_list a[href*='/change/']").first.get_attribute("href") or ""
            page.goto(f"{stack.address}/admin/work/judgments/{first.split('/')[-3]}/review/")
            assert wider_than_the_window(page) == []
            expect(page.locator(".pairs")).to_be_visible()


def test_a_reviewer_hides_a_word_he_picks_with_the_arrow_keys_and_takes_it_back(stack: Stack) -> None:
    typist = Visitor(stack.address)
    typist.log_in(TYPIST, PASSWORD)
    page = typist.get("/admin/work/upload/")
    page = typist.send_files(page.form("/upload/"), "documents", [("又一份.docx", judgment_docx(text(77)))])
    deadline = time.monotonic() + PATIENCE
    while not (lives := [a for a in page.tree.xpath("//a/@href") if "work/judgments/" in a]):
        assert time.monotonic() < deadline, page.text
        page = typist.get(page.address)
    typist.submit(typist.get(lives[0]).form("/parties/"))
    while "待审核" not in typist.get(lives[0]).text:
        assert time.monotonic() < deadline
    with opened(1440) as browser:
        log_in(browser, stack, REVIEWER)
        browser.goto(f"{stack.address}{lives[0]}review/")
        facts = browser.locator(".right", has_text="于2012年5月签订")
        expect(facts).to_have_count(1)
        browser.keyboard.press("v")
        while "经审理查明" not in browser.evaluate(
            "getSelection().anchorNode.parentElement.closest('.left').textContent"
        ):
            browser.keyboard.press("ArrowDown")
        browser.keyboard.press("Home")
        for _ in range(4):
            browser.keyboard.press("Shift+ArrowRight")
        browser.keyboard.press("m")
        expect(browser.locator(".right", has_text="×××，原、被告")).to_have_count(1)
        browser.keyboard.press("z")
        expect(browser.locator(".right", has_text="经审理查明，原、被告")).to_have_count(1)
