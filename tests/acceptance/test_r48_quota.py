"""R48: each judge takes part in one livestream and two microblogs a year, the whole panel counted, part years pro rata (D9)."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from livestream.models import Session
from liwan_court.registry.models import Absence, PostHolding
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


def test_r48_a_year_that_is_over_is_told_as_over_and_one_before_the_rotation_warns_of_nothing(
    live_court: Court,
) -> None:
    full_year(live_court)
    with clock.at(moment("2027-02-01")):
        browser = at(live_court.research)
        assert "没有全部达标" in said(browser.get(page("live_quotas"), {"year": "2026"}))
    with clock.at(moment("2026-02-01")):
        before = browser.get(page("live_quotas"), {"year": "2025"})
    assert before.context["year"] == 2025
    assert not any(row.warning for row in before.context["rows"])
    with clock.at(moment("2026-02-01")):
        for odd in ("0000", "9999", "abcd"):
            assert browser.get(page("live_quotas"), {"year": odd}).context["year"] == 2026


def test_r48_long_leave_is_a_part_year_and_who_left_is_not_waited_for(live_court: Court) -> None:
    full_year(live_court)
    Absence.objects.create(officer=live_court.judge, since=dt.date(2026, 1, 1), until=dt.date(2026, 9, 30))
    PostHolding.objects.filter(officer=live_court.judge_two).update(until=dt.date(2026, 8, 31))
    found = standing(live_court, live_court.research, "2026-12-01")
    assert found["法官甲"] == (0, 0, 0, 1)
    assert found["法官乙"] == (0, 1, 0, 1)
    with clock.at(moment("2026-12-01")):
        answer = at(live_court.research).get(page("live_quotas"))
    assert "已离任，未达标" in said(answer)
    first = next(row for row in answer.context["rows"] if row.name == "民一庭")
    assert first.outlook.left == {"livestream": 1, "microblog": 3}


def test_r48_a_judge_finds_what_he_owes_on_his_desk_until_he_has_done_it(live_court: Court) -> None:
    full_year(live_court)

    def desk(officer: object) -> str:
        with clock.at(moment("2026-12-01")):
            return said(at(officer).get(reverse("admin:index")))

    assert "今年我还欠的直播、微博次数" in desk(live_court.judge)
    assert "定额落后于进度的法官" in desk(live_court.research)
    assert "今年我还欠的" not in desk(live_court.typist)
    held(live_court, "livestream", THURSDAYS[1], 1)
    held(live_court, "microblog", TUESDAYS[2], 2)
    assert "今年我还欠的" not in desk(live_court.judge)


def test_r48_a_judge_sees_his_own_quota_a_head_his_division_and_others_nothing(live_court: Court) -> None:
    full_year(live_court)
    assert set(standing(live_court, live_court.judge)) == {"法官甲"}
    assert {"庭长甲", "法官甲", "法官乙"} <= set(standing(live_court, live_court.head))
    assert "法官丙" not in standing(live_court, live_court.head)
    assert at(live_court.typist).get(page("live_quotas")).status_code == 403
