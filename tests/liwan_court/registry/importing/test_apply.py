"""Rows go into the register: again and again without harm, each for itself, with a report that names nobody."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from auditlog.models import LogEntry
from django.db import connection
from django.db.models.signals import pre_save
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from liwan_court.registry.importing import apply
from liwan_court.registry.importing.rows import UnreadableFile
from liwan_court.registry.models import Case, HearingNotice, ImportRun, Milestone, Party, RegisterRecord
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock
from tests.factories import make_division
from tests.liwan_court.registry.importing.court import (
    CASE,
    FILE,
    HEARING,
    MILESTONE,
    NOW,
    PARTY,
    PLAINTIFF,
    build,
    counts,
    send,
    with_,
)


def messages(run: ImportRun) -> list[str]:
    return [message for _, _, message in run.problems]


def everything() -> dict[str, list[dict[str, object]]]:
    """The register, without primary keys and times of writing."""
    left_out = {"id", "recorded_at", "published_at", "ended_at"}
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in left_out}
            for row in model.objects.order_by("pk").values()
        ]
        for model in (Case, Party, Milestone, HearingNotice)
    }


def test_a_file_with_all_four_kinds_is_taken_in(people):
    run = send(*FILE, actor=Actor.of(people.filing.user))
    assert (counts(run), run.problems, run.sent_by) == ((4, 0, 0, 0), [], people.filing.user)
    case = Case.objects.get()
    assert (case.number, case.number_key, case.field) == (CASE["案号"], "(2025)粤0103民初1号", "民事")
    assert (case.division.code, case.accepted_on, case.closed_on) == ("minyi", dt.date(2025, 11, 3), None)
    party = case.parties.get()
    assert (party.role, party.name, party.kind, party.order) == ("原告", PARTY, "person", 0)
    milestone = case.milestones.get()
    assert (milestone.kind, milestone.on, milestone.level) == ("scheduled", dt.date(2026, 1, 5), "all")
    assert milestone.recorded_by == people.filing.user
    notice = case.hearing_notices.get()
    assert notice.begins_at == dt.datetime(2026, 2, 3, 9, 30, tzinfo=clock.ZONE)
    assert (notice.public, notice.case_number, notice.cause) == (True, case.number, case.cause)


def test_the_same_file_again_changes_and_asks_little(people):
    send(*FILE)
    before = everything()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        run = send(*FILE)
    assert (counts(run), everything()) == ((0, 0, 4, 0), before)
    assert not [query for query in asked if "INSERT" in query["sql"] and "registry_case" in query["sql"]]


def test_a_hundred_rows_of_one_kind_ask_no_more_than_one_does(people):
    def rows(count: int):
        return [with_(CASE, 外部编号=f"A-{n}", 案号=f"（2025）粤0103民初{n}号") for n in range(1, count + 1)]

    send(*rows(100))
    asked = []
    for count in (1, 100):
        with CaptureQueriesContext(connection) as captured:
            assert counts(send(*rows(count))) == (0, 0, count, 0)
        asked.append(len(captured))
    assert asked[0] == asked[1]


def test_what_changed_is_changed_and_empty_cells_change_nothing(people):
    make_division("民二庭")
    send(*FILE)
    run = send(
        with_(CASE, 庭室="miner", 经办法官工号=people.judge.staff_no, 案由="", 结案日期="2026-01-09"),
        with_(PLAINTIFF, 诉讼地位="第三人", 当事人类别=""),
        with_(MILESTONE, 可见范围="仅内部", 说明=""),
    )
    assert (counts(run), run.problems) == ((0, 3, 0, 0), [])
    case = Case.objects.get()
    assert (case.division.code, case.handling_judge, case.cause) == ("miner", people.judge, "买卖合同纠纷")
    assert (case.closed_on, case.parties.get().role) == (dt.date(2026, 1, 9), "第三人")
    assert (case.milestones.get().level, case.milestones.get().note) == ("internal", "已排期")


def test_what_a_file_does_not_hold_stays(people):
    send(*FILE)
    send(with_(CASE, 外部编号="A-2", 案号="（2025）粤0103民初2号"))
    assert {name: len(rows) for name, rows in everything().items()} == {
        "Case": 2, "Party": 1, "Milestone": 1, "HearingNotice": 1,
    }  # fmt: skip


def test_a_bad_row_never_stops_the_others(people):
    run = send(
        with_(CASE, 类型=PARTY), CASE, with_(PLAINTIFF, 外部编号="D-0", 诉讼地位=""), PLAINTIFF,
        {"": "?"}, MILESTONE, with_(HEARING, 案件外部编号="A-9"),
    )  # fmt: skip
    assert counts(run) == (3, 0, 0, 4)
    assert [(row, foreign_id) for row, foreign_id, _ in run.problems] == [
        (2, "A-1"), (4, "D-0"), (6, ""), (8, "K-1"),
    ]  # fmt: skip


def test_a_row_the_database_refuses_leaves_the_others(people):
    send(CASE)
    other = Party.objects.create(case=Case.objects.get(), role="被告", name="程一")

    def somebody_else_was_first(instance, **kwargs):
        if instance.foreign_id == "D-1":
            Party.objects.filter(pk=other.pk).update(foreign_id="D-1")

    pre_save.connect(somebody_else_was_first, sender=Party)
    try:
        run = send(PLAINTIFF, with_(PLAINTIFF, 外部编号="D-2", 姓名或名称="程二"))
    finally:
        pre_save.disconnect(somebody_else_was_first, sender=Party)
    assert counts(run) == (1, 0, 0, 1)
    assert messages(run)[0].startswith("与名册中已有的内容冲突")
    assert set(Party.objects.values_list("name", "foreign_id")) == {("程一", None), ("程二", "D-2")}


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (with_(CASE, 案号="（2025）粤0104民初1号"), "案号"),
        (with_(CASE, 案号="（2025）粤0103民初2号"), "案号"),
        (with_(CASE, 外部编号="A-2"), "案号"),
        (with_(CASE, 外部编号="A-2", 案号="（2025）粤0103民初2号", 庭室=""), "庭室"),
        (with_(CASE, 庭室="民九庭"), "庭室"),
        (with_(CASE, 经办法官工号="S9"), "经办法官工号"),
        (with_(CASE, 立案日期="2026-01-13"), "立案日期"),
        (with_(CASE, 结案日期="2025-11-02"), "结案日期"),
        (with_(CASE, 立案日期="", 结案日期="2025-11-02"), "结案日期"),
        (with_(PLAINTIFF, 案件外部编号="A-9"), "案件外部编号"),
        (with_(PLAINTIFF, 案件外部编号="A-3"), "案件外部编号"),
        (with_(MILESTONE, 日期="2025-11-02"), "日期"),
        (with_(MILESTONE, 日期="2027-01-13"), "日期"),
        (with_(MILESTONE, 案件外部编号="A-3"), "案件外部编号"),
        (with_(HEARING, 开庭时间="2026-01-12 09:59"), "开庭时间"),
        (with_(HEARING, 开庭时间="2026-02-03 06:59"), "开庭时间"),
        (with_(HEARING, 开庭时间="2026-02-03 22:00"), "开庭时间"),
        (with_(HEARING, 开庭时间="2028-02-03 09:00"), "开庭时间"),
        (with_(HEARING, 案件外部编号="A-3"), "案件外部编号"),
    ],
)
def test_what_does_not_fit_the_register_is_refused(people, row, column):
    send(*FILE, with_(CASE, 外部编号="A-3", 案号="（2025）粤0103民初3号"))
    before = everything()
    run = send(row)
    assert (counts(run), everything()) == ((0, 0, 0, 1), before)
    assert messages(run)[0].startswith(f"{column}：")


def test_a_case_entered_by_hand_is_adopted_by_its_number(people):
    by_hand = Case.objects.create(number="(2025)粤0103民初1号", division=make_division("民一庭"))
    Party.objects.create(case=by_hand, role="原告", name=PARTY)
    run = send(*FILE)
    assert counts(run) == (2, 2, 0, 0)
    case = Case.objects.get()
    assert (case.pk, case.foreign_id, case.number) == (by_hand.pk, "A-1", "(2025)粤0103民初1号")
    assert case.parties.get().foreign_id == "D-1"
    assert counts(send(*FILE)) == (0, 0, 4, 0)


def test_what_is_closed_to_the_public_is_not_opened_by_an_import(people):
    send(with_(CASE, 涉密="是"))
    run = send(with_(CASE, 涉密="否", 案由="合同纠纷"), HEARING)
    assert counts(run) == (1, 0, 0, 1)
    assert messages(run)[0].startswith("涉密：")
    assert Case.objects.get().secrets
    assert not HearingNotice.objects.get().public
    assert counts(send(with_(CASE, 涉密="", 未成年="是"))) == (0, 1, 0, 0)


def test_parties_keep_the_order_of_the_file(people):
    send(CASE, PLAINTIFF, with_(PLAINTIFF, 外部编号="D-2", 姓名或名称="程二"))
    send(with_(PLAINTIFF, 外部编号="D-3", 姓名或名称="程三"), with_(PLAINTIFF, 诉讼地位="被告"))
    assert list(Party.objects.order_by("order").values_list("foreign_id", "order")) == [
        ("D-1", 0), ("D-2", 1), ("D-3", 2),
    ]  # fmt: skip


def test_a_milestone_struck_out_here_stays_struck_out(people):
    send(CASE, MILESTONE)
    Milestone.objects.update(void_at=clock.now())
    assert counts(send(MILESTONE)) == (0, 0, 1, 0)
    assert counts(send(with_(MILESTONE, 日期="2026-01-06"))) == (0, 0, 0, 1)
    assert Milestone.objects.get().void_at


def test_a_trial_run_says_the_same_and_writes_nothing(people):
    before = everything()
    rows = (*FILE, with_(HEARING, 法庭="第四法庭"), with_(PLAINTIFF, 外部编号="D-2", 案件外部编号="A-9"))
    trial = send(*rows, dry_run=True)
    assert (everything(), trial.dry_run, ImportRun.objects.count()) == (before, True, 1)
    real = send(*rows)
    assert counts(trial) == counts(real) == (4, 1, 0, 1)
    assert trial.problems == real.problems


def test_a_trial_run_knows_what_came_far_above_in_the_file(people, monkeypatch):
    monkeypatch.setattr(apply, "CHUNK", 2)
    rows = (*FILE, CASE, with_(PLAINTIFF, 诉讼地位="被告"), MILESTONE, with_(HEARING, 审判人员="审判员 程一"))
    assert counts(send(*rows, dry_run=True)) == counts(send(*rows)) == (4, 2, 2, 0)


def test_nothing_of_a_party_stands_in_report_or_record(people):
    shifted = dict(zip(PLAINTIFF, [*list(PLAINTIFF.values())[1:], PLAINTIFF["类型"]], strict=True))
    rows = [with_(row, **{name: PARTY}) for row in FILE for name in row if name != "姓名或名称"]
    run = send(*FILE, shifted, *rows, with_(PLAINTIFF, 案件外部编号="A-9"))
    kept = json.dumps(
        [run.problems, run.counts, *RegisterRecord.objects.values("detail")], ensure_ascii=False
    )
    assert PARTY not in kept
    record = RegisterRecord.objects.get()
    assert (record.subject, record.subject_id, record.verb) == ("importrun", run.pk, "导入")
    assert not [entry for entry in LogEntry.objects.all() if PARTY in json.dumps(entry.changes)]


def test_a_file_that_breaks_off_is_taken_in_so_far(people):
    def rows():
        yield 2, CASE
        yield 3, PLAINTIFF
        raise UnreadableFile("第4行附近的引号不成对")

    run = apply.import_rows(rows(), source="command", actor=Actor.system(), sha256="0" * 64)
    assert counts(run) == (2, 0, 0, 1)
    assert run.problems == [[4, "", "从这一行起没有读入：第4行附近的引号不成对"]]
    assert run.finished_at


def test_a_file_without_a_first_row_leaves_no_run(people):
    def rows():
        raise UnreadableFile("空的")
        yield

    with pytest.raises(UnreadableFile):
        apply.import_rows(rows(), source="command", actor=Actor.system(), sha256="0" * 64)
    assert not ImportRun.objects.exists()


def test_a_report_lists_the_first_thousand_problems(people):
    run = send(*[with_(CASE, 案号="")] * 1203)
    assert (run.counts["refused"], len(run.problems), run.problems[-1][0]) == (1203, 1000, 1001)


CELLS = st.sampled_from(
    [{}, {"外部编号": "X-2"}, {"案件外部编号": "A-2"}, {"案号": "（2025）粤0103民初2号"}, {"案号": "", "诉讼地位": ""},
     {"开庭时间": "2026-02-04 09:30"}, {"法庭": "第四法庭"}, {"日期": "2025-01-01"}, {"涉密": "是"}, {"说明": "另行通知"},
     {"结案日期": "2026-01-08"}, {"诉讼地位": "第三人"}]
)  # fmt: skip


class AnyOrder(TestCase):
    """Whatever rows come in whatever order."""

    @classmethod
    def setUpTestData(cls):
        with clock.at(NOW):
            build()

    @settings(max_examples=40, deadline=None)
    @given(
        rows=st.lists(
            st.builds(lambda row, cells: {**row, **cells}, st.sampled_from(FILE), CELLS), max_size=12
        )
    )
    def test_a_trial_tells_the_truth_and_in_the_end_nothing_is_added(self, rows):
        with clock.at(NOW):
            for _ in range(2):
                trial, real = send(*rows, dry_run=True), send(*rows)
                assert (counts(trial), trial.problems) == (counts(real), real.problems)
            assert send(*rows).counts["added"] == 0
