"""The rotation in use: where it begins, another unit from a future month on, a turn that is skipped (R45, D8)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from livestream.actions.base import Act, Check
from livestream.actions.months import first_of, open_month, period_of, plan_again, slot_on
from livestream.divisions import rotating_divisions
from livestream.models import MonthPlan, Session, SkippedTurn, UnitChange
from livestream.positions import cursor_from_json, slot_from_json
from livestream.rotation import Cursor, Slot, Unit, month_range, plan
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Post
from liwan_court.timetable import calendar, clock
from liwan_court.timetable.workdays import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from liwan_court.registry.posts import Actor

LONGEST_REASON: Final = 100
ONE_DAY: Final = timedelta(days=1)
_PERIOD: Final = re.compile(r"(19[5-9]\d|2\d{3})-(0[1-9]|1[0-2])")


class BeginRotation(Act[UnitChange, UnitChange]):
    """Say from which month, with which division and by which unit the rotation begins. Once."""

    verb = "设定轮转起点"
    posts = (Post.RESEARCH,)

    def __init__(self, actor: Actor, since: str, unit: str, first: Division | None) -> None:
        super().__init__(UnitChange(since=since.strip(), unit=unit, first=first), actor)

    def checks(self) -> Iterator[Check]:
        """Not begun yet, from this month on at the earliest, with a division of the rotation."""
        row = self.subject
        begun = UnitChange.objects.exists()
        yield Check("not_begun", not begun, "尚未设定", "轮转已经开始：要改变轮转单位的，请用“变更单位”")
        yield _period_check(row.since)
        ahead = not _is_period(row.since) or row.since >= period_of(clock.today())
        yield Check("ahead", ahead, "不早于本月", f"{row.since}已经过去：请从本月或以后的月份开始")
        yield Check("unit", row.unit in UnitChange.Unit.values, "轮转单位", "请选择轮转单位：月、周或场")
        rotating = row.first is not None and row.first.name in rotating_divisions()
        yield Check(
            "division", rotating, "轮转的审判庭", f"请从轮转的审判庭中选择：{'、'.join(rotating_divisions())}"
        )

    def execute(self) -> None:
        """The first row of the changes."""
        self.subject.by_id = self.actor.user_id
        self.subject.save()
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """From when, by what, with whom."""
        row = self.subject
        return {"since": row.since, "unit": row.unit, "first": row.first.code if row.first else ""}


class ChangeUnit(Act[UnitChange, UnitChange]):
    """From a month to come the turn is handed on by another unit, from the position then reached (D8)."""

    verb = "变更轮转单位"
    posts = (Post.RESEARCH,)

    def __init__(self, actor: Actor, since: str, unit: str, reason: str) -> None:
        super().__init__(UnitChange(since=since.strip(), unit=unit, reason=reason.strip()), actor)

    def checks(self) -> Iterator[Check]:
        """Begun, a month to come that is not open yet and later than every change, another unit, a reason."""
        row = self.subject
        changes = list(UnitChange.objects.order_by("since"))
        yield Check("begun", bool(changes), "轮转已开始", "轮转尚未开始：请先设定轮转起点")
        yield _period_check(row.since)
        if not changes or not _is_period(row.since):
            return
        yield Check(
            "future", row.since > period_of(clock.today()), "自以后的月份起",
            f"{row.since}已经开始：变更只能自以后的月份起",
        )  # fmt: skip
        last = changes[-1]
        yield Check(
            "after_last", row.since > last.since, "晚于已有的变更",
            f"已设定自{last.since}起按{last.get_unit_display()}轮转：请选择更晚的月份",
        )  # fmt: skip
        opened = MonthPlan.objects.filter(period__gte=row.since).order_by("-period").first()
        yield Check(
            "not_open", opened is None, "该月尚未开放报送",
            f"{opened.period if opened else ''}的轮转已经排定并开放报送：请选择更晚的月份",
        )  # fmt: skip
        yield Check("unit", row.unit in UnitChange.Unit.values, "轮转单位", "请选择轮转单位：月、周或场")
        same = row.unit == last.unit
        yield Check("other_unit", not same, "单位不同", f"届时已按{last.get_unit_display()}轮转，不需要变更")
        yield Check("reason", bool(row.reason), "事由", "请写明变更的事由")

    def execute(self) -> None:
        """One more row; the months before are not touched."""
        self.subject.by_id = self.actor.user_id
        self.subject.save()
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """From when, by what."""
        return {"since": self.subject.since, "unit": self.subject.unit}


class SkipTurn(Act[SkippedTurn, SkippedTurn]):
    """轮空: the division on turn has nothing eligible; the reason is public and the next division takes over."""

    verb = "登记轮空"
    posts = (Post.RESEARCH,)

    def __init__(self, actor: Actor, day: date, reason: str) -> None:
        super().__init__(SkippedTurn(date=day, reason=reason.strip(), hands_on=True), actor)
        self.slot: Slot | None = slot_on(day)

    def checks(self) -> Iterator[Check]:
        """A slot to come, without a holiday, without a session, once, with a reason that can be read in public."""
        day, slot = self.subject.date, self.slot
        yield Check(
            "slot", slot is not None, "是场次日",
            f"{day}是{WEEKDAYS[day.weekday()]}，没有场次可以轮空：请选择轮转开始后的星期二或星期四",
        )  # fmt: skip
        yield Check("ahead", day >= clock.today(), "尚未过去", f"{day}已经过去，不能登记轮空")
        skipped = SkippedTurn.objects.filter(date=day).exists()
        yield Check("once", not skipped, "尚未登记", f"{day}已登记轮空，不必重复登记")
        holiday = slot is not None and slot.cancelled is not None and not slot.skipped
        yield Check(
            "no_holiday", not holiday, "不是停播日",
            f"{day}{slot.cancelled if slot else ''}：本来停播，不需要轮空",
        )  # fmt: skip
        sessions = Session.objects.filter(begins_at__gte=clock.moment(day), state__in=Session.ON_CALENDAR)
        busy = sessions.filter(begins_at__lt=clock.moment(day + ONE_DAY)).exists()
        yield Check("no_session", not busy, "没有已排场次", f"{day}已有排定的场次：请先撤下，再登记轮空")
        fits = 0 < len(self.subject.reason) <= LONGEST_REASON
        yield Check("reason", fits, "理由", f"轮空必须写明理由（公开，不超过{LONGEST_REASON}字）")

    def execute(self) -> None:
        """The row, and the month planned again from where it began."""
        if self.slot is None:
            raise ValueError("a day without a slot was not checked")
        period = period_of(self.subject.date)
        open_month(period)
        self.subject.division = Division.objects.get(name=self.slot.division)
        self.subject.by_id = self.actor.user_id
        self.subject.save()
        plan_again(period)
        self.result = self.subject

    def detail(self) -> dict[str, Any]:
        """Which day, which division."""
        return {"date": self.subject.date.isoformat(), "division": self.subject.division_id}


def year_plan(year: int, unit: Unit | None = None) -> list[Slot]:
    """Every slot of a year: months as kept, the others as they will be; with `unit`, what if the year went by that one (D8).

    Empty before the rotation begins. A constant number of queries, whatever the year.
    """
    changes = list(UnitChange.objects.select_related("first").order_by("since"))
    last = f"{year}-12"
    if not changes or changes[0].since > last:
        return []
    kept = {row.period: row for row in MonthPlan.objects.filter(period__lte=last)}
    skips = dict(SkippedTurn.objects.filter(hands_on=True).values_list("date", "reason"))
    what_if = max(f"{year}-01", changes[0].since) if unit else ""
    order, first = rotating_divisions(), changes[0].first
    cursor = Cursor.start(Unit(changes[0].unit), order, first.name if first else order[0])
    units = {row.since: Unit(row.unit) for row in changes}
    days, slots = calendar.load(), []
    for period in _periods(changes[0].since, last):
        imagined = bool(what_if) and period >= what_if
        cursor = cursor.switched(unit if imagined and unit else units.get(period, cursor.unit))
        if period in kept and not imagined:
            rows = [slot_from_json(row) for row in kept[period].slots]
            cursor = cursor_from_json(kept[period].after)
        else:
            start, end = month_range(first_of(period), 1)
            rows = plan(start, end, cursor, days, {d: r for d, r in skips.items() if start <= d <= end})
        slots += rows if period >= f"{year}-01" else []
    return slots


def _periods(first: str, last: str) -> Iterator[str]:
    period = first
    while period <= last:
        yield period
        period = period_of(month_range(first_of(period), 1)[1] + ONE_DAY)


def cursor_now() -> str:
    """Whose turn it is, or will be: the division of the next slot that is not cancelled; empty before the rotation begins."""
    today = clock.today()
    rows = [slot for year in (today.year, today.year + 1) for slot in year_plan(year)]
    return next((slot.division for slot in rows if slot.date >= today and slot.cancelled is None), "")


def _is_period(text: str) -> bool:
    return _PERIOD.fullmatch(text) is not None


def _period_check(text: str) -> Check:
    return Check("period", _is_period(text), "月份", f"月份“{text}”不对，应写成 2026-01 这样")
