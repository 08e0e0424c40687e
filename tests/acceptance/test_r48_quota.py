"""R48: each judge takes part in one livestream and two microblogs a year, the whole panel counted, part years pro rata (D9)."""

from __future__ import annotations

import datetime as dt

from livestream.models import Session
from liwan_court.registry.models import PostHolding
from liwan_court.timetable import clock
from tests.acceptance.month import THURSDAYS, TUESDAYS, announced, moment
from tests.livestream.court import Court, at, page, said


def held(court: Court, kind: str, day: str, number: int) -> Session:
    session = announced(court, kind, day, number)
    Session.objects.filter(pk=session.pk).update(state="ended", views=120)
    return session


def standing(court: Court, viewer: object, when: str = "2026-02-02") -> dict[str, tuple[int, int, int, int]]:
    with clock.at(moment(when)):
        answer = at(viewer).get(page("live_quotas"), {"year": "2026"})
    assert answer.status_code == 200
    return {
        judge.officer.name: (
            judge.quotas["livestream"].done, judge.quotas["livestream"].owed,
            judge.quotas["microblog"].done, judge.quotas["microblog"].owed,
        )
        for row in answer.context["rows"]
        for judge in row.judges
    }  # fmt: skip


def full_year(court: Court) -> None:
    """Everybody has held his post since before the year."""
    PostHolding.objects.update(since=dt.date(2025, 1, 1))


def test_r48_the_whole_panel_is_counted_and_a_thursday_counts_for_both(live_court: Court) -> None:
    full_year(live_court)
    held(live_court, "livestream", THURSDAYS[1], 1)
    held(live_court, "microblog", TUESDAYS[2], 2)
    found = standing(live_court, live_court.research)
    assert found["法官甲"] == (1, 1, 2, 2)
    assert found["法官乙"] == (1, 1, 2, 2)
    assert found["法官丙"] == (0, 1, 0, 2)
    assert "调研员" not in found


def test_r48_a_session_that_was_pulled_or_not_held_counts_nothing(live_court: Court) -> None:
    full_year(live_court)
    announced(live_court, "livestream", THURSDAYS[1], 1)
    assert standing(live_court, live_court.research)["法官甲"] == (0, 1, 0, 2)


def test_r48_a_part_of_a_year_is_owed_in_proportion(live_court: Court) -> None:
    full_year(live_court)
    PostHolding.objects.filter(officer=live_court.judge_two).update(since=dt.date(2026, 9, 1))
    assert standing(live_court, live_court.research)["法官乙"] == (0, 0, 0, 1)


def test_r48_who_is_behind_is_marked_and_a_division_that_cannot_make_it_is_warned_of(
    live_court: Court,
) -> None:
    full_year(live_court)
    with clock.at(moment("2026-12-28")):
        shown = said(at(live_court.research).get(page("live_quotas"), {"year": "2026"}))
    assert "今年无法全部达标" in shown
    assert "落后" in shown


def test_r48_a_judge_sees_his_own_quota_a_head_his_division_and_others_nothing(live_court: Court) -> None:
    full_year(live_court)
    assert set(standing(live_court, live_court.judge)) == {"法官甲"}
    assert {"庭长甲", "法官甲", "法官乙"} <= set(standing(live_court, live_court.head))
    assert "法官丙" not in standing(live_court, live_court.head)
    assert at(live_court.typist).get(page("live_quotas")).status_code == 403
