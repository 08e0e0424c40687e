"""R51: what must not be public is held back by the delay, cut at once, and never shown, the replay included."""

from __future__ import annotations

import re

from django.core.cache import cache
from django.test import Client

from livestream.broadcast import playlist
from livestream.models import Cut, LivestreamRecord, Session
from livestream.tasks import make_replays
from liwan_court.registry.models import Officer
from liwan_court.timetable import clock
from tests.livestream.broadcast.studio import DELAY, Studio, moment, studio
from tests.livestream.court import at, page, said

__all__ = ["studio"]


def press(studio: Studio, who: Officer, verb: str, second: int, **data: str) -> str:
    """A button of the console at a second of the hearing."""
    cache.clear()
    with clock.at(moment(second)):
        return said(at(who).post(page("live_console_act", studio.session.pk, verb), data, follow=True))


def set_up(studio: Studio) -> str:
    """The member on duty sets up the stream and gets the key; the key is read from the page."""
    camera = at(studio.court.camera)
    with clock.at(moment(-1200)):
        data = {"mode": "stream", "delay": str(DELAY), "address": ""}
        camera.post(page("live_console_setup", studio.session.pk), data)
        shown = said(camera.post(page("live_console_key", studio.session.pk)))
    found = re.search(r"key=([0-9a-f]{40})", shown)
    assert found
    return found[1]


def push(studio: Studio, key: str, second: int, client: str = "7") -> int:
    """What the stream server asks when an encoder connects."""
    data = {
        "name": studio.session.slug,
        "key": key,
        "addr": "10.0.0.9",
        "clientid": client,
        "call": "publish",
    }
    with clock.at(moment(second)):
        return int(Client().post("/live/hooks/publish/", data).status_code)


def on_air(studio: Studio) -> None:
    assert push(studio, set_up(studio), -60) == 200
    assert "已开播" in press(studio, studio.court.camera, "go-live", 0)


def seen(studio: Studio, second: int) -> list[str]:
    """The pieces that a player gets at a second."""
    cache.clear()
    with clock.at(moment(second)):
        base = studio.session.get_absolute_url()
        listed = Client().get(f"{base}stream.m3u8")
        if listed.status_code == 404:
            return []
        names = playlist.names(said(listed))
        return [b"".join(Client().get(f"{base}{name}").streaming_content).decode() for name in names]


def test_r51_the_public_sees_later_and_a_cut_shows_nothing_that_was_not_out(studio: Studio) -> None:
    on_air(studio)
    studio.live_until(60)
    assert seen(studio, 60)[-1] == f"piece {60 - DELAY}"
    before = seen(studio, 60)
    assert "已切断" in press(studio, studio.court.camera, "cut", 61, reason="证人说出住址")
    studio.live_until(120)
    assert seen(studio, 120) == before
    assert "已恢复" in press(studio, studio.court.camera, "resume", 121)
    studio.live_until(200)
    after = seen(studio, 200)
    hidden = {f"piece {second}" for second in range(44, 125, 4)}
    assert after[: len(before)] == before
    assert not hidden & set(after)
    assert Cut.objects.get().reason == "证人说出住址"
    verbs = list(LivestreamRecord.objects.filter(subject="session").values_list("verb", flat=True))
    assert [verb for verb in verbs if verb in ("开播", "切断", "恢复")] == ["开播", "切断", "恢复"]


def test_r51_the_replay_holds_no_cut_piece_and_is_public_after_another_persons_review(studio: Studio) -> None:
    on_air(studio)
    studio.live_until(60)
    press(studio, studio.court.camera, "cut", 61)
    press(studio, studio.court.camera, "resume", 101)
    studio.pieces = [*studio.pieces, 100]
    studio.live_until(160)
    press(studio, studio.court.camera, "end", 161)
    for second in range(162, 200, 2):
        studio.follow(second)
    with clock.at(moment(600)):
        make_replays()
    assert seen(studio, 7200) == []
    decide = page("live_console_replay", studio.session.pk)
    review = page("live_review_list", studio.session.pk)
    with clock.at(moment(7200)):
        assert at(studio.court.judge).get(review).status_code == 403
        assert at(studio.court.head).get(review).status_code == 200
        own = at(studio.court.camera).post(decide, {"decision": "public"}, follow=True)
        assert "您操作过本场直播，回放须由他人审核" in said(own)
        bare = at(studio.court.head).post(decide, {"decision": "withheld"}, follow=True)
        assert "必须写明理由" in said(bare)
        at(studio.court.head).post(decide, {"decision": "public"})
    shown = seen(studio, 7300)
    assert shown
    assert not {f"piece {second}" for second in range(44, 105, 4)} & set(shown)
    with clock.at(moment(7400)):
        at(studio.court.head).post(decide, {"decision": "withheld", "reason": "当事人申请"})
    assert seen(studio, 7500) == []


def test_r51_the_judge_may_cut_and_others_may_not(studio: Studio) -> None:
    on_air(studio)
    console = page("live_console", studio.session.pk)
    with clock.at(moment(10)):
        assert at(studio.court.judge_of_two).get(console).status_code == 403
        assert 'id="cut"' not in said(at(studio.court.head).get(console))
        assert 'id="cut"' in said(at(studio.court.judge).get(console))
    assert "没有“切断”的权限" in press(studio, studio.court.head, "cut", 11)
    assert "已切断" in press(studio, studio.court.judge, "cut", 12)
    assert studio.fresh().state == Session.State.PAUSED


def test_r51_a_cut_made_without_a_word_is_explained_once_afterwards(studio: Studio) -> None:
    on_air(studio)
    press(studio, studio.court.judge, "cut", 12)
    cut = Cut.objects.get()
    explain = page("live_console_explain", studio.session.pk, cut.pk)
    assert not cut.is_explained

    def write(who: Officer, reason: str) -> str:
        with clock.at(moment(60)):
            return said(at(who).post(explain, {"reason": reason}, follow=True))

    assert "没有“补记切断原因”的权限" in write(studio.court.head, "证人说出住址")
    assert "请写明切断的原因" in write(studio.court.camera, " ")
    assert "已记下原因" in write(studio.court.camera, "证人说出住址")
    assert "原因已经写明" in write(studio.court.judge, "别的原因")
    assert Cut.objects.get().reason == "证人说出住址"
    assert LivestreamRecord.objects.filter(verb="补记切断原因").count() == 1


def test_r51_an_encoder_with_the_wrong_key_or_at_the_wrong_time_is_turned_away(studio: Studio) -> None:
    key = set_up(studio)
    assert push(studio, "0" * 40, 0) == 403
    assert push(studio, key, -3600) == 403
    assert push(studio, key, 0) == 200
    assert push(studio, key, 1, client="8") == 403
    with clock.at(moment(2)):
        again = said(at(studio.court.camera).post(page("live_console_key", studio.session.pk)))
    assert key not in again
    assert push(studio, key, 3, client="9") == 403


def test_r51_it_does_not_open_without_a_picture_and_says_what_to_do(studio: Studio) -> None:
    set_up(studio)
    assert "请检查推流地址和密钥，或改为图文直播" in press(studio, studio.court.camera, "go-live", 0)
    assert studio.fresh().state == Session.State.READY
