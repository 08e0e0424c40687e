"""R26, R27: each division reports on the 20th what took effect in the window; nil returns too; late ones are named."""

from __future__ import annotations

import datetime as dt

import pytest

from judgments.models import EffectiveReport, Judgment
from liwan_court.timetable import clock
from tests.staff_court import EFFECTIVE, IN_WINDOW, NUMBER, Court, at, drafted, page, said

pytestmark = pytest.mark.django_db
PERIOD = "2026-11"
LATE = dt.datetime(2026, 11, 22, 9, tzinfo=clock.ZONE)
NO_ROWS = {
    "form-TOTAL_FORMS": "0",
    "form-INITIAL_FORMS": "0",
    "kind": "判决书",
    "effective_on": "",
    "lines": "",
}


def _send(officer, code: str = "minyi", **data: str):
    return at(officer).post(page("report", PERIOD, code), {**NO_ROWS, **data}, follow=True)


def test_r27_the_return_is_prefilled_and_confirms_the_effective_date(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = drafted(court)
    judgment.effective_computed = EFFECTIVE
    judgment.save()
    form = said(at(court.head).get(page("report", PERIOD, "minyi")))
    assert NUMBER in form
    assert EFFECTIVE.isoformat() in form
    row = {"form-0-judgment": judgment.pk, "form-0-take": "on", "form-0-effective_on": EFFECTIVE.isoformat()}
    _send(court.head, **{"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", **row})
    judgment.refresh_from_db()
    assert (judgment.effective_on, judgment.effective_confirmed_by) == (EFFECTIVE, court.head.name)
    assert judgment.due_seven_days == dt.date(2026, 11, 12)


def test_r27_numbers_are_pasted_one_a_line_with_kind_and_date(court: Court, clock_at):
    clock_at(IN_WINDOW)
    pasted = "（2026）粤0103民初7号\n（2026）粤0103民初8号 裁定书 2026-11-05\n"
    _send(court.head, lines=pasted, effective_on="2026-11-02")
    found = set(Judgment.objects.values_list("number", "kind", "effective_on"))
    assert found == {
        ("（2026）粤0103民初7号", "判决书", dt.date(2026, 11, 2)),
        ("（2026）粤0103民初8号", "裁定书", dt.date(2026, 11, 5)),
    }
    assert EffectiveReport.objects.get().late is False


def test_r27_nothing_effective_is_reported_as_nil(court: Court, clock_at):
    clock_at(IN_WINDOW)
    assert "零报告" in said(_send(court.head, nil="1"))
    assert EffectiveReport.objects.get().nil is True


def test_r27_an_empty_return_is_not_taken_for_nil(court: Court, clock_at):
    clock_at(IN_WINDOW)
    assert "请按“零报告”" in said(_send(court.head))
    assert not EffectiveReport.objects.exists()


def test_r27_after_the_20th_a_return_is_late_and_shown_so(court: Court, clock_at):
    clock_at(LATE)
    answer = said(_send(court.head, lines=NUMBER, effective_on="2026-11-02"))
    assert EffectiveReport.objects.get().late is True
    assert "逾期" in answer
    assert "逾期报送" in said(at(court.reviewer).get(page("reports") + f"?period={PERIOD}"))


def test_r26_the_office_sees_which_divisions_have_not_reported(court: Court, clock_at):
    clock_at(IN_WINDOW)
    _send(court.head, nil="1")
    overview = said(at(court.reviewer).get(page("reports")))
    assert "8个部门未报" in overview
    assert "民一庭" in overview


def test_r27_a_date_of_the_next_window_and_a_wrong_number_stop_the_whole_return(court: Court, clock_at):
    clock_at(IN_WINDOW)
    answer = said(_send(court.head, lines=f"{NUMBER} 2026-11-21\n粤0103民初9 2026-11-02"))
    assert "属于下一期" in answer
    assert not EffectiveReport.objects.exists()
    assert not Judgment.objects.exists()


def test_r27_one_reports_for_the_own_division_only(court: Court, clock_at):
    clock_at(IN_WINDOW)
    for officer in (court.head_two, court.reviewer, court.typist, court.vendor):
        assert _send(officer, nil="1").status_code in (403, 404)
    assert not EffectiveReport.objects.exists()
