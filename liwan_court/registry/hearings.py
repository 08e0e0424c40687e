"""Which notices of hearings the public reads: all that are open, for good, and how they are found (R40)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Q
from django.db.models.functions import Coalesce

from liwan_court.registry.case_number_grammar import normalise
from liwan_court.registry.case_numbers import InvalidCaseNumber, parse
from liwan_court.registry.models import HearingNotice
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet


MOST_WORDS: Final = 8
NOT_OPEN: Final = Q(case__juvenile=True) | Q(case__secrets=True) | Q(case__closed_hearing=True)
"""A case may turn out to be one of these after its notice went out: from then on it is not shown."""


def listed() -> QuerySet[HearingNotice]:
    """Every public notice: the one place that says so."""
    return HearingNotice.objects.filter(public=True).exclude(NOT_OPEN).select_related("division")


def coming() -> QuerySet[HearingNotice]:
    """From today on, the nearest first."""
    return listed().filter(begins_at__gte=clock.moment(clock.today())).order_by("begins_at", "pk")


def past() -> QuerySet[HearingNotice]:
    """Before today, the latest first."""
    return listed().filter(begins_at__lt=clock.moment(clock.today())).order_by("-begins_at", "-pk")


def latest(count: int) -> QuerySet[HearingNotice]:
    """What was announced, changed or cancelled last."""
    rows = listed().annotate(told_at=Coalesce("ended_at", "published_at"))
    return rows.order_by("-told_at", "-pk")[:count]


def suggestion(words: str) -> str:
    """The case number that was probably meant; empty where the words are one already, or none."""
    try:
        parse(words)
    except InvalidCaseNumber as error:
        return error.suggestion or ""
    return ""


def narrowed(
    rows: QuerySet[HearingNotice], words: str, division: str, since: date | None, until: date | None
) -> QuerySet[HearingNotice]:
    """Those whose number, cause or courtroom holds each word, of a division, between two days.

    A whole case number, however it is written, finds that case only.
    """
    for word in [words] if _key(words) else words.split()[:MOST_WORDS]:
        rows = rows.filter(_holds(word))
    if division:
        rows = rows.filter(division__code=division)
    if since:
        rows = rows.filter(begins_at__gte=clock.moment(since))
    if until:
        rows = rows.filter(begins_at__lt=clock.moment(until + timedelta(days=1)))
    return rows


def _key(text: str) -> str:
    try:
        return parse(text).key
    except InvalidCaseNumber:
        return ""


def _holds(word: str) -> Q:
    if key := _key(word):
        return Q(case__number_key=key)
    holds = Q(case_number__contains=word) | Q(cause__contains=word) | Q(courtroom__contains=word)
    part, _ = normalise(word)
    return holds | Q(case__number_key__contains=part) if part else holds
