"""R3–R5, R7, R13–R15, R17, R21: the plan, reminders, meetings and training of a year, each through its page."""

from __future__ import annotations

import datetime as dt

import pytest

from liwan_court.registry.appointments import delegate
from liwan_court.registry.models import Division, PostHolding
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.models import (
    Invitation,
    Meeting,
    OversightRecord,
    Task,
    TaskReminder,
    Training,
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


def test_r3_a_meeting_that_was_not_held_in_time_raises_an_alarm(house: House) -> None:
    assert "第一季度通报会应于2026-04-15前召开" not in told(house, "secretary", "/admin/", on(4, 15))
    assert "2026年第一季度通报会应于2026-04-15前召开，至今没有召开" in told(
        house, "secretary", "/admin/", on(4, 16)
    )
    assert "2026年第一季度通报会应于" in told(house, "secretary", page("meetings"), on(4, 16))
    data = {"begins_at": "2026-04-20T09:30", "place": "第一会议室"}
    for who in ("minyi_head", "auditor", "judge"):
        assert post(house, who, page("meeting_call", "2026Q1"), data, on(4, 16)).status_code == 403
    post(house, "secretary", page("meeting_call", "2026Q1"), data, on(4, 16))
    meeting = Meeting.objects.get()
    rows = {
        f"{name}_{row.division_id}": value
        for row in meeting.invitations.all()
        for name, value in (("state", "present" if row.officer_id else "deputy"), ("deputy", "副职"))
    }
    early = post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), rows | {"minutes": "x"}, on(4, 19)
    )
    assert any("还没有开始" in message for message in said(early))
    post(
        house,
        "secretary",
        page("meeting_act", meeting.pk, "hold"),
        rows | {"minutes": "通报情况"},
        on(4, 20, 12),
    )
    meeting.refresh_from_db()
    assert meeting.state == "held"
    assert "第一季度通报会应于" not in told(house, "secretary", "/admin/", on(4, 21))
    twice = post(
        house, "secretary", page("meeting_call", "2026Q1"), data | {"begins_at": "2026-05-20T09:30"}, on(5, 1)
    )
    assert any("已有通报会" in message for message in said(twice))


def test_r4_first_responsible_persons_are_invited_by_the_portal_and_their_attendance_is_kept(
    house: House,
) -> None:
    data = {"begins_at": "2026-04-10T09:30", "place": "第一会议室", "agenda": "通报"}
    post(house, "secretary", page("meeting_call", "2026Q1"), data, APRIL)
    meeting = Meeting.objects.get()
    assert meeting.invitations.count() == Division.objects.filter(active=True).count()
    mine = meeting.invitations.get(division=house.minyi)
    assert mine.officer == house.minyi_head
    assert meeting.invitations.get(division=house.xingting).officer is None, (
        "a division without a head is invited as a gap"
    )
    assert "空缺" in told(house, "secretary", page("meeting", meeting.pk), APRIL)
    own = told(house, "minyi_head", page("meeting", meeting.pk), APRIL)
    assert "民一庭" in own
    assert "刑庭" not in own
    post(house, "minyi_head", page("meeting_act", meeting.pk, "seen"), {}, APRIL)
    mine.refresh_from_db()
    assert mine.seen_at is not None
    rows = {f"state_{row.division_id}": "present" for row in meeting.invitations.all()}
    gap = post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), rows | {"minutes": "纪要"}, on(4, 10, 12)
    )
    assert any("刑庭没有第一责任人，不能登记本人出席" in message for message in said(gap))
    for row in meeting.invitations.filter(officer=None):
        rows |= {f"state_{row.division_id}": "deputy", f"deputy_{row.division_id}": "副庭长甲"}
    rows |= {f"state_{house.minyi.pk}": "absent"}
    why = post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), rows | {"minutes": "纪要"}, on(4, 10, 12)
    )
    assert any("请写明民一庭缺席的原因" in message for message in said(why))
    assert not Invitation.objects.exclude(attendance="open").exists(), "nothing is kept of what was refused"
    rows |= {f"reason_{house.minyi.pk}": "开庭"}
    post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), rows | {"minutes": "纪要"}, on(4, 10, 12)
    )
    mine.refresh_from_db()
    assert (mine.attendance, mine.reason) == ("absent", "开庭")
    assert meeting.invitations.get(division=house.xingting).deputy_name == "副庭长甲"
    assert any(
        "您的岗位不能" in m
        for m in said(post(house, "minyi_head", page("meeting_act", meeting.pk, "cancel")))
    )


