"""A real stream from an encoder through nginx to a browser: held back, cut in the browser, and the cut part never arrives (R51)."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from livestream.broadcast import playlist
from livestream.broadcast.public_list import KEPT_SECONDS
from tests.e2e.live_people import CAMERA, DIVISION_HEAD, LATER, SLUG
from tests.e2e.people import PASSWORD
from tests.e2e.stack import Stack, _python, bare_environment, running
from tests.e2e.stream_server import FRAGMENT_SECONDS, Taken, encoder, stream_server, taken
from tests.polling import wait_for

pytestmark = [pytest.mark.browser]
DELAY = 6
CLOCKS = 1.5
"""Seconds by which the encoder's clock, nginx and the watcher may lie apart."""
LIVE = f"/live/{SLUG}/"


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[Stack]:
    environment = bare_environment(
        tmp_path, LIVE_ROOT=str(tmp_path / "raw"), DJANGO_SETTINGS_MODULE="liwan_court.settings"
    )
    with running(environment, tmp_path) as portal:
        _python(environment, "-m", "tests.e2e.live_people")
        yield portal
    assert "Traceback" not in portal.log.read_text()


@dataclass
class Listener:
    """Somebody who asks for the list as fast as he can and keeps everything it ever named."""

    stack: Stack
    first_seen: dict[str, float] = field(default_factory=dict)
    content: dict[str, bytes] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    asked: float = 0.0
    """When the last round that is over was begun."""

    def run(self) -> None:
        while not self.stop.wait(0.15):
            began = time.time()
            text = got(self.stack, "stream.m3u8").decode()
            if text and (not self.texts or self.texts[-1] != text):
                self.texts.append(text)
            for name in playlist.names(text):
                if name not in self.first_seen:
                    self.first_seen[name] = time.time()
                    self.content[name] = got(self.stack, name)
            self.asked = began


def got(stack: Stack, path: str) -> bytes:
    """The body of a public address of the session; empty where it answers 404."""
    try:
        with urlopen(f"{stack.address}{LIVE}{path}", timeout=10) as answer:
            return bytes(answer.read())
    except HTTPError as refused:
        with refused:
            if refused.code == HTTPStatus.NOT_FOUND:
                return b""
            raise


def staff(browser: Browser, stack: Stack, username: str) -> Page:
    """Somebody who has signed in and opened the console by its list."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{stack.address}/admin/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.goto(f"{stack.address}/admin/live/consoles/")
    page.click("text=民初1号 >> xpath=../th/a")
    return page


def key_from(console: Page) -> str:
    console.locator("details:has(select[name=mode]) summary").click()
    if not console.locator("select[name=mode]").is_visible():
        console.locator("details:has(select[name=mode]) summary").click()
    console.select_option("select[name=mode]", "stream")
    console.fill("[name=delay]", str(DELAY))
    console.get_by_role("button", name="设置", exact=True).click()
    console.get_by_role("button", name="生成推流密钥").click()
    return console.locator("#stream-key").inner_text()


def test_a_stream_is_cut_in_the_browser_and_the_cut_part_never_arrives(stack: Stack, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    port = int(stack.address.rpartition(":")[2])
    with sync_playwright() as playwright, stream_server(tmp_path, port, raw) as rtmp:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"],
        )
        console = staff(browser, stack, CAMERA)
        console.goto(f"{stack.address}/admin/live/sessions/2/console/")
        too_early = key_from(console)
        assert too_early.startswith(LATER)
        console.goto(f"{stack.address}/admin/live/sessions/1/console/")
        key = key_from(console)
        for refused in (f"{SLUG}?key={'0' * 40}", too_early):
            with encoder(rtmp, refused, 20) as wrong:
                wait_for("an encoder to be turned away", lambda wrong=wrong: wrong.poll() is not None)
        assert not list(raw.rglob("*.ts"))
        with encoder(rtmp, key) as camera:
            began = _on_air(console, stack)
            listener = Listener(stack)
            thread = threading.Thread(target=listener.run)
            thread.start()
            try:
                times = _watched_and_cut(browser, console, stack, listener)
            finally:
                listener.stop.set()
                thread.join()
            console.locator("summary", has_text="结束直播").click()
            console.get_by_role("button", name="结束直播").click()
            wait_for("the encoder to be sent away", lambda: camera.poll() is not None, seconds=30)
        _nothing_of_the_cut(listener, began, *times)
        _neighbours_are_closed(stack, raw, listener)
        _replay(browser, stack, listener, began, *times)
        browser.close()


def _on_air(console: Page, stack: Stack) -> float:
    """Open the broadcast; when the encoder's clock began, by ours."""
    console.goto(f"{stack.address}/admin/live/sessions/1/console/")
    wait_for("the push to be seen", lambda: "已接入" in console.locator("[data-now=push]").inner_text())
    console.reload()
    raw = Path(stack.environment["LIVE_ROOT"]) / SLUG
    piece = wait_for("a first piece", lambda: next(iter(sorted(raw.glob("*.ts"))), None) if len(list(raw.glob("*.ts"))) > 1 else None)  # fmt: skip
    began = piece.stat().st_mtime - taken(piece.read_bytes()).ends
    console.get_by_role("button", name="开播").click()
    return began


