"""What the deadlines of this line run: closing the week at noon, publishing it from 15:00 (R60, R61, D6, D7)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.db.models import Case as Choice
from django.db.models import CharField, Exists, F, OuterRef, Q, When

from enforcement_logs import gaps
from enforcement_logs.models import EntryVersion, LogBatch, LogEntry, PublishedEntry, WeekClosing
from enforcement_logs.weeks import cutoff_of
from liwan_court.registry.audience import Level
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.runs import Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from liwan_court.timetable.runs import Run

CHUNK: Final = 2000
PUNCTUAL: Final = timedelta(minutes=30)
"""A run that begins later than this after its time is said to be late."""


def close_week(run: Run) -> Outcome:
    """Keep how the week stood at noon: what lacks an entry, how much was written late."""
    period, window = run.occurrence.period, run.occurrence.window
    if window is None or run.occurrence.due is None:
        raise ValueError("a week that is closed has its days")
    first, last = window
    noon = run.occurrence.due
    missing = list(gaps.without_entry(first, last, noon).values_list("pk", flat=True))
    quiet = list(gaps.silent(last).values_list("pk", flat=True))
    written = LogEntry.objects.filter(void_at=None, written_at__lte=noon, written_at__gt=_noon_before(noon))
    row: dict[str, Any] = {
        "open_cases": gaps.open_cases(last).count(), "without_entry": missing, "silent": quiet,
        "entries": written.count(), "late": written.filter(late=True).count(),
    }  # fmt: skip
    known = WeekClosing.objects.filter(period=period).exists()
    if not run.dry_run and not known:
        WeekClosing.objects.create(period=period, **row)
    counts = {**row, "without_entry": len(missing), "silent": len(quiet)}
    return Outcome(eligible=0 if known else 1, counts={name: int(value) for name, value in counts.items()})


def _noon_before(noon: datetime) -> datetime:
    """The cut-off before this one: what is written between the two belongs to this week."""
    due = deadlines.due_between(noon - timedelta(days=60), noon - timedelta(seconds=1), calendar.load())
    return max(row.due for row in due if row.name == "log_cutoff" and row.due is not None)


def publish_week(run: Run) -> Outcome:
    """Publish what was written by noon and may be seen: chunk by chunk, seen all at once when the batch is closed.

    Safe to run again, also after a process died in the middle: a version is copied once for a level, and what was copied is
    found out by the database.
    """
    due, period = run.occurrence.due, run.occurrence.period
    if due is None:
        raise ValueError("a week that is published has its moment")
    cutoff, day = cutoff_of(period), clock.local(due).date()
    outcome = Outcome(eligible=publishable(cutoff, day).count())
    outcome.counts = {"published": 0, "waiting": waiting(cutoff, day).count()}
    if clock.now() > due + PUNCTUAL and not run.supplement:
        outcome.lines.append(
            f"应于{clock.local(due):%Y-%m-%d %H:%M}公布，实际迟至{clock.local(clock.now()):%m-%d %H:%M}"
        )
    if run.dry_run:
        outcome.counts["published"] = outcome.eligible
        return outcome
    batch, _ = LogBatch.objects.get_or_create(
        period=period,
        supplement=run.supplement,
        defaults={"cutoff": cutoff, "injected_clock": clock.is_injected()},
    )
    while chunk := list(publishable(cutoff, day).order_by("pk")[:CHUNK]):
        _publish(batch, chunk)
        run.heartbeat()
    _close(batch, outcome)
    return outcome


def publishable(cutoff: datetime, day: date) -> QuerySet[Any]:
    """The latest words by the cut-off of each entry, where parties may see them and have not yet at this level.

    Who sees them was decided by the cut-off as well: what the head looked at in between does not grow behind his back.
    """
    newer = EntryVersion.objects.filter(
        entry=OuterRef("entry"), number__gt=OuterRef("number"), written_at__lte=cutoff
    )
    out = PublishedEntry.objects.filter(version=OuterRef("pk"), level=OuterRef("effective"))
    rows = _by_level(cutoff, day).exclude(effective=Level.INTERNAL)
    return rows.filter(~Exists(newer), ~Exists(out), entry__audience_set_at__lte=cutoff)


def waiting(cutoff: datetime, day: date) -> QuerySet[Any]:
    """What stays inside this time: internal, or waiting for a day or for service."""
    return _by_level(cutoff, day).filter(effective=Level.INTERNAL, number=1)


def _by_level(cutoff: datetime, day: date) -> QuerySet[Any]:
    """Every version by the cut-off, with the level that holds on a day."""
    unserved = Q(entry__until_served=True) & (Q(entry__served_on=None) | Q(entry__served_on__gt=day))
    effective = Choice(
        When(unserved | Q(entry__not_before__gt=day), then=F("entry__meanwhile")),
        default=F("entry__level"),
        output_field=CharField(),
    )
    rows = EntryVersion.objects.filter(written_at__lte=cutoff, entry__void_at=None)
    return rows.select_related("entry__officer").annotate(effective=effective)


def _publish(batch: LogBatch, versions: list[Any]) -> None:
    named = _named([version.entry_id for version in versions if version.effective == Level.NAMED])
    copies = [
        PublishedEntry(
            batch=batch, case_id=version.entry.case_id, entry_id=version.entry_id, version=version,
            version_number=version.number, level=version.effective, named=named.get(version.entry_id, []),
            category_id=version.entry.category_id, officer_name=version.entry.officer.name,
            happened_at=version.entry.happened_at, text=version.public_text, outcome=version.public_outcome,
            amount=version.amount, late=version.entry.late, written_at=version.written_at,
        )
        for version in versions
    ]  # fmt: skip
    with transaction.atomic():
        PublishedEntry.objects.bulk_create(copies, batch_size=500, ignore_conflicts=True)


def _named(entries: list[int]) -> dict[int, list[int]]:
    pairs = LogEntry.named.through.objects.filter(logentry_id__in=entries).values_list(
        "logentry_id", "party_id"
    )
    named: dict[int, list[int]] = {}
    for entry, party in pairs:
        named.setdefault(entry, []).append(party)
    return named


def _close(batch: LogBatch, outcome: Outcome) -> None:
    """Everything of the batch is seen from this moment."""
    with transaction.atomic():
        if batch.published_at is None:  # what was held or voided while the batch was under way stays inside
            kept_inside = Q(entry__held_at__isnull=False) | Q(entry__void_at__isnull=False)
            batch.entries.filter(kept_inside).delete()
        rows = batch.entries.all()
        outcome.counts |= {
            "published": rows.count(),
            "cases": rows.values("case").distinct().count(),
            "corrections": rows.filter(version_number__gt=1).count(),
            "late": rows.filter(late=True).count(),
        }
        batch.counts = outcome.counts
        batch.published_at = batch.published_at or clock.now()
        batch.save()
