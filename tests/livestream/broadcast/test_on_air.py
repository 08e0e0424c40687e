"""From the encoder to the reader: delay, cut, resume and end, as the public's own addresses answer (R51, R58)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from livestream.actions.base import ActionRefused
from livestream.actions.cut import CutBroadcast, ResumeBroadcast
from livestream.actions.go_live import GoLive
from livestream.actions.replay import DecideReplay, OfferReplay
from livestream.actions.set_up_broadcast import IssueKey, SetUpBroadcast
from livestream.broadcast import playlist, recording, segments
from livestream.models import LivestreamRecord, Session, Signature
from liwan_court.timetable import clock
from tests.livestream.broadcast.studio import DELAY, Studio, moment
from tests.livestream.court import actor

pytestmark = pytest.mark.django_db


def asked(studio: Studio, path: str, at: int) -> Any:
    cache.clear()
    with clock.at(moment(at)):
        return Client().get(f"/live/{studio.session.slug}/{path}")


def listed(studio: Studio, at: int) -> list[str]:
    """The content of each piece the public list names, in its order."""
    text = asked(studio, "stream.m3u8", at).content.decode()
    return [b"".join(asked(studio, name, at).streaming_content).decode() for name in playlist.names(text)]


def contents(*seconds: int) -> list[str]:
    return [f"piece {each}" for each in seconds]


def test_the_public_sees_what_is_older_than_the_delay_and_nothing_newer(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(60)
    assert listed(studio, 60) == contents(*range(8, 60 - DELAY + 1, 4))


def test_what_the_encoder_sent_before_going_on_air_is_never_shown(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(100)
    assert studio.released()[0] == 8, "the piece of the first seconds may hold what came before"


def test_after_a_cut_nothing_more_is_listed_until_resume_and_the_cut_part_never(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(60)
    before = listed(studio, 60)
    studio.cut(62)
    studio.live_until(120)
    assert listed(studio, 120) == before
    studio.resume(121)
    studio.live_until(200)
    assert studio.released() == [*range(8, 41, 4), *range(128, 181, 4)]
    text = asked(studio, "stream.m3u8", 200).content.decode()
    first_after = playlist.names(text)[listed(studio, 200).index("piece 128")]
    assert re.search(rf"#EXT-X-DISCONTINUITY\n#EXTINF:4\.000,\n{first_after}\n", text)
    studio.end(201)
    studio.follow(300)
    studio.fresh()
    assert studio.released() == [*range(8, 41, 4), *range(128, 201, 4)]


def test_unreleased_and_cut_pieces_answer_404_whatever_is_guessed(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(60)
    studio.cut(60)
    studio.live_until(80)
    rows = studio.fresh().broadcast.segments.all()
    assert rows.filter(cut=True).count() == len([n for n in studio.pieces if n > 40]) + 1
    public = rows.exclude(public_name="").first().public_name
    neighbours = [f"{int(public, 16) + step:032x}" for step in (-1, 1)]
    guesses = [row.raw_name.removesuffix(".ts") for row in rows] + neighbours + ["..%2f000004"]
    assert {asked(studio, f"pieces/{guess}.ts", 80).status_code for guess in guesses} == {404}
    assert b"".join(asked(studio, f"pieces/{public}.ts", 80).streaming_content)


def test_a_watcher_that_comes_twice_or_late_changes_nothing(studio: Studio) -> None:
    studio.on_air()
    studio.bring(60)
    assert studio.follow(60) == 9
    assert studio.follow(60) == 0
    assert studio.fresh().broadcast.segments.count() == 15


def test_a_missing_piece_is_passed_over_with_a_jump(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(20)
    (studio.folder / "000012.ts").unlink()
    studio.live_until(60)
    assert studio.released() == [8, 16, *range(20, 41, 4)]
    assert studio.session.broadcast.segments.get(raw_name="000016.ts").discontinuity


def test_another_judge_may_not_cut_and_the_handling_judge_may(studio: Studio) -> None:
    studio.on_air()
    with pytest.raises(ActionRefused, match="没有“切断”的权限"):
        CutBroadcast(studio.session, actor(studio.court.judge_two)).run()
    assert studio.fresh().state == Session.State.LIVE
    CutBroadcast(studio.session, actor(studio.court.judge)).run()
    assert studio.fresh().state == Session.State.PAUSED
    with pytest.raises(ActionRefused, match="没有在直播"):
        CutBroadcast(studio.session, actor(studio.court.judge)).run()
    ResumeBroadcast(studio.session, actor(studio.court.group_head)).run()
    assert studio.fresh().state == Session.State.LIVE
    verbs = LivestreamRecord.objects.filter(subject="session").values_list("verb", flat=True)
    assert list(verbs)[-2:] == ["切断", "恢复"]


def test_a_session_is_not_opened_without_screening_picture_or_at_the_wrong_time(studio: Studio) -> None:
    SetUpBroadcast(studio.session, actor(studio.court.camera), "stream", delay=DELAY).run()
    with clock.at(moment(0)), pytest.raises(ActionRefused, match="还没有收到编码器的推流"):
        GoLive(studio.session, actor(studio.court.camera)).run()
    SetUpBroadcast(studio.session, actor(studio.court.camera), "text").run()
    with clock.at(moment(-4000)), pytest.raises(ActionRefused, match="不在开播时间"):
        GoLive(studio.session, actor(studio.court.camera)).run()
    screening = studio.session.nomination.screening
    Signature.objects.create(
        screening=screening, role="head", officer=studio.court.head, decision="veto", reason="不宜"
    )
    with clock.at(moment(0)), pytest.raises(ActionRefused, match="双签"):
        GoLive(studio.session, actor(studio.court.camera)).run()
    assert studio.fresh().state == Session.State.READY


@pytest.mark.parametrize(
    ("mode", "address", "delay", "told"),
    [
        ("outside", "javascript:alert(1)", 60, "直播地址"),
        ("outside", "", 60, "直播地址"),
        ("stream", "", 301, "0至300秒"),
        ("radio", "", 60, "没有这种直播方式"),
    ],
)
def test_a_broadcast_is_not_set_up_with_what_cannot_work(
    studio: Studio, mode: str, address: str, delay: int, told: str
) -> None:
    with pytest.raises(ActionRefused, match=told):
        SetUpBroadcast(studio.session, actor(studio.court.research), mode, address, delay).run()
    assert not hasattr(studio.fresh(), "broadcast")


def push(studio: Studio, key: str, at: int, call: str = "publish", client: str = "1", **headers: str) -> int:
    data = {"call": call, "name": studio.session.slug, "key": key, "addr": "10.0.0.9", "clientid": client}
    hook = {"publish": "publish", "publish_done": "publish-done", "update_publish": "update"}[call]
    with clock.at(moment(at)):
        return Client().post(f"/live/hooks/{hook}/", data, headers=headers).status_code


def test_an_encoder_is_let_in_by_its_key_at_its_time_and_alone(studio: Studio) -> None:
    SetUpBroadcast(studio.session, actor(studio.court.camera), "stream").run()
    key = IssueKey(studio.session, actor(studio.court.camera)).run()
    assert len(key) == 40
    assert key not in studio.fresh().broadcast.key_hash
    assert push(studio, "0" * 40, 0) == 403
    assert push(studio, key, -1801) == 403
    assert push(studio, key, 0) == 200
    assert push(studio, key, 5, client="2") == 403, "a second one beside it"
    push(studio, key, 6, "publish_done", client="2")
    assert studio.fresh().broadcast.publishing, "the end of a refused push is not the end of the first"
    push(studio, key, 7, "publish_done", client="1")
    assert not studio.fresh().broadcast.publishing
    assert push(studio, key, 8, client="3") == 200
    assert push(studio, key, 60, client="4") == 200, "the one before has been silent for too long"
    failed = LivestreamRecord.objects.filter(verb="推流被拒").values_list("detail", flat=True)
    assert [row["failed"] for row in failed] == [["key"], ["time"], ["alone"]]
    assert key not in str(list(LivestreamRecord.objects.values_list("detail", flat=True)))


def test_a_push_goes_on_only_while_it_is_the_one_that_was_admitted(studio: Studio) -> None:
    SetUpBroadcast(studio.session, actor(studio.court.camera), "stream").run()
    first = IssueKey(studio.session, actor(studio.court.camera)).run()
    assert push(studio, first, 0) == 200
    assert push(studio, first, 5, "update_publish") == 200
    assert push(studio, first, 5, "update_publish", client="2") == 403
    second = IssueKey(studio.session, actor(studio.court.camera)).run()
    assert push(studio, first, 6, "update_publish") == 403, "its key is void"
    assert push(studio, second, 7, client="3") == 200
    with clock.at(moment(8)):
        GoLive(studio.session, actor(studio.court.camera)).run()
    assert push(studio, second, 9, "update_publish", client="3") == 200
    studio.end(10)
    assert push(studio, second, 11, "update_publish", client="3") == 403, "the broadcast is over"


def test_the_hooks_answer_the_stream_server_only(studio: Studio) -> None:
    assert push(studio, "", 0, **{"X-Forwarded-For": "1.2.3.4"}) == 404
    with override_settings(LIVE_HOOK_SECRET="geheim"):
        assert push(studio, "", 0) == 404
        assert push(studio, "", 0, **{"X-Live-Secret": "falsch"}) == 404
        assert push(studio, "", 0, **{"X-Live-Secret": "geheim"}) == 403


def test_a_replay_is_closed_until_somebody_else_has_reviewed_it_and_after_it_was_taken_down(
    studio: Studio,
) -> None:
    studio.on_air()
    studio.live_until(100)
    studio.end(101)
    studio.follow(130)
    piece = studio.fresh().broadcast.segments.exclude(public_name="").first().public_name
    assert asked(studio, "stream.m3u8", 180).content.decode().endswith("#EXT-X-ENDLIST\n")
    assert asked(studio, "stream.m3u8", 2000).status_code == 404
    assert asked(studio, f"pieces/{piece}.ts", 2000).status_code == 404
    with clock.at(moment(2000)):
        assert [row.pk for row in recording.due()] == [studio.session.broadcast.pk]
        OfferReplay(studio.session, None).run()
        assert recording.due() == []
    with pytest.raises(ActionRefused, match="您操作过本场直播"):
        DecideReplay(studio.session, actor(studio.court.camera), public=True).run()
    with pytest.raises(ActionRefused, match="没有“审核回放”的权限"):
        DecideReplay(studio.session, actor(studio.court.judge), public=True).run()
    DecideReplay(studio.session, actor(studio.court.head), public=True).run()
    assert listed(studio, 90000) == contents(*range(8, 101, 4))
    DecideReplay(studio.session, actor(studio.court.head), public=False, reason="当事人申请").run()
    assert asked(studio, "stream.m3u8", 90000).status_code == 404
    assert asked(studio, f"pieces/{piece}.ts", 90000).status_code == 404


def test_a_pulled_session_releases_and_shows_nothing(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(60)
    Session.objects.filter(pk=studio.session.pk).update(state=Session.State.PULLED)
    assert segments.release(studio.fresh().broadcast) == 0
    assert asked(studio, "stream.m3u8", 70).status_code == 404


def test_the_state_says_so_when_it_is_cut_or_the_encoder_is_gone(studio: Studio) -> None:
    def state(at: int) -> str:
        return str(asked(studio, "stream/", at).json()["state"])

    studio.on_air()
    studio.live_until(24)
    assert asked(studio, "stream/", 25).json() == {
        "state": "starting", "says": "直播已开始，画面稍候出现。", "playable": False,
    }  # fmt: skip
    studio.live_until(60)
    assert state(61) == "live"
    assert state(120) == "paused", "nothing has come for a minute"
    studio.live_until(120)
    studio.cut(121)
    assert state(121) == "paused"
    studio.resume(150)
    studio.live_until(166)
    assert state(166) == "paused", "resumed, but nothing has come out yet"
    studio.live_until(180)
    assert state(180) == "live"
    assert asked(studio, "stream/", 180).json()["playable"]
