"""Duty at sessions: given in the roster's order, reassigned by the head of the group (R41, R43, R54)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from livestream.actions.base import Act, Check
from livestream.actions.notify import notify, when_and_where
from livestream.conflicts import GROUP_NAMES, LIVESTREAM, MICROBLOG
from livestream.models import Duty, Member, Notice, Session, Swap, WorkingGroup
from livestream.roles import is_group_head
from livestream.turn_order import Roster
from liwan_court.registry.models import Absence
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor

BEFORE: tuple[str, ...] = (Session.State.SCHEDULED, Session.State.READY)


def kinds_of(session: Session) -> list[str]:
    """Which groups take part; the smaller livestream group chooses first."""
    return [kind for kind, on in ((LIVESTREAM, session.livestream), (MICROBLOG, session.microblog)) if on]


def has_begun(session: Session) -> bool:
    """Whether it is too late to change who is on duty."""
    return session.state not in BEFORE or clock.now() >= session.begins_at


def obstacle(officer_id: int, name: str, kind: str, session: Session) -> str:
    """Why an officer cannot be on duty for a group at a session; empty where he can (R41)."""
    day = clock.local(session.begins_at).date()
    if Absence.objects.on(day).filter(officer_id=officer_id).exists():
        return f"{name}在{day}外出休假"
    that_day = Duty.objects.filter(
        cancelled=False, member__officer_id=officer_id, session__state__in=Session.ON_CALENDAR,
        session__begins_at__gte=clock.moment(day), session__begins_at__lt=clock.moment(day + timedelta(days=1)),
    ).select_related("member__group", "session")  # fmt: skip
    for duty in that_day:
        if duty.member.group.kind != kind:
            return f"{name}在{day}已担任{duty.member.group}值班：一人不能同日兼两组"
        if duty.session_id == session.pk:
            return f"{name}已在本场值班"
        if duty.session.begins_at < session.ends_at and session.begins_at < duty.session.ends_at:
            return f"{name}在同一时间另有值班"
    at_once = Session.objects.filter(
        state__in=Session.ON_CALENDAR, begins_at__lt=session.ends_at, ends_at__gt=session.begins_at
    )
    if at_once.filter(judge_id=officer_id).exists() or at_once.filter(panel=officer_id).exists():
        return f"{name}在同一时间要开庭"
    return ""


def assign(session: Session) -> list[Duty]:
    """Give the session's duties to whoever's turn it is and who can come; what is given already stays. Safe to call twice.

    Where nobody can come the place stays open: the head of the group fills it.
    """
    given = []
    for kind in kinds_of(session):
        group = WorkingGroup.objects.select_for_update().filter(kind=kind).first()
        taken = session.duties.filter(cancelled=False, member__group__kind=kind)
        if group is None or taken.exists():
            continue
        members = {row.pk: row for row in group.members.filter(active=True).select_related("officer")}
        roster = roster_of(group, list(members))

        def can(pk: int, kind: str = kind, members: dict[int, Member] = members) -> bool:
            return not obstacle(members[pk].officer_id, "", kind, session)

        chosen = roster.next(can)
        if chosen is not None:
            given.append(Duty.objects.create(session=session, rostered_id=chosen, member_id=chosen))
    return given


def roster_of(group: WorkingGroup, order: list[int]) -> Roster:
    """Where a group's roster stands: turns count in the order they were given; those of pulled sessions were given back."""
    turns = Duty.objects.filter(rostered__group=group, cancelled=False).order_by("pk")
    return Roster.after(order, turns.values_list("rostered_id", flat=True))


def give_back(session: Session) -> None:
    """The session is pulled: its turns are not used up, and what was asked of others is void."""
    withdraw_swaps(session)
    for duty in session.duties.filter(cancelled=False):
        duty.cancelled = True
        duty.save(update_fields=["cancelled"])


def withdraw_swaps(session: Session, duty: Duty | None = None) -> None:
    """Open offers about a session's duties, or one of them, are void."""
    rows = Swap.objects.filter(duty__session=session, state=Swap.State.OFFERED)
    for swap in rows.filter(duty=duty) if duty else rows:
        swap.state, swap.answered_at = Swap.State.WITHDRAWN, clock.now()
        swap.save(update_fields=["state", "answered_at"])


class Reassign(Act[Session, Duty]):
    """改派: the head puts a member on duty, in another's place or where nobody stands. Whose turn it was stays (R43)."""

    verb = "改派值班"

    def __init__(self, session: Session, actor: Actor, kind: str, member: Member | None) -> None:
        super().__init__(session, actor)
        self.kind, self.member = kind, member

    def post_check(self) -> Check:
        """The head of this group."""
        name = GROUP_NAMES.get(self.kind, "")
        return Check("post", is_group_head(self.actor, self.kind), "小组负责人", f"只有{name}负责人可以改派")

    def checks(self) -> Iterator[Check]:
        """Before it begins, for a group that takes part, to a member who can come."""
        yield Check(
            "announced", self.subject.announced_at is not None, "已公布排期", "排期尚未公布，还没有派定值班"
        )
        yield Check("before", not has_begun(self.subject), "尚未开庭", "本场已经开始或撤下，不能再改派")
        yield Check(
            "group", self.kind in kinds_of(self.subject), "该组参与本场", "该小组不参与本场，不必派人"
        )
        member = self.member
        fits = member is not None and member.active and member.group.kind == self.kind
        yield Check("member", fits, "在组成员", "请选择本组的在组成员")
        if member is not None and fits:
            why = obstacle(member.officer_id, member.officer.name, self.kind, self.subject)
            yield Check("free", not why, "没有冲突", f"{why}，请改派其他成员")

    def execute(self) -> None:
        """Put him there and tell who comes and who goes."""
        member = self.member
        if member is None:
            raise TypeError("checked before")
        duty = self.subject.duties.select_for_update().filter(
            cancelled=False, member__group__kind=self.kind
        ).select_related("member").first()  # fmt: skip
        told = {member.officer_id}
        if duty is None:
            duty = Duty.objects.create(session=self.subject, rostered=member, member=member)
        else:
            told.add(duty.member.officer_id)
            withdraw_swaps(self.subject, duty)
            duty.member = member
            duty.save(update_fields=["member"])
        text = f"值班改派：{when_and_where(self.subject)}，由{member.officer.name}担任{member.group}值班。"
        notify(self.subject, Notice.Kind.DUTY, told, text)
        self.result = duty

    def detail(self) -> dict[str, Any]:
        """Which group, whom."""
        return {"kind": self.kind, "member": self.member.pk if self.member else None}
