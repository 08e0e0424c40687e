"""Which judgment a document or a reported line belongs to: found by number and kind, or put on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from judgments.models import Judgment
from liwan_court.registry.case_numbers import CaseNumber, parse
from liwan_court.registry.models import Case, Division

if TYPE_CHECKING:
    from datetime import date

KIND_SLUGS = {
    "判决书": "panjueshu",
    "裁定书": "caidingshu",
    "调解书": "tiaojieshu",
    "决定书": "juedingshu",
    "支付令": "zhifuling",
    "通知书": "tongzhishu",
}


def own_court(number: CaseNumber) -> bool:
    """Whether the number is one of this court's (粤0103 since 2016, 穗荔法 before)."""
    return number.is_own_court(settings.COURT_ABBREVIATIONS)


def find_judgment(number: CaseNumber, kind: str) -> Judgment | None:
    """The judgment on record for a number (suffix included) and a kind; the latest where a number has several."""
    rows = Judgment.objects.filter(number_key=number.key, suffix=number.suffix or "", kind=kind)
    return rows.order_by("-ordinal").first()


def find_or_create(
    number_text: str, kind: str, *, division: Division | None = None, fallback: Division | None = None
) -> Judgment:
    """The judgment on record, or a new one awaiting its file. Raises InvalidCaseNumber.

    `division` is what somebody said who knows; `fallback` counts only where neither register nor number tells.
    """
    number = parse(number_text)
    return find_judgment(number, kind) or create(number, kind, division=division, fallback=fallback)


def create(
    number: CaseNumber,
    kind: str,
    *,
    division: Division | None = None,
    fallback: Division | None = None,
    ordinal: int = 1,
) -> Judgment:
    """Put a judgment on record; division, judge and cause come from the register where the case is known."""
    case = Case.objects.filter(number_key=number.key).select_related("division").first()
    return Judgment.objects.create(
        number=number.display,
        number_key=number.key,
        suffix=number.suffix or "",
        year=number.year,
        number_start=number.number_start,
        kind=kind,
        ordinal=ordinal,
        slug=slug_for(number, kind, ordinal),
        case=case,
        division=(case.division if case else None) or division or division_by_words(number) or fallback,
        handling_judge=case.handling_judge if case else None,
        field=number.field,
        cause=case.cause if case else "",
    )


def division_by_words(number: CaseNumber) -> Division | None:
    """The division whose words stand in an old-style number or whose type a new-style number has; None where it is open."""
    matches = [
        (len(word), division)
        for division in Division.objects.filter(active=True)
        for word in division.type_words
        if number.type_words.startswith(word)
    ]
    return max(matches, key=lambda pair: pair[0])[1] if matches else None


def slug_for(number: CaseNumber, kind: str, ordinal: int) -> str:
    """The permanent ASCII address: case number, kind, and a count where one number has several of a kind."""
    tail = f"-{ordinal}" if ordinal > 1 else ""
    return f"{number.slug}-{KIND_SLUGS[kind]}{tail}"


def period_of(day: date) -> str:
    """The month whose batch a day belongs to under D1: the 21st opens the next month's window."""
    year, month = day.year, day.month
    if day.day > settings.COLLECTION_DAY:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return f"{year:04d}-{month:02d}"
