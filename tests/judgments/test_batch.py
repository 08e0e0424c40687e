"""The batch of the 25th: due from the database, once, caught up when late, supplemented when asked (R29, D1–D3)."""

from __future__ import annotations

import datetime as dt

import pytest

from judgments.models import Batch, Exclusion, Judgment, Mark, PublicEdition, Reconciliation
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock, runs
from liwan_court.timetable.models import DeadlineRun, Service
from tests.judgments.actions.conftest import *  # noqa: F403  (the same small court)
from tests.judgments.actions.conftest import PLAINTIFF

THE_25TH = clock.moment(dt.date(2026, 10, 25), dt.time(9))


@pytest.fixture(autouse=True)
def in_service(db):
    Service.objects.create(since=dt.date(2026, 10, 15))


def run_at(moment: dt.datetime) -> list[runs.Report]:
    with clock.at(moment):
        return runs.wake()


def test_nothing_happens_before_nine_on_the_25th(make, reviewer):
    make(approved_by=reviewer)
    run_at(THE_25TH - dt.timedelta(minutes=1))
    assert not PublicEdition.objects.exists()
    assert not DeadlineRun.objects.filter(deadline="publication").exists()


def test_at_nine_on_the_25th_the_approved_are_public_and_the_others_are_not(make, reviewer):
    approved = make("（2026）粤0103民初1号", approved_by=reviewer)
    waiting = make("（2026）粤0103民初2号")
    run_at(THE_25TH)
    approved.refresh_from_db()
    waiting.refresh_from_db()
    assert (approved.state, waiting.state) == (Judgment.State.PUBLISHED, Judgment.State.REVIEW)
    run = DeadlineRun.objects.get(deadline="publication")
    assert (run.period, run.state, run.outcome["counts"]["published"]) == ("2026-10", "done", 1)
    assert any("2号" in line for line in run.outcome["lines"])


def test_a_late_start_catches_up_with_the_collection_and_the_publication(make, reviewer):
    make(approved_by=reviewer)
    run_at(THE_25TH + dt.timedelta(days=3))
    assert Reconciliation.objects.get().period == "2026-10"
    assert PublicEdition.objects.count() == 1


def test_what_fell_due_before_the_portal_was_in_service_is_not_caught_up(make, reviewer):
    run_at(THE_25TH)
    assert not DeadlineRun.objects.filter(period="2026-09").exists()


def test_a_second_wake_does_nothing_more(make, reviewer):
    make(approved_by=reviewer)
    run_at(THE_25TH)
    late = make("（2026）粤0103民初7号", approved_by=reviewer)
    run_at(THE_25TH + dt.timedelta(hours=1))
    late.refresh_from_db()
    assert late.state == Judgment.State.APPROVED
    assert DeadlineRun.objects.filter(deadline="publication").count() == 1


def test_a_run_that_another_scheduler_holds_is_left_alone(make, reviewer):
    make(approved_by=reviewer)
    DeadlineRun.objects.create(
        deadline="publication", period="2026-10", due=THE_25TH, lease_until=THE_25TH + dt.timedelta(minutes=9)
    )
    run_at(THE_25TH)
    assert not PublicEdition.objects.exists()


def test_a_run_that_was_cut_off_is_taken_up_when_its_lease_is_over(make, reviewer):
    make(approved_by=reviewer)
    DeadlineRun.objects.create(
        deadline="publication", period="2026-10", due=THE_25TH, lease_until=THE_25TH + dt.timedelta(minutes=9)
    )
    run_at(THE_25TH + dt.timedelta(minutes=10))
    assert PublicEdition.objects.count() == 1
    assert DeadlineRun.objects.get(deadline="publication").state == "done"


def test_running_a_finished_period_again_publishes_the_newly_eligible_as_a_numbered_supplement(
    make, reviewer
):
    make("（2026）粤0103民初1号", approved_by=reviewer)
    run_at(THE_25TH)
    late = make("（2026）粤0103民初2号", approved_by=reviewer)
    with clock.at(THE_25TH + dt.timedelta(days=2)):
        report = runs.run_deadline("publication", actor=reviewer)
        again = runs.run_deadline("publication", actor=reviewer)
    late.refresh_from_db()
    assert (report.supplement, report.outcome.counts["published"]) == (1, 1)
    assert (late.edition.batch.period, late.edition.batch.supplement) == ("2026-10", 1)
    assert "没有新增" in again.message
    assert Batch.objects.count() == 2


def test_a_dry_run_says_what_would_happen_and_changes_nothing(make, reviewer):
    judgment = make(approved_by=reviewer)
    with clock.at(THE_25TH):
        report = runs.run_deadline("publication", actor=Actor.system(), dry_run=True)
    assert report.outcome.eligible == 1
    assert str(judgment) in report.outcome.lines[0]
    assert not Batch.objects.exists()
    assert not DeadlineRun.objects.exists()


