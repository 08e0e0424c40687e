"""A network that stalls, a watcher that sleeps, a server that writes a name anew: none of them lets a cut picture out (R51)."""

from __future__ import annotations

import os

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client

from livestream.broadcast import playlist, recording, segments, storage
from livestream.models import Broadcast, Session
from liwan_court.timetable import clock
from tests.livestream.broadcast.studio import DELAY, PIECE_SECONDS, Studio, moment

pytestmark = pytest.mark.django_db


def bring(studio: Studio, pieces: dict[int, float], *, discontinuity_before: int = 0) -> None:
    """Pieces by the second their picture ended, each with the second at which it arrived."""
    studio.folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for ended, arrived in pieces.items():
        path = studio.folder / f"{ended:06d}.ts"
        path.write_bytes(f"piece {ended}".encode())
        os.utime(path, (moment(arrived).timestamp(),) * 2)
        lines += ["#EXT-X-DISCONTINUITY"] if ended == discontinuity_before else []
        lines += [f"#EXTINF:{PIECE_SECONDS}.000,", path.name]
    (studio.folder / storage.INDEX).write_text("\n".join(["#EXTM3U", *lines, ""]))


def stalled_at_40_until_70(studio: Studio) -> dict[int, float]:
    """Up to 40 in time; then nothing comes for half a minute, and what was taken meanwhile comes in a burst."""
    pieces: dict[int, float] = {ended: ended for ended in range(4, 41, 4)}
    pieces |= {ended: 70 + (ended - 40) / 20 for ended in range(44, 73, 4)}
    return pieces | {ended: ended for ended in range(76, 161, 4)}


def follow_until(studio: Studio, pieces: dict[int, float], since: int, until: int) -> None:
    for at in range(since, until, 2):
        bring(studio, {ended: arrived for ended, arrived in pieces.items() if arrived <= at})
        studio.follow(at)


def test_pictures_of_a_cut_that_a_stalled_network_brings_after_the_resume_are_never_shown(
    studio: Studio,
) -> None:
    studio.on_air()
    pieces = stalled_at_40_until_70(studio)
    follow_until(studio, pieces, 2, 50)
    studio.cut(50)
    studio.resume(60)
    follow_until(studio, pieces, 62, 200)
    after = [ended for ended in studio.released() if ended > 50 - DELAY]
    assert after, "it goes on"
    assert min(after) - PIECE_SECONDS >= 60


def test_without_a_cut_a_burst_is_shown_whole(studio: Studio) -> None:
    studio.on_air()
    follow_until(studio, stalled_at_40_until_70(studio), 2, 200)
    assert studio.released() == list(range(8, 161, 4))


def test_a_new_push_begins_in_time(studio: Studio) -> None:
    studio.on_air()
    bring(studio, {4: 4, 8: 38, 12: 42}, discontinuity_before=12)
    studio.follow(43)
    late = studio.fresh().broadcast.segments.values_list("late_seconds", flat=True)
    assert list(late) == [0.0, 30.0, 0.0]


def test_a_watcher_that_slept_through_the_cut_lets_nothing_of_it_out(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(40)
    studio.bring(52)
    studio.cut(52)
    studio.bring(80)
    studio.resume(80)
    studio.live_until(160)
    assert not [ended for ended in studio.released() if 40 - DELAY < ended < 84]


def test_what_is_on_the_disk_at_a_resume_is_aside_whatever_its_clock_says(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(40)
    studio.cut(41)
    ahead = studio.folder / "000099.ts"
    ahead.write_bytes(b"piece 99")
    os.utime(ahead, (moment(4000).timestamp(),) * 2)
    index = studio.folder / storage.INDEX
    index.write_text(f"{index.read_text()}#EXTINF:4.000,\n000099.ts\n")
    studio.resume(60)
    studio.follow(5000)
    assert studio.fresh().broadcast.segments.get(raw_name="000099.ts").cut


def test_a_piece_whose_name_was_written_anew_is_not_released_and_a_released_one_stays(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(40)
    base = studio.session.get_absolute_url()
    for name in ("000020.ts", "000024.ts"):
        with (studio.folder / name).open("r+b") as opened:
            opened.write(b"anothe")
    studio.live_until(60)
    assert 24 not in studio.released()
    cache.clear()
    with clock.at(moment(60)):
        names = playlist.names(Client().get(f"{base}stream.m3u8").content.decode())
        shown = [b"".join(Client().get(f"{base}{name}").streaming_content) for name in names]
    assert b"piece 20" in shown
    assert not [content for content in shown if content.startswith(b"anothe")]


def test_private_pieces_go_after_their_days_reviewed_or_not_and_released_ones_stay(
    studio: Studio, settings: pytest.FixtureRequest
) -> None:
    settings.LIVE_RAW_DAYS = 30  # type: ignore[attr-defined]
    studio.on_air()
    studio.live_until(60)
    studio.end(61)
    studio.follow(120)
    released = [path.name for path in storage.public_folder(studio.session.slug).iterdir()]
    day = 24 * 3600
    with clock.at(moment(31 * day)):
        assert recording.clean() == 0, "its replay is still to be made"
    Broadcast.objects.update(replay=Broadcast.Replay.REVIEW)
    with clock.at(moment(29 * day)):
        assert recording.clean() == 0
    with clock.at(moment(31 * day)):
        assert recording.clean() == 1
        assert recording.clean() == 0
    assert not studio.folder.exists()
    assert sorted(path.name for path in storage.public_folder(studio.session.slug).iterdir()) == sorted(
        released
    )


def test_pieces_of_a_session_that_never_opened_go_too(studio: Studio) -> None:
    studio.on_air()
    studio.bring(20)
    Broadcast.objects.update(started_at=None)
    Session.objects.update(state=Session.State.PULLED)
    with clock.at(moment(40 * 24 * 3600)):
        assert recording.clean() == 1
    assert not studio.folder.exists()


def test_a_stream_that_cannot_be_followed_does_not_keep_the_others_waiting(
    studio: Studio, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    studio.on_air()
    studio.bring(40)
    (studio.folder / storage.INDEX).unlink()
    (studio.folder / storage.INDEX).mkdir()
    with clock.at(moment(40)):
        assert len(list(segments.followed())) == 1
        call_command("follow_streams", "--once")
    assert "公开0个切片" in capsys.readouterr().out
    assert "Is a directory" in caplog.text
    assert str(studio.folder) not in caplog.text
