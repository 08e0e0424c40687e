"""One month of the rotation, from the lists to the last session that lies in the past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from livestream.actions.listed_case import Row
from livestream.actions.lists import asked, nomination_due, opens_on
from livestream.actions.months import open_month, slots_of
from livestream.actions.nominate import FileList
from livestream.actions.notify import Acknowledge
from livestream.actions.pull import PullSession
from livestream.actions.remind import every_morning
from livestream.actions.schedule import Announce, ScheduleSession, proposal
from livestream.actions.screen import Sign, last_day_to_sign
from livestream.actions.swap import AcceptSwap, OfferSwap
from livestream.demo import hearing
from livestream.demo.people import actor
from livestream.grounds import CODES
from livestream.models import Nomination, Notice, Session
from livestream.rotation import month_range
from liwan_court.timetable import calendar, clock

if TYPE_CHECKING:
    from datetime import date

    from livestream.actions.lists import Asked
    from livestream.demo.cases import Docket
    from livestream.demo.people import Cast

HOURS: Final = (time(9, 30), time(14, 30))
FORGETFUL: Final = 7
"""One notice in ten is never acknowledged: those whose number ends so."""
ROOMS: Final = ("第一法庭", "第三法庭", "第五法庭")


@dataclass(slots=True)
class Month:
    """A month to be played up to `now`; `number` counts the months and says which of them has which mishap."""

    period: str
    number: int
    cast: Cast
    docket: Docket
    now: datetime

    def play(self) -> None:
        """Lists, signatures, schedule, sessions: as far as the present has come."""
        filing = self._moment(opens_on(self.period), 10)
        if filing > self.now:
            return
        with clock.at(filing):
            open_month(self.period)
            rows = asked(self.period)
        for row in rows:
            self._file(row, filing)
        self._sign(filing + timedelta(hours=4))
        self._schedule(filing + timedelta(days=1))
        for session in self._sessions():
            self._live(session)
        self._mornings()

    def _mornings(self) -> None:
        """What the portal did by itself: reminders, and turns recorded as skipped for want of a signature."""
        for slot in slots_of(self.period):
            morning = self._moment(slot.date, 8)
            if morning <= self.now:
                with clock.at(morning):
                    every_morning()

    def _moment(self, day: date, hour: int) -> datetime:
        return clock.moment(day, time(hour))

    def _file(self, row: Asked, filing: datetime) -> None:
        """A case for each day that can still be signed in time; one list of the third month is filed late."""
        late = self.number == 2 and row.kind == "microblog"
        due = nomination_due(self.period).due
        at = due + timedelta(hours=9) if late and due else filing
        if at > self.now:
            return
        head, judges = self.cast.head(row.division), self.cast.judges(row.division)
        typed = []
        with clock.at(at):
            for index, day in enumerate(row.days):
                if last_day_to_sign(day) < clock.today():
                    continue
                judge = judges[(index + self.number) % len(judges)]
                case, summary = self.docket.case(row.division, judge, day - timedelta(days=60))
                others = "、".join(each.name for each in judges if each.pk != judge.pk)
                typed.append(
                    Row(case.number, day, HOURS[index % 2], ROOMS[index % len(ROOMS)], others, summary)
                )
            if typed:
                FileList(actor(head), row.division, self.period, row.kind, typed).run()

    def _sign(self, at: datetime) -> None:
        """Judge and head sign; in the second month the head stops one case, and one is left unsigned."""
        rows = Nomination.objects.filter(list__period=self.period).select_related(
            "case__division", "list__division", "judge__user"
        )
        for index, row in enumerate(rows):
            moment = max(at, row.list.filed_at + timedelta(hours=2)) if row.list.filed_at else at
            if moment > self.now:
                continue
            with clock.at(moment):
                Sign(row, actor(row.judge), "judge", "pass", answered=CODES).run()
                head = actor(self.cast.head(row.list.division))
                if self.number == 1 and index == 1:
                    Sign(row, head, "head", "veto", ticked=["harm"], reason="当事人情绪激烈，不宜直播").run()
                elif self.number == 1 and index == 3:
                    continue
                else:
                    Sign(row, head, "head", "pass", answered=CODES).run()

    def _schedule(self, at: datetime) -> None:
        """The research office takes over the proposal and announces it; twice where a list came late."""
        research = actor(self.cast.research)
        for moment in (at, self._moment(nomination_due(self.period).date, 15) + timedelta(days=1)):
            if moment > self.now:
                return
            with clock.at(moment):
                for nomination, proposed in proposal(self.period):
                    ScheduleSession(nomination, research, proposed.begins).run()
                action = Announce(open_month(self.period), research)
                if action.waiting():
                    action.run()
        self._acknowledge()

    def _acknowledge(self) -> None:
        """Most acknowledge what they were told, within hours."""
        rows = Notice.objects.filter(session__begins_at__lt=self.now, acknowledged_at=None)
        for row in rows.select_related("officer__user"):
            at = row.created_at + timedelta(hours=3)
            if row.pk % 10 != FORGETFUL and at <= self.now:
                with clock.at(at):
                    Acknowledge(row, actor(row.officer)).run()

    def _sessions(self) -> list[Session]:
        first, last = month_range(datetime.fromisoformat(f"{self.period}-01").date(), 1)
        rows = Session.objects.filter(
            begins_at__gte=clock.moment(first), begins_at__lt=clock.moment(last + timedelta(days=1)),
            announced_at__isnull=False, state__in=Session.ON_CALENDAR,
        )  # fmt: skip
        return list(rows.select_related("division", "judge__user", "nomination__list"))

    def _live(self, session: Session) -> None:
        """The day before and the day itself, as far as they have come."""
        before = calendar.load().previous_workday(clock.local(session.begins_at).date(), inclusive=False)
        ready = self._moment(before, 16)
        if ready > self.now:
            return
        if self.number == 0 and session.begins_at.day % 5 == 0 and self._pull(session):
            return
        with clock.at(ready - timedelta(hours=2)):
            self._swap(session)
            hearing.prepare(session)
        session.refresh_from_db()
        hearing.preview(session, self.cast, self.now)
        if session.begins_at + hearing.HEARING > self.now:
            if session.begins_at <= self.now:
                hearing.hold(session, self.cast, self.now)
            return
        hearing.hold(session, self.cast)
        hearing.audience(session, session.pk)
        if self.now - session.begins_at > timedelta(days=3):
            with clock.at(session.begins_at + timedelta(hours=6)):
                hearing.carry_over(session)

    def _pull(self, session: Session) -> bool:
        if Session.objects.filter(state=Session.State.PULLED).exists():
            return False
        with clock.at(session.begins_at - timedelta(days=2)):
            PullSession(session, actor(self.cast.research), "案件延期审理").run()
        return True

    def _swap(self, session: Session) -> None:
        """Now and then a writer cannot come and a colleague takes over."""
        if session.pk % 6:
            return
        duty = session.duties.select_related("member__officer__user", "member__group").get(
            cancelled=False, member__group__kind="microblog"
        )
        others = duty.member.group.members.filter(active=True).exclude(pk=duty.member_id)
        colleague = others.select_related("officer__user").first()
        if colleague is None:
            return
        action = OfferSwap(duty, actor(duty.member.officer), colleague, "当日另有任务")
        if action.failures():
            return
        swap = action.run()
        AcceptSwap(swap, actor(colleague.officer)).run()
