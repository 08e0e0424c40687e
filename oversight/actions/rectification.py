"""Rectification: opened from inspections, taken over from last year, planned, reported, checked (R1, R9, R21)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from liwan_court.acting import ActionRefused
from liwan_court.measuring import span
from liwan_court.plain_text import SAID, is_plain
from liwan_court.registry.models import FirstResponsible, PostHolding
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import calendar, clock
from oversight.actions.base import LEADING, Act, Check, once, record
from oversight.models import Inspection, Rectification, Score, Verdict
from oversight.words import fraction, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.models import Division, Officer
    from oversight.documents.carry_over_xlsx import Item

DAYS: Final = 60
"""By when, where nobody says otherwise: the last working day before so many days are over."""
LONGEST: Final = 1000
State, Origin = Rectification.State, Rectification.Origin


def open_for(inspection: Inspection, actor: Actor) -> list[Rectification]:
    """A rectification for every indicator that a division, or the court alone, did not meet and that has none open (R9).

    One that was met in the period before has fallen back; the last one that was closed says that the problem came again.
    """
    unmet = list(inspection.scores.filter(verdict=Verdict.UNMET).order_by("pk"))
    by_division = {row.code for row in unmet if row.division_id is not None}
    rows = [row for row in unmet if row.division_id is not None or row.code not in by_division]
    busy = set(Rectification.objects.exclude(state=State.CLOSED).values_list("code", "division_id"))
    before = _met_before(inspection)
    closed = {
        (row.code, row.division_id): row
        for row in Rectification.objects.filter(state=State.CLOSED).order_by("pk")
    }
    names = {row["code"]: row for row in inspection.indicators}
    heads = dict(FirstResponsible.objects.on(clock.today()).values_list("division_id", "officer_id"))
    made = []
    for score in rows:
        key = (score.code, score.division_id)
        if key in busy:
            continue
        origin = Origin.FALLEN_BACK if key in before else Origin.INSPECTION
        if inspection.kind == Inspection.Kind.YEAR_END:
            origin = Origin.CARRIED_OVER
        row = Rectification.objects.create(
            year=_due().year, code=score.code, indicator_name=names[score.code]["name"], division_id=score.division_id,
            origin=origin, inspection=inspection, problem=_problem(inspection, score, counts=names[score.code]["counts"]),
            owner_id=heads.get(score.division_id) if score.division_id else None, due=_due(), previous=closed.get(key),
        )  # fmt: skip
        record(row, "登记整改", actor, {"inspection": inspection.pk, "code": score.code})
        made.append(row)
    return made


def _met_before(inspection: Inspection) -> set[tuple[str, int | None]]:
    """What was met at the last inspection of the same kind in an earlier period."""
    rows = Inspection.objects.filter(kind=inspection.kind, period__lt=inspection.period)
    last = rows.order_by("-period", "-serial").first()
    return set(last.scores.filter(verdict=Verdict.MET).values_list("code", "division_id")) if last else set()


def _due() -> date:
    return calendar.load().previous_workday(clock.today() + timedelta(days=DAYS))


def _problem(inspection: Inspection, score: Score, *, counts: bool) -> str:
    label = span(inspection.period).label
    return f"{label}为{shown(score.value, counts=counts)}（{fraction(score.numerator, score.denominator)}），没有达标。"


class OpenByHand:
    """A problem that somebody found: by a sample check, by a letter, by himself."""

    verb = "登记整改"

    def __init__(
        self, actor: Actor, *, code: str, name: str, division: Division | None, problem: str, due: date, sample: bool = False
    ) -> None:  # fmt: skip
        self.actor, self.code, self.name, self.division = actor, code.strip(), name.strip(), division
        self.problem, self.due, self.sample = problem.strip(), due, sample

    def all_checks(self) -> Iterator[Check]:
        """The post, the problem, a day to come, none open already."""
        yield Check("post", self.actor.holds(*LEADING), "操作权限", "只有领导小组可以登记整改")
        yield Check("problem", bool(self.code and self.problem), "问题", "请写明指标和问题")
        yield Check("plain", is_plain(self.problem + self.name), "没有控制字符", SAID)
        yield Check("ahead", self.due > clock.today(), "期限", "期限应在今天以后")
        rows = Rectification.objects.filter(code=self.code, division=self.division).exclude(
            state=State.CLOSED
        )
        yield Check("one", not rows.exists(), "没有未办结的", "该部门的这一指标已有未办结的整改")

    def run(self) -> Rectification:
        """Open it. Raises ActionRefused."""
        if failed := [check for check in self.all_checks() if not check.passed]:
            raise ActionRefused(failed)
        closed = Rectification.objects.filter(code=self.code, division=self.division).order_by("-pk").first()
        with once("该部门的这一指标刚刚已由他人登记整改，请刷新后查看"):
            row = Rectification.objects.create(
                year=self.due.year, code=self.code[:8], indicator_name=self.name[:64], division=self.division,
                origin=Origin.SAMPLE if self.sample else Origin.BY_HAND, problem=self.problem, due=self.due, previous=closed,
            )  # fmt: skip
            record(row, self.verb, self.actor, {"code": self.code})
        return row


class CarryOver:
    """上年未达标指标导入: each item of a table becomes a rectification; whole or not at all, one that is open stays (R1)."""

    verb = "导入上年未达标"

    def __init__(self, actor: Actor, items: list[Item]) -> None:
        self.actor, self.items = actor, items

    def run(self) -> tuple[int, int]:
        """How many were opened, how many were open already. Raises ActionRefused."""
        late = [item for item in self.items if item.due <= clock.today()]
        checks = [
            Check("post", self.actor.holds(*LEADING), "操作权限", "只有领导小组可以导入整改"),
            Check(
                "ahead",
                not late,
                "期限",
                f"{len(late)}项的期限已经过去（如{late[0].code if late else ''}），请改为今天以后",
            ),
        ]
        if failed := [check for check in checks if not check.passed]:
            raise ActionRefused(failed)
        with once("其中的整改刚刚已由他人登记，没有导入，请重新导入"):
            made = [row for item in self.items if (row := self._open(item)) is not None]
        return len(made), len(self.items) - len(made)

    def _open(self, item: Item) -> Rectification | None:
        rows = Rectification.objects.filter(code=item.code, division=item.division)
        if rows.exclude(state=State.CLOSED).exists():
            return None
        row = Rectification.objects.create(
            year=item.due.year, code=item.code, indicator_name=item.name, division=item.division, origin=Origin.CARRIED_OVER,
            problem=item.problem, measures=item.measures, due=item.due, previous=rows.order_by("-pk").first(),
        )  # fmt: skip
        record(row, self.verb, self.actor, {"code": item.code})
        return row


def answers_itself(division_id: int | None) -> bool:
    """Whether a division has a head who plans and reports; where not, and for the court, the leading group does."""
    if division_id is None:
        return False
    rows = PostHolding.objects.on(clock.today()).filter(post=Post.DIVISION_HEAD, division_id=division_id)
    return rows.filter(officer__active=True).exists()


class _Step(Act[Rectification, Rectification]):
    """One step of a rectification; of the court, or of a division without a head, the leading group takes the division's part."""

    states: tuple[str, ...] = ()

    @property
    def division_id(self) -> int | None:
        """The head of the division, or his deputy."""
        return self.subject.division_id

    def post_check(self) -> Check:
        """The division's head; where there is none, the leading group."""
        if answers_itself(self.subject.division_id):
            return super().post_check()
        said = f"全院和没有庭长的部门的整改由领导小组“{self.verb}”"
        return Check("post", self.actor.holds(*LEADING), "操作权限", said)

    def state_check(self) -> Check:
        """Whether this step comes now."""
        ready = self.subject.state in self.states
        return Check(
            "state",
            ready,
            "状态",
            f"整改“{self.subject}”{self.subject.get_state_display()}，不能“{self.verb}”",
        )

    def detail(self) -> dict[str, Any]:
        """Whose, of what."""
        return {"division": self.subject.division_id, "code": self.subject.code}


