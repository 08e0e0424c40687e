"""Running what is due: a run is a row, unique by deadline, period and supplement (R65).

The scheduler only wakes. What is due is read from the database, so a late start catches up, two schedulers do the work once,
and a run that was cut off is taken up again when its lease has run out.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.module_loading import import_string

from liwan_court.registry.posts import Actor
from liwan_court.timetable import calendar, clock, deadlines
from liwan_court.timetable.models import DeadlineRun, Service

if TYPE_CHECKING:
    from liwan_court.timetable.deadlines import Occurrence

log = logging.getLogger(__name__)
LEASE = timedelta(minutes=10)
NOT_MORE_ITEMS = 200
"""Items kept in the outcome of a run; the counts are always whole."""


class CannotRun(Exception):  # noqa: N818  (a refusal, said to a person)
    """The deadline cannot be run as asked; the message is Chinese."""


@dataclass(slots=True)
class Outcome:
    """What a run did, or in a dry run would do. `eligible` counts what there was to do, `failed` what broke unexpectedly."""

    eligible: int = 0
    failed: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """As kept on the run."""
        return {
            "eligible": self.eligible,
            "failed": self.failed,
            "counts": self.counts,
            "lines": self.lines[:NOT_MORE_ITEMS],
        }


@dataclass(frozen=True, slots=True)
class Run:
    """What a runner is told: which occurrence, which supplement, who acts, and whether only to say what would happen."""

    occurrence: Occurrence
    supplement: int
    actor: Actor
    dry_run: bool
    row: DeadlineRun | None = None

    def heartbeat(self) -> None:
        """Keep the lease while a long run goes on."""
        if self.row is not None:
            DeadlineRun.objects.filter(pk=self.row.pk).update(lease_until=clock.now() + LEASE)


class Runner(Protocol):
    """What a deadline runs; named by `Deadline.runs`. Safe to call again: it finds by itself what is still to do."""

    def __call__(self, run: Run) -> Outcome:
        """Do it, or say what would be done."""


@dataclass(frozen=True, slots=True)
class Report:
    """The answer to somebody who asked for a run."""

    occurrence: Occurrence
    supplement: int
    outcome: Outcome
    message: str
    dry_run: bool


def wake(now: datetime | None = None) -> list[Report]:
    """Run whatever is due and has not been done, oldest first, then take up supplements that were cut off or failed.

    One failure never keeps the next from running; only what follows in the same period waits for a run that is under way.
    """
    now = now or clock.now()
    service = Service.objects.first()
    if service is None:
        log.warning(
            "no day of going into service on record: run load_court; until then no deadline runs by itself"
        )
        return []
    reports: list[Report] = []
    busy: set[str] = set()
    for occurrence in _still_to_do(clock.moment(service.since), now):
        if occurrence.period in busy:
            continue
        if (report := _tried(occurrence, 0)) is not None:
            reports.append(report)
        elif _is_busy(occurrence, now):
            busy.add(occurrence.period)
    reports += [
        report for row in _cut_off(now) if (report := _tried(_occurrence_of(row), row.supplement)) is not None
    ]
    return reports


def _still_to_do(since: datetime, now: datetime) -> list[Occurrence]:
    """What fell due since the portal went into service and has no finished run."""
    done = set(DeadlineRun.objects.filter(state=DeadlineRun.State.DONE).values_list("deadline", "period"))
    due = deadlines.due_between(since, now, calendar.load())
    return [row for row in due if deadlines.deadline(row.name).runs and (row.name, row.period) not in done]


def _cut_off(now: datetime) -> list[DeadlineRun]:
    """Supplements that broke, or whose process died and whose lease is over."""
    broken = Q(state=DeadlineRun.State.FAILED) | Q(state=DeadlineRun.State.RUNNING, lease_until__lte=now)
    return list(DeadlineRun.objects.filter(broken, supplement__gt=0).order_by("started_at"))


def _occurrence_of(row: DeadlineRun) -> Occurrence:
    return deadlines.occurrence(row.deadline, row.period, calendar.load())


def _tried(occurrence: Occurrence, supplement: int) -> Report | None:
    """One run of the portal itself; None where somebody else is at it or it broke, which is logged without content."""
    try:
        return _carry_on(occurrence, supplement, Actor.system())
    except CannotRun as refused:
        log.info("%s %s: %s", occurrence.name, occurrence.period, refused)
    except Exception as error:  # noqa: BLE001  (isolation of one deadline is the point)
        log.error("%s %s failed: %s", occurrence.name, occurrence.period, type(error).__name__)  # noqa: TRY400
    return None


def run_deadline(name: str, *, actor: Actor, period: str | None = None, dry_run: bool = False) -> Report:
    """Run the latest occurrence that is due, or that of `period`. A finished period is run again as a numbered supplement.

    Raises CannotRun when nothing is due yet, nothing runs by that name, or somebody else is running it now.
    """
    declared = deadlines.deadline(name)
    if declared.runs is None:
        raise CannotRun(f"“{declared.label}”没有自动执行的内容，只作提醒")
    occurrence = (
        deadlines.occurrence(name, period, calendar.load()) if period else latest_due(name, clock.now())
    )
    if occurrence is None or occurrence.due is None or (occurrence.due > clock.now() and not dry_run):
        raise CannotRun(f"“{declared.label}”尚未到期，不能提前执行；可用 --dry-run 预看")
    return _run(occurrence, actor, dry_run=dry_run)


def latest_due(name: str, at: datetime) -> Occurrence | None:
    """The last occurrence that fell due not after an instant."""
    due = deadlines.due_between(at - timedelta(days=400), at, calendar.load())
    mine = [occurrence for occurrence in due if occurrence.name == name]
    return mine[-1] if mine else None


def _is_busy(occurrence: Occurrence, now: datetime) -> bool:
    """Whether somebody is at it; a run that broke does not count, or one error would hold back the publication."""
    running = DeadlineRun.objects.filter(deadline=occurrence.name, period=occurrence.period, supplement=0)
    return running.filter(state=DeadlineRun.State.RUNNING, lease_until__gt=now).exists()


def _run(occurrence: Occurrence, actor: Actor, *, dry_run: bool) -> Report:
    """What a person asks for: the run itself, or where it is finished a supplement with what has become eligible since."""
    runs = DeadlineRun.objects.filter(deadline=occurrence.name, period=occurrence.period)
    last = runs.order_by("-supplement").first()
    finished = last is not None and last.state == DeadlineRun.State.DONE
    supplement = (last.supplement + 1 if finished else last.supplement) if last else 0
    if dry_run or finished:
        plan = _runner(occurrence)(Run(occurrence, supplement, actor, dry_run=True))
        if dry_run:
            return Report(occurrence, supplement, plan, "试运行：没有改动任何数据", dry_run=True)
        if plan.eligible == 0:
            done = supplement - 1
            return Report(occurrence, done, plan, "本期已经完成，没有新增的内容", dry_run=False)
    return _carry_on(occurrence, supplement, actor)


def _carry_on(occurrence: Occurrence, supplement: int, actor: Actor) -> Report:
    """Claim the row and carry it out. Raises CannotRun where somebody else has it."""
    row = _claim(occurrence, supplement, actor)
    outcome = _carry_out(_runner(occurrence), row, occurrence, actor)
    return Report(occurrence, supplement, outcome, "已执行", dry_run=False)


def _runner(occurrence: Occurrence) -> Runner:
    runner: Runner = import_string(str(deadlines.deadline(occurrence.name).runs))
    return runner


def _claim(occurrence: Occurrence, supplement: int, actor: Actor) -> DeadlineRun:
    """The row of this run, ours alone until the lease runs out. Raises CannotRun."""
    key = {"deadline": occurrence.name, "period": occurrence.period, "supplement": supplement}
    now = clock.now()
    fresh = {
        "due": occurrence.due, "state": DeadlineRun.State.RUNNING, "started_at": now, "lease_until": now + LEASE,
        "run_by_id": actor.user_id, "injected_clock": clock.is_injected(),
    }  # fmt: skip
    try:
        with transaction.atomic():
            return DeadlineRun.objects.create(**key, **fresh)
    except IntegrityError:
        pass
    with transaction.atomic():
        row = DeadlineRun.objects.select_for_update(of=("self",)).get(**key)
        busy = (
            row.state == DeadlineRun.State.RUNNING and row.lease_until is not None and row.lease_until > now
        )
        if row.state == DeadlineRun.State.DONE or busy:
            raise CannotRun("另一个进程正在执行或刚刚完成，本次不重复执行")
        for name, value in fresh.items():
            setattr(row, name, value)
        row.save()
        return row


def _carry_out(runner: Runner, row: DeadlineRun, occurrence: Occurrence, actor: Actor) -> Outcome:
    """Run, and keep what came of it. A run with broken items stays open and is tried again at the next wake."""
    try:
        outcome = runner(Run(occurrence, row.supplement, actor, dry_run=False, row=row))
    except Exception as error:
        _close(row, DeadlineRun.State.FAILED, {"error": type(error).__name__})
        raise
    state = DeadlineRun.State.FAILED if outcome.failed else DeadlineRun.State.DONE
    _close(row, state, outcome.to_json())
    return outcome


def _close(row: DeadlineRun, state: str, outcome: dict[str, Any]) -> None:
    row.state, row.outcome, row.finished_at, row.lease_until = state, outcome, clock.now(), None
    row.save()