def _watched_and_cut(
    browser: Browser, console: Page, stack: Stack, listener: Listener
) -> tuple[float, float]:
    """Watch in a browser, cut, wait, go on; the moments of cut and resume."""
    reader = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    asked: set[str] = set()
    reader.on("request", lambda request: asked.add(request.url.rpartition("/")[2]))
    wait_for("pieces in the public list", lambda: len(listener.first_seen) >= 5)
    reader.goto(f"{stack.address}{LIVE}")
    wait_for(
        "the picture to run in the browser",
        lambda: reader.evaluate("document.querySelector('video')?.currentTime ?? 0") > 1,
    )
    cut_at = time.time()
    console.keyboard.press("Escape")
    wait_for("the console to say so", lambda: "已切断" in console.locator("body").inner_text())
    said = time.time()
    wait_for("the list kept before the cut to be gone", lambda: listener.asked > said + KEPT_SECONDS)
    named = set(listener.first_seen)
    until = time.time() + DELAY + 3
    wait_for("the delay to be over", lambda: time.time() > until)
    assert set(listener.first_seen) == named, "something was named after the cut"
    assert "中断" in reader.locator("#player .state").inner_text()
    frames = shown(reader)
    console.get_by_role("button", name="恢复").click()
    resumed_at = time.time()
    wait_for("it to go on", lambda: len(listener.first_seen) >= len(named) + 6)
    wait_for("the picture to go on in the browser", lambda: shown(reader) > frames + 10)
    wait_for("the page to say so", lambda: "正在直播" in reader.locator("#player .state").inner_text())
    pieces = {f"{Path(name).name}" for name in listener.first_seen}
    fetched = {name for name in asked if name.endswith(".ts")}
    assert fetched
    assert fetched <= pieces, "the browser got what was never listed"
    return cut_at, resumed_at


def shown(reader: Page) -> int:
    """How many pictures the browser has shown."""
    return int(reader.evaluate("document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames"))


def _nothing_of_the_cut(listener: Listener, began: float, cut_at: float, resumed_at: float) -> None:
    """No content taken between what was out at the cut and the resume; nothing earlier or much later than the delay."""
    for name, content in listener.content.items():
        assert content, f"{name} was named and could not be had"
        when: Taken = taken(content)
        first, last = began + when.begins, began + when.ends
        assert last <= cut_at - DELAY + CLOCKS or first >= resumed_at - 0.2, name
        waited = listener.first_seen[name] - last
        assert waited >= DELAY - CLOCKS, name
        assert waited <= DELAY + FRAGMENT_SECONDS + CLOCKS, f"{name} came {waited:.1f} s after it was taken"
    assert "#EXT-X-DISCONTINUITY\n" in listener.texts[-1]


def _neighbours_are_closed(stack: Stack, raw: Path, listener: Listener) -> None:
    """Who guesses gets nothing: names beside known ones, and the encoder's own names."""
    known = [re.sub(r"\D*([0-9a-f]{32})\.ts", r"\1", name) for name in listener.first_seen]
    beside = [f"{int(name, 16) + step:032x}" for name in known[:3] for step in (-1, 1)]
    own = [path.stem for path in raw.rglob("*.ts")][:20]
    for name in [*beside, *own]:
        assert got(stack, f"pieces/{name}.ts") == b"", name


def _replay(
    browser: Browser, stack: Stack, listener: Listener, began: float, cut_at: float, resumed_at: float
) -> None:
    """Reviewed by the head of the division, public afterwards, and without the cut part."""
    assert got(stack, "replay.mp4") == b""
    make = "from livestream.tasks import make_replays; make_replays()"
    head = staff(browser, stack, DIVISION_HEAD)

    def offered() -> bool:
        stack.manage("shell", "-c", make)
        head.reload()
        return "回放待审" in head.locator("body").inner_text()

    wait_for("the replay to be offered", offered, seconds=90)
    assert got(stack, "replay.mp4") == b""
    head.get_by_role("button", name="公开回放").click()
    film = wait_for("the replay", lambda: got(stack, "replay.mp4"))
    assert b"ftyp" in film[:64]
    whole = [got(stack, name) for name in playlist.names(got(stack, "stream.m3u8").decode())]
    assert len(whole) >= len(listener.content)
    for content in whole:
        when = taken(content)
        assert began + when.ends <= cut_at - DELAY + CLOCKS or began + when.begins >= resumed_at - 0.2
