"""The camera of the demonstration: a stream of its own where ffmpeg is installed, ended with its broadcast."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command

from livestream.broadcast import segments, storage
from livestream.demo import camera
from livestream.models import Session
from liwan_court.timetable import clock
from tests.livestream.broadcast.studio import Studio, moment, studio
from tests.livestream.court import live_court
from tests.polling import wait_for

__all__ = ["live_court", "studio"]
pytestmark = pytest.mark.django_db


def test_it_is_refused_outside_the_demonstration_and_without_ffmpeg(
    studio: Studio, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CommandError, match="只能在演示环境使用"):
        call_command("demo_stream", studio.session.slug)
    settings.DEMO = True
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(CommandError, match="只能在演示环境使用"):
        call_command("demo_stream", studio.session.slug)
    assert studio.fresh().state == Session.State.READY


@pytest.mark.debian
def test_it_pushes_until_the_broadcast_ends(
    studio: Studio, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DEMO = True
    with pytest.raises(CommandError, match="没有这个场次"):
        call_command("demo_stream", "nobody")
    with clock.at(moment(-4000)), pytest.raises(CommandError, match="不在"):
        call_command("demo_stream", studio.session.slug)
    with clock.at(moment(0)):
        call_command("demo_stream", studio.session.slug)
    assert studio.session.get_absolute_url() in capsys.readouterr().out
    eye = camera.Camera()
    try:
        with clock.at(moment(1)):
            eye.tend()
            eye.tend()
        assert list(eye.running) == [studio.session.slug]
        process = eye.running[studio.session.slug]
        index = storage.raw_folder(studio.session.slug) / storage.INDEX
        wait_for("a piece", index.exists, seconds=40)
        assert segments.record(studio.fresh().broadcast) >= 1
        studio.end(60)
        with clock.at(moment(61)):
            eye.tend()
        assert not eye.running
        assert process.poll() is not None
    finally:
        eye.stop()
