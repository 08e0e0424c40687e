"""The judge's mark: its grounds, its approvals, who may, and what it stops (R23, R24, R34, R35)."""

from __future__ import annotations

import datetime as dt

import pytest

from judgments.actions.applications import DecideRequest, EnterRequest
from judgments.actions.base import ActionRefused
from judgments.actions.mark import DecideMark, LiftMark, MarkNotForPublication
from judgments.models import Exclusion, Judgment, Mark
from liwan_court.registry.posts import Post


def refused_codes(action) -> set[str]:
    with pytest.raises(ActionRefused) as refusal:
        action.run()
    return {check.code for check in refusal.value.checks}


def fresh(judgment: Judgment) -> Judgment:
    return Judgment.objects.get(pk=judgment.pk)


def test_a_mark_that_needs_no_approval_excludes_at_once(make, judge, grounds):
    judgment = make(state=Judgment.State.AWAITING_FILE)
    MarkNotForPublication(judgment, judge, grounds["E2"], "被告人未成年").run()
    assert fresh(judgment).state == Judgment.State.EXCLUDED
    assert Exclusion.objects.get().ground == grounds["E2"]


def test_an_approved_judgment_leaves_the_batch_when_it_is_marked(make, judge, reviewer, grounds):
    judgment = make(approved_by=reviewer)
    MarkNotForPublication(judgment, judge, grounds["E2"], "被告人未成年").run()
    assert fresh(judgment).state == Judgment.State.EXCLUDED


def test_adverse_effects_need_the_head_and_the_vice_president(make, judge, head, vice_president, grounds):
    judgment = make()
    mark = MarkNotForPublication(judgment, judge, grounds["E5"], "可能引发群体事件").run()
    assert (mark.state, fresh(judgment).state) == ("pending_head", Judgment.State.REVIEW)
    assert "turn" in refused_codes(DecideMark(fresh(judgment), vice_president, granted=True))
    DecideMark(fresh(judgment), head, granted=True).run()
    assert fresh(judgment).state == Judgment.State.REVIEW
    DecideMark(fresh(judgment), vice_president, granted=True).run()
    assert fresh(judgment).state == Judgment.State.EXCLUDED


def test_a_refused_mark_lets_the_line_go_on(make, judge, head, grounds):
    judgment = make()
    MarkNotForPublication(judgment, judge, grounds["E5"], "x").run()
    assert refused_codes(DecideMark(fresh(judgment), head, granted=False)) == {"reason"}
    DecideMark(fresh(judgment), head, granted=False, reason="不足以认定").run()
    assert Mark.objects.get().state == "refused"
    assert fresh(judgment).state == Judgment.State.REVIEW


def test_nobody_decides_on_his_own_mark(make, head, grounds):
    judgment = make()
    MarkNotForPublication(judgment, head, grounds["E5"], "x").run()
    assert "not_marker" in refused_codes(DecideMark(fresh(judgment), head, granted=True))


def test_a_judge_marks_his_own_cases_only(make, court, judge, grounds):
    other = court.officer("法官己", (Post.JUDGE, court.civil))
    judgment = make()
    judgment.handling_judge = court.people["法官己"]
    judgment.save()
    assert "own_case" in refused_codes(MarkNotForPublication(judgment, judge, grounds["E2"], "x"))
    MarkNotForPublication(judgment, other, grounds["E2"], "x").run()


def test_a_typist_does_not_mark(make, typist, grounds):
    assert "post" in refused_codes(MarkNotForPublication(make(), typist, grounds["E2"], "x"))


def test_a_published_judgment_is_not_marked_but_withdrawn(make, judge, grounds):
    judgment = make(state=Judgment.State.PUBLISHED)
    assert "state" in refused_codes(MarkNotForPublication(judgment, judge, grounds["E2"], "x"))


def test_an_application_is_granted_by_another_before_it_is_a_ground(make, judge, head, grounds):
    judgment = make()
    assert "application" in refused_codes(MarkNotForPublication(judgment, judge, grounds["E6"], "当事人申请"))
    request = EnterRequest(judgment, judge, "原告", "涉及家庭隐私", dt.date(2026, 10, 1)).run()
    assert "application" in refused_codes(
        MarkNotForPublication(fresh(judgment), judge, grounds["E6"], "当事人申请", request)
    )
    assert "post" in refused_codes(DecideRequest(fresh(judgment), judge, granted=True, reason="属实"))
    request = DecideRequest(fresh(judgment), head, granted=True, reason="属实").run()
    MarkNotForPublication(fresh(judgment), judge, grounds["E6"], "当事人申请", request).run()
    assert fresh(judgment).state == Judgment.State.EXCLUDED


def test_who_entered_an_application_does_not_decide_it(make, head):
    judgment = make()
    EnterRequest(judgment, head, "原告", "涉及家庭隐私", dt.date(2026, 10, 1)).run()
    assert "not_enterer" in refused_codes(DecideRequest(fresh(judgment), head, granted=True, reason="x"))


def test_lifting_a_mark_brings_the_judgment_back_to_where_its_file_stands(make, judge, grounds):
    judgment = make()
    MarkNotForPublication(judgment, judge, grounds["E2"], "x").run()
    LiftMark(fresh(judgment), judge, "标记有误").run()
    assert fresh(judgment).state == Judgment.State.DRAFT
    assert not Exclusion.objects.exists()
