"""How far a case has come, for the party behind a key: what it may see of milestones and notices of hearings (R40)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from liwan_court.registry.audience import Level, sees
from liwan_court.registry.case_page import Section
from liwan_court.registry.models import HearingNotice, Milestone
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import datetime

    from liwan_court.registry.gate.grant import Grant

Kind = Milestone.Kind
STAGES: Final = (
    ("立案", (Kind.FILED, Kind.ASSIGNED)),
    ("开庭", (Kind.SCHEDULED, Kind.HEARD)),
    ("裁判", (Kind.DECIDED,)),
    ("送达", (Kind.SERVED,)),
    ("结案", (Kind.CLOSED, Kind.ARCHIVED)),
    ("生效", (Kind.EFFECTIVE,)),
)
ENFORCEMENT_STAGES: Final = (
    ("立案", (Kind.FILED,)),
    ("执行中", (Kind.ASSIGNED, Kind.SERVED)),
    ("结案", (Kind.CLOSED, Kind.ARCHIVED)),
)
WORDS: Final = {
    Kind.FILED: "法院登记受理了本案。",
    Kind.ASSIGNED: "本案已交给具体的法官或者执行员办理。",
    Kind.SCHEDULED: "开庭的时间和地点已经定下。",
    Kind.HEARD: "法庭已经开庭审理。",
    Kind.SUSPENDED: "因法定原因暂停办理，原因消除后恢复。",
    Kind.RESUMED: "暂停的原因消除，继续办理。",
    Kind.TIME_LIMIT: "办理期限依法延长、扣除或者重新计算。",
    Kind.TRANSFERRED: "案卷移送其他法院或者部门。",
    Kind.DECIDED: "法院作出了判决、裁定或者决定。",
    Kind.SERVED: "法律文书已经送到当事人手中，上诉等期限从次日起算。",
    Kind.APPEALED: "有当事人不服，向上级法院提出上诉。",
    Kind.EFFECTIVE: "裁判已经发生法律效力，应当履行。",
    Kind.CLOSED: "本案在本院办理完毕。",
    Kind.ARCHIVED: "案卷已经归档保存。",
}
"""What a term means, in plain words."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One picture of the way: reached, where the case stands now, or not on record (it may still come)."""

    label: str
    state: str


def milestones(grant: Grant) -> list[Milestone]:
    """What the party may see, the earliest first, in two queries."""
    rows = Milestone.objects.filter(case=grant.case, void_at=None).exclude(level=Level.INTERNAL)
    return [
        row
        for row in rows.prefetch_related("named")
        if sees(grant.viewer, row.level, {party.pk for party in row.named.all()})
    ]


def stages(grant: Grant, seen: list[Milestone]) -> list[Stage]:
    """Where the case stands, as far as the party's milestones say."""
    way = ENFORCEMENT_STAGES if grant.case.field == "执行" else STAGES
    kinds = {row.kind for row in seen}
    reached = [index for index, (_, of) in enumerate(way) if kinds & set(of)]
    now = max(reached, default=-1)
    return [
        Stage(label, "now" if index == now else "done" if index in reached else "ahead")
        for index, (label, _) in enumerate(way)
    ]


def hearings(grant: Grant) -> list[HearingNotice]:
    """Every notice of a hearing of the case, those not open to the public too."""
    return list(
        HearingNotice.objects.filter(case=grant.case).select_related("division").order_by("begins_at", "pk")
    )


def progress_section(grant: Grant) -> Section:
    """审判进度 of the page."""
    seen = milestones(grant)
    lines = tuple(f"{row.on:%Y-%m-%d} {row.get_kind_display()} {row.note}".rstrip() for row in seen)
    rows = [{"row": row, "meaning": WORDS[Kind(row.kind)]} for row in reversed(seen)]
    return Section(
        "progress", "办理进度", "parties/_progress.html", {"stages": stages(grant, seen), "rows": rows}, lines
    )


def hearings_section(grant: Grant) -> Section | None:
    """开庭安排; left out where there never was one."""
    rows = hearings(grant)
    if not rows:
        return None
    lines = tuple(
        f"{_local(row.begins_at):%Y-%m-%d %H:%M} {row.courtroom} {row.get_state_display()}" for row in rows
    )
    return Section(
        "hearings", "开庭安排", "parties/_hearings.html", {"rows": rows, "now": clock.now()}, lines
    )


def _local(moment: datetime) -> datetime:
    return clock.local(moment)
