"""What the deadlines of oversight run by themselves: inspections are taken on their day (R11, R12, R15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liwan_court.measuring import span
from liwan_court.timetable.runs import CannotRun, Outcome
from oversight.actions.base import ActionRefused
from oversight.actions.inspect import TakeInspection, catalogue_of, kind_of
from oversight.inspecting import look
from oversight.models import Inspection

if TYPE_CHECKING:
    from liwan_court.timetable.runs import Run


def inspect_period(run: Run) -> Outcome:
    """Take the inspection of the deadline's period; one that was taken by hand since is left as it is. Raises CannotRun."""
    of = span(run.occurrence.period)
    if Inspection.objects.filter(kind=kind_of(of), period=of.name).exists():
        return Outcome(lines=[f"{of.label}已经检查过"])
    catalogue = catalogue_of(of.year)
    if catalogue is None:
        raise CannotRun(f"{of.year}年没有施行的指标目录，{of.label}不能检查：请先在“指标目录”中施行一版")
    if run.dry_run:
        view = look(of, catalogue)
        return Outcome(eligible=len(view.standings), counts={"scores": len(view.standings)})
    try:
        taken = TakeInspection(run.actor, of).run()
    except ActionRefused as refused:
        raise CannotRun(str(refused)) from None
    counts = {"scores": taken.scores.count(), "evidence": taken.evidence.count()}
    return Outcome(eligible=1, counts=counts, lines=[f"{taken}：{taken.get_kind_display()}已冻结"])
