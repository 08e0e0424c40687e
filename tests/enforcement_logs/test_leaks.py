"""Ways in which words might reach a party too early, or at all: each is closed (R61, R64)."""

from __future__ import annotations

import datetime as dt
import io
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from enforcement_logs import runs as log_runs
from enforcement_logs.actions.base import ActionRefused
from enforcement_logs.actions.change import HoldEntry, MarkServed, SetAudience, WithdrawEntry
from enforcement_logs.actions.write import Audience
from enforcement_logs.masking import masked
from enforcement_logs.models import Category, LogBatch, LogRecord, WeekClosing
from liwan_court.timetable import clock
from tests.enforcement_logs.bureau import (
    AFTERNOON,
    DEBTOR,
    NEXT_AFTERNOON,
    NOON,
    WEDNESDAY,
    actor,
    case_page,
    friday,
    make_case,
    page,
    party_at,
    staff,
    write,
)

MONDAY = AFTERNOON + dt.timedelta(days=3)
THURSDAY = WEDNESDAY + dt.timedelta(days=1)


def taken_away(client):
    document = Document(io.BytesIO(client.get(reverse("case:download")).content))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_an_outsider_stays_masked_when_the_entry_is_corrected(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "向龙静雯了解情况。", outsiders=("龙静雯",))
    with clock.at(THURSDAY):
        data = {"text": "向龙静雯了解情况，无结果。", "outcome": "", "reason": "补充"}
        for _ in range(2):
            staff(bureau.officer).post(page("act", entry.pk, "correct"), data)
    assert entry.versions.count() == 2
    friday()
    with clock.at(AFTERNOON):
        shown = case_page(party_at(bureau.applicant))
    assert "无结果" in shown
    assert "龙静雯" not in shown


def test_blanks_inside_a_name_hide_nothing_of_it():
    assert masked("向龙 静雯、龙\u3000静雯了解", ["龙静雯"]) == "向龙某、龙某了解"


def test_what_was_withdrawn_is_not_named_in_the_file_either(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "冻结存款。", "freeze", audience=Audience(), confirmed=True)
    friday()
    with clock.at(MONDAY):
        WithdrawEntry(entry, actor(bureau.chief), f"{DEBTOR}尚未收到裁定").run()
        client = party_at(bureau.debtor)
        assert "冻结" not in taken_away(client)
        assert "撤回" in taken_away(client)
    assert DEBTOR not in str(LogRecord.objects.latest("pk").detail)


def test_a_day_of_service_entered_by_mistake_is_undone_by_setting_the_audience_anew(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "冻结存款。", "freeze")
    with clock.at(THURSDAY):
        client = staff(bureau.officer)
        client.post(page("act", entry.pk, "served"), {"served_on": "2026-03-12"})
        client.post(
            page("act", entry.pk, "audience"), {"level": "all", "meanwhile": "internal", "until_served": "on"}
        )
    friday()
    with clock.at(AFTERNOON):
        assert "冻结存款" not in case_page(party_at(bureau.debtor))


def test_the_head_holds_what_would_widen_an_entry_that_is_out(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "查询被执行人名下车辆。", "search_funds")
    friday()
    with clock.at(MONDAY):
        MarkServed(entry, actor(bureau.officer), clock.today()).run()
    with clock.at(NEXT_AFTERNOON - dt.timedelta(hours=2)):
        assert "名下车辆" in staff(bureau.chief).get(page("going_out")).content.decode()
        HoldEntry(entry, actor(bureau.chief)).run()
    friday(NEXT_AFTERNOON)
    with clock.at(NEXT_AFTERNOON):
        assert "名下车辆" in case_page(party_at(bureau.applicant))
        assert "名下车辆" not in case_page(party_at(bureau.debtor))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (Audience(level="internal"), Audience(level="internal", meanwhile="all", until_served=True)),
        (Audience(until_served=True), Audience()),
        (Audience(not_before=dt.date(2026, 5, 1)), Audience(not_before=dt.date(2026, 3, 12))),
    ],
)
def test_whatever_shows_more_or_sooner_asks_for_a_confirmation(bureau, first, then):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "约谈。", audience=first)
        with pytest.raises(ActionRefused, match="勾选确认"):
            SetAudience(entry, actor(bureau.officer), then).run()


def test_what_is_held_while_a_batch_is_under_way_does_not_go_out(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "冻结存款。", "freeze", audience=Audience(), confirmed=True)
        write(bureau, "约谈。")
    batch = LogBatch.objects.create(period="2026-W11", cutoff=NOON)
    log_runs._publish(batch, list(log_runs.publishable(NOON, AFTERNOON.date())))
    with clock.at(AFTERNOON):
        HoldEntry(entry, actor(bureau.chief)).run()
    friday(AFTERNOON + dt.timedelta(minutes=5))
    with clock.at(MONDAY):
        shown = case_page(party_at(bureau.debtor))
    assert "约谈。" in shown
    assert "冻结存款" not in shown


def test_a_form_sent_again_with_other_words_is_said(bureau):
    data = {
        "cases": [bureau.case.pk], "category": Category.objects.get(code="talk").pk, "form": str(uuid.uuid4()),
        "happened_at": "2026-03-11T09:00", "who": "usual",
    }  # fmt: skip
    with clock.at(WEDNESDAY):
        client = staff(bureau.officer)
        client.post(page("write"), data | {"text": "第一件"})
        answer = client.post(page("write"), data | {"text": "另外的工作"}, follow=True).content.decode()
    assert "已经提交过" in answer
    assert "另外的工作" in answer


def test_no_page_of_the_bureau_asks_more_for_more_entries(bureau):
    def asked(name):
        with CaptureQueriesContext(connection) as queries:
            assert staff(bureau.chief).get(page(name)).status_code == 200
        return len(queries)

    names = ("entries", "going_out", "gaps", "write", "batches")
    with clock.at(WEDNESDAY):
        write(bureau, "约谈。")
        few = {name: asked(name) for name in names}
        for number in range(15):
            write(bureau, f"约谈{number}。")
            make_case(2000 + number, bureau.division, bureau.officer)
        assert {name: asked(name) for name in names} == few


def test_a_late_entry_is_counted_once_in_the_week_it_was_written_for(bureau):
    with clock.at(NOON + dt.timedelta(minutes=1)):
        write(bureau, "补写的。")
    friday()
    assert bureau.case.pk in WeekClosing.objects.get(period="2026-W11").without_entry
    friday(NEXT_AFTERNOON)
    assert [row.late for row in WeekClosing.objects.order_by("period")][-2:] == [0, 1]
    with clock.at(NEXT_AFTERNOON):
        assert "逾期补录" in taken_away(party_at(bureau.applicant))


def test_a_category_cannot_wait_for_somebody_in_particular():
    with pytest.raises(ValidationError):
        Category(code="x", name="x", meanwhile="named").clean()
