"""A month of livestream and microblog played in the browser by its people, from the lists to the last Thursday (R41–R58)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from livestream.grounds import CODES
from livestream.models import Session
from liwan_court.registry.models import Officer
from liwan_court.timetable import clock
from tests.e2e.clockwork import Clock, looking, serving
from tests.livestream.court import Court, build_court

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
PASSWORD = "one-month-of-hearings"
PERIOD = "2026-01"
THURSDAYS = ("2026-01-15", "2026-01-29")
TUESDAY = "2026-01-20"
NAMES = ("沈立平", "粤荔皮具")


class People:
    """Everybody in a browser of his own, logged in once."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.contexts: dict[str, BrowserContext] = {}

    def at(self, officer: Officer, path: str) -> Page:
        """The officer's page at an address of the staff side."""
        name = officer.name
        if name not in self.contexts:
            self.contexts[name] = self.browser.new_context(viewport={"width": 1440, "height": 900})
            page = self.contexts[name].new_page()
            page.goto(f"{self.address}/admin/login/")
            page.fill("[name=username]", officer.user.username)
            page.fill("[name=password]", PASSWORD)
            page.click("[type=submit]")
        page = self.contexts[name].pages[0]
        page.goto(f"{self.address}/admin/live/{path}")
        return page

    def reads(self, path: str) -> str:
        """What the public reads; never a party's name."""
        cache.clear()
        page = self.browser.new_page()
        answer = page.goto(f"{self.address}{path}")
        assert answer is not None
        assert answer.ok, path
        text = page.content()
        page.close()
        assert not [name for name in NAMES if name in text]
        return text


