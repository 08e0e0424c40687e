"""Which notices of hearings the public reads: all that are open, for good, and how they are found (R40)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.models import HearingNotice
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet


def listed() -> QuerySet[HearingNotice]:
    """Every public notice: the one place that says so."""
    return HearingNotice.objects.filter(public=True).select_related("division", "replaced_by")


def coming() -> QuerySet[HearingNotice]:
    """From today on, the nearest first."""
    return listed().filter(begins_at__gte=clock.moment(clock.today())).order_by("begins_at", "pk")


def past() -> QuerySet[HearingNotice]:
    """Before today, the latest first."""
    return listed().filter(begins_at__lt=clock.moment(clock.today())).order_by("-begins_at", "-pk")


def narrowed(
    rows: QuerySet[HearingNotice], words: str, division: str, since: date | None, until: date | None
) -> QuerySet[HearingNotice]:
    """Those whose number, cause or courtroom holds the words, of a division, between two days."""
    if words:
        rows = rows.filter(_holds(words))
    if division:
        rows = rows.filter(division__code=division)
    if since:
        rows = rows.filter(begins_at__gte=clock.moment(since))
    if until:
        rows = rows.filter(begins_at__lt=clock.moment(until + timedelta(days=1)))
    return rows


def _holds(words: str) -> Q:
    try:
        return Q(case__number_key=parse(words).key)
    except InvalidCaseNumber:
        return Q(case_number__contains=words) | Q(cause__contains=words) | Q(courtroom__contains=words)
