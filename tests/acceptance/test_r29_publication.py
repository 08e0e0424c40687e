"""R29: on the 25th what is reviewed and effective goes onto the web, and nothing else does."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from judgments.models import Batch, Judgment
from tests.acceptance.walked import RULING, THE_25TH, VERDICT, approved, in_review, publish
from tests.staff_court import IN_WINDOW, Court, at, page, reported, said, shown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def index_of_its_own(settings, tmp_path):
    settings.INDEX_ROOT = tmp_path / "index"


def test_r29_the_25th_publishes_the_approved_with_a_notice_and_nothing_before(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court, VERDICT)
    assert Client().get(judgment.get_absolute_url()).status_code == 404
    publish(clock_at, THE_25TH - dt.timedelta(minutes=1))
    assert Client().get(judgment.get_absolute_url()).status_code == 404
    publish(clock_at)
    assert Client().get(judgment.get_absolute_url()).status_code == 200
    assert judgment.number in said(Client().get("/batches/2026-11/"))


def test_r29_what_is_not_reviewed_stays_away_and_the_run_says_so(court: Court, clock_at):
    clock_at(IN_WINDOW)
    waiting = reported(court, in_review(court, RULING))
    publish(clock_at)
    waiting.refresh_from_db()
    assert waiting.state == Judgment.State.REVIEW
    assert Client().get(waiting.get_absolute_url()).status_code == 404
    assert waiting.number in said(at(court.reviewer).get(page("timetable")))


def test_r29_the_uploader_cannot_approve_and_others_may_not(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = reported(court, in_review(court, VERDICT))
    for officer in (court.typist, court.judge, court.head, court.vendor, court.auditor):
        at(officer).post(page("approve", judgment.pk), shown(judgment))
        judgment.refresh_from_db()
        assert judgment.state == Judgment.State.REVIEW


def test_r29_what_was_approved_after_the_25th_comes_as_a_numbered_supplement(court: Court, clock_at):
    clock_at(IN_WINDOW)
    publish(clock_at)
    clock_at(THE_25TH + dt.timedelta(days=1))
    late = approved(court, VERDICT)
    at(court.reviewer).post(page("supplement", "2026-11"))
    late.refresh_from_db()
    assert late.state == Judgment.State.PUBLISHED
    assert Batch.objects.get(supplement=1).period == "2026-11"
    assert "补批" in said(Client().get("/batches/2026-11/"))


def test_r29_nobody_runs_the_25th_ahead_of_time_from_the_command_line(court: Court, clock_at):
    clock_at(IN_WINDOW)
    judgment = approved(court, VERDICT)
    with pytest.raises(CommandError, match="将来的时间"):
        call_command("run_deadline", "publication", on="2026-11-25")
    judgment.refresh_from_db()
    assert judgment.state == Judgment.State.APPROVED
