"""R46: on the 1st the division on turn files two lists from its own cases; late ones are marked, missing ones told (D4, D22)."""

from __future__ import annotations

import datetime as dt

import pytest

from livestream.models import Nomination, NominationList, NominationReminder, Screening
from livestream.tasks import every_morning
from liwan_court.registry.models import Absence
from liwan_court.timetable import clock
from tests.acceptance.month import PERIOD, THURSDAYS, TUESDAYS, file_list, moment, nominated, typed
from tests.livestream.court import BEFORE_JANUARY, Court, at, page, said


def test_r46_head_files_both_lists_and_each_case_has_its_screening(live_court: Court) -> None:
    with clock.at(BEFORE_JANUARY):
        answer = file_list(live_court, "livestream", [typed(1, THURSDAYS[0]), typed(2, THURSDAYS[1])])
        assert "已报送2件" in said(answer)
        file_list(live_court, "microblog", [typed(3, TUESDAYS[1])], by=live_court.judge)
        overview = at(live_court.research).get(page("live_lists"), {"period": PERIOD})
    assert set(NominationList.objects.values_list("kind", "late")) == {
        ("livestream", False),
        ("microblog", False),
    }
    assert Screening.objects.count() == 3
    assert Nomination.objects.get(case=live_court.cases[0]).panel.get() == live_court.judge_two
    assert [state[1] for _, state, _ in overview.context["rows"]] == ["已报送", "已报送"]


def test_r46_nobody_files_for_another_division_and_none_that_is_not_on_turn(live_court: Court) -> None:
    with clock.at(BEFORE_JANUARY):
        other = file_list(live_court, "livestream", [typed(1, THURSDAYS[0])], by=live_court.head_two)
        research = file_list(live_court, "livestream", [typed(1, THURSDAYS[0])], by=live_court.research)
        address = page("live_list", PERIOD, live_court.division_two.code, "livestream")
        not_on_turn = at(live_court.head_two).get(address)
    assert (other.status_code, research.status_code) == (403, 403)
    assert "没有轮到民二庭" in said(not_on_turn)
    assert not NominationList.objects.exists()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (typed(101, THURSDAYS[0]), "是民二庭的案件，只能报送本庭案件"),
        (typed(1, TUESDAYS[0]), "是周二，直播逢星期四进行"),
        (typed(1, "2026-01-09"), "是周五"),
        (typed(1, "2026-01-01"), "元旦"),
        (typed(1, "2026-02-05"), "不在2026-01"),
        (typed(999, THURSDAYS[0]), "案件登记中没有"),
        (typed(1, THURSDAYS[0], number="粤0103民初1"), "第1行"),
        (typed(1, THURSDAYS[0], panel="无此人"), "人员名册中没有“无此人”"),
        (typed(1, THURSDAYS[0], summary="沈立平1欠款。"), "其中有当事人姓名或名称"),
        (typed(1, THURSDAYS[0], courtroom=""), "没有填写法庭"),
        (typed(1, THURSDAYS[0], at=""), "没有填写开庭时间"),
    ],
)
def test_r46_a_row_that_is_wrong_says_what_to_do_and_nothing_typed_is_lost(
    live_court: Court, row: dict[str, str], message: str
) -> None:
    with clock.at(BEFORE_JANUARY):
        answer = file_list(live_court, "livestream", [row, typed(2, THURSDAYS[1])])
    assert answer.status_code == 200
    assert message in said(answer)
    assert 'value="(2025)粤0103民初2号"' in said(answer)
    assert not Nomination.objects.exists()


def test_r46_a_judge_on_leave_is_found(live_court: Court) -> None:
    Absence.objects.create(officer=live_court.judge, since=dt.date(2026, 1, 5), until=dt.date(2026, 1, 9))
    with clock.at(BEFORE_JANUARY):
        answer = file_list(live_court, "livestream", [typed(1, THURSDAYS[0])])
    assert "外出休假" in said(answer)
    assert not Nomination.objects.exists()


def test_r46_not_before_the_20th_and_late_after_the_1st(live_court: Court) -> None:
    with clock.at(moment("2025-12-19")):
        assert "起报送，请届时再报" in said(file_list(live_court, "livestream", [typed(1, THURSDAYS[1])]))
    with clock.at(moment("2026-01-06")):
        assert "迟报" in said(file_list(live_court, "livestream", [typed(1, THURSDAYS[1])]))
    assert NominationList.objects.get().late
    assert Nomination.objects.get().late


def test_r46_a_nil_return_needs_a_reason_and_no_case(live_court: Court) -> None:
    with clock.at(BEFORE_JANUARY):
        assert "请写明理由零报送" in said(file_list(live_court, "microblog", []))
        both = file_list(live_court, "microblog", [typed(1, TUESDAYS[1])], nil_reason="无")
        assert "请只留一项" in said(both)
        file_list(live_court, "microblog", [], nil_reason="本月无适宜案件")
    assert NominationList.objects.get().nil_reason == "本月无适宜案件"


def test_r46_reminders_go_out_once_each_and_the_overdue_are_listed(live_court: Court) -> None:
    for day in ("2025-12-20", "2025-12-21", "2025-12-31", "2026-01-06", "2026-01-06"):
        with clock.at(moment(day)):
            every_morning()
    rows = NominationReminder.objects.filter(division=live_court.division, period=PERIOD)
    assert list(rows.order_by("pk").values_list("occasion", flat=True)) == ["opened", "eve", "overdue"]
    with clock.at(moment("2026-01-06")):
        overview = at(live_court.research).get(page("live_lists"), {"period": PERIOD})
    assert "逾期未报" in said(overview)


def test_r46_a_case_is_taken_back_with_a_reason_by_its_own_division_only(live_court: Court) -> None:
    row = nominated(live_court)
    with clock.at(BEFORE_JANUARY):
        at(live_court.head_two).post(page("live_withdraw", row.pk), {"reason": "改期"})
        row.refresh_from_db()
        assert row.state == Nomination.State.NOMINATED
        at(live_court.head).post(page("live_withdraw", row.pk), {"reason": "改期"})
    row.refresh_from_db()
    assert row.state == Nomination.State.WITHDRAWN
