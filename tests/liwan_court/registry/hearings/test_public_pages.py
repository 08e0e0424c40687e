"""What everybody reads of hearings: by day and past, found, subscribed to; never a closed one, never a party (R40)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from liwan_court.registry.actions.notices import State
from liwan_court.registry.models import HearingNotice
from liwan_court.timetable import clock
from tests.liwan_court.registry.hearings.room import (
    ALIAS,
    DEFENDANT,
    LATER,
    MONDAY,
    PLAINTIFF,
    SOON,
    Room,
    announce,
    enter,
    make_case,
    make_notice,
    read,
    said,
)

LAST_YEAR = dt.datetime(2025, 6, 3, 9, tzinfo=clock.ZONE)


def sitemap() -> str:
    return said(Client().get("/sitemap-hearings.xml"))


def everywhere(notice: HearingNotice) -> dict[str, str]:
    """Every public place in which a notice could stand, as text."""
    return {
        "list": said(read("list")),
        "archive": said(read("list", when="past")),
        "search": said(read("list", q=notice.case_number)),
        "calendar": said(read("calendar")),
        "feed": said(read("feed")),
        "sitemap": sitemap(),
    }


def test_an_open_hearing_is_in_every_place_and_no_party_is(room: Room) -> None:
    announce(room.judge, room.case, panel="法官甲")
    notice = HearingNotice.objects.get()
    places = everywhere(notice)
    assert all(notice.get_absolute_url() in places[place] for place in ("list", "search", "feed", "sitemap"))
    assert notice.case_number in places["calendar"]
    places["page"] = said(read("detail", notice.pk))
    places["event"] = said(read("event", notice.pk))
    for text in places.values():
        assert not [name for name in (PLAINTIFF, DEFENDANT, ALIAS) if name in text]


@pytest.mark.parametrize("flag", ["closed_hearing", "secrets", "juvenile"])
def test_a_closed_hearing_is_nowhere(room: Room, flag: str) -> None:
    setattr(room.case, flag, True)
    room.case.save()
    announce(room.judge, room.case)
    notice = HearingNotice.objects.get()
    for place, text in everywhere(notice).items():
        assert f"{notice.get_absolute_url()}" not in text, place
        assert "第三法庭" not in text, place
    for name in ("detail", "event"):
        hidden, unknown = read(name, notice.pk), read(name, 987654)
        assert hidden.status_code == unknown.status_code == 404
        assert said(hidden) == said(unknown).replace("/987654/", f"/{notice.pk}/")


def test_an_address_that_no_row_can_have_is_unknown(room: Room) -> None:
    assert read("detail", 10**30).status_code == 404
    assert read("event", 10**30).status_code == 404


def test_the_archive_keeps_what_was_changed_and_what_was_cancelled(room: Room) -> None:
    old = make_notice(room.case, LAST_YEAR, state=State.CHANGED, ended_at=LAST_YEAR)
    new = make_notice(room.case, LAST_YEAR + dt.timedelta(days=7), replaces=old)
    off = make_notice(
        room.case_two, LAST_YEAR, courtroom="第五法庭", state=State.CANCELLED, ended_at=LAST_YEAR
    )
    shown = said(read("list", when="past"))
    assert all(row.get_absolute_url() in shown for row in (old, new, off))
    assert "已改期" in shown
    assert "已取消" in shown
    assert new.get_absolute_url() in said(read("detail", old.pk))
    assert "取消" in said(read("detail", off.pk))
    assert old.get_absolute_url() not in said(read("list"))


def test_what_an_open_notice_was_changed_into_stays_hidden_where_it_is_closed(room: Room) -> None:
    announce(room.judge, room.case)
    old = HearingNotice.objects.get()
    room.case.closed_hearing = True
    room.case.save()
    enter(room.judge, room.case, "change", row=old.pk, begins_at="2026-03-27T14:30", courtroom="第八法庭")
    new = HearingNotice.objects.get(replaces=old)
    assert not new.public
    answer = read("detail", old.pk)
    assert new.get_absolute_url() not in said(answer)
    assert "第八法庭" not in said(answer)
    assert "3月27日" not in said(answer)


def test_a_notice_of_a_case_that_turned_out_to_be_closed_is_no_longer_shown(room: Room) -> None:
    notice = make_notice(room.case)
    room.case.juvenile = True
    room.case.save()
    assert read("detail", notice.pk).status_code == 404
    assert notice.get_absolute_url() not in said(read("list"))
    assert notice.get_absolute_url() not in sitemap()


@pytest.mark.parametrize(
    "words",
    [
        "（2026）粤0103民初1号",
        "(2026)粤0103民初1号",
        " （2026） 粤0103 民初 1 号 ",
        "〔２０２６〕粤０１０３民初１号",
        "(2026)粤0103民初1",
        "民初1号",
        "买卖合同",
        "第三法庭",
        "买卖 第三法庭",
    ],
)
def test_a_hearing_is_found(room: Room, words: str) -> None:
    mine = make_notice(room.case)
    other = make_notice(room.case_two, courtroom="第五法庭", cause="离婚纠纷")
    shown = said(read("list", q=words))
    assert mine.get_absolute_url() in shown
    assert (other.get_absolute_url() in shown) is (words == "(2026)粤0103民初1")


def test_a_near_miss_of_a_number_is_answered_with_the_number_meant(room: Room) -> None:
    row = make_notice(room.case)
    shown = said(read("list", q="2026粤0103民初1号"))
    assert row.get_absolute_url() not in shown
    assert "你是不是要找<a" in shown
    assert f">{row.case_number}</a>？" in shown


def test_division_and_days_narrow_the_list(room: Room) -> None:
    mine, other = make_notice(room.case, SOON), make_notice(room.case_two, LATER)
    for query, expected in (
        ({"division": "minyi"}, [mine]),
        ({"division": "miner"}, [other]),
        ({"division": "none"}, []),
        ({"from": "2026-03-21"}, [other]),
        ({"to": "2026-03-20"}, [mine]),
        ({"from": "2026-03-20", "to": "2026-03-27"}, [mine, other]),
        ({"from": "2026-03-28", "to": "2026-03-01"}, []),
    ):
        shown = said(read("list", **query))
        assert [row for row in (mine, other) if row.get_absolute_url() in shown] == expected, query


@pytest.mark.parametrize("name", ["from", "to"])
@pytest.mark.parametrize(
    "value", ["x", "2026-02-30", "0001-01-01", "9999-12-31", "\x00", "2026-13-01", "-1", "１９９９-01-01"]
)
def test_a_day_that_makes_no_sense_is_no_error(room: Room, name: str, value: str) -> None:
    make_notice(room.case)
    for when in ("", "past"):
        assert read("list", **{name: value, "when": when}).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        {"page": "0"}, {"page": "-3"}, {"page": "x"}, {"page": "９"}, {"page": "9" * 30}, {"q": "\x00"}, {"q": "a\x00b"},
        {"q": "%"}, {"q": "\u200b"}, {"q": "（" * 500}, {"division": "\x00"}, {"when": "\x00"},
    ],
)  # fmt: skip
def test_a_query_that_makes_no_sense_is_no_error(room: Room, query: dict[str, str]) -> None:
    make_notice(room.case)
    assert read("list", **query).status_code == 200


def test_no_null_character_reaches_the_database(room: Room) -> None:
    for name in ("q", "division"):
        with CaptureQueriesContext(connection) as made:
            read("list", **{name: "a\x00b"})
        assert not [each["sql"] for each in made.captured_queries if "\x00" in each["sql"]]


@pytest.mark.parametrize("when", ["", "past"])
def test_many_hearings_cost_no_more_queries_than_one(room: Room, when: str) -> None:
    first = LAST_YEAR if when else SOON

    def queries() -> int:
        with CaptureQueriesContext(connection) as made:
            assert read("list", when=when).status_code == 200
        return len(made.captured_queries)

    make_notice(room.case, first)
    one = queries()
    for number in range(2, 40):
        case = make_case(number, room.division, room.judge)
        make_notice(case, first + dt.timedelta(hours=number))
    assert queries() == one
    assert one <= 5


@pytest.mark.parametrize("name", ["calendar", "feed"])
def test_many_hearings_cost_calendar_and_feed_no_more_queries_than_one(room: Room, name: str) -> None:
    make_notice(room.case)
    with CaptureQueriesContext(connection) as made:
        read(name)
    one = len(made.captured_queries)
    for number in range(2, 12):
        make_notice(make_case(number, room.division, room.judge), SOON + dt.timedelta(hours=number))
    with CaptureQueriesContext(connection) as made:
        read(name)
    assert len(made.captured_queries) == one


def test_every_page_of_a_long_archive_can_be_reached(room: Room) -> None:
    rows = [make_notice(room.case, LAST_YEAR + dt.timedelta(days=number)) for number in range(45)]
    seen: set[str] = set()
    for number in (1, 2, 3):
        shown = said(read("list", when="past", page=str(number)))
        seen |= {row.get_absolute_url() for row in rows if f'"{row.get_absolute_url()}"' in shown}
    assert seen == {row.get_absolute_url() for row in rows}


def test_the_calendar_cancels_what_was_changed_or_cancelled(room: Room) -> None:
    make_notice(room.case)
    off = make_notice(room.case_two, LATER, state=State.CANCELLED, ended_at=MONDAY)
    make_notice(room.case, LAST_YEAR, courtroom="第九法庭")
    answer = read("calendar")
    text = said(answer)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert text.count("BEGIN:VEVENT") == 2
    assert text.count("STATUS:CONFIRMED") == 1
    assert text.count("STATUS:CANCELLED") == 1
    assert "第九法庭" not in text
    assert f"UID:hearing-{off.pk}@liwan-court" in text
    assert "DTSTART;TZID=Asia/Shanghai:20260320T093000" in text
    assert "STATUS:CANCELLED" in said(read("event", off.pk))


def test_a_cancelled_hearing_comes_up_in_the_feed_again(room: Room) -> None:
    for number in range(2, 70):
        make_notice(
            make_case(number, room.division, room.judge), SOON + dt.timedelta(hours=number),
            published_at=MONDAY - dt.timedelta(days=1),
        )  # fmt: skip
    off = make_notice(
        room.case,
        state=State.CANCELLED,
        published_at=MONDAY - dt.timedelta(days=30),
        ended_at=MONDAY - dt.timedelta(hours=1),
    )
    text = said(read("feed"))
    assert off.get_absolute_url() in text
    assert "已取消" in text


def test_the_same_calendar_is_the_same_answer(room: Room) -> None:
    make_notice(room.case)
    with clock.at(MONDAY):
        first = Client().get("/hearings/calendar.ics")
    with clock.at(MONDAY + dt.timedelta(minutes=5)):
        again = Client().get("/hearings/calendar.ics", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304


@pytest.fixture
def places(room: Room) -> Callable[[], list[Any]]:
    notice = make_notice(room.case)
    return lambda: [
        read("list"),
        read("detail", notice.pk),
        read("event", notice.pk),
        read("calendar"),
        read("feed"),
    ]


def test_every_page_may_be_kept_by_anybody_and_holds_nothing_of_the_reader(
    places: Callable[[], list[Any]],
) -> None:
    for answer in places():
        assert answer.status_code == 200
        assert "public" in answer.headers["Cache-Control"]
        assert not answer.cookies
        assert "style=" not in said(answer)
        assert "<script>" not in said(answer)


def test_nothing_is_sent_to_the_pages(room: Room) -> None:
    notice = make_notice(room.case)
    for address in ("/hearings/", notice.get_absolute_url(), "/hearings/feed/", "/hearings/calendar.ics"):
        assert Client().post(address).status_code == 405
