"""The first quarter in the browser: from the freeze to the signed bulletin; who is criticised opens what is held against him (R6–R12)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from liwan_court.registry.models import Officer
from liwan_court.timetable import clock
from oversight.models import Bulletin, Evidence, Rectification
from tests.e2e.clockwork import Clock, looking, serving
from tests.oversight.people import House, build_house, on, task

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PASSWORD = "one-quarter-of-2026"
DAY = dt.date(2026, 2, 27)


class Room:
    """Everybody in a browser of his own."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.contexts: dict[str, BrowserContext] = {}

    def at(self, officer: Officer, path: str) -> Page:
        """The officer's page at an address of oversight."""
        if officer.name not in self.contexts:
            self.contexts[officer.name] = self.browser.new_context(accept_downloads=True)
            page = self.contexts[officer.name].new_page()
            page.goto(f"{self.address}/admin/login/")
            page.fill("[name=username]", officer.user.username)
            page.fill("[name=password]", PASSWORD)
            page.click("[type=submit]")
        page = self.contexts[officer.name].pages[0]
        page.goto(f"{self.address}/admin/oversight/{path}")
        return page


@pytest.fixture
def house(settings: Any, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[House]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    settings.MIDDLEWARE = ["tests.e2e.clockwork.Clock", *settings.MIDDLEWARE]
    made = build_house()
    for officer in Officer.objects.exclude(user=None).select_related("user"):
        officer.user.set_password(PASSWORD)
        officer.user.save()
    task(made.minyi, "核对未上网文书", DAY, DAY)
    task(made.xingting, "补写不公开理由", DAY)
    yield made
    Clock.moment = None


@pytest.fixture
def room(house: House) -> Iterator[Room]:
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield Room(browser, address)
        browser.close()


def test_the_first_quarter_from_the_freeze_to_the_signed_bulletin(
    room: Room, house: House, tmp_path: Path
) -> None:
    Clock.moment = on(4, 1)
    page = room.at(house.minyi_head, "periods/2026Q1/evidence/")
    page.fill("[name=done]", "3")
    page.fill("[name=owed]", "3")
    page.fill("[name=note]", "听证公告第1至3号")
    page.get_by_role("button", name="填报").click()
    expect(page.locator("body")).to_contain_text("举证已登记")

    page = room.at(house.secretary, "periods/2026Q1/")
    expect(page.locator("body")).to_contain_text("还没有冻结")
    page.locator("summary", has_text="现在检查并冻结").click()
    page.get_by_role("button", name="检查并冻结").click()
    expect(page.locator("body")).to_contain_text("2026年第一季度已检查并冻结")
    expect(page.locator(".attention")).to_contain_text("刑庭 季度任务按期完成 0%")

    page = room.at(house.xingting_head, "periods/2026Q1/divisions/xingting/")
    expect(page.locator("body")).not_to_contain_text("民一庭")
    page.get_by_role("link", name="J5 季度任务按期完成").first.click()
    expect(page.locator("#rows")).to_contain_text("补写不公开理由")
    page = room.at(house.xingting_head, "rectifications/")
    page.get_by_role("link", name="J5 季度任务按期完成").first.click()
    expect(page.locator("body")).to_contain_text("第一季度为0%（0/1），没有达标")

    Clock.moment = on(4, 10)
    page = room.at(house.secretary, "bulletins/")
    page.select_option("[name=kind]", "criticism")
    page.select_option("[name=period]", "2026Q1")
    page.get_by_role("button", name="起草").click()
    expect(page.locator(".paper")).to_contain_text("刑庭（第一责任人空缺）：季度任务按期完成0%（0/1）")
    expect(page.get_by_role("button", name="签发", exact=True)).to_have_count(0)
    page.get_by_role("button", name="送签").click()
    address = page.url.split("/admin/oversight/")[1]
    for signer in (house.president, house.vice):
        page = room.at(signer, address)
        page.get_by_role("button", name="签发", exact=True).click()
        expect(page.locator("body")).to_contain_text("您已签发")
    expect(page.locator("body")).to_contain_text("荔法办〔2026〕1号")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载公文").click()
    path = tmp_path / "bulletin.docx"
    download.value.save_as(path)
    assert "签发人：院长、副院长" in "\n".join(line.text for line in Document(str(path)).paragraphs)
    page = room.at(house.xingting_head, address)
    expect(page.locator("h1")).to_contain_text("关于批评2026年第一季度司法公开未达标部门的通报")
    with looking():
        assert Bulletin.objects.get().number == 1
        assert Evidence.objects.get().what == "补写不公开理由"
        assert Rectification.objects.get().division == house.xingting

    Clock.moment = clock.moment(dt.date(2026, 12, 31), dt.time(15))
    page = room.at(house.secretary, "periods/2026/")
    page.locator("summary", has_text="现在检查并冻结").click()
    page.get_by_role("button", name="检查并冻结").click()
    expect(page.locator("body")).to_contain_text("2026年已检查并冻结")
    beside = page.locator("section:has(#quarters-of-year) tr", has_text="刑庭")
    expect(beside).to_contain_text("未达标")


def test_the_pages_of_leadership_can_be_used_by_everybody_and_on_a_telephone(
    room: Room, house: House
) -> None:
    Clock.moment = on(4, 1)
    page = room.at(house.secretary, "periods/2026Q1/")
    page.locator("summary", has_text="现在检查并冻结").click()
    page.get_by_role("button", name="检查并冻结").click()
    broken = {}
    for path in (
        "periods/2026Q1/", "periods/2026Q1/indicators/J5/", "periods/2026Q1/divisions/minyi/", "periods/2026Q1/funnel/",
        "fridays/2026/", "quotas/2026/", "plans/2026/", "rectifications/", "meetings/", "bulletins/", "catalogues/",
        "training/", "periods/2026Q1/evidence/", "inspections/",
    ):  # fmt: skip
        page.goto(f"{room.address}/admin/oversight/{path}")
        found = Axe().run(page)
        if found.violations_count:
            broken[path] = found.generate_report()
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        page.set_viewport_size({"width": 1440, "height": 900})
    assert not broken
