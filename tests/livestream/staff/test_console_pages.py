"""The list of consoles: each sees his own, it costs the same however long it is, and the page learns what has changed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from livestream.models import Broadcast, Duty, Member, Session
from livestream.staff import consoles
from liwan_court.registry.models import Officer
from liwan_court.timetable import clock
from tests.livestream.broadcast.studio import BEGINS, Studio, moment, studio
from tests.livestream.court import actor, at, live_court, page, said

__all__ = ["live_court", "studio"]


def another(studio: Studio, number: int, days: int) -> Session:
    """One more session of the division, some days away, with its duty and a stream."""
    row = Session.objects.get(pk=studio.session.pk)
    nomination = row.nomination
    nomination.pk, nomination.case = None, studio.court.cases[number]
    nomination.save()
    row.pk, row.nomination, row.slug = None, nomination, f"another-{number}"
    row.begins_at, row.ends_at = BEGINS + dt.timedelta(days=days), BEGINS + dt.timedelta(days=days, hours=2)
    row.save()
    member = Member.objects.get(officer=studio.court.camera)
    Duty.objects.create(session=row, rostered=member, member=member)
    Broadcast.objects.create(session=row, mode="stream")
    return row


def listed(who: Officer) -> str:
    with clock.at(moment(0)):
        return said(at(who).get(page("live_consoles")))


def test_each_sees_the_consoles_that_are_open_to_him(studio: Studio) -> None:
    number, court = studio.session.case_number, studio.court
    for who in (
        court.camera,
        court.group_head,
        court.judge,
        court.head,
        court.research,
        court.vice_president,
    ):
        assert number in listed(who), who
        with clock.at(moment(0)):
            assert at(who).get(page("live_console", studio.session.pk)).status_code == 200
    for other in (court.judge_of_two, court.head_two, court.typist):
        assert number not in listed(other), other
        assert "没有您可以查看的直播" in listed(other)
        with clock.at(moment(0)):
            assert at(other).get(page("live_console", studio.session.pk)).status_code == 403


def test_the_list_costs_the_same_queries_however_long(
    studio: Studio, django_assert_max_num_queries: Any
) -> None:
    def count() -> int:
        with clock.at(moment(0)), django_assert_max_num_queries(60) as queries:
            content = said(client.get(page("live_consoles")))
        assert content.count("/console/") == Session.objects.count()
        return len(queries.captured_queries)

    Broadcast.objects.create(session=studio.session, mode="stream")
    client = at(studio.court.research)
    another(studio, 1, 7)
    another(studio, 2, -7)
    first = count()
    another(studio, 3, 14)
    another(studio, 4, -14)
    assert count() == first


def test_the_desk_counts_what_is_ones_own_today_and_what_waits_for_review(studio: Studio) -> None:
    court = studio.court
    another(studio, 1, 7)
    old = another(studio, 2, -90)
    Session.objects.filter(pk=old.pk).update(state=Session.State.ENDED)
    Broadcast.objects.filter(session=old).update(replay=Broadcast.Replay.REVIEW)

    def counts(who: Officer) -> dict[str, int | None]:
        with clock.at(moment(0)):
            return {item.label: item.count for item in consoles.items(actor(who))}

    today = "今天由我操作或者审理的直播"
    assert counts(court.judge) == {today: 1}
    assert counts(court.camera) == {today: 1, "回放待审": 1}, (
        "who operated is turned away by the review itself"
    )
    assert counts(court.head) == {"回放待审": 1}
    assert counts(court.head_two) == {"回放待审": 0}
    assert counts(court.typist) == {}
    assert "another-2" not in listed(court.head)
    assert f"sessions/{old.pk}/console/" in listed(court.head), "a replay under review stays in the list"


def test_the_page_learns_that_the_encoder_is_there(studio: Studio) -> None:
    camera = at(studio.court.camera)

    def now() -> dict[str, Any]:
        with clock.at(moment(0)):
            answer: dict[str, Any] = camera.get(page("live_console_state", studio.session.pk)).json()
            return answer

    nothing = now()
    assert nothing["says"] == "尚未设置直播方式"
    assert not nothing["publishing"]
    studio.on_air()
    studio.live_until(60)
    with clock.at(moment(60)):
        there = camera.get(page("live_console_state", studio.session.pk)).json()
        content = said(camera.get(page("live_console", studio.session.pk)))
    assert there["publishing"]
    assert there["pieces"] == 9
    assert there["page"] != nothing["page"]
    assert f'data-page="{there["page"]}"' in content
    with clock.at(moment(61)):
        assert (
            at(studio.court.judge_of_two).get(page("live_console_state", studio.session.pk)).status_code
            == 403
        )
