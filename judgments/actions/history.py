"""Older history in bulk: the record layer of the actions without their doors, marked as such.

For what the court published before the portal existed, or a demonstration's past. Every edition passes the leak gate, gets its
ledger entry, its record and its place in the index like any other; nobody is said to have reviewed it here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.db import transaction

from judgments import ledger
from judgments.actions import gate
from judgments.actions.base import ActionRefused, record
from judgments.actions.effect import seven_working_days_after
from judgments.actions.identify import create
from judgments.actions.outline import outline, statutes
from judgments.actions.publish import store_file
from judgments.actions.report import window
from judgments.models import Batch, IndexOutbox, Judgment, LedgerEntry, PublicEdition
from judgments.redaction.policies import VERSION as POLICY_VERSION
from liwan_court.registry.case_numbers import parse
from liwan_court.registry.posts import Actor
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from judgments.redaction.edition import Edition
    from liwan_court.registry.models import Division

PUBLICATION_TIME = time(9)


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One judgment of the past: its edition is already redacted, `period` is the month it was published in."""

    number: str
    kind: str
    division: Division
    cause: str
    decided_on: date
    effective_on: date
    period: str
    edition: Edition


def publish_history(items: Iterable[HistoryItem], actor: Actor | None = None) -> int:
    """Put items on record as published in the past, in the order of their periods. Returns how many.

    Raises ActionRefused for the first that does not pass the leak gate; what came before stays.
    """
    done = 0
    for item in sorted(items, key=lambda row: (row.period, row.number)):
        with clock.at(_moment_of(item.period)), transaction.atomic():
            _publish(item, actor or Actor.system("历史数据导入"))
        done += 1
    return done


def _moment_of(period: str) -> datetime:
    year, month = (int(part) for part in period.split("-"))
    return clock.moment(clock.today().replace(year=year, month=month, day=25), PUBLICATION_TIME)


def _batch_of(period: str) -> Batch:
    start, end = window(period)
    batch, _ = Batch.objects.get_or_create(
        period=period,
        supplement=0,
        defaults={
            "window_start": start,
            "window_end": end,
            "published_at": clock.now(),
            "from_history": True,
        },
    )
    return batch


def _publish(item: HistoryItem, actor: Actor) -> None:
    judgment = create(parse(item.number), item.kind, division=item.division)
    artefacts = gate.make(item.edition, judgment.slug)
    if not (passed := artefacts.check()).passed:
        raise ActionRefused([passed])
    batch = _batch_of(item.period)
    edition = PublicEdition.objects.create(
        judgment=judgment,
        batch=batch,
        title=artefacts.title,
        html=artefacts.html,
        text=artefacts.text,
        outline=outline(item.edition),
        statutes=statutes(item.edition),
        sha256=artefacts.sha256,
        docx=store_file(judgment.slug, 1, artefacts.docx),
        policy=item.edition.policy,
        policy_version=POLICY_VERSION,
        late=item.effective_on < batch.window_start,
        from_history=True,
        published_at=clock.now(),
    )
    judgment.cause, judgment.decided_on = item.cause, item.decided_on
    judgment.effective_computed = judgment.effective_on = item.effective_on
    judgment.due_seven_days = seven_working_days_after(item.effective_on)
    judgment.state, judgment.edition = Judgment.State.PUBLISHED, edition
    judgment.save()
    ledger.append(LedgerEntry.Event.PUBLISHED, edition, judgment.slug)
    IndexOutbox.objects.create(judgment=judgment, operation=IndexOutbox.Operation.ADD)
    detail = {"batch": item.period, "history": True, "sha256": edition.sha256}
    record(judgment, "历史补录公布", actor, "", judgment.state, detail)
