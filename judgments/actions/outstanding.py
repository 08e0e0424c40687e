"""What should be public and is not: effective, unmarked, not published, day by day (R36)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from judgments.models import Judgment, Mark, OutstandingList
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from liwan_court.registry.models import Division

State = Judgment.State


def outstanding(day: date | None = None, division: Division | None = None) -> QuerySet[Judgment]:
    """Judgments in force on a day that nobody marked and the public cannot read yet, the oldest first."""
    rows = (
        Judgment.objects.effective_by(day or clock.today())
        .filter(editions__isnull=True)
        .exclude(state__in=(State.EXCLUDED, State.PUBLISHED, State.WITHDRAWN))
        .exclude(marks__state__in=Mark.BLOCKING)
        .select_related("division", "handling_judge")
        .order_by("effective_on", "year", "number_start")
    )
    return rows.filter(division=division) if division else rows


def keep_list(day: date | None = None) -> OutstandingList:
    """Freeze the list of a day; asked again on the same day, the list is brought up to date."""
    day = day or clock.today()
    rows = [_row(judgment, day) for judgment in outstanding(day)]
    kept, _ = OutstandingList.objects.update_or_create(day=day, defaults={"rows": rows})
    return kept


def _row(judgment: Judgment, day: date) -> dict[str, Any]:
    effective = judgment.effective_on
    return {
        "judgment": judgment.pk,
        "number": judgment.number,
        "kind": judgment.kind,
        "division": judgment.division.name if judgment.division else "",
        "effective_on": effective.isoformat() if effective else None,
        "state": judgment.get_state_display(),
        "days": (day - effective).days if effective else None,
    }