def test_one_leaking_item_does_not_stop_the_others_and_is_named_without_its_secret(make, reviewer):
    make("（2026）粤0103民初1号", approved_by=reviewer, leak=f"{PLAINTIFF}已付款。")
    good = make("（2026）粤0103民初2号", approved_by=reviewer)
    run_at(THE_25TH)
    good.refresh_from_db()
    assert good.state == Judgment.State.PUBLISHED
    outcome = DeadlineRun.objects.get(deadline="publication").outcome
    assert outcome["counts"]["refused"] == 1
    assert PLAINTIFF not in str(outcome)


def test_an_item_that_breaks_is_counted_and_tried_again_at_the_next_wake(make, reviewer):
    broken = make("（2026）粤0103民初1号", approved_by=reviewer)
    draft = broken.drafts.get()
    whole = draft.edition
    draft.edition = {"nonsense": True}
    draft.save()
    good = make("（2026）粤0103民初2号", approved_by=reviewer)
    run_at(THE_25TH)
    good.refresh_from_db()
    assert good.state == Judgment.State.PUBLISHED
    assert DeadlineRun.objects.get(deadline="publication").state == "failed"
    draft.edition = whole
    draft.save()
    run_at(THE_25TH + dt.timedelta(hours=1))
    broken.refresh_from_db()
    assert broken.state == Judgment.State.PUBLISHED
    assert broken.edition.batch == good.edition.batch
    assert DeadlineRun.objects.get(deadline="publication").state == "done"


def test_what_is_kept_back_enters_the_register_with_the_batch_and_not_before(make, judge, grounds):
    judgment = make(state=Judgment.State.EXCLUDED)
    mark = Mark.objects.create(
        judgment=judgment, ground=grounds["E2"], reason="x", marked_by_id=judge.user_id, state="in_force"
    )
    entry = Exclusion.objects.create(
        judgment=judgment, ground=grounds["E2"], mark=mark, reason="x", decided_by="法官丁"
    )
    assert entry.batch is None
    run_at(THE_25TH)
    entry.refresh_from_db()
    assert entry.batch.period == "2026-10"


def test_a_deadline_that_is_not_due_cannot_be_run_ahead(make):
    with clock.at(THE_25TH), pytest.raises(runs.CannotRun, match="尚未到期"):
        runs.run_deadline("publication", actor=Actor.system(), period="2026-11")


@pytest.mark.parametrize("left", ["running", "failed"])
def test_a_supplement_that_was_cut_off_or_broke_is_taken_up_under_its_own_number(make, reviewer, left):
    run_at(THE_25TH)
    late = make(approved_by=reviewer)
    two_days_later = THE_25TH + dt.timedelta(days=2)
    DeadlineRun.objects.create(
        deadline="publication", period="2026-10", supplement=1, due=THE_25TH, state=left,
        lease_until=two_days_later if left == "running" else None,
    )  # fmt: skip
    if left == "running":
        run_at(two_days_later - dt.timedelta(minutes=1))
        assert not PublicEdition.objects.exists()
    run_at(two_days_later)
    late.refresh_from_db()
    assert late.edition.batch.supplement == 1
    assert late.edition.batch.published_at is not None
    assert DeadlineRun.objects.get(supplement=1).state == "done"


def test_the_publication_waits_for_a_collection_of_its_period_that_is_under_way(make, reviewer):
    make(approved_by=reviewer)
    DeadlineRun.objects.create(
        deadline="collection", period="2026-10", due=THE_25TH, lease_until=THE_25TH + dt.timedelta(minutes=5)
    )
    run_at(THE_25TH)
    assert not PublicEdition.objects.exists()
    run_at(THE_25TH + dt.timedelta(minutes=5))
    assert PublicEdition.objects.count() == 1


def test_a_portal_that_slept_for_a_year_catches_up_with_every_period(make, reviewer):
    make(approved_by=reviewer)
    run_at(THE_25TH + dt.timedelta(days=365))
    assert DeadlineRun.objects.filter(deadline="publication", state="done").count() == 13
    assert PublicEdition.objects.get().batch.period == "2026-10"


def test_a_collection_that_breaks_does_not_hold_back_the_publication(make, reviewer, monkeypatch):
    make(approved_by=reviewer)
    monkeypatch.setattr("judgments.runs.reconcile", lambda period: [][period])
    run_at(THE_25TH)
    assert PublicEdition.objects.count() == 1
    assert DeadlineRun.objects.get(deadline="collection").state == "failed"
