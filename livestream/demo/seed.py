"""The whole demonstration of this line, in one transaction: there completely or not at all."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from celery import current_app
from django.db import transaction

from livestream.actions.months import after, before, first_of, period_of
from livestream.actions.remind import every_morning
from livestream.actions.rotation import BeginRotation
from livestream.demo import today
from livestream.demo.cases import Docket
from livestream.demo.month import Month
from livestream.demo.people import actor, form_groups, gather
from livestream.models import UnitChange
from liwan_court.registry.models import Division, Officer
from liwan_court.timetable import clock

PAST_MONTHS: Final = 3
FIRST: Final = "xingzheng"
"""With which division the demonstration begins: the one that is on turn by now follows from it."""


def is_wanted() -> bool:
    """Whether there is a court and no rotation yet."""
    return Officer.objects.exists() and not UnitChange.objects.exists()


def seed(past_months: int = PAST_MONTHS) -> None:
    """Play the past months, the present one as far as it has come, and open the next."""
    eager, current_app.conf.task_always_eager = current_app.conf.task_always_eager, True
    try:
        with transaction.atomic():
            _play(past_months)
    finally:
        current_app.conf.task_always_eager = eager


def _play(past_months: int) -> None:
    now, cast, docket = clock.now(), gather(), Docket()
    first = period_of(clock.today())
    for _ in range(past_months):
        first = before(first)
    with clock.at(clock.moment(first_of(first)) - timedelta(days=20)):
        form_groups(cast)
        division = Division.objects.get(code=FIRST)
        BeginRotation(actor(cast.research), first, "month", division).run()
    period = first
    for number in range(past_months + 2):
        Month(period, number, cast, docket, now).play()
        period = after(period)
    every_morning()
    today.put_on_air(cast, docket)
