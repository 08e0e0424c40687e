"""Milestones entered by hand: added, struck out, never changed (R40)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from liwan_court.registry.actions.base import Act, Check
from liwan_court.registry.actions.notices import identifiers_in, is_own
from liwan_court.registry.audience import LEVELS, Level
from liwan_court.registry.models import Milestone
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from liwan_court.registry.models import Case, Party

ENTERS: Final = (Post.JUDGE, Post.DIVISION_HEAD, Post.FILING, Post.EXECUTION_OFFICER)
LONGEST_NOTE: Final = 200
Kind = Milestone.Kind
OF_THE_COUNTER: Final = (Kind.FILED.value, Kind.ASSIGNED.value, Kind.SERVED.value)
"""What the filing office enters, in any case."""


def kinds_for(actor: Actor, case: Case) -> tuple[str, ...]:
    """The kinds of milestones the actor may enter and strike out in a case; empty where it is not his."""
    head = actor.holds(Post.DIVISION_HEAD, division_id=case.division_id)
    if head or case.handling_judge_id in actor.acting_for(Post.JUDGE, Post.EXECUTION_OFFICER):
        return tuple(Kind.values)
    return OF_THE_COUNTER if actor.holds(Post.FILING) else ()


class AddMilestone(Act[Milestone, Milestone]):
    """Enter what happened in a case, for those parties who may know."""

    verb = "登记节点"
    posts = ENTERS

    def __init__(
        self, case: Case, actor: Actor, kind: str, on: date, note: str = "", level: str = Level.ALL.value,
        named: Sequence[Party] = (),
    ) -> None:  # fmt: skip
        super().__init__(Milestone(case=case, kind=kind, on=on, note=note.strip(), level=level), actor)
        self.named = tuple(named)

    def checks(self) -> Iterator[Check]:
        """Own case, a kind and a level that exist, a day that fits, a note without anybody's numbers."""
        row, case = self.subject, self.subject.case
        yield Check("own_case", is_own(self.actor, case), "本人案件", "只能登记本人承办、本庭案件的节点")
        may = kinds_for(self.actor, case)
        allowed = "、".join(Kind(kind).label for kind in may)
        yield Check("kind", not may or row.kind in may, "节点", f"您在本案可以登记的节点：{allowed}")
        yield Check("level", row.level in dict(LEVELS), "可见范围", "请选择可见范围")
        begun = case.accepted_on is None or row.on >= case.accepted_on
        yield Check("after_filing", begun, "立案之后", f"该案于{case.accepted_on}立案，节点日期不能更早")
        yield Check("come", row.on <= clock.today(), "日期", "节点日期在今天之后：将来的开庭请用开庭公告")
        yield Check("note", len(row.note) <= LONGEST_NOTE, "说明", f"说明不超过{LONGEST_NOTE}字")
        found = identifiers_in(row.note)
        yield Check(
            "identifiers", not found, "说明", f"说明中有{found}：说明里不要写证件号、电话、账号等号码"
        )
        named = bool(self.named) == (row.level == Level.NAMED)
        yield Check(
            "named", named, "指定的当事人", "可见范围为“指定的当事人”时，请勾选当事人；其他范围不要勾选"
        )
        here = all(party.case_id == case.pk for party in self.named)
        yield Check("named_here", here, "本案当事人", "指定的当事人不是本案当事人")

    def execute(self) -> None:
        """The row."""
        self.subject.recorded_by_id, self.subject.recorded_at = self.actor.user_id, clock.now()
        self.subject.save()
        self.subject.named.set(self.named)
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """Of which case, what."""
        return {"case": self.subject.case_id, "kind": self.subject.kind, "level": self.subject.level}


class VoidMilestone(Act[Milestone, Milestone]):
    """Strike out what was entered by mistake."""

    verb = "作废节点"
    posts = ENTERS

    def checks(self) -> Iterator[Check]:
        """Of a kind the actor could have entered in this case, not struck out yet."""
        own = self.subject.kind in kinds_for(self.actor, self.subject.case)
        yield Check("own_case", own, "本人案件", "只能处理本人承办、本庭案件中由您登记的一类节点")
        yield Check("valid", self.subject.void_at is None, "未作废", "该节点已经作废")

    def execute(self) -> None:
        """It stays on record, and no party sees it."""
        self.subject.void_at = clock.now()
        self.subject.save(update_fields=["void_at"])
        self.result = self.subject
