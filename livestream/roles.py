"""Who somebody is in this line: member or head of a group, on duty, judge or head of the division (R41–R43, R49)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from livestream.models import Duty, Member, Session, WorkingGroup
from liwan_court.registry.posts import Post

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor


def membership(actor: Actor, kind: str) -> Member | None:
    """The actor's place in a group; None for others and for those who left."""
    if actor.officer_id is None:
        return None
    rows = Member.objects.filter(group__kind=kind, officer_id=actor.officer_id, active=True)
    return rows.select_related("group", "officer").first()


def is_group_head(actor: Actor, kind: str | None = None) -> bool:
    """Whether the actor heads the group, or any group: he may reassign and decide (R43)."""
    rows = WorkingGroup.objects.filter(head_id=actor.officer_id)
    return bool(actor.officer_id) and (rows.filter(kind=kind) if kind else rows).exists()


def is_on_duty(actor: Actor, session: Session, kind: str | None = None) -> bool:
    """Whether the actor does a duty at the session, for one group or any."""
    if actor.officer_id is None:
        return False
    rows = Duty.objects.filter(session=session, member__officer_id=actor.officer_id, cancelled=False)
    return (rows.filter(member__group__kind=kind) if kind else rows).exists()


def is_handling_judge(actor: Actor, session: Session) -> bool:
    """Whether the session is the actor's own hearing."""
    return actor.officer_id is not None and session.judge_id == actor.officer_id


def is_division_head(actor: Actor, division_id: int) -> bool:
    """Whether the actor heads the division (or deputises for its head)."""
    return actor.holds(Post.DIVISION_HEAD, division_id=division_id)
