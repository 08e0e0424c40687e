"""R5, R7, R13–R15, R21: the plan, its tasks and reminders through a year, each through its page."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail

from liwan_court.registry.appointments import delegate
from liwan_court.registry.models import Division, PostHolding
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.models import (
    Task,
    TaskReminder,
    YearPlan,
)
from oversight.tasks import send_reminders
from tests.factories import make_officer
from tests.oversight.people import House, build_house, on, page, post, said, staff, told

pytestmark = pytest.mark.django_db
APRIL = dt.datetime(2026, 4, 1, 10, tzinfo=clock.ZONE)
MAY = dt.datetime(2026, 5, 20, 10, tzinfo=clock.ZONE)


@pytest.fixture
def house() -> House:
    return build_house()


@pytest.fixture
def plan(house: House) -> YearPlan:
    """The plan of 2026, drafted and decided."""
    post(house, "secretary", page("plan_draft", 2026))
    post(house, "secretary", page("plan_steer", 2026, "adopt"))
    return YearPlan.objects.get(year=2026)


def test_r5_the_year_is_split_into_tasks_with_division_day_and_indicator(
    house: House, plan: YearPlan
) -> None:
    data = {
        "division": house.minyi.pk, "title": "核对未上网文书", "due": "2026-03-20", "indicator_code": "J5",
        "requirement": "逐件说明", "repeats": "on",
    }  # fmt: skip
    assert said(post(house, "secretary", page("plan_steer", 2026, "task"), data)) == ["任务已下达"]
    row = Task.objects.get(title="核对未上网文书")
    assert (row.quarter, row.division, row.indicator_code, row.repeats) == (1, house.minyi, "J5", True)
    own = told(house, "minyi_head", page("plan", 2026))
    assert "核对未上网文书" in own
    assert "核对未上网文书" not in told(house, "xingting_head", page("plan", 2026))
    for who, status in (("minyi_head", 403), ("auditor", 403), ("judge", 403)):
        assert post(house, who, page("plan_steer", 2026, "task"), data).status_code == status
    late = post(house, "secretary", page("plan_steer", 2026, "task"), data | {"due": "2026-01-05"})
    assert any("已经过去" in message for message in said(late))
    again = post(house, "secretary", page("plan_draft", 2026))
    assert any("已有计划" in message for message in said(again))
    assert Task.objects.filter(title="核对未上网文书").count() == 1


def test_r13_five_projects_are_broken_down_by_25_march(house: House, plan: YearPlan) -> None:
    assert [row.order for row in plan.projects.all()] == [1, 2, 3, 4, 5]
    tasks = Task.objects.filter(kind=Task.Kind.BREAKDOWN)
    assert {row.due for row in tasks} == {dt.date(2026, 3, 25)}
    assert {row.project_id for row in tasks} == set(plan.projects.values_list("pk", flat=True))
    shown = told(house, "secretary", page("plan", 2026))
    assert "方案标题写“四个项目”，实列五项" in shown
    assert "公开裁判文书的检索方法（通达海公司协助）" in shown
    assert staff(house.judge).get(page("plan", 2026)).status_code == 403


def test_r14_each_trial_division_and_the_bureau_report_how_they_began(house: House, plan: YearPlan) -> None:
    tasks = Task.objects.filter(kind=Task.Kind.IMPLEMENTATION)
    assert {row.due for row in tasks} == {dt.date(2026, 4, 30)}
    assert {row.division_id for row in tasks} == set(
        Division.objects.filter(reports_effective=True).values_list("pk", flat=True)
    )
    mine = tasks.get(division=house.minyi)
    empty = post(house, "minyi_head", page("task_act", mine.pk, "report"), {"text": " "}, APRIL)
    assert any("请写明落实情况" in message for message in said(empty))
    other = post(house, "xingting_head", page("task_act", mine.pk, "report"), {"text": "别人的"}, APRIL)
    assert other.status_code == 404
    post(house, "minyi_head", page("task_act", mine.pk, "report"), {"text": "指定联络人两名"}, APRIL)
    mine.refresh_from_db()
    assert (mine.state, mine.report, mine.reported_by_name) == ("reported", "指定联络人两名", "民一庭庭长")
    assert "指定联络人两名" in told(house, "secretary", page("task", mine.pk), APRIL)
    refused = post(house, "minyi_head", page("task_act", mine.pk, "accept"), {}, APRIL)
    assert any("您的岗位不能进行“认可”" in message for message in said(refused))
    post(house, "secretary", page("task_act", mine.pk, "accept"), {}, APRIL)
    mine.refresh_from_db()
    assert (mine.state, mine.accepted_by_name) == ("done", "领导小组秘书")


def test_r14_a_deputy_reports_in_the_heads_place(house: House, plan: YearPlan) -> None:
    deputy = make_officer("代理庭长", Post.JUDGE, house.minyi)
    deputy.user.is_staff = True
    deputy.user.save()
    holding = PostHolding.objects.get(officer=house.minyi_head, post=Post.DIVISION_HEAD)
    delegate(
        holding, deputy, dt.date(2026, 4, 1), dt.date(2026, 4, 10), "外出", recorded_by=house.president.user
    )
    mine = Task.objects.get(kind=Task.Kind.IMPLEMENTATION, division=house.minyi)
    with clock.at(APRIL):
        staff(deputy).post(page("task_act", mine.pk, "report"), {"text": "已落实"})
    mine.refresh_from_db()
    assert (mine.state, mine.reported_by_name) == ("reported", "代理庭长")


def test_r7_an_overdue_task_is_reminded_acknowledged_moved_and_escalated(
    house: House, plan: YearPlan
) -> None:
    mine = Task.objects.get(kind=Task.Kind.IMPLEMENTATION, division=house.minyi)
    with clock.at(on(4, 30, 23)):
        send_reminders()
        assert not TaskReminder.objects.filter(task=mine).exists()
    with clock.at(on(5, 6)):
        send_reminders()
        send_reminders()
    first = TaskReminder.objects.get(task=mine)
    assert first.level == "division"
    assert "待签收的催办单" in told(house, "minyi_head", "/admin/", on(5, 6))
    assert "尚未签收" in told(house, "minyi_head", page("task", mine.pk), on(5, 6))
    with clock.at(on(5, 20)):
        send_reminders()
    assert set(TaskReminder.objects.filter(task=mine).values_list("level", flat=True)) == {
        "division",
        "leading_group",
    }
    data = {"reply": "人员调整，五月底完成", "new_due": "2026-05-29"}
    wrong = post(house, "secretary", page("reminder_act", first.pk, "acknowledge"), data, on(5, 20))
    assert any("您的岗位不能" in message for message in said(wrong))
    post(house, "minyi_head", page("reminder_act", first.pk, "acknowledge"), data, on(5, 20))
    self_granted = post(house, "minyi_head", page("reminder_act", first.pk, "grant"), {}, on(5, 20))
    assert any("您的岗位不能" in message for message in said(self_granted))
    post(house, "secretary", page("reminder_act", first.pk, "grant"), {}, on(5, 20))
    mine.refresh_from_db()
    assert (mine.due, mine.first_due) == (dt.date(2026, 5, 29), dt.date(2026, 4, 30))
    with clock.at(on(6, 1)):
        send_reminders()
    assert TaskReminder.objects.filter(task=mine, due_was="2026-05-29", level="division").count() == 1
    assert "逾期" in told(house, "secretary", page("plan", 2026), on(6, 1))


def test_r7_tasks_of_a_plan_that_was_not_decided_are_not_reminded(house: House) -> None:
    post(house, "secretary", page("plan_draft", 2026))
    with clock.at(on(5, 6)):
        send_reminders()
    assert not TaskReminder.objects.exists()


def test_r15_the_second_half_is_planned_after_the_review_of_june(house: House, plan: YearPlan) -> None:
    early = post(house, "secretary", page("plan_steer", 2026, "second-half"), {"text": "补齐定额"}, on(5, 20))
    assert any("检查评估上半年之后制定" in message for message in said(early))
    post(house, "secretary", page("plan_steer", 2026, "second-half"), {"text": "补齐直播定额"}, on(6, 11))
    plan.refresh_from_db()
    assert plan.second_half == "补齐直播定额"
    assert "补齐直播定额" in told(house, "minyi_head", page("plan", 2026), on(6, 12))
    assert (
        post(
            house, "minyi_head", page("plan_steer", 2026, "second-half"), {"text": "x"}, on(6, 12)
        ).status_code
        == 403
    )


def test_r21_what_repeats_is_taken_over_into_the_next_year(house: House, plan: YearPlan) -> None:
    data = {"division": house.minyi.pk, "title": "每年核对", "due": "2026-02-27", "repeats": "on"}
    post(house, "secretary", page("plan_steer", 2026, "task"), data)
    once = {"division": house.minyi.pk, "title": "只此一次", "due": "2026-02-27"}
    post(house, "secretary", page("plan_steer", 2026, "task"), once)
    post(house, "secretary", page("plan_draft", 2027), at=dt.datetime(2027, 1, 8, 10, tzinfo=clock.ZONE))
    titles = {row.title: row for row in Task.objects.filter(plan__year=2027)}
    assert titles["每年核对"].due == dt.date(2027, 2, 27)
    assert titles["每年核对"].copied_from is not None
    assert "只此一次" not in titles
    assert post(house, "auditor", page("plan_draft", 2028)).status_code == 403


def test_r5_what_is_not_decided_is_neither_shown_nor_reported_nor_counted(house: House) -> None:
    from liwan_court.measuring import span
    from oversight.measured import measure

    for year, words in ((2025, "只能编制2026年和2027年的计划"), (0, "只能编制"), (99999, "只能编制")):
        assert any(
            words in m
            for m in said(post(house, "secretary", page("plan_draft", 2026).replace("2026", str(year))))
        ), year
    post(house, "secretary", page("plan_draft", 2026))
    mine = Task.objects.filter(division=house.minyi).earliest("due")
    assert mine.title not in told(house, "minyi_head", page("plan", 2026))
    assert mine.title not in told(house, "minyi_head", page("division", "2026Q1", "minyi"))
    report = page("task_act", mine.pk, "report")
    assert post(house, "minyi_head", report, {"text": "已完成"}).status_code == 404
    with clock.at(MAY):
        assert measure("tasks_on_time").tallies(span("2026")) == {}
    post(house, "secretary", page("plan_steer", 2026, "adopt"))
    assert mine.title in told(house, "minyi_head", page("plan", 2026))
    with clock.at(MAY):
        assert measure("tasks_on_time").tallies(span("2026"))[house.minyi.pk].denominator > 0


def test_r7_an_extension_never_takes_a_late_task_out_of_its_quarter(house: House, plan: YearPlan) -> None:
    from liwan_court.measuring import span
    from oversight.measured import measure

    mine = Task.objects.get(kind=Task.Kind.IMPLEMENTATION, division=house.minyi)
    with clock.at(on(5, 6)):
        send_reminders()
    row = TaskReminder.objects.get(task=mine)
    asked = {"reply": "人员调整", "new_due": "2026-08-31"}
    post(house, "minyi_head", page("reminder_act", row.pk, "acknowledge"), asked, on(5, 7))
    both = PostHolding.objects.create(
        officer=house.minyi_head, post=Post.LEADING_GROUP, since=dt.date(2026, 1, 1)
    )
    own = post(house, "minyi_head", page("reminder_act", row.pk, "grant"), {}, on(5, 7))
    assert any("不能决定本部门的新期限申请" in message for message in said(own))
    both.delete()
    post(house, "secretary", page("reminder_act", row.pk, "grant"), {}, on(5, 7))
    mine.refresh_from_db()
    assert mine.due == dt.date(2026, 8, 31)
    with clock.at(on(7, 1)):
        tally = measure("tasks_on_time").tallies(span("2026Q2"))[house.minyi.pk]
        against = [
            each.detail for each in measure("tasks_on_time").held_against(span("2026Q2"), house.minyi.pk)
        ]
    assert (tally.numerator, tally.denominator) == (0, 1)
    assert against == ["期限2026-08-31（原定2026-04-30），没有完成"]
    Task.objects.filter(pk=mine.pk).update(state=Task.State.DONE)
    TaskReminder.objects.filter(pk=row.pk).update(granted=None)
    late = post(house, "secretary", page("reminder_act", row.pk, "refuse"), {}, on(9, 1))
    assert any("不必再办理" in message for message in said(late))


def test_r7_a_reminder_is_mailed_once_to_who_must_act(house: House, plan: YearPlan, settings: Any) -> None:
    for officer in (house.minyi_head, house.secretary, house.xingting_head):
        officer.user.email = f"{officer.staff_no}@court.example.test"
        officer.user.save()
    mine = Task.objects.get(kind=Task.Kind.IMPLEMENTATION, division=house.minyi)
    Task.objects.exclude(pk=mine.pk).update(state=Task.State.CANCELLED)
    settings.NOTICES_BY_MAIL = False
    with clock.at(on(5, 6)):
        send_reminders()
        assert not mail.outbox, "a court without a mail server reminds in the portal"
        settings.NOTICES_BY_MAIL = True
        send_reminders()
        send_reminders()
    assert [message.to for message in mail.outbox] == [[house.minyi_head.user.email]]
    assert mine.title in mail.outbox[0].subject
    assert page("task", mine.pk) in mail.outbox[0].body
    with clock.at(on(5, 20)):
        send_reminders()
    assert [message.to for message in mail.outbox[1:]] == [[house.secretary.user.email]]
