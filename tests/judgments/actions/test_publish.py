"""Publishing, withdrawing and correcting: each condition of R29 alone keeps a judgment from the public."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.storage import default_storage

from judgments import ledger
from judgments.actions.base import ActionRefused
from judgments.actions.correct import BeginCorrection, Correct
from judgments.actions.publish import Publish
from judgments.actions.withdraw import GROUNDS, Withdraw
from judgments.models import Batch, Draft, IndexOutbox, Judgment, LedgerEntry, Mark, PublicEdition, Review
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock
from tests.judgments.actions.conftest import PLAINTIFF, edition

THE_25TH = clock.moment(dt.date(2026, 10, 25), dt.time(9))


@pytest.fixture(autouse=True)
def on_the_25th():
    with clock.at(THE_25TH):
        yield


@pytest.fixture
def batch(db) -> Batch:
    return Batch.objects.create(
        period="2026-10",
        window_start=dt.date(2026, 9, 21),
        window_end=dt.date(2026, 10, 20),
        published_at=THE_25TH,
    )


def refused_codes(action) -> set[str]:
    with pytest.raises(ActionRefused) as refusal:
        action.run()
    assert not PublicEdition.objects.exists()
    return {check.code for check in refusal.value.checks}


def publish(judgment: Judgment, batch: Batch) -> PublicEdition:
    return Publish(judgment, Actor.system(), batch).run()


def test_an_approved_effective_unmarked_clean_judgment_becomes_public(make, reviewer, batch):
    judgment = make(approved_by=reviewer)
    public = publish(judgment, batch)
    judgment.refresh_from_db()
    assert (judgment.state, judgment.edition_id) == (Judgment.State.PUBLISHED, public.pk)
    assert PLAINTIFF not in public.html + public.text + public.title
    assert "×××" in public.text
    assert default_storage.exists(public.docx.name)
    assert LedgerEntry.objects.get().content_sha256 == public.sha256
    assert IndexOutbox.objects.get().operation == IndexOutbox.Operation.ADD
    assert public.statutes == ["中华人民共和国民法典 第五百七十七条"]


def test_not_reviewed_is_not_published(make, batch):
    assert refused_codes(Publish(make(state=Judgment.State.APPROVED), Actor.system(), batch)) == {"reviewed"}


def test_a_new_draft_after_the_approval_is_not_published(make, reviewer, batch):
    judgment = make(approved_by=reviewer)
    old = judgment.drafts.get()
    Draft.objects.create(
        judgment=judgment, upload=old.upload, party_list=old.party_list, serial=2, policy=old.policy,
        engine_version="1", status="ready", edition=old.edition,
    )  # fmt: skip
    assert refused_codes(Publish(judgment, Actor.system(), batch)) == {"reviewed"}


def test_without_a_confirmed_effective_date_it_is_not_published(make, reviewer, batch):
    judgment = make(approved_by=reviewer, effective_on=None)
    assert refused_codes(Publish(judgment, Actor.system(), batch)) == {"effective_confirmed"}


@pytest.mark.parametrize("day", [dt.date(2026, 10, 21), dt.date(2026, 10, 25)])
def test_what_takes_effect_after_the_window_waits_for_the_next_batch(make, reviewer, batch, day):
    judgment = make(approved_by=reviewer, effective_on=day)
    assert refused_codes(Publish(judgment, Actor.system(), batch)) == {"effective"}


@pytest.mark.parametrize("state", ["pending_head", "pending_vice_president", "in_force"])
def test_a_marked_judgment_is_not_published(make, reviewer, judge, grounds, batch, state):
    judgment = make(approved_by=reviewer)
    Mark.objects.create(
        judgment=judgment, ground=grounds["E5"], reason="x", marked_by_id=judge.user_id, state=state
    )
    assert refused_codes(Publish(judgment, Actor.system(), batch)) == {"unmarked"}


def test_a_leak_is_not_published_whoever_approved_it(make, reviewer, batch):
    judgment = make(approved_by=reviewer, leak=f"{PLAINTIFF[0]} {PLAINTIFF[1:]}已付款。")
    assert refused_codes(Publish(judgment, Actor.system(), batch)) == {"leak_gate"}


def test_a_late_report_is_published_and_marked_late(make, reviewer, batch):
    assert publish(make(approved_by=reviewer, effective_on=dt.date(2026, 9, 20)), batch).late


def test_a_typist_does_not_publish(make, reviewer, typist, batch):
    assert "post" in refused_codes(Publish(make(approved_by=reviewer), typist, batch))


def test_withdrawing_empties_files_index_and_page_and_keeps_a_tombstone(
    make, reviewer, batch, django_capture_on_commit_callbacks
):
    judgment = make(approved_by=reviewer)
    public = publish(judgment, batch)
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        Withdraw(judgment, reviewer, GROUNDS[0], "当事人来电反映").run()
    callbacks[0]()
    judgment.refresh_from_db()
    public.refresh_from_db()
    assert judgment.state == Judgment.State.WITHDRAWN
    assert (public.withdrawal_ground, public.withdrawn_at) == (GROUNDS[0], THE_25TH)
    assert not default_storage.exists(public.docx.name)
    assert IndexOutbox.objects.last().operation == IndexOutbox.Operation.REMOVE
    assert LedgerEntry.objects.order_by("number").last().event == LedgerEntry.Event.WITHDRAWN


def test_a_correction_keeps_the_address_and_names_the_earlier_edition(make, reviewer, typist, batch):
    judgment = make(approved_by=reviewer)
    first = publish(judgment, batch)
    BeginCorrection(judgment, reviewer, "第二项数额笔误").run()
    judgment.refresh_from_db()
    assert judgment.edition_id == first.pk
    draft = judgment.drafts.get()
    second = Draft.objects.create(
        judgment=judgment, upload=draft.upload, party_list=draft.party_list, serial=2, policy="liwan-2013",
        engine_version="1", status="ready", edition=edition(judgment.number, leak="另查明已付一万元。").to_json(),
    )  # fmt: skip
    Review.objects.create(
        draft=second, uploader_id=typist.user_id, reviewer_id=reviewer.user_id, decision="approved"
    )
    Judgment.objects.filter(pk=judgment.pk).update(state=Judgment.State.APPROVED)
    judgment.refresh_from_db()
    corrected = Correct(judgment, reviewer, "更正判决主文第二项的数额").run()
    judgment.refresh_from_db()
    assert judgment.edition_id == corrected.pk
    assert (corrected.version, corrected.batch_id) == (2, first.batch_id)
    assert "另查明已付一万元" in corrected.text
    assert [row.event for row in LedgerEntry.objects.order_by("number")] == ["published", "corrected"]


def test_the_ledger_shows_an_entry_that_was_changed(make, reviewer, batch):
    for number in (1, 2, 3):
        publish(make(f"（2026）粤0103民初{number}号", approved_by=reviewer), batch)
    entries = list(LedgerEntry.objects.order_by("number"))
    assert ledger.first_broken(entries) is None
    entries[1].content_sha256 = "0" * 64
    assert ledger.first_broken(entries) == entries[1]
    assert ledger.first_broken([entries[0], entries[2]]) == entries[2]
