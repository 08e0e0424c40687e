"""What the deadlines of the judgment line run: closing the collection, and publishing the batch of the 25th."""

from __future__ import annotations

import logging
from itertools import islice
from typing import TYPE_CHECKING

from django.db import transaction

from judgments.actions.base import ActionRefused
from judgments.actions.publish import Publish
from judgments.actions.reconcile import reconcile, returns
from judgments.actions.withdraw import hint_index
from judgments.models import Batch, Exclusion, Judgment, Reconciliation
from liwan_court.timetable import clock
from liwan_court.timetable.runs import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from django.db.models import QuerySet

    from liwan_court.timetable.runs import Run

log = logging.getLogger(__name__)
CHUNK = 100
NOT_READY = (
    Judgment.State.AWAITING_FILE, Judgment.State.REDACTING, Judgment.State.DRAFT,
    Judgment.State.REVIEW, Judgment.State.RETURNED,
)  # fmt: skip


def close_collection(run: Run) -> Outcome:
    """Freeze who reported and on what numbers, files and marks disagree when the collection closes (R26–R28)."""
    period = run.occurrence.period
    frozen = Reconciliation.objects.filter(period=period).exists()
    returned, differences = returns(period), reconcile(period)
    missing = [row["division"] for row in returned if row["state"] == "missing"]
    outcome = Outcome(
        eligible=0 if frozen else 1,
        counts={
            "reported": sum(row["count"] for row in returned),
            "missing_returns": len(missing),
            "differences": len(differences),
        },
        lines=[f"{name}未报送生效案号" for name in missing]
        + [f"{row.label}：{row.number} {row.kind} {row.detail}".strip() for row in differences],
    )
    if not run.dry_run and not frozen:
        rows = [row.to_json() for row in differences]
        Reconciliation.objects.create(period=period, taken_at=clock.now(), differences=rows, returns=returned)
    return outcome


def publish_batch(run: Run) -> Outcome:
    """Publish everything approved and effective, each judgment by itself; what is not published is said with its reason."""
    start, end = window_of(run)
    ids = list(eligible(end).values_list("pk", flat=True))
    outcome = Outcome(
        eligible=len(ids), counts={"published": 0, "refused": 0, "not_ready": 0, "registered": 0}
    )
    outcome.lines += list(_not_ready(end, outcome))
    if run.dry_run:
        outcome.counts["published"] = len(ids)
        outcome.counts["registered"] = to_register(end).count()
        outcome.lines = [f"将公布：{j}" for j in eligible(end)[:50]] + outcome.lines
        return outcome
    batch, _ = Batch.objects.get_or_create(
        period=run.occurrence.period,
        supplement=run.supplement,
        defaults={"window_start": start, "window_end": end, "injected_clock": clock.is_injected()},
    )
    waiting = iter(ids)
    while chunk := list(islice(waiting, CHUNK)):
        for judgment in Judgment.objects.filter(pk__in=chunk):
            _publish_one(judgment, batch, run, outcome)
        run.heartbeat()
    _announce(batch, end, outcome)
    return outcome


def window_of(run: Run) -> tuple[date, date]:
    """First and last effective day of the batch (D1)."""
    if run.occurrence.window is None:
        raise ValueError("a publication has a window")
    return run.occurrence.window


def eligible(end: date) -> QuerySet[Judgment]:
    """Approved, in force by the end of the window, never published; late reports included (D1)."""
    approved = Judgment.objects.filter(state=Judgment.State.APPROVED, editions__isnull=True)
    return approved.effective_by(end).order_by("year", "number_start", "pk")


def to_register(end: date) -> QuerySet[Exclusion]:
    """What was kept back, took effect by the end of the window and stands in no batch's register yet (D15)."""
    return Exclusion.objects.filter(batch__isnull=True, judgment__effective_on__lte=end)


def _publish_one(judgment: Judgment, batch: Batch, run: Run, outcome: Outcome) -> None:
    """One item, isolated: a refusal is told, a break is counted and tried again at the next wake."""
    try:
        Publish(judgment, run.actor, batch).run()
        outcome.counts["published"] += 1
    except ActionRefused as refused:
        outcome.counts["refused"] += 1
        outcome.lines.append(f"未公布：{judgment}：{refused}")
    except Exception as error:  # noqa: BLE001  (isolation of one item is the point)
        outcome.failed += 1
        outcome.lines.append(f"未公布：{judgment}：处理出错（{type(error).__name__}），将自动重试")
        log.error("publishing judgment %s: %s", judgment.pk, type(error).__name__)  # noqa: TRY400


def _not_ready(end: date, outcome: Outcome) -> Iterator[str]:
    for judgment in Judgment.objects.effective_by(end).filter(state__in=NOT_READY):
        outcome.counts["not_ready"] += 1
        yield f"未公布：{judgment}：{judgment.get_state_display()}"


def _announce(batch: Batch, end: date, outcome: Outcome) -> None:
    """The notice of the batch goes out with it, and the register of what was not published (D15)."""
    with transaction.atomic():
        outcome.counts["registered"] = to_register(end).update(batch=batch)
        batch.published_at = batch.published_at or clock.now()
        batch.save()
        transaction.on_commit(hint_index)
