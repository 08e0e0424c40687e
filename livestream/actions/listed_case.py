"""One row of a list as it was typed: found in the register and looked at, each thing wrong said with what to do (R44, R46)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from livestream.actions.findings import names_a_party
from livestream.actions.lists import Kind, days_of, fits
from livestream.actions.months import period_of, slots_of
from livestream.actions.screen import last_day_to_sign
from livestream.models import Nomination
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.models import Absence, Case, Officer
from liwan_court.timetable import clock
from liwan_court.timetable.workdays import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from livestream.models import NominationList

SEPARATORS: Final = re.compile(r"[\s,，;；、]+")
LONGEST_SUMMARY: Final = 300
Problem = tuple[str, str]
"""A code and what to tell the person."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as typed; `panel` holds names."""

    number: str
    day: date | None = None
    at: time | None = None
    courtroom: str = ""
    panel: str = ""
    summary: str = ""

    @property
    def key(self) -> str:
        """The case's key, empty where the number is none."""
        try:
            return parse(self.number).key
        except InvalidCaseNumber:
            return ""


class RowsOf:
    """The rows of one list, looked at together: the register is asked once for all of them."""

    def __init__(self, to: NominationList, rows: Sequence[Row]) -> None:
        self.to, self.rows = to, rows
        cases = Case.objects.filter(number_key__in=[row.key for row in rows])
        found = cases.select_related("division", "handling_judge").prefetch_related("parties")
        self.cases = {case.number_key: case for case in found}
        self.names = [self._names(row) for row in rows]
        wanted = {name for names in self.names for name in names}
        self.officers: dict[str, list[Officer]] = {}
        for officer in Officer.objects.filter(name__in=wanted, active=True):
            self.officers.setdefault(officer.name, []).append(officer)
        self.days = days_of(to.period, to.division.name, to.kind)
        self.listed = self._listed()

    def _listed(self) -> dict[str, str]:
        rows = Nomination.objects.filter(list__pk=self.to.pk) if self.to.pk else Nomination.objects.none()
        return dict(rows.exclude(state=Nomination.State.WITHDRAWN).values_list("case__number_key", "state"))

    @staticmethod
    def _names(row: Row) -> list[str]:
        return list(dict.fromkeys(name for name in SEPARATORS.split(row.panel) if name))

    def panel(self, index: int) -> list[Officer]:
        """The other members of a row's panel, as found in the register."""
        case = self.cases[self.rows[index].key]
        found = [self.officers[name][0] for name in self.names[index] if name in self.officers]
        return [officer for officer in found if officer.pk != case.handling_judge_id]

    def moment(self, index: int) -> datetime:
        """When a row's hearing begins; only of a row without a problem."""
        row = self.rows[index]
        if row.day is None or row.at is None:
            raise ValueError("a row without a day or an hour was not checked")
        return clock.moment(row.day, row.at)

    def judge_id(self, index: int) -> int:
        """The handling judge of a row's case; only of a row without a problem."""
        judge = self.cases[self.rows[index].key].handling_judge_id
        if judge is None:
            raise ValueError("a case without a handling judge was not checked")
        return judge

    def problems(self, index: int) -> list[Problem]:
        """Everything wrong with a row."""
        row = self.rows[index]
        case = self.cases.get(row.key)
        found = [*self._number(row, index, case), *self._day(row)]
        if not row.courtroom.strip():
            found.append(("courtroom", "没有填写法庭：请填写在哪个法庭开庭"))
        if case is not None:
            found += [*self._people(row, index, case), *self._summary(row, case)]
        return found

    def _number(self, row: Row, index: int, case: Case | None) -> Iterator[Problem]:
        if not row.key:
            yield "number", _number_message(row.number)
            return
        if row.key in [each.key for each in self.rows[:index]]:
            yield "duplicate", f"{row.number}在上面已填过一次：请删去重复的一行"
        if case is None:
            yield "unknown", f"案件登记中没有{row.number}：请核对案号；案号无误的，请立案庭先登记"
            return
        if case.division_id != self.to.division_id:
            yield (
                "division",
                f"{case}是{case.division}的案件，只能报送本庭案件：请核对案号，或由{case.division}轮到时报送",
            )
        if case.closed_on is not None:
            yield "closed", f"{case}已于{case.closed_on}结案，不再开庭：请另选在审案件"
        if (state := self.listed.get(case.number_key)) == Nomination.State.VETOED:
            yield "vetoed", f"{case}已被否决，不宜直播、微博：请另选案件"
        elif state:
            yield "listed", f"{case}已在本月列表中：不必重复报送，要改动的请先撤回"

    def _day(self, row: Row) -> Iterator[Problem]:
        if row.at is None:
            yield "time", "没有填写开庭时间：请填写如 09:30"
        if row.day is None:
            yield "day", f"没有填写开庭日期：{self._choice()}"
            return
        problem = self._slot_problem(row.day)
        if problem:
            yield problem
        elif row.day < clock.today() or (row.at and clock.moment(row.day, row.at) <= clock.now()):
            yield "past", f"{row.day}的开庭时间已过：{self._choice()}"
        elif last_day_to_sign(row.day) < clock.today():
            last = last_day_to_sign(row.day)
            yield (
                "too_late",
                f"{row.day}的场次须在{last}前由经办法官、庭长签署，已来不及把关：{self._choice()}",
            )

    def _slot_problem(self, day: date) -> Problem | None:
        """Why a day is no slot of the division for this list; None where it is one."""
        if period_of(day) != self.to.period:
            return (
                "month",
                f"{day}不在{self.to.period}：本表只报{self.to.period}开庭的案件，请改期或报入该月列表",
            )
        weekday = WEEKDAYS[day.weekday()]
        slot = next((each for each in slots_of(self.to.period) if each.date == day), None)
        wanted = "星期四" if self.to.kind == Kind.LIVESTREAM else "星期二"
        form = "直播" if self.to.kind == Kind.LIVESTREAM else "仅微博的案件"
        if slot is None or not fits(slot, self.to.kind):
            other = "；星期四开庭的请报入直播列表（直播同时微博）" if slot and slot.livestream else ""
            return "weekday", f"{day}是{weekday}，{form}逢{wanted}进行：{self._choice()}{other}"
        if slot.cancelled:
            what = "本场已登记轮空" if slot.skipped else slot.cancelled
            return "cancelled", f"{day}{what}：{self._choice()}"
        if slot.division != self.to.division.name:
            return "other_turn", f"{day}轮到{slot.division}，不是{self.to.division}：{self._choice()}"
        return None

    def _choice(self) -> str:
        """The days that can still be chosen, for the end of a message."""
        days = [day for day in self.days if last_day_to_sign(day) >= clock.today()]
        return f"请改为{'、'.join(f'{day:%m月%d日}' for day in days)}" if days else "本庭本月已没有可报的场次"

    def _people(self, row: Row, index: int, case: Case) -> Iterator[Problem]:
        if case.handling_judge is None:
            yield "no_judge", f"{case}没有登记经办法官：请先在案件登记中补上"
        for name in self.names[index]:
            found = self.officers.get(name, [])
            if not found:
                yield "panel", f"人员名册中没有“{name}”：请核对姓名；人民陪审员不必填写"
            elif len(found) > 1:
                yield "panel", f"名册中有{len(found)}名“{name}”，分不清是哪一位：请联系政治处在名册中区分"
        if row.day is None:
            return
        people = [officer for officer in (case.handling_judge, *self.panel(index)) if officer]
        away = Absence.objects.on(row.day).filter(officer__in=people).select_related("officer")
        for absence in away:
            yield (
                "away",
                f"{absence.officer}{absence.since}至{absence.until}外出休假，{row.day}不能开庭：请改期或更换合议庭成员",
            )

    @staticmethod
    def _summary(row: Row, case: Case) -> Iterator[Problem]:
        if len(row.summary) > LONGEST_SUMMARY:
            yield "summary", f"案情简介{len(row.summary)}字，超过{LONGEST_SUMMARY}字：请删短"
        if names_a_party(case, row.summary):
            yield "party_named", "案情简介将向公众公布，其中有当事人姓名或名称：请改为“原告”“被告”"


def _number_message(number: str) -> str:
    try:
        parse(number)
    except InvalidCaseNumber as error:
        return str(error)
    raise AssertionError(number)
