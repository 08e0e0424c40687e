"""R59–R62: an officer writes, Friday noon closes, Friday afternoon publishes, the parties of the case read."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from enforcement_logs.models import (
    Category,
    EntryVersion,
    LogBatch,
    LogEntry,
    LogRecord,
    PublishedEntry,
    WeekClosing,
)
from liwan_court.timetable import clock
from liwan_court.timetable.models import DeadlineRun
from tests.enforcement_logs.bureau import (
    AFTERNOON,
    NEXT_AFTERNOON,
    NOON,
    WEDNESDAY,
    build_bureau,
    case_page,
    friday,
    make_case,
    page,
    party_at,
    staff,
    write,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau():
    return build_bureau()


def told(answer) -> str:
    return answer.content.decode()


def typed(bureau, **more):
    """The form as an officer fills it in."""
    return {
        "cases": [bureau.case.pk], "category": Category.objects.get(code="talk").pk, "form": str(uuid.uuid4()),
        "happened_at": "2026-03-11T09:00", "text": "约谈被执行人。", "who": "usual",
    } | more  # fmt: skip


def send(officer, data):
    return staff(officer).post(page("write"), data, follow=True)


def test_r59_an_officer_writes_on_several_cases_at_once(bureau):
    second = make_case(1010, bureau.division, bureau.officer)
    with clock.at(WEDNESDAY):
        answer = send(
            bureau.officer,
            typed(bureau, cases=[bureau.case.pk, second.pk], outcome="答应分期", amount="1200.50"),
        )
    assert "已记录2件案件的日志" in told(answer)
    assert {entry.case for entry in LogEntry.objects.all()} == {bureau.case, second}
    assert {str(version.amount) for version in EntryVersion.objects.all()} == {"1200.50"}
    assert LogRecord.objects.filter(verb="记录执行日志", user=bureau.officer.user).count() == 2


def test_r59_a_form_sent_twice_is_one_entry(bureau):
    data = typed(bureau)
    with clock.at(WEDNESDAY):
        send(bureau.officer, data)
        send(bureau.officer, data)
    assert LogEntry.objects.count() == 1


def test_r59_a_phrase_gives_the_words_where_none_are_typed(bureau):
    category = Category.objects.get(code="notice")
    with clock.at(WEDNESDAY):
        send(
            bureau.officer,
            typed(bureau, text="", category=category.pk, template=category.templates.first().pk),
        )
    assert "执行通知书" in EntryVersion.objects.get().text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"text": ""}, "请写明做了什么"),
        ({"text": "冻结○○银行"}, "填写完整"),
        ({"happened_at": "2026-03-12T09:00"}, "工作时间在现在之后"),
        ({"happened_at": "2026-01-12T09:00"}, "立案"),
        ({"happened_at": "昨天"}, "2026-01-05 09:30"),
        ({"amount": "很多"}, "数字"),
        ({"amount": "-1"}, "0至一千亿"),
        ({"category": "999"}, "类别"),
        ({"cases": []}, "请选择案件"),
        ({"cases": ["x", "99999999999999"]}, "请选择案件"),
        ({"form": "x"}, ""),
        ({"who": "chosen", "level": "named"}, "勾选当事人"),
    ],
)
def test_r59_what_cannot_be_is_refused_and_nothing_typed_is_lost(bureau, data, said):
    with clock.at(WEDNESDAY):
        answer = send(bureau.officer, typed(bureau, outcome="这一句要留着", **data))
    assert said in told(answer)
    assert "这一句要留着" in told(answer)
    assert not LogEntry.objects.exists()


def test_r59_a_closed_case_takes_only_what_was_done_before(bureau):
    bureau.case.closed_on = dt.date(2026, 3, 10)
    bureau.case.save()
    with clock.at(WEDNESDAY):
        assert "已于2026-03-10结案" in told(send(bureau.officer, typed(bureau)))
        assert "已记录" in told(send(bureau.officer, typed(bureau, happened_at="2026-03-10T09:00")))


def test_r59_nobody_writes_about_a_case_that_is_not_his(bureau):
    with clock.at(WEDNESDAY):
        assert "请选择案件" in told(send(bureau.other, typed(bureau)))
        assert "请选择案件" in told(send(bureau.head, typed(bureau)))
        for officer in (bureau.operator, bureau.filing, bureau.judge, bureau.vendor, bureau.president):
            assert send(officer, typed(bureau)).status_code == 403
    assert not LogEntry.objects.exists()


def test_r59_cases_without_an_entry_this_week_and_silent_ones_are_listed(bureau):
    quiet = make_case(1020, bureau.division, bureau.officer, accepted_on=dt.date(2026, 1, 5))
    with clock.at(WEDNESDAY):
        send(bureau.officer, typed(bureau))
        shown = told(staff(bureau.chief).get(page("gaps")))
        missing, silent = shown.split("日没有日志的案件")
        assert bureau.case.number not in missing
        assert bureau.case_of_other.number in missing
        assert quiet.number in silent
        assert staff(bureau.head).get(page("gaps")).status_code == 403
        assert staff(bureau.officer).get(page("gaps")).status_code == 403


def test_r60_what_is_written_after_friday_noon_is_marked_and_goes_out_a_week_later(bureau):
    with clock.at(NOON + dt.timedelta(minutes=1)):
        answer = send(bureau.officer, typed(bureau))
        assert "逾期补录" in told(answer)
    assert LogEntry.objects.get().late
    friday()
    with clock.at(AFTERNOON):
        assert "约谈被执行人" not in case_page(party_at(bureau.applicant))
    friday(NEXT_AFTERNOON)
    with clock.at(NEXT_AFTERNOON):
        shown = case_page(party_at(bureau.applicant))
    assert "约谈被执行人" in shown
    assert "逾期补录" in shown


def test_r60_what_is_written_by_noon_is_not_late(bureau):
    with clock.at(NOON):
        send(bureau.officer, typed(bureau))
    assert not LogEntry.objects.get().late


def test_r60_work_of_friday_afternoon_has_until_the_next_noon(bureau):
    with clock.at(NOON + dt.timedelta(days=3)):
        send(bureau.officer, typed(bureau, happened_at="2026-03-13T16:00"))
    assert not LogEntry.objects.get().late


def test_r60_a_friday_that_is_a_holiday_closes_the_day_before(bureau):
    """2026-06-19 is 端午: noon of Thursday the 18th (D6)."""
    with clock.at(dt.datetime(2026, 6, 18, 12, 1, tzinfo=clock.ZONE)):
        send(bureau.officer, typed(bureau, happened_at="2026-06-17T09:00"))
    assert LogEntry.objects.get().late


def test_r60_the_week_is_closed_at_noon_with_what_was_missing(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈。")
    friday(NOON)
    closing = WeekClosing.objects.get(period="2026-W11")
    assert (closing.open_cases, closing.entries) == (2, 1)
    assert closing.without_entry == [bureau.case_of_other.pk]


def test_r61_the_batch_runs_by_itself_and_the_administrator_sees_figures_only(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈被执行人，内容保密。")
        write(bureau, "冻结存款。", "freeze")
    friday()
    batch = LogBatch.objects.get(period="2026-W11")
    assert batch.published_at == AFTERNOON
    assert batch.counts["published"] == 1
    with clock.at(AFTERNOON + dt.timedelta(hours=1)):
        shown = told(staff(bureau.operator).get(page("batches")))
        assert "2026-W11" in shown
        assert "内容保密" not in shown
        assert bureau.case.number not in shown
        for name in ("write", "entries", "gaps", "going_out"):
            assert staff(bureau.operator).get(page(name)).status_code == 403


def test_r61_nothing_goes_out_before_three_and_the_button_goes_by_the_clock(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈被执行人。")
    with clock.at(AFTERNOON - dt.timedelta(minutes=1)):
        staff(bureau.operator).post(page("publish"), follow=True)
        assert "约谈被执行人" not in case_page(party_at(bureau.applicant))
    with clock.at(AFTERNOON):
        answer = staff(bureau.operator).post(page("publish"), follow=True)
        assert "公布1条" in told(answer)
        assert "约谈被执行人" in case_page(party_at(bureau.applicant))
        again = staff(bureau.operator).post(page("publish"), follow=True)
        assert "没有新增的内容" in told(again)
    assert PublishedEntry.objects.count() == 1
    for officer in (bureau.officer, bureau.chief, bureau.filing, bureau.vendor):
        assert staff(officer).post(page("publish")).status_code == 403


def test_r61_a_missed_batch_is_said_and_a_late_one_too(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "约谈。")
    with clock.at(AFTERNOON + dt.timedelta(hours=2)):
        assert "至今没有公布" in told(staff(bureau.operator).get(page("batches")))
    friday(AFTERNOON + dt.timedelta(hours=3))
    with clock.at(AFTERNOON + dt.timedelta(hours=4)):
        assert "才公布" in told(staff(bureau.operator).get(page("batches")))
        run = DeadlineRun.objects.get(deadline="log_publication", period="2026-W11")
        assert "迟至" in run.outcome["lines"][0]


def test_r61_a_batch_with_nothing_in_it_is_a_batch(bureau):
    friday()
    batch = LogBatch.objects.get(period="2026-W11")
    assert batch.counts["published"] == 0
    assert batch.published_at == AFTERNOON


def test_r61_the_chief_sees_what_goes_out_and_holds_it(bureau):
    with clock.at(WEDNESDAY):
        entry = write(bureau, "查询被执行人名下车辆。", "search_funds")
        shown = told(staff(bureau.chief).get(page("going_out")))
        assert "名下车辆" in shown
        assert "措施类" in shown
        answer = staff(bureau.officer).post(page("act", entry.pk, "hold"), follow=True)
        assert "由执行局局长决定" in told(answer)
        staff(bureau.chief).post(page("act", entry.pk, "hold"), follow=True)
    friday()
    with clock.at(AFTERNOON):
        assert "名下车辆" not in case_page(party_at(bureau.applicant))


def test_r61_widening_what_may_warn_a_debtor_asks_for_a_confirmation(bureau):
    category = Category.objects.get(code="freeze")
    data = typed(bureau, category=category.pk, text="冻结存款。", who="chosen", level="all", meanwhile="all")
    with clock.at(WEDNESDAY):
        assert "请勾选确认" in told(send(bureau.officer, data))
        assert not LogEntry.objects.exists()
        send(bureau.officer, data | {"confirmed": "on"})
    assert LogRecord.objects.get(verb="记录执行日志").detail["widened"]


def test_r62_a_party_reads_this_week_and_the_weeks_before(bureau):
    with clock.at(WEDNESDAY):
        write(bureau, "第一周的工作。")
    friday()
    with clock.at(WEDNESDAY + dt.timedelta(days=7)):
        write(bureau, "第二周的工作。")
    friday(NEXT_AFTERNOON)
    with clock.at(NEXT_AFTERNOON):
        client = party_at(bureau.applicant)
        shown = case_page(client)
        assert shown.index("第二周的工作") < shown.index("第一周的工作")
        answer = client.get(reverse("case:download"))
    assert answer.headers["Content-Type"].startswith("application/vnd.openxmlformats")
    assert "1002" not in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert Client().get(reverse("case:download")).status_code == 302


def test_r62_a_party_asks_for_a_correction_and_reads_the_answer(bureau):
    with clock.at(WEDNESDAY):
        client = party_at(bureau.applicant)
        client.post(reverse("case:correction"), {"text": "案由写错了，应为借款合同纠纷。"})
        assert "待答复" in case_page(client)
        assert "写错了" not in case_page(party_at(bureau.debtor))
        row = bureau.case.corrections.get()
        address = reverse("admin:staff_register_correction_answer", args=[row.pk])
        assert staff(bureau.other).post(address, {"decision": "corrected", "answer": "好"}).status_code == 404
        assert (
            staff(bureau.operator).post(address, {"decision": "corrected", "answer": "好"}).status_code == 403
        )
        staff(bureau.officer).post(address, {"decision": "corrected", "answer": "已改正案由"})
        shown = case_page(client)
    assert "已更正" in shown
    assert "已改正案由" in shown
