"""The month's schedule: proposed from the lists, arranged, announced, changed (R44, R45, R47)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from livestream.actions import findings, prepare, roster
from livestream.actions.base import Act, Check, record
from livestream.actions.months import NoRotation, first_of, slots_of
from livestream.actions.notify import concerned, notify, when_and_where
from livestream.actions.screen import is_passed, signatures_missing
from livestream.conflicts import LIVESTREAM, Hearing
from livestream.models import MonthPlan, Nomination, Notice, Session
from livestream.proposal import Candidate, Proposed, propose
from livestream.rotation import month_range
from liwan_court.registry.case_numbers import parse
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from livestream.conflicts import Conflict
    from liwan_court.registry.models import Officer
    from liwan_court.registry.posts import Actor

USUAL_LENGTH: Final = timedelta(hours=3)
LONGEST_SLUG: Final = 60


def candidates(period: str) -> list[Nomination]:
    """What passed and is not on air yet, in the order of the lists of a month."""
    rows = (
        Nomination.objects.filter(list__period=period)
        .select_related("list__division", "case", "judge")
        .prefetch_related("panel")
    )
    rows = rows.filter(state=Nomination.State.PASSED).select_related("screening")
    rows = rows.prefetch_related("screening__signatures", "case__broadcast_objections")
    return [row for row in rows if is_passed(row)]


def usual_end(nomination: Nomination) -> datetime:
    """When a hearing usually ends that begins as nominated, never past its day."""
    begins = clock.local(nomination.hearing_at)
    last = begins.replace(hour=23, minute=59)
    return min(begins + USUAL_LENGTH, last)


def proposal(period: str) -> list[tuple[Nomination, Proposed]]:
    """What the portal proposes for the free slots of a month: nothing that conflicts. Raises NoRotation."""
    rows = {row.pk: row for row in candidates(period)}
    found = findings.Findings(*month_range(first_of(period), 1))

    def fits(candidate: Candidate, begins: datetime) -> bool:
        row = rows[candidate.key]
        hearing = findings.planned(row, begins, begins + USUAL_LENGTH, row.courtroom)
        in_time = not signatures_missing(row, clock.local(begins).date())
        return in_time and not found.against(hearing, row.list.division.name, row.list.kind)

    listed = [
        Candidate(row.pk, row.list.division.name, row.list.kind == LIVESTREAM, clock.local(row.hearing_at))
        for row in rows.values()
    ]
    taken = {clock.local(session.begins_at).date() for session in found.sessions}
    proposed = propose(slots_of(period), listed, taken, clock.today(), fits)
    return [(rows[row.key], row) for row in proposed]


def free_slug(number: str, day: date, but: int | None = None) -> str:
    """The address of a session: its day and its case number; a second one of the same day and case is counted."""
    base = f"{day:%Y%m%d}-{parse(number).slug.split('-', 1)[1]}"[:LONGEST_SLUG].rstrip("-_")
    slug, count = base, 1
    while Session.objects.filter(slug=slug).exclude(pk=but or 0).exists():
        count += 1
        slug = f"{base}-{count}"
    return slug


def conflict_checks(conflicts: Iterable[Conflict]) -> Iterator[Check]:
    """Each conflict as a failed check; one passed check where there is none."""
    rows = [Check(row.code, passed=False, label="没有冲突", message=row.message) for row in conflicts]
    yield from rows or [Check("no_conflict", passed=True, label="没有冲突")]


def signed_check(nomination: Nomination, day: date) -> Check:
    """Whether both signed in time for a session of that day (R49, D22)."""
    missing = signatures_missing(nomination, day)
    return Check("signed", not missing, "签署齐全、及时", "；".join(missing))


def in_order_and_ahead(begins: datetime, ends: datetime) -> Iterator[Check]:
    """Hours that make sense: it ends later the same day, and has not begun."""
    same_day = clock.local(begins).date() == clock.local(ends).date()
    yield Check("hours", begins < ends and same_day, "起止时间", "结束时间应晚于开始时间，并在同一天")
    yield Check("ahead", begins > clock.now(), "时间未过", "开始时间已经过去：请另选场次")


class ScheduleSession(Act[Nomination, Session]):
    """A passed nomination becomes a session on a slot of its division; the public sees it once it is announced."""

    verb = "排入排期"
    posts = (Post.RESEARCH,)

    def __init__(
        self, nomination: Nomination, actor: Actor, begins_at: datetime | None = None,
        ends_at: datetime | None = None, courtroom: str = "",
    ) -> None:  # fmt: skip
        super().__init__(nomination, actor)
        self.begins_at = begins_at or nomination.hearing_at
        self.ends_at = ends_at or self.begins_at + USUAL_LENGTH
        self.courtroom = courtroom.strip() or nomination.courtroom

    def checks(self) -> Iterator[Check]:
        """Passed, once, ahead, and without a conflict."""
        row = self.subject
        yield Check(
            "passed",
            row.state == Nomination.State.PASSED and is_passed(row),
            "把关通过",
            f"该案{row.get_state_display()}，把关通过后才能排期",
        )
        day = clock.local(self.begins_at).date()
        yield signed_check(row, day)
        once = not row.sessions.exclude(state=Session.State.PULLED).exists()
        yield Check("once", once, "尚未排期", "该案已经排期，不能重复排入")
        yield from in_order_and_ahead(self.begins_at, self.ends_at)
        yield from conflict_checks(self.conflicts())

    def conflicts(self) -> list[Conflict]:
        """What stands against it."""
        row = self.subject
        hearing = findings.planned(row, self.begins_at, self.ends_at, self.courtroom)
        return findings.Findings.on(hearing.day).against(hearing, row.list.division.name, row.list.kind)

    def execute(self) -> None:
        """The session, with what the public may know copied from the case."""
        row, day = self.subject, clock.local(self.begins_at).date()
        slot = findings.Findings.on(day).slots[day]
        session = Session.objects.create(
            nomination=row, division_id=row.list.division_id, turn=slot.turn,
            begins_at=self.begins_at, ends_at=self.ends_at,
            livestream=slot.livestream, microblog=slot.microblog, courtroom=self.courtroom,
            case_number=row.case.number, cause=row.case.cause, summary=row.summary, judge=row.judge,
            slug=free_slug(row.case.number, day),
        )  # fmt: skip
        session.panel.set(row.panel.all())
        row.state = Nomination.State.SCHEDULED
        row.save(update_fields=["state"])
        self.result = session

    def detail(self) -> dict[str, Any]:
        """Which session came of it."""
        return {"session": self.result.pk}


class ArrangeSession(Act[Session, Session]):
    """Another slot, hour, courtroom or people. Once announced, whom it concerns is told again, and nobody else (R47)."""

    verb = "调整排期"
    posts = (Post.RESEARCH,)

    def __init__(
        self, session: Session, actor: Actor, begins_at: datetime, ends_at: datetime, courtroom: str,
        judge: Officer | None = None, panel: Iterable[Officer] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(session, actor)
        self.begins_at, self.ends_at, self.courtroom = begins_at, ends_at, courtroom.strip()
        self.judge = judge or session.judge
        self.panel = list(session.panel.all() if panel is None else panel)

    def checks(self) -> Iterator[Check]:
        """Before it begins, something changes, and nothing stands against it."""
        yield Check(
            "before", not roster.has_begun(self.subject), "尚未开庭", "本场已经开始、结束或撤下，不能再调整"
        )
        yield Check("changed", self.moves or self.regroups, "有变动", "没有任何变动，不需要重新通知")
        yield Check("courtroom_given", bool(self.courtroom), "法庭", "请填写法庭")
        yield from in_order_and_ahead(self.begins_at, self.ends_at)
        yield signed_check(self.subject.nomination, clock.local(self.begins_at).date())
        yield from conflict_checks(self.conflicts())

    @property
    def moves(self) -> bool:
        """Whether hour or place change."""
        now = (self.subject.begins_at, self.subject.ends_at, self.subject.courtroom)
        return now != (self.begins_at, self.ends_at, self.courtroom)

    @property
    def regroups(self) -> bool:
        """Whether the people change."""
        panel = {row.pk for row in self.subject.panel.all()}
        return self.subject.judge_id != self.judge.pk or panel != {row.pk for row in self.panel}

    def conflicts(self) -> list[Conflict]:
        """What stands against it as it would be."""
        row = self.subject
        people = {self.judge.pk: self.judge.name} | {each.pk: each.name for each in self.panel}
        hearing = Hearing(
            row.pk,
            row.case_number,
            clock.local(self.begins_at),
            clock.local(self.ends_at),
            self.courtroom,
            people,
        )
        found = findings.Findings.on(hearing.day)
        return found.against(hearing, row.division.name, row.nomination.list.kind)

    def execute(self) -> None:
        """Change it; duties that no longer fit go to others; tell whom it concerns."""
        row, moves = self.subject, self.moves
        before, people_before = concerned(row), {row.judge_id, *(each.pk for each in row.panel.all())}
        day = clock.local(self.begins_at).date()
        row.begins_at, row.ends_at, row.courtroom = self.begins_at, self.ends_at, self.courtroom
        row.turn = findings.Findings.on(day).slots[day].turn
        if row.judge_id != self.judge.pk:
            row.judge = row.nomination.judge = self.judge
            row.nomination.save(update_fields=["judge"])
        if row.announced_at is None:
            row.slug = free_slug(row.case_number, day, row.pk)
        row.save(update_fields=["begins_at", "ends_at", "courtroom", "turn", "judge", "slug"])
        row.panel.set(self.panel)
        if row.announced_at is not None:
            self._tell(before, people_before, moves=moves)
        self.result = row

    def _tell(self, before: set[int], people_before: set[int], *, moves: bool) -> None:
        row = self.subject
        reassign_unfit(row)
        prepare.ask_judge_again(row)
        after = concerned(row)
        people = {row.judge_id, *(each.pk for each in self.panel)}
        on_duty = set(row.duties.filter(cancelled=False).values_list("member__officer_id", flat=True))
        told = before | after if moves else (people ^ people_before) | {row.judge_id} | on_duty
        notify(
            row,
            Notice.Kind.CHANGE,
            told & after,
            f"排期变更：{when_and_where(row)}，经办法官{row.judge.name}。",
        )
        notify(row, Notice.Kind.CHANGE, told - after, f"排期变更：{when_and_where(row)}，您不再参加本场。")

    def detail(self) -> dict[str, Any]:
        """When and where it is now."""
        return {"begins_at": self.begins_at.isoformat(), "courtroom": self.courtroom, "judge": self.judge.pk}


def reassign_unfit(session: Session) -> None:
    """Who cannot come at the new hour gives his duty back to the roster; the next who can takes it."""
    for duty in session.duties.filter(cancelled=False).select_related("member__group", "member__officer"):
        duty.cancelled = True
        duty.save(update_fields=["cancelled"])
        kind, officer = duty.member.group.kind, duty.member.officer
        if roster.obstacle(officer.pk, officer.name, kind, session):
            roster.withdraw_swaps(session, duty)
            continue
        duty.cancelled = False
        duty.save(update_fields=["cancelled"])
    roster.assign(session)


class Announce(Act[MonthPlan, list[Session]]):
    """公布排期: what is arranged becomes public, duties are given in order, and everyone concerned is told (R47)."""

    verb = "公布排期"
    posts = (Post.RESEARCH,)

    def waiting(self) -> list[Session]:
        """Sessions of the month that the public does not see yet, in their order."""
        first, last = month_range(first_of(self.subject.period), 1)
        return list(
            Session.objects.filter(
                announced_at__isnull=True, state__in=Session.ON_CALENDAR,
                begins_at__gte=clock.moment(first), begins_at__lt=clock.moment(last + timedelta(days=1)),
            ).select_related("division", "judge", "nomination__list").prefetch_related("panel")
        )  # fmt: skip

    def checks(self) -> Iterator[Check]:
        """Something to announce, and none of it in conflict, past or vetoed meanwhile."""
        rows = self.waiting()
        yield Check("waiting", bool(rows), "有待公布的场次", "没有待公布的场次：请先排入案件")
        found = findings.Findings(*month_range(first_of(self.subject.period), 1))
        for row in rows:
            wrong = [each.message for each in found.against_session(row)]
            if row.begins_at <= clock.now():
                wrong.append("开始时间已经过去，请调整或撤下")
            if row.nomination.state != Nomination.State.SCHEDULED:
                wrong.append(f"该案{row.nomination.get_state_display()}，请撤下")
            yield Check(f"session-{row.pk}", not wrong, f"{row}没有冲突", f"{row}：{'；'.join(wrong)}")

    def execute(self) -> None:
        """One after the other, so that turns are given in the order of the days."""
        self.result = self.waiting()
        for row in self.result:
            announce(row, self.actor)

    def detail(self) -> dict[str, Any]:
        """Which sessions."""
        return {"sessions": [row.pk for row in self.result]}


def announce(session: Session, actor: Actor) -> None:
    """Make one session public, give its duties, make its list, tell everyone concerned. Inside an action's transaction."""
    session.announced_at = clock.now()
    session.save(update_fields=["announced_at"])
    roster.assign(session)
    prepare.make_list(session)
    notify(
        session,
        Notice.Kind.SCHEDULE,
        concerned(session),
        f"排期通知：{when_and_where(session)}，经办法官{session.judge.name}。",
    )
    record(session, "公布场次", actor, after=session.state)


def month_is_planned(period: str) -> bool:
    """Whether the rotation reaches a month."""
    try:
        slots_of(period)
    except NoRotation:
        return False
    return True