@pytest.fixture
def court(settings: Any, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[Court]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    settings.MIDDLEWARE = ["tests.e2e.clockwork.Clock", *settings.MIDDLEWARE]
    made = build_court()
    for officer in Officer.objects.exclude(user=None).select_related("user"):
        officer.user.set_password(PASSWORD)
        officer.user.save()
    yield made
    Clock.moment = None


@pytest.fixture
def people(court: Court) -> Iterator[People]:
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield People(browser, address)
        browser.close()


def now(day: str, hour: str) -> None:
    Clock.moment = clock.moment(dt.date.fromisoformat(day), dt.time.fromisoformat(hour))


def file_lists(people: People, court: Court) -> None:
    """On 22 December the head of 民一庭 types both lists."""
    now("2025-12-22", "10:00")
    for kind, days in (("livestream", THURSDAYS), ("microblog", (TUESDAY,))):
        page = people.at(court.head, f"lists/{PERIOD}/minyi/{kind}/")
        for row, day in enumerate(days):
            number = row + 1 + (10 if kind == "microblog" else 0)
            case = court.cases[row if kind == "livestream" else 3].number
            page.fill(f"[name=rows-{row}-number]", case)
            page.fill(f"[name=rows-{row}-day]", day)
            page.fill(f"[name=rows-{row}-at]", "09:30")
            page.fill(f"[name=rows-{row}-courtroom]", f"第{number}法庭")
            page.fill(f"[name=rows-{row}-panel]", "法官乙")
            page.fill(f"[name=rows-{row}-summary]", "原告请求被告支付货款，被告认为质量不合约定。")
        page.get_by_role("button", name="报送", exact=True).click()
        expect(page.locator("body")).to_contain_text(f"已报送{len(days)}件")


def sign_everything(people: People, court: Court) -> None:
    """Judge and head look at each ground of each case and agree."""
    for officer in (court.judge, court.head):
        while True:
            page = people.at(officer, "screening/")
            waiting = page.locator("h2:has-text('等待您签署') + table tbody th a")
            if not waiting.count():
                break
            waiting.first.click()
            for code in CODES:
                page.check(f"[name=ground-{code}][value=no]")
            page.check("[name=decision][value=pass]")
            page.get_by_role("button", name="签署", exact=True).click()
            expect(page.locator("body")).to_contain_text("已签署同意")


def schedule(people: People, court: Court) -> None:
    """The research office takes over the proposal and announces it."""
    now("2025-12-23", "10:00")
    page = people.at(court.research, f"schedule/{PERIOD}/")
    page.get_by_role("button", name="排入勾选的案件").click()
    page.get_by_role("button", name="公布排期并通知").click()
    expect(page.locator("body")).to_contain_text("已公布3场")
    page = people.at(court.judge, "notices/")
    page.get_by_role("button", name="全部回执").click()
    expect(page.locator("body")).not_to_contain_text("条没有回执")


def on_duty(session: Session) -> dict[str, Officer]:
    """Who does which duty."""
    with looking():
        rows = session.duties.filter(cancelled=False).select_related("member__group", "member__officer__user")
        return {duty.member.group.kind: duty.member.officer for duty in rows}


def prepare(people: People, court: Court, session: Session) -> None:
    """Those on duty prepare, the judge confirms."""
    duties = on_duty(session)
    operator = duties.get("livestream", duties["microblog"])
    page = people.at(operator, f"sessions/{session.pk}/")
    page.fill("[aria-label=已联系经办法官的记录]", "已通话，举证约一小时")
    for _ in range(3):
        page.locator(".preparation li:has(button:has-text('办理')) button").first.click()
    page = people.at(court.judge, f"sessions/{session.pk}/")
    page.get_by_role("button", name="确认").click()
    expect(page.locator(".facts")).to_contain_text("待播")


def post(people: People, court: Court, session: Session, stage: str) -> None:
    """The writer on duty drafts from the template, the judge checks, the writer publishes."""
    writer = on_duty(session)["microblog"]
    page = people.at(writer, f"sessions/{session.pk}/posts/?stage={stage}")
    page.get_by_role("button", name="存为草稿，交核对").click()
    check = people.at(court.judge, "posts/checks/")
    check.get_by_role("button", name="核对无误").click()
    page = people.at(writer, f"sessions/{session.pk}/posts/")
    page.get_by_role("button", name="在本站发布").click()
    expect(page.locator("#post-1")).to_be_visible()


def hold_on_thursday(people: People, court: Court, session: Session) -> None:
    """Text live on a Thursday: on air, a post, the public, the end."""
    day = clock.local(session.begins_at).date()
    now((day - dt.timedelta(days=1)).isoformat(), "15:00")
    prepare(people, court, session)
    now(day.isoformat(), "09:20")
    page = people.at(court.camera, f"sessions/{session.pk}/console/")
    page.select_option("[name=mode]", "text")
    page.get_by_role("button", name="设置", exact=True).click()
    now(day.isoformat(), "09:30")
    page = people.at(court.camera, f"sessions/{session.pk}/console/")
    page.get_by_role("button", name="开播").click()
    expect(page.locator(".facts")).to_contain_text("进行中")
    post(people, court, session, "opening")
    shown = people.reads(session.get_absolute_url())
    assert "审判长宣布法庭纪律" in shown
    assert "进行中" in people.reads("/live/")
    now(day.isoformat(), "11:40")
    page = people.at(court.camera, f"sessions/{session.pk}/console/")
    page.locator("summary", has_text="结束直播").click()
    page.get_by_role("button", name="结束直播").click()
    expect(page.locator(".facts")).to_contain_text("已结束")


def hold_on_tuesday(people: People, court: Court, session: Session) -> None:
    """A microblog hearing begins and ends with its posts."""
    day = clock.local(session.begins_at).date()
    now((day - dt.timedelta(days=1)).isoformat(), "15:00")
    prepare(people, court, session)
    now(day.isoformat(), "09:35")
    post(people, court, session, "opening")
    now(day.isoformat(), "11:00")
    post(people, court, session, "adjournment")


def test_a_month_is_played_from_the_lists_to_the_last_thursday(people: People, court: Court) -> None:
    file_lists(people, court)
    sign_everything(people, court)
    schedule(people, court)
    with looking():
        sessions = list(Session.objects.order_by("begins_at").select_related("division"))
    assert [clock.local(row.begins_at).date().isoformat() for row in sessions] == [
        THURSDAYS[0],
        TUESDAY,
        THURSDAYS[1],
    ]
    assert "预告" in people.reads(sessions[0].get_absolute_url())
    hold_on_thursday(people, court, sessions[0])
    hold_on_tuesday(people, court, sessions[1])
    hold_on_thursday(people, court, sessions[2])
    now("2026-01-30", "09:00")
    figures = people.at(court.research, f"figures/?period={PERIOD}")
    expect(figures.locator(".facts")).to_contain_text("3（直播2）")
    quota = people.at(court.judge, "quotas/?year=2026")
    expect(quota.locator("tbody")).to_contain_text("2/1")
    found = people.reads("/live/archive/?q=法庭纪律")
    assert all(row.get_absolute_url() in found for row in sessions)
    with looking():
        assert Session.objects.filter(state="ended").count() == 3


def test_a_case_and_a_session_are_dragged_to_another_day(people: People, court: Court) -> None:
    file_lists(people, court)
    sign_everything(people, court)
    page = people.at(court.research, f"schedule/{PERIOD}/")
    page.drag_and_drop(f".tray .chip:has-text('{court.cases[0].number}')", "#board [data-day='2026-01-22']")
    expect(page.locator("#board [data-day='2026-01-22']")).to_contain_text(court.cases[0].number)
    page.drag_and_drop(f"#board .chip:has-text('{court.cases[0].number}')", "#board [data-day='2026-01-08']")
    expect(page.locator("#board [data-day='2026-01-08']")).to_contain_text(court.cases[0].number)
    page.drag_and_drop(f"#board .chip:has-text('{court.cases[0].number}')", "#board [data-day='2026-01-13']")
    expect(page.locator("body")).to_contain_text("只能排在星期四")
    with looking():
        assert clock.local(Session.objects.get().begins_at).date().isoformat() == "2026-01-08"
