"""The presumed day of effect: periods, the last service, rest days at the end, and what cannot be told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judgments.effective import EffectUsageError, effective_date
from liwan_court.timetable.workdays import Calendar

CALENDAR = Calendar.shipped()
SERVED = date(2026, 3, 2)


def effect(kind, field, *served, **more):
    return effective_date(kind, field, served, calendar=CALENDAR, **more)


@pytest.mark.parametrize(
    ("kind", "field", "ruling", "served", "expires", "effective"),
    [
        ("判决书", "民事", None, date(2013, 9, 5), date(2013, 9, 22), date(2013, 9, 23)),
        ("裁定书", "民事", "管辖异议", date(2013, 9, 30), date(2013, 10, 10), date(2013, 10, 11)),
        ("判决书", "民事", None, date(2026, 1, 30), date(2026, 2, 14), date(2026, 2, 15)),
        ("判决书", "民事", None, date(2026, 9, 10), date(2026, 9, 28), date(2026, 9, 29)),
        ("判决书", "刑事", None, date(2026, 9, 16), date(2026, 9, 28), date(2026, 9, 29)),
        ("裁定书", "刑事", None, date(2025, 4, 26), date(2025, 5, 6), date(2025, 5, 7)),
    ],
)
def test_the_known_cases_come_out_right(kind, field, ruling, served, expires, effective):
    answer = effect(kind, field, served, ruling=ruling)

    assert (answer.expires, answer.effective, answer.provisional) == (expires, effective, False)


@pytest.mark.parametrize(
    ("kind", "field", "ruling", "days"),
    [
        ("判决书", "民事", None, 15),
        ("判决书", "行政", None, 15),
        ("民事判决书", "民事", None, 15),
        ("判决书", "刑事", None, 10),
        ("裁定书", "民事", "不予受理", 10),
        ("裁定书", "民事", "驳回起诉", 10),
        ("裁定书", "行政", "管辖异议", 10),
        ("裁定书", "刑事", None, 5),
        ("支付令", "民事", None, 15),
    ],
)
def test_each_kind_has_its_period(kind, field, ruling, days):
    served = date(2026, 3, 2)
    last_day = served + timedelta(days=days)

    answer = effect(kind, field, served, ruling=ruling)

    assert answer.expires == CALENDAR.next_workday(last_day)
    assert answer.effective == answer.expires + timedelta(days=1)


@pytest.mark.parametrize(
    ("kind", "field", "more"),
    [
        ("裁定书", "民事", {"ruling": "other"}),
        ("裁定书", "行政", {"ruling": "other"}),
        ("裁定书", "刑事", {"ruling": "other"}),
        ("裁定书", "执行", {}),
        ("判决书", "民事", {"final": True}),
        ("判决书", "刑事", {"final": True}),
        ("裁定书", "民事", {"final": True}),
        ("裁定书", "民事", {"final": True, "ruling": "管辖异议"}),
        ("决定书", "刑事", {}),
        ("国家赔偿决定书", "赔偿", {}),
        ("通知书", "民事", {}),
        ("调解书", "民事", {}),
    ],
)
def test_what_cannot_be_appealed_takes_effect_with_the_last_service(kind, field, more):
    answer = effect(kind, field, date(2026, 2, 10), date(2026, 2, 20), date(2026, 2, 12), **more)

    assert (answer.expires, answer.effective, answer.reason) == (None, date(2026, 2, 20), None)


def test_counting_starts_after_the_last_of_several_services():
    answer = effect("判决书", "民事", date(2026, 3, 9), date(2026, 3, 2), date(2026, 3, 4))

    assert answer.expires == date(2026, 3, 24)


def test_holidays_inside_the_period_count_and_are_not_mentioned():
    answer = effect("判决书", "民事", date(2026, 2, 9))

    assert answer.expires == date(2026, 2, 24)
    assert answer.reason is None


def test_a_last_day_that_is_a_rest_day_moves_on_and_says_why():
    answer = effect("判决书", "民事", date(2026, 9, 10))

    assert (
        answer.reason
        == "期间末日2026-09-25为休息日（周五，中秋），顺延至其后第一个工作日2026-09-28（周一）。"
    )


def test_a_final_judgment_counts_from_its_announcement():
    answer = effect("判决书", "民事", announced=date(2026, 3, 2), final=True)

    assert (answer.expires, answer.effective) == (None, date(2026, 3, 2))


@pytest.mark.parametrize(
    ("kind", "more", "missing"),
    [
        ("判决书", {}, "送达"),
        ("裁定书", {"ruling": "驳回起诉"}, "送达"),
        ("支付令", {}, "送达"),
        ("调解书", {}, "签收"),
        ("决定书", {}, "送达"),
    ],
)
def test_an_announcement_cannot_stand_in_for_service_or_signature(kind, more, missing):
    answer = effect(kind, "民事", announced=date(2026, 3, 2), **more)

    assert (answer.expires, answer.effective) == (None, None)
    assert "请补填" in answer.reason
    assert missing in answer.reason


def test_a_party_abroad_gets_the_period_it_is_given():
    assert effect("判决书", "民事", date(2026, 3, 2), days=30).expires == date(2026, 4, 1)


def test_a_year_not_announced_is_provisional_and_never_an_error():
    answer = effect("判决书", "民事", date(2026, 12, 25))

    assert (answer.expires, answer.effective, answer.provisional) == (
        date(2027, 1, 11),
        date(2027, 1, 12),
        True,
    )


def test_a_roll_into_a_year_not_announced_is_provisional():
    closed = Calendar({date(2026, 12, 31): (False, "停工")}, announced={2026})

    answer = effective_date("判决书", "民事", [date(2026, 12, 16)], calendar=closed)

    assert (answer.expires, answer.provisional) == (date(2027, 1, 1), True)


@pytest.mark.parametrize(
    ("kind", "field", "served", "more", "says"),
    [
        ("裁定书", "民事", [SERVED], {}, "请指明裁定种类"),
        ("裁定书", "行政", [SERVED], {}, "请指明裁定种类"),
        ("裁定书", "民事", [SERVED], {"ruling": "保全"}, "裁定种类“保全”不对"),
        ("判决书", "民事", [SERVED], {"ruling": "other"}, "只用于裁定书"),
        ("起诉状", "民事", [SERVED], {}, "不能推算“起诉状”"),
        ("判决书", "海事", [SERVED], {}, "案件领域“海事”不对"),
        ("判决书", "执行", [SERVED], {}, "请核对案件领域"),
        ("判决书", "民事", [SERVED], {"days": 0}, "期间应为"),
        ("判决书", "民事", [SERVED], {"days": 10, "final": True}, "不能同时指定期间"),
        ("调解书", "民事", [SERVED], {"days": 10}, "不能指定期间"),
        ("判决书", "民事", [], {}, "请填写送达日期"),
        ("判决书", "民事", [date(9999, 12, 31)], {}, "不可信"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_in_chinese(kind, field, served, more, says):
    with pytest.raises(EffectUsageError, match=says):
        effect(kind, field, *served, **more)


@given(st.lists(st.dates(date(2004, 1, 1), date(2030, 12, 31)), min_size=1, max_size=4), st.integers(1, 60))
def test_the_period_never_ends_early_nor_on_a_rest_day(served, days):
    answer = effect("判决书", "民事", *served, days=days)

    assert answer.expires >= max(served) + timedelta(days=days)
    assert CALENDAR.is_workday(answer.expires)
    assert (answer.reason is None) == (answer.expires == max(served) + timedelta(days=days))
