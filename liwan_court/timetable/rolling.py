"""Where a nominal day lands: the rest-day rules D2–D4, D6, D7, and why. Pure, no Django."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from liwan_court.timetable.periods import week_name
from liwan_court.timetable.workdays import Calendar

_WEEK = timedelta(days=7)


class Roll(Enum):
    """What happens when the nominal day is a rest day."""

    FORWARD = "顺延至"
    BACK = "提前到"
    STAY = ""
    WITHIN_WEEK = "提前至本周最后一个工作日"


@dataclass(frozen=True, slots=True)
class Landing:
    """The day a nominal day comes to, which days decided it, and why, when there is something to explain.

    `merged_into` names the week that takes over when a week has no working day at all (nothing runs
    then); `merged_periods` are, on the week that takes over, all the weeks it settles, its own last.
    """

    date: dt.date
    consulted: tuple[dt.date, ...]
    reasons: tuple[str, ...] = ()
    merged_into: str | None = None
    merged_periods: tuple[str, ...] = ()


def land(nominal: date, roll: Roll, calendar: Calendar, note: str) -> Landing:
    """Apply the rest-day rule. `note` ends the sentence: what does not move, or why the day stands."""
    match roll:
        case Roll.WITHIN_WEEK:
            return _land_in_week(nominal, calendar)
        case Roll.FORWARD:
            landed = calendar.next_workday(nominal)
        case Roll.BACK:
            landed = calendar.previous_workday(nominal)
        case Roll.STAY:
            landed = nominal
    if calendar.is_workday(nominal):
        return Landing(nominal, (nominal,))
    parts = [f"{_rest(nominal, calendar)}"]
    if landed != nominal:
        parts.append(f"{roll.value}{_landed(landed, nominal, calendar)}")
    if note:
        parts.append(note)
    return Landing(landed, days_from(min(nominal, landed), max(nominal, landed)), ("，".join(parts) + "。",))


def days_from(first: date, last: date) -> tuple[date, ...]:
    """Every day from `first` to `last`, both included."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def _land_in_week(friday: date, calendar: Calendar) -> Landing:
    """D6: back to the last working day, Monday to Thursday; with none, merged into the next week."""
    day = _run_day(friday, calendar)
    if day is None:
        return _merge_forward(friday, calendar)
    reasons = []
    if day != friday:
        reasons.append(
            f"{_rest(friday, calendar)}，{Roll.WITHIN_WEEK.value}{_landed(day, friday, calendar)}。"
        )
    merged = _weeks_without_run_before(friday, calendar)
    if not merged:
        return Landing(day, days_from(day, friday), tuple(reasons))
    weeks = (*(week_name(week) for week in merged), week_name(friday))
    reasons.append(f"{'、'.join(weeks[:-1])}整周放假，与{weeks[-1]}合并办理。")
    return Landing(
        day, days_from(merged[0] - timedelta(days=4), friday), tuple(reasons), merged_periods=weeks
    )


def _merge_forward(friday: date, calendar: Calendar) -> Landing:
    target = friday + _WEEK
    while (day := _run_day(target, calendar)) is None:
        target += _WEEK
    into = week_name(target)
    reason = f"{week_name(friday)}周一至周五均为休息日，并入{into}，于{day_text(day, friday)}一并办理。"
    return Landing(day, days_from(friday - timedelta(days=4), target), (reason,), merged_into=into)


def _weeks_without_run_before(friday: date, calendar: Calendar) -> list[date]:
    """The Fridays of the weeks right before that have no working day, oldest first."""
    weeks: list[date] = []
    earlier = friday - _WEEK
    while _run_day(earlier, calendar) is None:
        weeks.insert(0, earlier)
        earlier -= _WEEK
    return weeks


def _run_day(friday: date, calendar: Calendar) -> date | None:
    # Only Monday to Friday: work on a make-up weekend belongs to the next batch.
    week = (friday - timedelta(days=n) for n in range(5))
    return next((day for day in week if calendar.is_workday(day)), None)


def day_text(day: date, beside: date) -> str:
    """2月24日, with the year when it is not that of `beside`."""
    year = f"{day.year}年" if day.year != beside.year else ""
    return f"{year}{day.month}月{day.day}日"


def _rest(day: date, calendar: Calendar) -> str:
    return f"{day_text(day, day)}为休息日（{calendar.describe(day)}）"


def _landed(day: date, nominal: date, calendar: Calendar) -> str:
    return f"{day_text(day, nominal)}（{calendar.describe(day)}）"
