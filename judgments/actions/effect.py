"""When a judgment takes effect: computed from service or announcement, then confirmed by the division (docs/domain.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from judgments.actions.base import Action, Check
from judgments.effective import Effective, effective_date
from judgments.models import Judgment
from liwan_court.registry.posts import Post
from liwan_court.timetable import calendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from liwan_court.registry.posts import Actor

State = Judgment.State
SEVEN_WORKING_DAYS = 7


@dataclass(frozen=True, slots=True)
class Service:
    """What the effective date follows from: dates of service of each party, or of announcement, and the kind of ruling."""

    served: tuple[date, ...] = ()
    announced: date | None = None
    ruling: str | None = None
    final: bool = False
    days: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As kept on the judgment."""
        return {
            "served": [day.isoformat() for day in self.served],
            "announced": self.announced.isoformat() if self.announced else None,
            "ruling": self.ruling,
            "final": self.final,
            "days": self.days,
        }


def compute(judgment: Judgment, service: Service) -> Effective:
    """The effective date that follows from service. Raises ValueError where the kind of ruling is missing."""
    return effective_date(
        judgment.kind,
        judgment.field,
        served=service.served,
        announced=service.announced,
        ruling=service.ruling,
        final=service.final,
        days=service.days,
        calendar=calendar.load(),
    )


class SetService(Action[Effective]):
    """Enter when a judgment was served, and compute when it takes effect. The division confirms it in its report."""

    verb = "登记送达"
    posts = (Post.TYPIST, Post.JUDGE, Post.DIVISION_HEAD, Post.TRIAL_MANAGEMENT)
    states = (State.AWAITING_FILE, State.REDACTING, State.DRAFT, State.REVIEW, State.RETURNED, State.APPROVED)

    def __init__(
        self,
        judgment: Judgment,
        actor: Actor,
        served: Sequence[date] = (),
        announced: date | None = None,
        ruling: str | None = None,
        *,
        final: bool = False,
        days: int | None = None,
    ) -> None:
        super().__init__(judgment, actor)
        self.service = Service(tuple(served), announced, ruling, final, days)

    def checks(self) -> Iterator[Check]:
        """A date is given, and the computation knows the kind of ruling."""
        given = bool(self.service.served or self.service.announced)
        yield Check("date", given, "送达或宣告日期", "请填写各当事人的送达日期，或宣告日期")
        problem = ""
        try:
            self.result = compute(self.judgment, self.service)
        except ValueError as error:
            problem = str(error)
        yield Check("computable", not problem, "可以推算", problem)

    def execute(self) -> str:
        """Keep both dates; a date confirmed earlier stays until the division confirms another."""
        self.judgment.service = self.service.to_json()
        self.judgment.effective_computed = self.result.effective
        return self.judgment.state

    def detail(self) -> dict[str, Any]:
        """The computed date."""
        return {"computed": self.result.effective.isoformat() if self.result.effective else None}


def seven_working_days_after(day: date) -> date:
    """The date by which the national rule of 2016 wants a judgment published (D19)."""
    return calendar.load().add_workdays(day, SEVEN_WORKING_DAYS)
