"""Reports of the 20th, and what reconciliation finds between numbers, files and marks (R27, R28, R36, D1, D2)."""

from __future__ import annotations

import datetime as dt

import pytest

from judgments.actions.base import ActionRefused
from judgments.actions.effect import SetService
from judgments.actions.mark import MarkNotForPublication
from judgments.actions.outstanding import keep_list, outstanding
from judgments.actions.reconcile import reconcile, returns
from judgments.actions.report import ReportLine, file_report
from judgments.models import EffectiveReport, Judgment
from liwan_court.timetable import clock

ON_TIME = clock.moment(dt.date(2026, 10, 20), dt.time(16))
NUMBER = "（2026）粤0103民初1208号"


def line(number: str = NUMBER, kind: str = "判决书", day: dt.date = dt.date(2026, 10, 9)) -> ReportLine:
    return ReportLine(number, kind, day)


def codes(period: str = "2026-10") -> list[tuple[str, str]]:
    return [(row.code, row.number) for row in reconcile(period)]


@pytest.fixture(autouse=True)
def on_the_20th():
    with clock.at(ON_TIME):
        yield


def messages(call) -> str:
    with pytest.raises(ActionRefused) as refusal:
        call()
    return "；".join(refusal.value.messages)


def test_a_report_confirms_the_effective_date_and_puts_unknown_numbers_on_record(court, head):
    report = file_report(head, court.civil, "2026-10", [line()])
    judgment = Judgment.objects.get()
    assert (judgment.state, judgment.effective_on) == (Judgment.State.AWAITING_FILE, dt.date(2026, 10, 9))
    assert judgment.effective_confirmed_by == head.name
    assert judgment.due_seven_days == dt.date(2026, 10, 19)
    assert (report.late, report.nil) == (False, False)


def test_a_nil_return_is_a_return(court, head):
    file_report(head, court.civil, "2026-10", [])
    states = {row["division"]: row["state"] for row in returns("2026-10")}
    assert states == {"民一庭": "nil", "执行局": "missing"}


def test_a_report_after_the_20th_is_late_and_a_rest_day_moves_the_moment(court, head):
    with clock.at(clock.moment(dt.date(2026, 10, 21))):
        assert file_report(head, court.civil, "2026-10", []).late
    EffectiveReport.objects.all().delete()
    with clock.at(clock.moment(dt.date(2026, 6, 22), dt.time(17))):
        assert not file_report(head, court.civil, "2026-06", []).late


def test_what_took_effect_in_an_earlier_window_is_taken_and_marked(court, head):
    file_report(head, court.civil, "2026-10", [line(day=dt.date(2026, 9, 20))])
    assert Judgment.objects.get().report_lines.get().from_earlier_window


def test_lines_that_cannot_stand_are_each_named_and_nothing_is_filed(court, head):
    said = messages(
        lambda: file_report(
            head,
            court.civil,
            "2026-10",
            [
                line("粤0103民初123/2016"),
                line("（2026）粤0104民初5号"),
                line(day=dt.date(2026, 10, 21)),
                line(),
                line(),
            ],
        )
    )
    for part in ("2016", "不是本院案号", "属于下一期", "出现两次"):
        assert part in said
    assert not EffectiveReport.objects.exists()


def test_a_head_reports_for_his_own_division_only(court, head):
    assert "岗位不能为执行局" in messages(lambda: file_report(head, court.enforcement, "2026-10", []))


def test_a_number_without_a_file_and_a_file_without_a_number_are_both_found(court, head, make):
    make("（2026）粤0103民初9号", Judgment.State.DRAFT, effective_on=None)
    file_report(head, court.civil, "2026-10", [line()])
    assert codes() == [("number_without_file", NUMBER), ("file_without_number", "（2026）粤0103民初9号")]


def test_what_takes_effect_between_the_21st_and_the_month_s_end_belongs_to_the_next_window(court, head, make):
    with clock.at(clock.moment(dt.date(2026, 11, 20))):
        file_report(head, court.civil, "2026-11", [line(day=dt.date(2026, 10, 31))])
    assert codes("2026-10") == []
    assert codes("2026-11") == [("number_without_file", NUMBER)]


def test_a_computed_date_that_differs_from_the_report_is_shown(court, head, make):
    judgment = make(state=Judgment.State.DRAFT, effective_on=None)
    SetService(judgment, head, served=[dt.date(2026, 9, 10)]).run()
    judgment.refresh_from_db()
    assert judgment.effective_computed == dt.date(2026, 9, 29)
    file_report(head, court.civil, "2026-10", [line()])
    assert codes() == [("effect_differs", NUMBER)]


def test_a_judgment_whose_computed_date_has_passed_without_report_is_found(make, head):
    judgment = make(state=Judgment.State.DRAFT, effective_on=None)
    SetService(judgment, head, served=[dt.date(2026, 9, 10)]).run()
    assert codes() == [("not_confirmed", NUMBER)]


def test_a_kind_reported_otherwise_than_filed_is_found(court, head, make):
    make(state=Judgment.State.DRAFT, effective_on=None)
    file_report(head, court.civil, "2026-10", [line(kind="裁定书")])
    assert ("kind_differs", NUMBER) in codes()


def test_a_judgment_reported_twice_is_found(court, head, make):
    make(state=Judgment.State.REVIEW)
    file_report(head, court.civil, "2026-10", [line()])
    with clock.at(clock.moment(dt.date(2026, 11, 20))):
        file_report(head, court.civil, "2026-11", [line()])
    assert ("twice", NUMBER) in codes("2026-11")


def test_marked_judgments_are_listed_and_not_outstanding(court, head, judge, grounds, make):
    judgment = make(state=Judgment.State.AWAITING_FILE)
    assert list(outstanding()) == [judgment]
    MarkNotForPublication(judgment, judge, grounds["E2"], "被告人未成年").run()
    assert codes() == [("marked", NUMBER)]
    assert list(outstanding()) == []


def test_the_daily_list_counts_the_days_since_effect(make):
    make(state=Judgment.State.REVIEW)
    rows = keep_list().rows
    assert [(row["number"], row["days"], row["state"]) for row in rows] == [(NUMBER, 11, "待审核")]


def test_a_judgment_of_another_division_is_not_reported(court, head, make):
    other = make(state=Judgment.State.DRAFT, effective_on=None)
    other.division = court.enforcement
    other.save()
    assert "由执行局承办" in messages(lambda: file_report(head, court.civil, "2026-10", [line()]))
    assert "由执行局承办" in messages(
        lambda: file_report(head, court.civil, "2026-10", [line("（2026）粤0103执12号", "裁定书")])
    )


def test_a_date_before_the_judgment_or_before_its_service_allows_is_refused(court, head, make):
    judgment = make(state=Judgment.State.DRAFT, effective_on=None)
    judgment.decided_on = dt.date(2026, 9, 8)
    judgment.save()
    assert "作出" in messages(
        lambda: file_report(head, court.civil, "2026-10", [line(day=dt.date(2019, 1, 1))])
    )
    SetService(judgment, head, served=[dt.date(2026, 9, 25)]).run()
    assert "推算" in messages(
        lambda: file_report(head, court.civil, "2026-10", [line(day=dt.date(2026, 10, 1))])
    )
