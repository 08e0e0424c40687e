"""What a party reads of the log: what was published for its side, and nothing before it was (R61, R62)."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from enforcement_logs.actions.base import ActionRefused
from enforcement_logs.actions.change import CorrectEntry, HoldEntry, MarkServed, SetAudience, WithdrawEntry
from enforcement_logs.actions.write import Audience, Work, WriteEntries
from enforcement_logs.models import Category, LogBatch, PublishedEntry
from liwan_court.registry.appointments import delegate
from liwan_court.timetable import clock
from tests.enforcement_logs.bureau import (
    AFTERNOON,
    NEXT_AFTERNOON,
    NOON,
    WEDNESDAY,
    actor,
    case_page,
    friday,
    party_at,
    write,
)


def test_an_entry_is_read_after_the_friday_batch_and_not_before(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈被执行人，了解其履行能力。")
    with clock.at(NOON):
        assert "履行能力" not in case_page(party_at(bureau.applicant))
    friday()
    with clock.at(AFTERNOON):
        assert "履行能力" in case_page(party_at(bureau.applicant))
        assert "履行能力" in case_page(party_at(bureau.debtor))
        assert "履行能力" not in case_page(party_at(bureau.case_of_other.parties.first()))


def test_freezing_stays_inside_until_it_was_served(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "冻结被执行人银行存款。", "freeze")
    friday()
    with clock.at(AFTERNOON):
        assert "银行存款" not in case_page(party_at(bureau.applicant))
        assert "银行存款" not in case_page(party_at(bureau.debtor))
    with clock.at(AFTERNOON + dt.timedelta(days=3)):
        MarkServed(entry, actor(bureau.officer), clock.today()).run()
    friday(NEXT_AFTERNOON)
    with clock.at(NEXT_AFTERNOON):
        assert "银行存款" in case_page(party_at(bureau.debtor))


def test_a_property_search_is_for_the_applicant_until_served(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "查询被执行人名下车辆。", "search_funds")
    friday()
    with clock.at(AFTERNOON):
        assert "名下车辆" in case_page(party_at(bureau.applicant))
        assert "名下车辆" not in case_page(party_at(bureau.debtor))


def test_only_the_named_party_reads_what_was_meant_for_it(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "请补充提交授权材料。", audience=Audience(level="named", named=(bureau.debtor,)))
    friday()
    with clock.at(AFTERNOON):
        assert "授权材料" in case_page(party_at(bureau.debtor))
        assert "授权材料" not in case_page(party_at(bureau.applicant))


def test_a_correction_is_a_new_version_with_its_date(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "收到执行款一万元。", "payment")
    friday()
    with clock.at(AFTERNOON + dt.timedelta(days=3)):
        CorrectEntry(entry, actor(bureau.officer), "收到执行款十万元。", "", None, "数额写错").run()
        shown = case_page(party_at(bureau.applicant))
        assert "一万元" in shown
        assert "已更正" not in shown
    friday(NEXT_AFTERNOON)
    with clock.at(NEXT_AFTERNOON):
        shown = case_page(party_at(bureau.applicant))
    assert "十万元" in shown
    assert "已更正" in shown
    assert "一万元" not in shown
    assert PublishedEntry.objects.filter(entry=entry).count() == 2


def test_what_was_withdrawn_says_so_and_nothing_else(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "约谈被执行人的配偶。")
    friday()
    with clock.at(AFTERNOON + dt.timedelta(hours=1)):
        WithdrawEntry(entry, actor(bureau.chief), "涉及案外人").run()
        shown = case_page(party_at(bureau.applicant))
    assert "撤回" in shown
    assert "配偶" not in shown
    assert "涉及案外人" not in shown
    friday(NEXT_AFTERNOON)
    with clock.at(NEXT_AFTERNOON):
        assert "配偶" not in case_page(party_at(bureau.applicant))


def test_a_batch_that_is_not_closed_shows_nothing(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈被执行人。")
    friday()
    LogBatch.objects.update(published_at=None)
    with clock.at(AFTERNOON):
        assert "约谈被执行人" not in case_page(party_at(bureau.applicant))


def test_numbers_and_names_of_outsiders_are_masked(bureau):
    with clock.at(WEDNESDAY):
        write(
            bureau, "向保管人龙静雯（电话13812345678）送达，账号6222021234567890123。", outsiders=("龙静雯",)
        )
    friday()
    with clock.at(AFTERNOON):
        shown = case_page(party_at(bureau.applicant))
    assert "龙静雯" not in shown
    assert "13812345678" not in shown
    assert "622202" not in shown
    assert "龙某" in shown
    assert "×××0123" in shown


def test_a_page_of_five_hundred_entries_asks_as_often_as_one_of_five(bureau):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def count() -> int:
        client = party_at(bureau.applicant)
        with CaptureQueriesContext(connection) as asked:
            case_page(client)
        return len(asked)

    with clock.at(WEDNESDAY):
        for number in range(5):
            write(bureau, f"第{number}次约谈。")
    friday()
    with clock.at(AFTERNOON):
        few = count()
    with clock.at(AFTERNOON + dt.timedelta(days=1)):
        for number in range(495):
            write(bureau, f"又一次约谈{number}。")
    friday(NEXT_AFTERNOON)
    with clock.at(NEXT_AFTERNOON):
        assert count() == few
        assert case_page(party_at(bureau.applicant)).count("次约谈") == 500


def test_nobody_without_a_key_reads_anything(bureau):
    client = Client()
    for name in ("view", "download"):
        answer = client.get(reverse(f"case:{name}"))
        assert answer.status_code == 302
        assert answer.url == reverse("case:gate")


def test_what_the_head_holds_only_he_lets_out_again(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "查询被执行人名下车辆。", "search_funds")
        HoldEntry(entry, actor(bureau.chief)).run()
        entry.refresh_from_db()
        with pytest.raises(ActionRefused, match="只能由局长放开"):
            SetAudience(entry, actor(bureau.officer), Audience(), confirmed=True).run()
        SetAudience(entry, actor(bureau.chief), Audience(), confirmed=True).run()
    friday()
    with clock.at(AFTERNOON):
        assert "名下车辆" in case_page(party_at(bureau.debtor))


def test_what_is_decided_about_the_audience_after_noon_waits_a_week(bureau):
    with clock.at(WEDNESDAY):
        frozen = write(bureau, "冻结被执行人银行存款。", "freeze")
        inside = write(bureau, "核查线索。", "lead")
    with clock.at(NOON + dt.timedelta(hours=1)):
        MarkServed(frozen, actor(bureau.officer), clock.today()).run()
        SetAudience(inside, actor(bureau.officer), Audience(), confirmed=True).run()
    friday()
    with clock.at(AFTERNOON):
        shown = case_page(party_at(bureau.debtor))
        assert "银行存款" not in shown
        assert "核查线索" not in shown
    friday(NEXT_AFTERNOON)
    with clock.at(NEXT_AFTERNOON):
        shown = case_page(party_at(bureau.debtor))
        assert "银行存款" in shown
        assert "核查线索" in shown


def test_what_parties_have_read_is_not_taken_from_them_in_silence(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "查询被执行人名下车辆。", "search_funds")
    friday()
    with clock.at(AFTERNOON + dt.timedelta(hours=1)):
        narrow = Audience(level="respondent", meanwhile="internal")
        with pytest.raises(ActionRefused, match="不能缩小可见范围"):
            SetAudience(entry, actor(bureau.officer), narrow, confirmed=True).run()
        SetAudience(entry, actor(bureau.officer), Audience(level="applicant"), confirmed=True).run()
    friday(NEXT_AFTERNOON)
    with clock.at(NEXT_AFTERNOON):
        assert "名下车辆" in case_page(party_at(bureau.applicant))
        assert "名下车辆" not in case_page(party_at(bureau.debtor))


def test_a_deputy_writes_for_the_officer_he_stands_in_for(bureau):
    holding = bureau.officer.holdings.get()
    with clock.at(WEDNESDAY):
        with pytest.raises(ActionRefused, match="不是您承办"):
            write_as(bureau, bureau.other)
        delegate(
            holding, bureau.other, clock.today(), clock.today(), "外出执行", recorded_by=bureau.chief.user
        )
        write_as(bureau, bureau.other)
    assert bureau.case.log_entries.get().officer == bureau.other


def write_as(bureau, officer):
    work = Work(category=Category.objects.get(code="talk"), happened_at=clock.now(), text="约谈。")
    return WriteEntries(actor(officer), [bureau.case], work).run()
