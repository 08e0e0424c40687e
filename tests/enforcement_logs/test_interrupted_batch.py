"""A batch that breaks in the middle shows nothing, and run again it loses nothing and doubles nothing (R61)."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection

from enforcement_logs import runs as log_runs
from enforcement_logs.models import EntryVersion, LogBatch, PublishedEntry
from liwan_court.timetable import clock, runs
from liwan_court.timetable.models import DeadlineRun
from tests.enforcement_logs.bureau import AFTERNOON, WEDNESDAY, case_page, friday, party_at, write

ENTRIES = 23


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr(log_runs, "CHUNK", 5)


def break_at(version: int) -> None:
    """From now on the database refuses the copy of one version, as a full disk would."""
    if connection.vendor == "postgresql":
        statements = [
            (
                "CREATE FUNCTION break_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF NEW.version_id = {version} THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$"
            ),
            (
                "CREATE TRIGGER break_here BEFORE INSERT ON enforcement_logs_publishedentry "
                "FOR EACH ROW EXECUTE FUNCTION break_here()"
            ),
        ]
    else:
        statements = [
            (
                "CREATE TRIGGER break_here BEFORE INSERT ON enforcement_logs_publishedentry "
                f"WHEN NEW.version_id = {version} BEGIN SELECT RAISE(ABORT, 'broken'); END"
            )
        ]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def mend() -> None:
    with connection.cursor() as cursor:
        on = " ON enforcement_logs_publishedentry" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER break_here{on}")


@pytest.mark.postgres
def test_a_broken_batch_is_finished_later_and_nothing_is_seen_before(bureau, small_chunks):
    with clock.at(WEDNESDAY):
        for number in range(ENTRIES):
            write(bureau, f"第{number}次约谈。")
    break_at(EntryVersion.objects.order_by("pk")[12].pk)
    friday()
    assert 0 < PublishedEntry.objects.count() < ENTRIES
    assert DeadlineRun.objects.get(deadline="log_publication", period="2026-W11").state == "failed"
    assert LogBatch.objects.get(period="2026-W11").published_at is None
    with clock.at(AFTERNOON):
        assert "次约谈" not in case_page(party_at(bureau.applicant))
    mend()
    friday()
    assert DeadlineRun.objects.get(deadline="log_publication", period="2026-W11").state == "done"
    copies = PublishedEntry.objects.values_list("version", flat=True)
    assert sorted(copies) == sorted(EntryVersion.objects.values_list("pk", flat=True))
    assert LogBatch.objects.get(period="2026-W11").counts["published"] == ENTRIES


def test_two_at_once_do_the_work_once(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈。")
    friday()
    with clock.at(AFTERNOON):
        assert runs.wake() == []
    assert PublishedEntry.objects.count() == 1
    with pytest.raises(DatabaseError):
        EntryVersion.objects.update(text="改写")
