"""A month of the rotation: planned once, when its nomination opens, and from then on as it was planned (R45, D8)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction

from livestream.divisions import rotating_divisions
from livestream.models import MonthPlan, SkippedTurn, UnitChange
from livestream.positions import cursor_from_json, cursor_to_json, slot_from_json, slot_to_json
from livestream.rotation import Cursor, Slot, Unit, month_range, plan
from liwan_court.timetable import calendar, clock

MONTH: Final = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
"""A month as addresses write it."""


class NoRotation(Exception):  # noqa: N818  (a refusal, said to a person)
    """The rotation has not begun, or begins later; the message says so in Chinese."""


def first_of(period: str) -> date:
    """The first day of a month such as 2026-01. Raises ValueError."""
    return date.fromisoformat(f"{period}-01")


def period_of(day: date) -> str:
    """The month of a day."""
    return f"{day:%Y-%m}"


def before(period: str) -> str:
    """The month before."""
    return period_of(first_of(period) - timedelta(days=1))


def after(period: str) -> str:
    """The month after."""
    return period_of(month_range(first_of(period), 1)[1] + timedelta(days=1))


def slots_of(period: str) -> list[Slot]:
    """The slots of a month: as planned where it is, else as they would be. Raises NoRotation."""
    kept = MonthPlan.objects.filter(period=period).first()
    if kept is not None:
        return [slot_from_json(row) for row in kept.slots]
    return _planned(period)[0]


def slot_on(day: date) -> Slot | None:
    """The slot of a Tuesday or Thursday; None on other days and before the rotation begins."""
    try:
        return next((slot for slot in slots_of(period_of(day)) if slot.date == day), None)
    except NoRotation:
        return None


def open_month(period: str) -> MonthPlan:
    """Keep the plan of a month and of the months before it that nobody kept. Safe to call twice. Raises NoRotation."""
    first = UnitChange.objects.order_by("since").first()
    if first is None or first.since > period:
        raise NoRotation(f"{period}尚未开始轮转：请调研科先设定轮转起点")
    with transaction.atomic():
        kept = MonthPlan.objects.select_for_update().filter(period=period).first()
        if kept is not None:
            return kept
        if period > first.since and not MonthPlan.objects.filter(period=before(period)).exists():
            open_month(before(period))
        slots, start, end = _planned(period)
        return MonthPlan.objects.create(
            period=period,
            unit=end.unit.value,
            slots=[slot_to_json(slot) for slot in slots],
            before=cursor_to_json(start),
            after=cursor_to_json(end),
            made_at=clock.now(),
        )


def plan_again(period: str) -> MonthPlan:
    """Plan a month once more from where it began: a turn was skipped in it, or the calendar changed. Later months kept stay."""
    kept = MonthPlan.objects.select_for_update().get(period=period)
    cursor = cursor_from_json(kept.before)
    slots = plan(*month_range(first_of(period), 1), cursor, calendar.load(), _skips(period))
    kept.slots, kept.after = [slot_to_json(slot) for slot in slots], cursor_to_json(cursor)
    kept.save(update_fields=["slots", "after"])
    return kept


def cursor_before(period: str) -> Cursor:
    """Where the rotation stands when a month begins, under the unit of that month. Raises NoRotation."""
    changes = list(UnitChange.objects.filter(since__lte=period).select_related("first").order_by("since"))
    if not changes:
        raise NoRotation(f"{period}尚未开始轮转：请调研科先设定轮转起点")
    unit = Unit(changes[-1].unit)
    if period == changes[0].since:
        order = rotating_divisions()
        first = changes[0].first
        return Cursor.start(unit, order, first.name if first else order[0])
    kept = MonthPlan.objects.filter(period=before(period)).first()
    earlier = cursor_from_json(kept.after) if kept else _planned(before(period))[2]
    return earlier.switched(unit)


def preview(start: str, months: int, unit: Unit | None = None) -> list[Slot]:
    """What-if for a year: the slots of `months` months from `start` on, under another unit if one is given. Raises NoRotation."""
    cursor = cursor_before(start)
    cursor = cursor.switched(unit) if unit else cursor
    first, last = month_range(first_of(start), months)
    skips = dict(
        SkippedTurn.objects.filter(date__range=(first, last), hands_on=True).values_list("date", "reason")
    )
    return plan(first, last, cursor, calendar.load(), skips)


def _planned(period: str) -> tuple[list[Slot], Cursor, Cursor]:
    start = cursor_before(period)
    end = cursor_from_json(cursor_to_json(start))
    slots = plan(*month_range(first_of(period), 1), end, calendar.load(), _skips(period))
    return slots, start, end


def _skips(period: str) -> dict[date, str]:
    first, last = month_range(first_of(period), 1)
    rows: Any = SkippedTurn.objects.filter(date__range=(first, last), hands_on=True)
    return dict(rows.values_list("date", "reason"))
