"""Plans, tasks, meetings and training of the demonstration's years: what was owed, what was done, what is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from liwan_court.measuring import Span, span
from liwan_court.registry.models import Division, FirstResponsible
from liwan_court.timetable import calendar, clock, deadlines
from oversight.models import (
    Invitation,
    Meeting,
    Project,
    Task,
    TaskReminder,
    Training,
    TrainingAttendance,
    YearPlan,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECTS: Final = (
    ("生效裁判文书网上公布工作程序", ""),
    ("案件庭审网上直播微博工作程序", ""),
    ("公开执行日志工作程序", ""),
    ("公开案件的审判进度", "通达海公司"),
    ("公开裁判文书的检索方法", "通达海公司"),
)
LEADS: Final = ("shenguanban", "diaoyanke", "zhixing", "lian", "jishu")
"""Which division breaks each project down."""
QUARTERLY: Final = (
    (1, "bangongshi", "更新法院概况、人员名录和规章制度页面", "S1"),
    (1, "lian", "核对立案指南四类页面并公布更新日期", "L1"),
    (1, "minyi", "核对第一季度未上网文书逐件说明原因", "W1"),
    (2, "shenguanban", "抽查已公布文书隐名情况并通报", "W8"),
    (2, "xingting", "梳理不上网公开事由，补写理由", "W6"),
    (2, "zhixing", "清理三十日没有日志的案件", "Z3"),
    (3, "diaoyanke", "编印庭审直播案件选择指引", "T2"),
    (3, "jishu", "检查直播、日志上网设备并演练切断", "Z2"),
    (3, "miner", "补齐年度直播定额", "T4"),
    (4, "zhengzhichu", "汇总全年学习培训记录", "J4"),
    (4, "bangongshi", "编制年度司法公开总结初稿", "S1"),
    (4, "shenjian", "清理再审案件未公布文书", "W1"),
)
TOPICS: Final = (
    "裁判文书上网公开的范围和除外情形",
    "隐名处理规则与常见差错",
    "庭审直播微博工作程序",
    "执行日志记录要求与查阅密码管理",
)


@dataclass(frozen=True, slots=True)
class Court:
    """Divisions by code and their heads on a day."""

    divisions: dict[str, Division]

    def head(self, division: Division, on: date) -> FirstResponsible | None:
        """The first responsible person of a division on a day."""
        return FirstResponsible.objects.on(on).filter(division=division).select_related("officer").first()


def load(years: list[int]) -> None:
    """Put the plans of some years on record, the present one with what is open and what is late."""
    court = Court({row.code: row for row in Division.objects.filter(active=True)})
    for year in years:
        _plan(court, year)
    for year in years:
        for name in span(str(year)).quarters:
            _quarter(court, span(name))


def _plan(court: Court, year: int) -> None:
    adopted = clock.moment(date(year, 1, 12), time(10))
    if adopted > clock.now():
        return
    plan = YearPlan.objects.create(
        year=year, title=f"{year}年落实司法公开工作计划", adopted_at=adopted, adopted_by_name="领导小组",
        text="认真落实审判公开原则，对去年没有达标的短板加以整改，力求各项指标全部达标。",
    )  # fmt: skip
    if clock.today() > date(year, 6, 11):
        plan.second_half = (
            "补齐各庭法官直播、微博定额。\n清理三十日没有日志的执行案件。\n年底前逐件核对应公开未公开的文书。"
        )
        plan.save()
    projects = [
        Project.objects.create(plan=plan, order=order, name=name, helped_by=helper)
        for order, (name, helper) in enumerate(PROJECTS, 1)
    ]
    tasks = [*_milestones(court, plan, projects), *_quarterly(court, plan)]
    Task.objects.bulk_create(tasks)
    _remind(plan)


def _milestones(court: Court, plan: YearPlan, projects: list[Project]) -> Iterator[Task]:
    breakdown, begun = date(plan.year, 3, 25), date(plan.year, 4, 30)
    for project, code in zip(projects, LEADS, strict=True):
        task = Task(
            plan=plan, project=project, kind=Task.Kind.BREAKDOWN, quarter=1, division=court.divisions[code],
            title=f"分解实施方案：{project.name}"[:80], due=breakdown, first_due=breakdown, repeats=True,
        )  # fmt: skip
        yield _reported(
            task, "方案已分解到岗、到人，报领导小组备案。", Random(f"{plan.year}{code}").randint(1, 9)
        )
    for division in court.divisions.values():
        if division.reports_effective:
            task = Task(
                plan=plan, kind=Task.Kind.IMPLEMENTATION, quarter=2, division=division, due=begun, first_due=begun,
                title="组织人员落实五个项目工作方案", repeats=True,
            )  # fmt: skip
            yield _reported(
                task,
                "已指定联络人，经办法官和书记员分工到人。",
                Random(f"{plan.year}{division.code}").randint(0, 12),
            )


def _quarterly(court: Court, plan: YearPlan) -> Iterator[Task]:
    for quarter, code, title, indicator in QUARTERLY:
        due = span(f"{plan.year}Q{quarter}").last - timedelta(days=10)
        task = Task(
            plan=plan, quarter=quarter, division=court.divisions[code], title=title, indicator_code=indicator, due=due,
            first_due=due, repeats=True, requirement="写明落实情况和可以查看的页面或者文件。",
        )  # fmt: skip
        rng = Random(f"{plan.year}{title}")
        early = rng.randint(-4, 12)
        if plan.year == clock.today().year and quarter == 3 and code == "miner":
            yield task
            continue
        yield _reported(task, "已完成，情况附后。", early)


def _reported(task: Task, words: str, days_early: int) -> Task:
    """The task as reported some days before it was due, or after; still open where that day has not come."""
    day = task.due - timedelta(days=days_early)
    if day >= clock.today():
        return task
    task.state, task.report = Task.State.DONE, words
    task.reported_at, task.accepted_at = (
        clock.moment(day, time(16)),
        clock.moment(day + timedelta(days=1), time(9)),
    )
    task.reported_by_name, task.accepted_by_name = "部门负责人", "领导小组秘书"
    return task


def _remind(plan: YearPlan) -> None:
    for task in Task.objects.filter(plan=plan, state=Task.State.OPEN, due__lt=clock.today()):
        sent = clock.moment(task.due + timedelta(days=1), time(8))
        TaskReminder.objects.create(
            task=task, level=TaskReminder.Level.DIVISION, due_was=task.due, sent_at=min(sent, clock.now())
        )


def _quarter(court: Court, quarter: Span) -> None:
    """The training of a quarter and, when its day has come, its meeting."""
    _training(court, quarter)
    due = deadlines.occurrence("quarterly_briefing", quarter.name, calendar.load())
    begins = clock.moment(due.date - timedelta(days=Random(quarter.name).randint(0, 5)), time(9, 30))
    if begins > clock.now():
        return
    meeting = Meeting.objects.create(
        period=quarter.name, begins_at=begins, place="第一会议室", agenda="通报情况；明确下季任务；对未完成任务的部门督促。",
        state=Meeting.State.HELD, held_at=begins + timedelta(hours=2), called_by_name="领导小组秘书",
        minutes=f"通报{quarter.label}司法公开情况，逐项说明未达标指标的原因，明确责任人和期限。",
    )  # fmt: skip
    Invitation.objects.bulk_create(_invitations(court, meeting, begins.date(), quarter.name))


def _invitations(court: Court, meeting: Meeting, on: date, name: str) -> Iterator[Invitation]:
    for code, division in court.divisions.items():
        head, rng = court.head(division, on), Random(f"{name}{code}")
        luck = rng.random()
        row = Invitation(meeting=meeting, division=division, officer=head.officer if head else None)
        row.attendance = Invitation.Attendance.PRESENT
        if head is None or luck < 0.08:
            row.attendance, row.deputy_name, row.reason = (
                Invitation.Attendance.DEPUTY,
                "副职代会",
                "正职外出开庭",
            )
        elif luck < 0.11:
            row.attendance, row.reason = Invitation.Attendance.ABSENT, "未请假"
        row.seen_at = meeting.begins_at - timedelta(days=2)
        yield row


def _training(court: Court, quarter: Span) -> None:
    day = quarter.first + timedelta(days=40)
    if day >= clock.today():
        return
    training = Training.objects.create(
        held_on=day, topic=TOPICS[int(quarter.name[-1]) - 1], hours=2, organiser=court.divisions["zhengzhichu"],
        material="讲义和签到表存政治处。",
    )  # fmt: skip
    TrainingAttendance.objects.bulk_create(
        TrainingAttendance(training=training, division=division, people=rng.randint(2, 9))
        for code, division in court.divisions.items()
        if (rng := Random(f"{quarter.name}{code}training")).random() < 0.93
    )
