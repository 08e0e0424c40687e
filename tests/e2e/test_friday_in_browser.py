"""A Friday in the browser: officer, bureau's head, administrator and counter do theirs, a party reads it on a telephone (R59–R64)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from enforcement_logs.models import PublishedEntry
from liwan_court.registry.models import KeyVisit, Officer
from liwan_court.timetable import clock, runs
from tests.e2e.clockwork import Clock, looking, serving
from tests.enforcement_logs.bureau import AFTERNOON, APPLICANT, DEBTOR, NOON, WEDNESDAY, Bureau, build_bureau

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PASSWORD = "one-friday-of-logs"
TELEPHONE = {"width": 360, "height": 640}
KEY = re.compile(r"[2-9A-HJKMNP-Z]{4}(?:-[2-9A-HJKMNP-Z]{4}){3}")


class Room:
    """Everybody in a browser of his own."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.contexts: dict[str, BrowserContext] = {}

    def at(self, officer: Officer, path: str) -> Page:
        """The officer's page at an address of the staff side."""
        if officer.name not in self.contexts:
            self.contexts[officer.name] = self.browser.new_context(accept_downloads=True)
            page = self.contexts[officer.name].new_page()
            page.goto(f"{self.address}/admin/login/")
            page.fill("[name=username]", officer.user.username)
            page.fill("[name=password]", PASSWORD)
            page.click("[type=submit]")
        page = self.contexts[officer.name].pages[0]
        page.goto(f"{self.address}/admin/{path}")
        return page

    def telephone(self) -> Page:
        """An old telephone without script."""
        page = self.browser.new_context(
            viewport=TELEPHONE, java_script_enabled=False, accept_downloads=True
        ).new_page()
        page.goto(f"{self.address}/case/")
        return page


