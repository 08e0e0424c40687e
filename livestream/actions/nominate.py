"""Nomination: the division on turn files two lists from its own cases; nil returns, withdrawals (R46, D4, D22)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.db.models import Max

from livestream.actions.base import Act, Check
from livestream.actions.listed_case import Row, RowsOf
from livestream.actions.lists import Kind, days_of, is_late, opens_on
from livestream.actions.months import NoRotation, open_month
from livestream.actions.screen import open_screening
from livestream.models import Nomination, NominationList
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from liwan_court.registry.posts import Actor

MAY_FILE: Final = (Post.DIVISION_HEAD, Post.JUDGE)
LONGEST_REASON: Final = 100
ROW: Final = "row"
"""Codes of what is wrong with a row read row-0-weekday: the place in the list, then what it is."""


class FileList(Act[NominationList, NominationList]):
    """File one list of a month, or add to it; with `nil_reason` and no row, a nil return. Filed whole or not at all."""

    verb = "报送列表"
    posts = MAY_FILE

    def __init__(
        self, actor: Actor, division: Division, period: str, kind: str, rows: Sequence[Row], nil_reason: str = ""
    ) -> None:  # fmt: skip
        super().__init__(_list(division, period, kind), actor)
        self.division, self.rows, self.nil_reason = division, rows, nil_reason.strip()
        self.late = is_late(period)

    @property
    def division_id(self) -> int | None:
        """The division whose list it is."""
        return self.division.pk

    def run(self) -> NominationList:
        """One filing of a division at a time: the second adds to what the first filed."""
        with transaction.atomic():
            Division.objects.select_for_update().get(pk=self.division.pk)
            self.subject = _list(self.division, self.subject.period, self.subject.kind)
            return super().run()

    def checks(self) -> Iterator[Check]:
        """On turn, open, not over; cases or a reason why there is none; every row in order."""
        period, kind = self.subject.period, self.subject.kind
        try:
            days = days_of(period, self.division.name, kind)
        except NoRotation as refused:
            yield Check("rotation", passed=False, label="已开始轮转", message=str(refused))
            return
        form = Kind(kind).label
        yield Check(
            "on_turn", bool(days), "本月轮到", f"{period}没有轮到{self.division}的场次，不需要报送{form}"
        )
        if not days:
            return
        yield from self._in_time(period, days)
        yield from self._nil()
        if self.rows:
            yield from self._rows()

    def _in_time(self, period: str, days: tuple[date, ...]) -> Iterator[Check]:
        opening, today = opens_on(period), clock.today()
        yield Check("open", today >= opening, "已开始报送", f"{period}的列表自{opening}起报送，请届时再报")
        yield Check(
            "not_over", today <= days[-1], "本月场次未过", f"本庭{period}的场次已全部过去，不能再报送"
        )

    def _nil(self) -> Iterator[Check]:
        something = bool(self.rows) or bool(self.nil_reason)
        yield Check(
            "something", something, "有案件或理由", "没有填写案件：本月没有适宜案件的，请写明理由零报送"
        )
        both = bool(self.rows) and bool(self.nil_reason)
        yield Check("not_both", not both, "案件或零报送", "既填了案件又写了零报送的理由：请只留一项")
        if not self.nil_reason or self.rows:
            return
        fits = len(self.nil_reason) <= LONGEST_REASON
        yield Check("nil_length", fits, "理由长度", f"零报送的理由不超过{LONGEST_REASON}字")
        kept = self.subject.pk and self.subject.nominations.exclude(state=Nomination.State.WITHDRAWN).exists()
        yield Check("nil_of_none", not kept, "列表没有案件", "列表中已有案件，不能零报送：请先撤回这些案件")

    def _rows(self) -> Iterator[Check]:
        looked = RowsOf(self.subject, self.rows)
        for index in range(len(self.rows)):
            for code, message in looked.problems(index):
                yield Check(
                    f"{ROW}-{index}-{code}", passed=False, label=f"第{index + 1}行",
                    message=f"第{index + 1}行：{message}",
                )  # fmt: skip

    def execute(self) -> None:
        """Keep the list and its cases, each with its screening opened; the month is planned for good with its first list."""
        row = self.subject
        open_month(row.period)
        if row.pk is None:
            row.filed_by_id, row.filed_at, row.late = self.actor.person_id, clock.now(), self.late
        row.nil_reason = self.nil_reason
        row.save()
        looked = RowsOf(row, self.rows)
        last = row.nominations.aggregate(last=Max("order"))["last"] or 0
        for index, typed in enumerate(self.rows):
            case = looked.cases[typed.key]
            nomination = Nomination.objects.create(
                list=row, case=case, hearing_at=looked.moment(index), courtroom=typed.courtroom.strip(),
                judge_id=looked.judge_id(index), summary=typed.summary.strip(), order=last + index + 1, late=self.late,
            )  # fmt: skip
            nomination.panel.set(looked.panel(index))
            open_screening(nomination)
        self.result = row

    def detail(self) -> dict[str, Any]:
        """How many cases, nil, late."""
        return {"cases": len(self.rows), "nil": bool(self.nil_reason), "late": self.late}


def _list(division: Division, period: str, kind: str) -> NominationList:
    """The list as filed, or a new one that is not saved."""
    known = NominationList.objects.filter(division=division, period=period, kind=kind).first()
    row = known or NominationList(period=period, kind=kind)
    row.division = division
    return row


class WithdrawNomination(Act[Nomination, Nomination]):
    """The division takes a case back before it is scheduled; after that the research office pulls the session first."""

    verb = "撤回报送"
    posts = MAY_FILE

    def __init__(self, nomination: Nomination, actor: Actor, reason: str) -> None:
        super().__init__(nomination, actor)
        self.reason = reason.strip()

    @property
    def division_id(self) -> int | None:
        """The division whose list it is on."""
        return self.subject.list.division_id

    def checks(self) -> Iterator[Check]:
        """Not scheduled, not ended otherwise, and a reason."""
        state = self.subject.state
        scheduled = state == Nomination.State.SCHEDULED
        yield Check(
            "not_scheduled", not scheduled, "尚未排期", "该案已排期：请先联系调研科撤下场次，再撤回报送"
        )
        waiting = scheduled or state in (Nomination.State.NOMINATED, Nomination.State.PASSED)
        yield Check("waiting", waiting, "可以撤回", f"该案{self.subject.get_state_display()}，不能撤回")
        fits = 0 < len(self.reason) <= LONGEST_REASON
        yield Check("reason", fits, "理由", f"请写明撤回的理由（不超过{LONGEST_REASON}字）")

    def execute(self) -> None:
        """Off the list; the case may be filed again."""
        self.subject.state = Nomination.State.WITHDRAWN
        self.subject.save(update_fields=["state"])
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """Why."""
        return {"reason": self.reason}
