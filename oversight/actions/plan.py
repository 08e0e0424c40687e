"""The year's plan: projects, milestones, quarterly tasks, their report and acceptance (R5, R7, R8, R13–R15, R21)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from liwan_court.acting import ActionRefused
from liwan_court.plain_text import SAID, is_plain
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from oversight.actions.base import LEADING, Act, Check, once, record
from oversight.models import Project, Task, YearPlan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

PROJECTS: Final = (
    ("生效裁判文书网上公布工作程序", ""),
    ("案件庭审网上直播微博工作程序", ""),
    ("公开执行日志工作程序", ""),
    ("公开案件的审判进度", "通达海公司"),
    ("公开裁判文书的检索方法", "通达海公司"),
)
"""四（一） of the plan: its heading says four, it lists five (D16)."""
LEADS: Final = ("shenguanban", "diaoyanke", "zhixing", "lian", "jishu")
"""Which division breaks each project down."""
LONGEST: Final = 1000


class DraftPlan:
    """A year's plan with what every year has: the five projects, 25 March, end of April, and what repeats (R13, R14, R21)."""

    verb = "编制年度计划"

    def __init__(self, actor: Actor, year: int) -> None:
        self.actor, self.year = actor, year

    def run(self) -> YearPlan:
        """Raises ActionRefused."""
        if not self.actor.holds(*LEADING):
            raise ActionRefused(
                [Check("post", passed=False, label="操作权限", message="只有领导小组可以编制年度计划")]
            )
        present = clock.today().year
        if not present <= self.year <= present + 1:
            said = f"只能编制{present}年和{present + 1}年的计划"
            raise ActionRefused([Check("year", passed=False, label="年度", message=said)])
        said = f"{self.year}年已有计划"
        if YearPlan.objects.filter(year=self.year).exists():
            raise ActionRefused([Check("once", passed=False, label="每年一份", message=said)])
        with once(said):
            plan = YearPlan.objects.create(year=self.year, title=f"{self.year}年落实司法公开工作计划")
            tasks = [*self._milestones(plan), *self._repeated(plan)]
            Task.objects.bulk_create(tasks)
            record(plan, self.verb, self.actor, {"year": self.year, "tasks": len(tasks)})
        return plan

    def _milestones(self, plan: YearPlan) -> Iterator[Task]:
        divisions = {row.code: row for row in Division.objects.filter(active=True)}
        fallback = next(iter(divisions.values()), None)
        for order, ((name, helper), code) in enumerate(zip(PROJECTS, LEADS, strict=True), 1):
            project = Project.objects.create(plan=plan, order=order, name=name, helped_by=helper)
            if lead := divisions.get(code, fallback):
                yield _task(
                    plan, lead, f"分解实施方案：{name}", date(plan.year, 3, 25), Task.Kind.BREAKDOWN, project
                )
        for division in divisions.values():
            if division.reports_effective:
                yield _task(
                    plan, division, "组织人员落实五个项目工作方案", date(plan.year, 4, 30), Task.Kind.IMPLEMENTATION, None
                )  # fmt: skip

    def _repeated(self, plan: YearPlan) -> Iterator[Task]:
        """Last year's tasks that repeat, each a year later, for divisions that are still in use."""
        rows = Task.objects.filter(
            plan__year=self.year - 1, repeats=True, kind=Task.Kind.TASK, division__active=True
        )
        for row in rows.exclude(state=Task.State.CANCELLED).select_related("division"):
            again = _task(plan, row.division, row.title, _next_year(row.first_due), Task.Kind.TASK, None)
            again.requirement, again.indicator_code = row.requirement, row.indicator_code
            again.repeats, again.copied_from = True, row
            yield again


def _task(
    plan: YearPlan, division: Division, title: str, due: date, kind: str, project: Project | None
) -> Task:
    return Task(
        plan=plan, division=division, title=title[:80], due=due, first_due=due, kind=kind, project=project,
        quarter=(due.month + 2) // 3,
    )  # fmt: skip


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


class AdoptPlan(Act[YearPlan, YearPlan]):
    """确定: from now on the divisions owe it."""

    verb = "确定年度计划"
    posts = LEADING

    def checks(self) -> Iterator[Check]:
        """Once."""
        yield Check("open", self.subject.adopted_at is None, "尚未确定", f"{self.subject}已经确定")

    def execute(self) -> None:
        """The day and who."""
        self.subject.adopted_at, self.subject.adopted_by_name = clock.now(), self.actor.name
        self.subject.save()
        self.result = self.subject


class PlanSecondHalf(Act[YearPlan, YearPlan]):
    """下半年工作计划, made after the review of June (R15)."""

    verb = "制定下半年计划"
    posts = LEADING

    def __init__(self, subject: YearPlan, actor: Actor, text: str) -> None:
        super().__init__(subject, actor)
        self.text = text.strip()

    def checks(self) -> Iterator[Check]:
        """Words, from June on."""
        yield Check(
            "text", bool(self.text) and is_plain(self.text), "内容", "请写明下半年工作计划，不含控制字符"
        )
        june = date(self.subject.year, 6, 1)
        yield Check(
            "june", clock.today() >= june, "六月起", f"下半年计划在{june:%Y年6月}检查评估上半年之后制定"
        )

    def execute(self) -> None:
        """Keep it."""
        self.subject.second_half = self.text
        self.subject.save()
        self.result = self.subject


