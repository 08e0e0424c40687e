"""What the pages of schedule and duty show, fetched in a constant number of queries."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from livestream.actions.findings import Findings
from livestream.actions.months import first_of
from livestream.models import Duty, Preparation, Session, WorkingGroup
from livestream.rotation import month_range
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.db.models import QuerySet

    from livestream.rotation import Slot
    from liwan_court.registry.posts import Actor

ARRANGES = (Post.RESEARCH, Post.VICE_PRESIDENT, Post.PRESIDENT)
"""Who sees what is not announced yet."""
READERS = (*ARRANGES, Post.DIVISION_HEAD, Post.JUDGE, Post.AUDITOR)


def in_a_group(actor: Actor) -> bool:
    """Whether the actor is a member or the head of a group."""
    if actor.officer_id is None:
        return False
    mine = Q(members__officer_id=actor.officer_id, members__active=True) | Q(head_id=actor.officer_id)
    return WorkingGroup.objects.filter(mine).exists()


def may_read(actor: Actor) -> bool:
    """Whether the pages of this part are open to the actor."""
    return actor.holds(*READERS) or in_a_group(actor)


def whole(rows: QuerySet[Session]) -> QuerySet[Session]:
    """Sessions with everything a table shows of them."""
    return rows.select_related("division", "judge", "nomination__list").prefetch_related(
        "panel",
        "duties__member__officer",
        "duties__member__group",
        "duties__rostered__officer",
        "preparations",
    )


def sessions_of(period: str, actor: Actor) -> list[Session]:
    """The sessions of a month that the actor may see, pulled ones included once they were announced."""
    first, last = month_range(first_of(period), 1)
    rows = Session.objects.filter(
        begins_at__gte=clock.moment(first), begins_at__lt=clock.moment(last + timedelta(days=1))
    )
    if not actor.holds(*ARRANGES):
        rows = rows.filter(announced_at__isnull=False)
    counted = rows.annotate(
        told=Count("notices", distinct=True),
        acknowledged=Count("notices", filter=Q(notices__acknowledged_at__isnull=False), distinct=True),
    )
    return list(whole(counted))


def own_sessions(officer_id: int) -> list[Session]:
    """Announced sessions in which an officer takes part: as judge, on the panel, or on duty."""
    mine = (
        Q(judge_id=officer_id)
        | Q(panel=officer_id)
        | Q(duties__member__officer_id=officer_id, duties__cancelled=False)
    )
    rows = Session.objects.filter(mine, announced_at__isnull=False).distinct()
    return list(rows.select_related("division", "judge"))


def lines(sessions: Sequence[Session], period: str) -> list[dict[str, Any]]:
    """Each session with who is on duty, what is prepared, and what stands against it."""
    found = Findings(*month_range(first_of(period), 1))
    rows = []
    for session in sessions:
        duties = [duty for duty in session.duties.all() if not duty.cancelled]
        preparations = list(session.preparations.all())
        on_calendar = session.state in ("scheduled", "ready")
        rows.append(
            {
                "session": session,
                "livestream": [d for d in duties if d.member.group.kind == "livestream"],
                "microblog": [d for d in duties if d.member.group.kind == "microblog"],
                "prepared": sum(row.done_at is not None for row in preparations),
                "items": len(preparations),
                "conflicts": found.against_session(session) if on_calendar else [],
            }
        )
    return rows


def board(
    slots: Sequence[Slot], sessions: Sequence[Session]
) -> list[tuple[Slot, list[tuple[Session, bool]]]]:
    """The days of a month with what is on them, each session with whether it may still be moved to another day."""
    days: dict[date, list[tuple[Session, bool]]] = {slot.date: [] for slot in slots}
    for session in sessions:
        movable = session.state in ("scheduled", "ready") and session.begins_at > clock.now()
        if session.state != Session.State.PULLED:
            days.setdefault(clock.local(session.begins_at).date(), []).append((session, movable))
    return [(slot, days[slot.date]) for slot in slots]


def preparation_of(session: Session, actor: Actor) -> list[tuple[Preparation, bool]]:
    """The items of a session's list, each with whether it is the actor's to do: the judge's own, or the members' on duty."""
    on_duty = {duty.member.officer_id for duty in session.duties.all() if not duty.cancelled}
    rows = []
    for row in session.preparations.all():
        whose = {session.judge_id} if row.item == Preparation.Item.JUDGE_CONFIRMED else on_duty
        rows.append((row, session.state in ("scheduled", "ready") and actor.officer_id in whose))
    return rows


def counts(group: WorkingGroup, year: int) -> dict[int, int]:
    """How often each member took part in a year: whoever did the duty is counted (R55)."""
    begin, end = clock.moment(first_of(f"{year}-01")), clock.moment(first_of(f"{year + 1}-01"))
    rows = Duty.objects.filter(
        member__group=group, cancelled=False, session__begins_at__gte=begin, session__begins_at__lt=end
    )
    return dict(rows.values_list("member_id").annotate(n=Count("pk")))
