"""R23, R24: the judge marks a judgment 不上网公开 with a ground of 第一条 and a reason; it is out of every batch from then on."""

from __future__ import annotations

import pytest

from judgments.defaults import GROUNDS, LIWAN_2013
from judgments.models import Ground, Judgment, Mark
from liwan_court.registry.posts import Actor
from liwan_court.timetable import runs
from tests.staff_court import AFTER_THE_25TH, IN_WINDOW, NUMBER, Court, approved, at, drafted, page, said

pytestmark = pytest.mark.django_db


def _ground(code: str) -> Ground:
    return Ground.objects.get(policy=LIWAN_2013, code=code)


def _mark(officer, code: str = "E3", number: str = NUMBER, reason: str = "离婚案件"):
    data = {"number": number, "kind": "判决书", "ground": _ground(code).pk, "reason": reason}
    return at(officer).post(page("mark"), data, follow=True)


def test_r24_the_mark_page_shows_the_seven_items_in_full(court: Court):
    text = said(at(court.judge).get(page("mark")))
    items = {row.text for row in GROUNDS if row.policy == LIWAN_2013}
    assert len(items) == 7
    for item in items:
        assert item in text


def test_r23_a_mark_before_any_file_exists_prints_the_words_at_the_top_right(court: Court, clock_at):
    clock_at(IN_WINDOW)
    form = _mark(court.judge)
    judgment = Judgment.objects.get()
    assert judgment.state == Judgment.State.EXCLUDED
    assert judgment.marks.get().marked_by == court.judge.user
    for words in (
        '<p class="stamp">不上网公开</p>',
        NUMBER,
        "判决书",
        "（三）涉及离婚的",
        "2026年11月18日",
        court.judge.name,
    ):
        assert words in said(form)


def test_r23_a_marked_judgment_does_not_go_out_on_the_25th(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court)
    _mark(court.judge)
    clock_at(AFTER_THE_25TH)
    report = runs.run_deadline("publication", actor=Actor.system())
    judgment.refresh_from_db()
    assert report.outcome.counts["published"] == 0
    assert (judgment.state, judgment.edition) == (Judgment.State.EXCLUDED, None)
    assert at(court.vendor).get(judgment.get_absolute_url()).status_code == 404


def test_r23_a_mark_needs_a_ground_and_a_reason(court: Court, clock_at):
    clock_at(IN_WINDOW)
    data = {"number": NUMBER, "kind": "判决书", "reason": ""}
    answer = said(at(court.judge).post(page("mark"), data))
    assert "请选择《实施办法》第一条中的一项情形" in answer
    assert "请写明标记的理由" in answer
    assert not Mark.objects.exists()


def test_r23_somebody_elses_case_and_another_post_are_refused(court: Court, clock_at):
    clock_at(IN_WINDOW)
    drafted(court)
    assert "只能标记本人承办的案件" in said(_mark(court.judge_two))
    for officer in (court.typist, court.reviewer, court.vendor):
        assert _mark(officer).status_code == 403
    assert not Mark.objects.exists()


def test_r23_a_near_miss_of_a_number_is_answered_with_a_suggestion_and_leaves_nothing(court: Court, clock_at):
    clock_at(IN_WINDOW)
    answer = said(_mark(court.judge, number="2026粤0103民初1208"))
    assert f"你是不是要找“{NUMBER}”" in answer
    assert not Judgment.objects.exists()


def test_r23_a_published_judgment_is_not_marked_but_withdrawn(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court)
    clock_at(AFTER_THE_25TH)
    runs.run_deadline("publication", actor=Actor.system())
    assert "不能进行“标记不上网公开”" in said(_mark(court.judge))
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.PUBLISHED
    assert at(court.vendor).get(judgment.get_absolute_url()).status_code == 200


def test_r23_a_refused_mark_leaves_no_judgment_behind(court: Court, clock_at):
    clock_at(IN_WINDOW)
    assert "须先登记申请并经准许" in said(_mark(court.judge, "E6"))
    assert not Judgment.objects.exists()