class AddTask(Act[YearPlan, Task]):
    """A task for a division, with its day and the indicator it serves."""

    verb = "下达任务"
    posts = LEADING

    def __init__(
        self, subject: YearPlan, actor: Actor, *, division: Division, title: str, due: date, requirement: str = "",
        indicator_code: str = "", repeats: bool = False, project: Project | None = None,
    ) -> None:  # fmt: skip
        super().__init__(subject, actor)
        self.division, self.title, self.due, self.requirement = (
            division,
            title.strip(),
            due,
            requirement.strip(),
        )
        self.indicator_code, self.repeats, self.project = indicator_code.strip(), repeats, project

    def checks(self) -> Iterator[Check]:
        """A title, a day of the year that is still to come."""
        yield Check(
            "title",
            bool(self.title) and is_plain(self.title + self.requirement),
            "任务",
            "请写明任务，不含控制字符",
        )
        yield Check("year", self.due.year == self.subject.year, "期限", f"期限应在{self.subject.year}年内")
        yield Check("ahead", self.due >= clock.today(), "期限", "期限已经过去，请改为今天以后")
        yield Check("active", self.division.active, "部门", f"{self.division}已停用")

    def execute(self) -> None:
        """The task."""
        row = _task(self.subject, self.division, self.title, self.due, Task.Kind.TASK, self.project)
        row.requirement, row.indicator_code, row.repeats = (
            self.requirement,
            self.indicator_code[:8],
            self.repeats,
        )
        row.save()
        self.result = row

    def detail(self) -> dict[str, Any]:
        """Which task."""
        return {"task": self.result.pk, "division": self.division.pk}


class TaskAct(Act[Task, Task]):
    """One thing done to one task."""

    states: tuple[str, ...] = ()

    def __init__(self, subject: Task, actor: Actor, text: str = "") -> None:
        super().__init__(subject, actor)
        self.text = text.strip()

    def checks(self) -> Iterator[Check]:
        """The state, plain words; where words are asked for, some."""
        ready = self.subject.state in self.states
        yield Check(
            "state",
            ready,
            "状态",
            f"任务“{self.subject}”{self.subject.get_state_display()}，不能“{self.verb}”",
        )
        yield Check("plain", is_plain(self.text), "没有控制字符", SAID)

    def detail(self) -> dict[str, Any]:
        """Of which division."""
        return {"division": self.subject.division_id}


class ReportTask(TaskAct):
    """The division reports how the task was carried out (R14: 落实情况)."""

    verb = "报告完成"
    posts = (Post.DIVISION_HEAD,)
    states = (Task.State.OPEN,)

    @property
    def division_id(self) -> int | None:
        """Its own head, or his deputy."""
        return self.subject.division_id

    def checks(self) -> Iterator[Check]:
        """Words that say how."""
        yield from super().checks()
        decided = self.subject.plan.adopted_at is not None
        yield Check("decided", decided, "计划已确定", f"{self.subject.plan}还没有确定，不能报告")
        yield Check("text", 0 < len(self.text) <= LONGEST, "落实情况", f"请写明落实情况（不超过{LONGEST}字）")

    def execute(self) -> None:
        """Reported today."""
        row = self.result = self.subject
        row.state, row.report, row.remark = Task.State.REPORTED, self.text, ""
        row.reported_at, row.reported_by_name = clock.now(), self.actor.name
        row.save()


class AcceptTask(TaskAct):
    """The leading group accepts what was reported; nobody accepts his own report."""

    verb = "认可"
    posts = LEADING
    states = (Task.State.REPORTED,)

    def checks(self) -> Iterator[Check]:
        """Somebody else reported it."""
        yield from super().checks()
        other = self.subject.reported_by_name != self.actor.name
        yield Check("other", other, "报告人与认可人分开", "自己报告的任务不能由自己认可")

    def execute(self) -> None:
        """Done."""
        row = self.result = self.subject
        row.state, row.accepted_at, row.accepted_by_name = Task.State.DONE, clock.now(), self.actor.name
        row.save()


class ReturnTask(TaskAct):
    """Sent back with what is missing: it is open again, and counts as reported on the day of the next report."""

    verb = "退回"
    posts = LEADING
    states = (Task.State.REPORTED,)

    def checks(self) -> Iterator[Check]:
        """A reason."""
        yield from super().checks()
        yield Check("text", bool(self.text), "理由", "请写明退回的理由")

    def execute(self) -> None:
        """Open again."""
        row = self.result = self.subject
        row.state, row.remark, row.reported_at = Task.State.OPEN, self.text, None
        row.save()


class CancelTask(TaskAct):
    """Taken back by who gave it, with a reason; it stays on record and is counted nowhere."""

    verb = "撤销"
    posts = LEADING
    states = (Task.State.OPEN, Task.State.REPORTED)

    def checks(self) -> Iterator[Check]:
        """A reason."""
        yield from super().checks()
        yield Check("text", bool(self.text), "理由", "请写明撤销的理由")

    def execute(self) -> None:
        """Cancelled."""
        row = self.result = self.subject
        row.state, row.remark = Task.State.CANCELLED, self.text
        row.save()
