"""The log as a party reads it: what was published for it, by week, newest first (R62). It reads published rows only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from enforcement_logs.models import PublishedEntry
from enforcement_logs.weeks import Week, week_of
from liwan_court.registry.audience import sees
from liwan_court.registry.case_page import Section
from liwan_court.registry.models import Division
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from liwan_court.registry.gate.grant import Grant

STAGES: Final = ("立案接收", "查找财产", "控制财产", "处置财产", "发放案款", "结案")


@dataclass(slots=True)
class Shown:
    """One entry for one party: its latest published words, and when they were corrected."""

    row: PublishedEntry
    first_published: PublishedEntry

    @property
    def is_corrected(self) -> bool:
        """Whether other words stood here before."""
        return self.row.version_number > self.first_published.version_number


@dataclass(slots=True)
class WeekOfLog:
    """The entries about the work of one week."""

    week: Week
    entries: list[Shown] = field(default_factory=list)


def entries_for(grant: Grant) -> list[Shown]:
    """What this party may read, newest first; one query, whatever the number."""
    rows = PublishedEntry.objects.filter(case=grant.case, batch__published_at__isnull=False)
    rows = rows.select_related("batch", "category").order_by("entry_id", "version_number", "pk")
    shown: dict[int, Shown] = {}
    for row in rows:
        if not sees(grant.viewer, row.level, row.named):
            continue
        known = shown.get(row.entry_id)
        shown[row.entry_id] = Shown(row, known.first_published if known else row)
    return sorted(shown.values(), key=lambda each: (each.row.happened_at, each.row.pk), reverse=True)


def by_week(entries: Iterable[Shown]) -> list[WeekOfLog]:
    """Grouped as the log is published: Saturday to Friday."""
    weeks: dict[Week, WeekOfLog] = {}
    for each in entries:
        week = week_of(clock.local(each.row.happened_at).date())
        weeks.setdefault(week, WeekOfLog(week)).entries.append(each)
    return list(weeks.values())


def stages_of(entries: Iterable[Shown]) -> list[tuple[str, str]]:
    """Which pictures of the way are reached, by the entries the party may read; the furthest is where the case stands."""
    reached = {each.row.category.stage for each in entries if each.row.withdrawn_at is None}
    now = max(reached, default=0)
    states = ("now" if n == now else "done" if n in reached else "ahead" for n in range(1, len(STAGES) + 1))
    return list(zip(STAGES, states, strict=True))


def log_section(grant: Grant) -> Section | None:
    """执行日志 on the page of an enforcement case; other cases have none."""
    if grant.case.division.kind != Division.Kind.ENFORCEMENT:
        return None
    entries = entries_for(grant)
    context = {"weeks": by_week(entries), "stages": stages_of(entries), "count": len(entries)}
    return Section("log", "执行日志", "parties/_log.html", context, tuple(_line(each) for each in entries))


def _line(each: Shown) -> str:
    row = each.row
    day = f"{clock.local(row.happened_at):%Y-%m-%d}"
    if row.withdrawn_at:
        return f"{day} 该条日志已撤回"
    money = f"（{row.amount}元）" if row.amount is not None else ""
    marks = ("（逾期补录）" if row.late else "") + ("（已更正）" if each.is_corrected else "")
    return f"{day} {row.category.name}{marks}：{row.text} {row.outcome}{money}".rstrip()
