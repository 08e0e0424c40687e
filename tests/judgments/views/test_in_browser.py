"""The public pages in Debian's chromium: readable by everyone, wide and narrow, light and dark, with and without script."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from judgments.models import ProblemReport
from tests import factories

pytestmark = pytest.mark.browser
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
]
FIXED = (
    "/", "/judgments/", "/judgments/?q=合同", "/judgments/?q=（2026）粤0103民初9号", "/batches/", "/batches/2026-10/",
    "/register/", "/ledger/", "/openness/", "/rules/", "/rules/decisions/", "/rules/grounds/", "/help/search/", "/about/",
    "/contact/", "/accessibility/", "/progress/", "/logs/", "/nothing-here/",
)  # fmt: skip
SIZES = {"wide": 1440, "telephone": 390, "wide at 400 %": 360, "wide at 200 %": 720}


@contextmanager
def browser():
    """Chromium. The database is asked before and after, never inside: playwright runs an event loop."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def portal(live_server, emptied_after, index):
    """A small full portal: its address, the paths of its pages, and the path of a judgment with two versions."""
    judgment = factories.make_corrected(factories.make_published(files=True))
    gone = factories.make_withdrawn()
    factories.make_published(kind="裁定书", supplement=1)
    factories.make_excluded()
    index()
    at = judgment.get_absolute_url()
    return live_server.url, (*FIXED, at, f"{at}problem/", gone.get_absolute_url()), at


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier_that_axe_knows(portal, scheme):
    base, paths, _ = portal
    found = []
    with browser() as chromium:
        for width in (SIZES["wide"], SIZES["telephone"]):
            context = chromium.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
            )
            page = context.new_page()
            for path in paths:
                page.goto(base + path)
                result = Axe().run(page).response["violations"]
                found += [
                    (width, path, barrier["id"], barrier["nodes"][0]["html"][:80]) for barrier in result
                ]
    assert found == []


def test_no_page_is_wider_than_the_screen_or_asks_for_what_its_policy_forbids(portal):
    base, paths, _ = portal
    wider, forbidden = [], []
    with browser() as chromium:
        for name, width in SIZES.items():
            page = chromium.new_context(viewport={"width": width, "height": 900}).new_page()
            page.on(
                "console",
                lambda message: forbidden.append(message.text) if "Policy" in message.text else None,
            )
            for path in paths:
                page.goto(base + path)
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    wider.append((name, path))
    assert wider == []
    assert forbidden == []


def test_a_reader_without_script_searches_reads_and_points_at_a_problem(portal):
    base, _, at = portal
    with browser() as chromium:
        page = chromium.new_context(java_script_enabled=False).new_page()
        page.goto(base)
        page.fill("input[name=q]", "买卖合同")
        page.keyboard.press("Enter")
        page.fill("#within", "已更正")
        page.click(".within button")
        page.click("ul.rows a.title")
        assert page.url == base + at
        page.click("text=指出问题")
        page.fill("textarea", "第三段的名称没有隐去")
        page.click("main button[type=submit]")
        assert page.inner_text("h1") == "已经收到，谢谢"
    assert ProblemReport.objects.get().text == "第三段的名称没有隐去"


def test_the_keyboard_reaches_the_text_first_and_the_contents_follow_the_reader(portal):
    base, _, at = portal
    with browser() as chromium:
        page = chromium.new_context(viewport={"width": 1440, "height": 400}).new_page()
        page.goto(base + at)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"
        page.click("text=本院认为 >> nth=0")
        page.wait_for_selector('.contents a[aria-current="true"]:text("本院认为")')
        page.click("text=当事人 >> nth=0")
        page.wait_for_selector('.contents a[aria-current="true"]:text("当事人")')