@pytest.fixture
def bureau(settings: Any, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[Bureau]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    settings.MIDDLEWARE = ["tests.e2e.clockwork.Clock", *settings.MIDDLEWARE]
    made = build_bureau()
    for officer in Officer.objects.exclude(user=None).select_related("user"):
        officer.user.set_password(PASSWORD)
        officer.user.save()
    yield made
    Clock.moment = None


@pytest.fixture
def room(bureau: Bureau) -> Iterator[Room]:
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield Room(browser, address)
        browser.close()


def slip(room: Room, bureau: Bureau, folder: Path) -> str:
    """The counter gives the applicant its slip; the key is read from the paper."""
    page = room.at(bureau.filing, "register/keys/")
    page.fill("#number", bureau.case.number)
    page.get_by_role("button", name="查找").click()
    expect(page.locator("body")).to_contain_text(APPLICANT)
    with page.expect_download() as download:
        page.get_by_role("button", name="生成并下载密码单").first.click()
    path = folder / "slip.docx"
    download.value.save_as(path)
    return KEY.search("\n".join(line.text for line in Document(str(path)).paragraphs))[0]


def write(room: Room, bureau: Bureau, category: str, text: str) -> None:
    """The officer writes on the case of the slip."""
    page = room.at(bureau.officer, "enforcement/write/")
    page.get_by_label(bureau.case.number).check()
    page.select_option("[name=category]", label=category)
    page.fill("[name=happened_at]", "2026-03-11T09:00")
    page.fill("[name=text]", text)
    page.get_by_role("button", name="记录", exact=True).click()
    expect(page.locator("body")).to_contain_text("已记录1件案件的日志")


def knock(page: Page, number: str, key: str) -> None:
    page.fill("#id_pasted", number)
    page.fill("#id_key", key)
    page.get_by_role("button", name="查询", exact=True).click()


def test_a_friday_of_the_bureau(room: Room, bureau: Bureau, tmp_path: Path) -> None:
    Clock.moment = WEDNESDAY
    key = slip(room, bureau, tmp_path)
    write(room, bureau, "约谈、询问", "约谈被执行人，责令限期履行。")
    write(room, bureau, "冻结", "冻结被执行人名下银行存款。")
    write(room, bureau, "财产查询", "查询被执行人名下车辆。")
    page = room.at(bureau.chief, "enforcement/gaps/")
    expect(page.locator("body")).to_contain_text(bureau.case_of_other.number)

    Clock.moment = NOON - dt.timedelta(hours=1)
    page = room.at(bureau.chief, "enforcement/going-out/")
    expect(page.locator("tbody tr").first).to_contain_text("名下车辆")
    expect(page.locator("body")).not_to_contain_text("银行存款")
    page.locator("tr:has-text('名下车辆')").get_by_role("button", name="暂缓").click()
    expect(page.locator("body")).to_contain_text("已暂缓公布")

    telephone = room.telephone()
    knock(telephone, bureau.case.number, key)
    expect(telephone.locator("h1")).to_contain_text(bureau.case.number)
    expect(telephone.locator("body")).not_to_contain_text("约谈被执行人")

    Clock.moment = AFTERNOON
    page = room.at(bureau.operator, "enforcement/batches/")
    expect(page.locator("body")).not_to_contain_text("约谈被执行人")
    page.get_by_role("button", name="公布").click()
    expect(page.locator("body")).to_contain_text("公布1条")

    telephone = room.telephone()
    knock(telephone, bureau.case.number, key)
    expect(telephone.locator("body")).to_contain_text("约谈被执行人，责令限期履行")
    for hidden in ("银行存款", "名下车辆"):
        expect(telephone.locator("body")).not_to_contain_text(hidden)
    assert telephone.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
    with telephone.expect_download() as download:
        telephone.get_by_role("link", name="下载本页").click()
    assert "1002" not in download.value.suggested_filename
    telephone.get_by_role("button", name="结束查询").click()
    expect(telephone.locator("h1")).to_contain_text("当事人查询")
    telephone.goto(f"{room.address}/case/view/")
    expect(telephone.locator("h1")).to_contain_text("当事人查询")
    with looking():
        assert KeyVisit.objects.count() == 2
        assert PublishedEntry.objects.count() == 1


def test_nobody_else_learns_that_the_case_exists(room: Room, bureau: Bureau, tmp_path: Path) -> None:
    """Whoever asks for the case and whoever asks for one that is not there sees the same, on every way in."""
    Clock.moment = WEDNESDAY
    key = slip(room, bureau, tmp_path)
    write(room, bureau, "约谈、询问", "约谈被执行人，责令限期履行。")
    with looking(), clock.at(AFTERNOON):
        runs.wake()
    Clock.moment = AFTERNOON
    seen = []
    for number in (bureau.case_of_other.number, bureau.case.number.replace("1002", "9009")):
        page = room.telephone()
        knock(page, number, key)
        seen.append(re.sub(r"\d{4}", "####", page.locator("main").inner_text()))
        assert page.url.endswith("/case/")
    assert seen[0] == seen[1]
    public = room.telephone()
    for path in (
        "/",
        "/judgments/?q=1002",
        "/hearings/?q=1002",
        "/register/?q=1002",
        "/feed/",
        "/case/view/",
        "/case/download/",
    ):
        public.goto(f"{room.address}{path}")
        text = public.content()
        assert not [
            word for word in (bureau.case.number, APPLICANT, DEBTOR, "约谈被执行人") if word in text
        ], path


def test_the_pages_of_a_party_can_be_used_by_everybody(room: Room, bureau: Bureau, tmp_path: Path) -> None:
    Clock.moment = WEDNESDAY
    key = slip(room, bureau, tmp_path)
    page = room.browser.new_context(viewport=TELEPHONE).new_page()
    page.goto(f"{room.address}/case/")
    broken = [Axe().run(page)]
    knock(page, bureau.case.number, key)
    expect(page.locator("h1")).to_contain_text(bureau.case.number)
    broken.append(Axe().run(page))
    page.goto(f"{room.address}/hearings/")
    broken.append(Axe().run(page))
    page = room.at(bureau.officer, "enforcement/write/")
    broken.append(Axe().run(page))
    assert not [found.generate_report() for found in broken if found.violations_count]
