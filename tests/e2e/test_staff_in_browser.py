"""The staff side in Debian's chromium on real processes: a typist's pages, wide and narrow, without barriers that axe knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright

from tests.documents import judgment_docx
from tests.e2e.people import HEAD, PASSWORD, REVIEWER, TYPIST
from tests.e2e.stack import Stack, bare_environment, running

pytestmark = pytest.mark.browser
WIDTHS = {"wide": 1440, "telephone": 390}
PAGES = {
    TYPIST: ("", "work/upload/", "work/files/"),
    HEAD: ("", "work/reports/", "work/mark/"),
    REVIEWER: ("", "work/reconciliation/", "work/outstanding/", "work/batches/", "work/timetable/"),
}
SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder = tmp_path_factory.mktemp("portal")
    with running(bare_environment(folder), folder) as portal:
        yield portal


@contextmanager
def opened(width: int) -> Iterator[Page]:
    """A page of a new browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True).new_page()
        browser.close()


def log_in(page: Page, stack: Stack, username: str) -> None:
    page.goto(f"{stack.address}/admin/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")


def barriers(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{page.url}: {each['id']} {each['nodes'][0]['html'][:120]}"
        for each in found
        if each["impact"] in SERIOUS
    ]


def wider_than_the_window(page: Page) -> list[str]:
    too_wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")
    return [f"{page.url} has to be moved sideways"] if too_wide else []


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_the_pages_of_each_post_have_no_barriers(stack: Stack, tmp_path: Path, width: int) -> None:
    problems: list[str] = []
    for username, paths in PAGES.items():
        with opened(width) as page:
            page.goto(f"{stack.address}/admin/login/")
            problems += barriers(page)
            log_in(page, stack, username)
            for number, path in enumerate(paths):
                page.goto(f"{stack.address}/admin/{path}")
                page.screenshot(path=tmp_path / f"{width}-{username}-{number}.png", full_page=True)
                problems += barriers(page) + wider_than_the_window(page)
    assert not problems, "\n".join(problems)


def test_a_typist_watches_an_upload_become_a_judgment_without_reloading(stack: Stack) -> None:
    with opened(WIDTHS["wide"]) as page:
        log_in(page, stack, TYPIST)
        page.goto(f"{stack.address}/admin/work/upload/")
        page.set_input_files(
            "[name=documents]",
            {"name": "判决书.docx", "mimeType": "application/octet-stream", "buffer": judgment_docx()},
        )
        page.click("form:has([name=documents]) [type=submit]")
        expect(page.locator("a[href*='/admin/work/judgments/']").first).to_be_visible(timeout=30_000)