def test_r17_training_counts_for_the_divisions_that_came(house: House) -> None:
    political = make_officer("政治处干事", Post.POLITICAL)
    political.user.is_staff = True
    political.user.save()
    office = Division.objects.get(code="zhengzhichu")
    data = {
        "held_on": "2026-02-10", "topic": "隐名处理规则", "hours": "2", "organiser": office.pk,
        f"people_{house.minyi.pk}": "5", f"people_{house.xingting.pk}": "",
    }  # fmt: skip
    with clock.at(APRIL):
        staff(political).post(page("training"), data)
        row = Training.objects.get()
        assert [(each.division, each.people) for each in row.attendances.all()] == [(house.minyi, 5)]
        own = {"held_on": "2026-03-10", "topic": "庭务会学习", "hours": "1", "organiser": house.xingting.pk}
        mine = staff(house.xingting_head).post(page("training"), own | {f"people_{house.xingting.pk}": "3"})
        assert mine.status_code == 302
        others = staff(house.xingting_head).post(page("training"), own | {"organiser": house.minyi.pk})
        assert others.status_code == 200, "a head records nothing for another division"
        future = staff(political).post(page("training"), data | {"held_on": "2026-06-10"})
        assert any("还没有举行" in message for message in said(future))
        assert staff(house.judge).get(page("training")).status_code == 403
    assert Training.objects.count() == 2
    from liwan_court.measuring import span
    from oversight.measured import measure

    with clock.at(APRIL):
        tallies = measure("training_held").tallies(span("2026Q1"))
    assert (tallies[house.minyi.pk].numerator, tallies[office.pk].numerator) == (1, 0)


def test_r17_a_training_entered_by_mistake_is_taken_back_and_counts_nowhere(house: House) -> None:
    from liwan_court.measuring import span
    from oversight.measured import measure

    data = {
        "held_on": "2026-03-10", "topic": "庭务会学习", "hours": "1", "organiser": house.xingting.pk,
        f"people_{house.xingting.pk}": "3",
    }  # fmt: skip
    post(house, "xingting_head", page("training"), data, APRIL)
    row = Training.objects.get()
    void = page("training_void", row.pk)
    assert post(house, "judge", void, {"because": "错"}, APRIL).status_code == 403
    assert any("只能撤销本部门" in m for m in said(post(house, "minyi_head", void, {"because": "错"}, APRIL)))
    assert any(
        "请写明撤销的原因" in m for m in said(post(house, "xingting_head", void, {"because": " "}, APRIL))
    )
    assert any(
        "已撤销" in m for m in said(post(house, "xingting_head", void, {"because": "日期登错"}, APRIL))
    )
    assert any("已经撤销" in m for m in said(post(house, "xingting_head", void, {"because": "再撤"}, APRIL)))
    row.refresh_from_db()
    assert (row.voided_by_name, row.voided_because) == ("刑庭庭长", "日期登错")
    assert "刑庭庭长：日期登错" in told(house, "xingting_head", page("training"), APRIL)
    with clock.at(APRIL):
        assert measure("training_held").tallies(span("2026Q1"))[house.xingting.pk].numerator == 0
    post(house, "xingting_head", page("training"), data | {"held_on": "2026-03-11"}, APRIL)
    with clock.at(APRIL):
        assert measure("training_held").tallies(span("2026Q1"))[house.xingting.pk].numerator == 1


def test_r4_attendance_put_down_wrongly_is_corrected_with_a_reason(house: House) -> None:
    called = {"begins_at": "2026-04-15T09:00", "place": "三楼会议室"}
    post(house, "secretary", page("meeting_call", "2026Q1"), called, APRIL)
    meeting, after = Meeting.objects.get(), on(4, 16)
    keys = list(meeting.invitations.values_list("division_id", flat=True))
    absent = {f"state_{key}": "absent" for key in keys} | {f"reason_{key}": "开庭" for key in keys}
    early = post(
        house, "secretary", page("meeting_act", meeting.pk, "correct"), absent | {"because": "错"}, after
    )
    assert any("还没有登记，不能更正" in message for message in said(early))
    post(
        house, "secretary", page("meeting_act", meeting.pk, "hold"), absent | {"minutes": "通报一季度"}, after
    )
    correct = page("meeting_act", meeting.pk, "correct")
    present = absent | {f"state_{house.minyi.pk}": "present", "minutes": "通报一季度情况"}
    assert any("请写明更正的原因" in m for m in said(post(house, "secretary", correct, present, after)))
    refused = post(house, "minyi_head", correct, present | {"because": "我到会了"}, after)
    assert any("您的岗位不能" in message for message in said(refused))
    assert "保存更正" not in told(house, "secretary", page("meeting", meeting.pk), after)
    assert "保存更正" in told(house, "secretary", page("meeting", meeting.pk) + "?correct=1", after)
    assert "保存更正" not in told(house, "minyi_head", page("meeting", meeting.pk) + "?correct=1", after)
    post(house, "secretary", correct, present | {"because": "签到表漏看一行"}, after)
    meeting.refresh_from_db()
    assert meeting.minutes == "通报一季度情况"
    assert meeting.invitations.get(division=house.minyi).attendance == "present"
    kept = OversightRecord.objects.get(verb="更正会议登记").detail
    assert kept == {"changed": {str(house.minyi.pk): ["absent", "present"]}, "reason": "签到表漏看一行"}


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