class PlanRectification(_Step):
    """制定措施: the cause, what is done, by whom, by when."""

    verb = "制定整改措施"
    posts = (Post.DIVISION_HEAD,)
    states = (State.OPEN, State.UNDER_WAY)

    def __init__(
        self, subject: Rectification, actor: Actor, *, cause: str, measures: str, owner: Officer | None, due: date
    ) -> None:  # fmt: skip
        super().__init__(subject, actor)
        self.cause, self.measures, self.owner, self.due = cause.strip(), measures.strip(), owner, due

    def checks(self) -> Iterator[Check]:
        """All four; the day may come earlier and not later, and one that is past stays: it is what is counted."""
        yield self.state_check()
        filled = 0 < len(self.cause) <= LONGEST and 0 < len(self.measures) <= LONGEST
        yield Check("filled", filled, "原因和措施", f"请写明原因和措施（各不超过{LONGEST}字）")
        yield Check("plain", is_plain(self.cause + self.measures), "没有控制字符", SAID)
        yield Check("owner", self.owner is not None, "责任人", "请指定责任人")
        in_time = min(clock.today(), self.subject.due) <= self.due <= self.subject.due
        late = self.subject.due < clock.today()
        said = (
            f"期限{self.subject.due}已过，不能改动" if late else f"完成日期应在今天至{self.subject.due}之间"
        )
        yield Check("due", in_time and (not late or self.due == self.subject.due), "期限", said)

    def execute(self) -> None:
        """Under way."""
        row = self.result = self.subject
        row.cause, row.measures, row.owner, row.due, row.state = (
            self.cause,
            self.measures,
            self.owner,
            self.due,
            State.UNDER_WAY,
        )
        row.save()


