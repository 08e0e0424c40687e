"""撤下: a session leaves the schedule with its public reason, and another of the lists takes its place (R47, R50)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from livestream.actions import findings, roster
from livestream.actions.base import Act, Check
from livestream.actions.months import period_of
from livestream.actions.notify import concerned, notify, when_and_where
from livestream.actions.schedule import ScheduleSession, announce, candidates
from livestream.models import Nomination, Notice, Session
from livestream.proposal import on_day
from livestream.roles import is_division_head, is_group_head, is_handling_judge
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from livestream.conflicts import Conflict
    from liwan_court.registry.posts import Actor

LONGEST_REASON = 100


class PullSession(Act[Session, Session]):
    """Take a session off before it begins. Its turns in the rosters are given back; everyone who was told is told."""

    verb = "撤下场次"
    posts = (Post.RESEARCH, Post.VICE_PRESIDENT, Post.PRESIDENT)
    system_may = True

    def __init__(self, session: Session, actor: Actor, reason_public: str) -> None:
        super().__init__(session, actor)
        self.reason = reason_public.strip()

    def post_check(self) -> Check:
        """The research office, the leaders, and who may veto: handling judge, division head; the head of a group."""
        check = super().post_check()
        theirs = (
            is_handling_judge(self.actor, self.subject)
            or is_division_head(self.actor, self.subject.division_id)
            or is_group_head(self.actor)
        )
        return Check("post", check.passed or theirs, check.label, check.message)

    def checks(self) -> Iterator[Check]:
        """Not begun, and a reason the public may read."""
        before = self.subject.state in roster.BEFORE
        yield Check(
            "before", before, "尚未开庭",
            f"本场{self.subject.get_state_display()}，不能撤下；正在进行的，请在直播控制台切断",
        )  # fmt: skip
        fits = 0 < len(self.reason) <= LONGEST_REASON
        yield Check("reason", fits, "公开的原因", f"请写明撤下的原因（公开，不超过{LONGEST_REASON}字）")
        named = findings.names_a_party(self.subject.nomination.case, self.reason)
        yield Check(
            "nameless", not named, "原因不涉当事人", "原因将向公众公布，其中有当事人姓名或名称，请改写"
        )

    def execute(self) -> None:
        """Off the calendar; the case may be arranged again unless it was vetoed."""
        row = self.subject
        told = concerned(row) if row.announced_at else set()
        roster.give_back(row)
        row.state, row.pulled_reason = Session.State.PULLED, self.reason
        row.save(update_fields=["state", "pulled_reason"])
        if row.nomination.state == Nomination.State.SCHEDULED:
            row.nomination.state = Nomination.State.PASSED
            row.nomination.save(update_fields=["state"])
        notify(row, Notice.Kind.PULLED, told, f"场次撤下：{when_and_where(row)}。原因：{self.reason}。")
        self.result = row


def pull_session(session: Session, actor: Actor, reason_public: str) -> Session:
    """Take a session off, as `PullSession` does. Raises ActionRefused."""
    return PullSession(session, actor, reason_public).run()


@dataclass(frozen=True, slots=True)
class Substitute:
    """A case of the same list that could take the place, when it would begin, and what stands against it."""

    nomination: Nomination
    begins_at: datetime
    conflicts: tuple[Conflict, ...]

    @property
    def moved(self) -> bool:
        """Whether its hearing stands on another day now."""
        return clock.local(self.nomination.hearing_at).date() != clock.local(self.begins_at).date()


def substitutes_for(session: Session) -> list[Substitute]:
    """Cases of the same division's list that could take the place of a session: those without conflict and of the day first."""
    day = clock.local(session.begins_at).date()
    kind = session.nomination.list.kind
    found = findings.Findings.on(day)
    found.hearings = [each for each in found.hearings if each.key != session.pk]
    rows = []
    for row in candidates(period_of(day)):
        if (
            row.list.division_id != session.division_id
            or row.list.kind != kind
            or row.pk == session.nomination_id
        ):
            continue
        begins = on_day(clock.local(row.hearing_at), day)
        hearing = findings.planned(row, begins, begins + (session.ends_at - session.begins_at), row.courtroom)
        rows.append(Substitute(row, begins, tuple(found.against(hearing, row.list.division.name, kind))))
    return sorted(
        rows, key=lambda each: (bool(each.conflicts), each.moved, each.nomination.order, each.nomination.pk)
    )


class PutSubstitute(Act[Session, Session]):
    """替补: another case takes the place of a pulled session, public at once where that one was."""

    verb = "排入替补"
    posts = (Post.RESEARCH,)

    def __init__(self, session: Session, actor: Actor, nomination: Nomination) -> None:
        super().__init__(session, actor)
        begins = on_day(clock.local(nomination.hearing_at), clock.local(session.begins_at).date())
        length = session.ends_at - session.begins_at
        self.schedule = ScheduleSession(nomination, actor, begins, begins + length)

    def checks(self) -> Iterator[Check]:
        """In place of a pulled session, from the same list; and whatever arranging asks."""
        pulled = self.subject.state == Session.State.PULLED
        yield Check("pulled", pulled, "原场次已撤下", "原场次尚未撤下，不能排入替补")
        row, old = self.schedule.subject.list, self.subject.nomination.list
        same = (row.division_id, row.kind) == (old.division_id, old.kind)
        yield Check("same_list", same, "同一审判庭的同类列表", "替补只能从同一审判庭的同类列表中选")
        yield from self.schedule.checks()

    def execute(self) -> None:
        """Arrange it; announce it if the one before was announced."""
        self.result = self.schedule.run()
        if self.subject.announced_at is not None:
            announce(self.result, self.actor)

    def detail(self) -> dict[str, Any]:
        """Which session came in."""
        return {"session": self.result.pk}
