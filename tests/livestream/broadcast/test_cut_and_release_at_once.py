"""A cut and a release at the same moment: the release waits for the cut, and then finds nothing to let out (R51)."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from livestream.actions.cut import CutBroadcast
from livestream.broadcast import segments
from liwan_court.timetable import clock
from tests.livestream.broadcast.studio import DELAY, Studio, moment
from tests.livestream.court import actor
from tests.polling import wait_for

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def waiting() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchone()[0])


def test_a_release_that_comes_while_a_cut_is_made_lets_nothing_out(studio: Studio) -> None:
    studio.on_air()
    studio.live_until(40)
    studio.bring(60)
    with clock.at(moment(60)):
        segments.record(studio.fresh().broadcast)
    before, released = studio.released(), []

    def release() -> None:
        with clock.at(moment(60)):
            released.append(segments.release(studio.session.broadcast))
        connection.close()

    watcher = threading.Thread(target=release)
    with transaction.atomic(), clock.at(moment(60)):
        CutBroadcast(studio.session, actor(studio.court.camera)).run()
        watcher.start()
        wait_for("the release to wait for the cut", waiting)
    watcher.join(20)
    assert released == [0]
    assert studio.released() == before
    assert max(before) <= 40 - DELAY