class SubmitRectification(_Step):
    """报结: with evidence."""

    verb = "报结"
    posts = (Post.DIVISION_HEAD,)
    states = (State.UNDER_WAY,)

    def __init__(self, subject: Rectification, actor: Actor, evidence: str) -> None:
        super().__init__(subject, actor)
        self.evidence = evidence.strip()

    def checks(self) -> Iterator[Check]:
        """Measures were made; there is evidence."""
        yield self.state_check()
        yield Check(
            "evidence", 0 < len(self.evidence) <= LONGEST, "办结证据", f"请写明办结证据（不超过{LONGEST}字）"
        )
        yield Check("plain", is_plain(self.evidence), "没有控制字符", SAID)

    def execute(self) -> None:
        """Waits for the check."""
        row = self.result = self.subject
        row.evidence, row.state = self.evidence, State.SUBMITTED
        row.submitted_at, row.submitted_by_name = clock.now(), self.actor.name
        row.save()


class CheckRectification(_Step):
    """查验: closed with a lesson, or sent back with what is missing. Nobody checks what he himself reported."""

    verb = "查验"
    posts = LEADING
    states = (State.SUBMITTED,)

    def __init__(
        self, subject: Rectification, actor: Actor, *, passed: bool, note: str, lesson: str = ""
    ) -> None:
        super().__init__(subject, actor)
        self.passed, self.note, self.lesson = passed, note.strip(), lesson.strip()

    @property
    def division_id(self) -> int | None:
        """The leading group, whatever division it is."""
        return None

    def checks(self) -> Iterator[Check]:
        """Reported by somebody else; what was seen."""
        yield self.state_check()
        other = self.subject.submitted_by_name != self.actor.name
        yield Check("other", other, "报结人与查验人分开", "自己报结的整改不能由自己查验")
        yield Check("note", bool(self.note), "查验意见", "请写明查验意见")
        yield Check("plain", is_plain(self.note + self.lesson), "没有控制字符", SAID)

    def execute(self) -> None:
        """Closed, or under way again."""
        row = self.result = self.subject
        row.check_note, row.lesson = self.note, self.lesson
        row.checked_at, row.checked_by_name = clock.now(), self.actor.name
        row.state = State.CLOSED if self.passed else State.UNDER_WAY
        row.save()
