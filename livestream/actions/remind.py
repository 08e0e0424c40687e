"""What the portal does by itself each morning: open the month, remind of lists, record slots nobody screened (R46, D22).

Everything is a row under a unique key, so the task may run twice, or late.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from django.db import transaction

from livestream.actions.base import record
from livestream.actions.lists import asked, is_late, nomination_due, opens_on
from livestream.actions.months import NoRotation, open_month, period_of, slots_of
from livestream.actions.screen import is_passed, last_day_to_sign, signatures_missing
from livestream.models import Nomination, NominationReminder, Session, SkippedTurn, UnitChange
from livestream.rotation import month_range
from liwan_court.registry.models import Division
from liwan_court.registry.posts import Actor
from liwan_court.timetable import calendar, clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from livestream.actions.lists import Asked
    from livestream.rotation import Slot

Occasion = NominationReminder.Occasion
NOT_SCREENED: Final = "未在庭前两个工作日完成把关"
NOT_SCHEDULED: Final = "当日没有排定的场次"
LOOKS_BACK: Final = timedelta(days=14)
"""A machine that was asleep still records what it missed in these days."""


def every_morning() -> None:
    """Open the coming month from the 20th on, remind, and record what was not screened."""
    today = clock.today()
    for period in (period_of(today), _following(period_of(today))):
        if today >= opens_on(period):
            try:
                open_month(period)
            except NoRotation:
                continue
            remind(period)
    record_unscreened()


def remind(period: str) -> list[NominationReminder]:
    """The reminders that are due now for a month's lists; each is made once. Raises NoRotation."""
    occasion, on = _occasion(period)
    if occasion is None:
        return []
    rows = asked(period)
    complete = set(divisions_complete(rows))
    made = []
    for division in {row.division.pk: row.division for row in rows}.values():
        if division.pk in complete or (
            occasion == Occasion.OVERDUE and _last_day(rows, division) < clock.today()
        ):
            continue
        row, new = NominationReminder.objects.get_or_create(
            period=period, division=division, occasion=occasion, on=on
        )
        made += [row] if new else []
    return made


def divisions_complete(rows: list[Asked]) -> list[int]:
    """The divisions that filed every list asked of them."""
    open_ones = {row.division.pk for row in rows if row.filed is None}
    return [pk for pk in {row.division.pk for row in rows} if pk not in open_ones]


def _last_day(rows: list[Asked], division: Division) -> date:
    return max(row.days[-1] for row in rows if row.division.pk == division.pk and row.filed is None)


def _occasion(period: str) -> tuple[Occasion | None, date]:
    """What is to be said today, and the day under which it is kept: the same day for what is said only once."""
    today, days, due = clock.today(), calendar.load(), nomination_due(period).date
    eve = days.previous_workday(due, inclusive=False)
    if is_late(period):
        return (Occasion.OVERDUE if days.is_workday(today) else None), today
    if today >= eve:
        return Occasion.EVE, eve
    return Occasion.OPENED, opens_on(period)


def record_unscreened() -> list[SkippedTurn]:
    """轮空 for want of time: slots whose last day to sign is over without a passed case; the turn is not handed on (D22)."""
    today = clock.today()
    made = []
    for slot in _slots_between(today - LOOKS_BACK, today + LOOKS_BACK):
        if last_day_to_sign(slot.date) < today and slot.cancelled is None and (reason := _why_empty(slot)):
            made += _skip(slot, reason)
    return made


def _slots_between(first: date, last: date) -> Iterator[Slot]:
    if not UnitChange.objects.filter(since__lte=period_of(last)).exists():
        return
    for period in sorted({period_of(first), period_of(last), period_of(clock.today())}):
        try:
            yield from (slot for slot in slots_of(period) if first <= slot.date <= last)
        except NoRotation:
            continue


def _why_empty(slot: Slot) -> str:
    """Why a slot has nothing on air; empty where it has, or still may."""
    start, end = clock.moment(slot.date), clock.moment(slot.date + timedelta(days=1))
    if Session.objects.filter(
        begins_at__gte=start, begins_at__lt=end, state__in=Session.ON_CALENDAR
    ).exists():
        return ""
    division = {"list__division__name": slot.division}
    rows = Nomination.objects.filter(**division, hearing_at__gte=start, hearing_at__lt=end)
    passed = [
        row
        for row in rows.select_related("case__division", "list", "screening")
        if is_passed(row) and not signatures_missing(row, slot.date)
    ]
    if not passed:
        return NOT_SCREENED
    return NOT_SCHEDULED if slot.date < clock.today() else ""


def _skip(slot: Slot, reason: str) -> list[SkippedTurn]:
    division = Division.objects.filter(name=slot.division).first()
    if division is None:
        return []
    with transaction.atomic():
        row, new = SkippedTurn.objects.get_or_create(
            date=slot.date, defaults={"division": division, "reason": reason, "hands_on": False}
        )
        if new:
            detail = {"date": slot.date.isoformat(), "division": division.pk}
            record(row, "登记轮空", Actor.system(), detail=detail)
    return [row] if new else []


def _following(period: str) -> str:
    return period_of(month_range(date.fromisoformat(f"{period}-01"), 1)[1] + timedelta(days=1))
