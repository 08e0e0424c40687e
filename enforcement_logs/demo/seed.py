"""Six weeks of the bureau, played through the real actions and deadlines under an injected clock."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from django.db import transaction

from enforcement_logs.actions.change import CorrectEntry, MarkServed
from enforcement_logs.actions.write import Work, WriteEntries
from enforcement_logs.demo import keys
from enforcement_logs.demo.stories import APPLICANTS, CAUSES, DEBTORS, WEEKS
from enforcement_logs.models import Category, LogEntry
from liwan_court.registry.demo import play_progress
from liwan_court.registry.models import Case, Division, Officer, PostHolding
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import calendar, clock, deadlines, runs
from liwan_court.timetable.models import Service

FIRST_NUMBER: Final = 8001
QUIET: Final = (10, 11)
"""Places of the cases on which nothing is written lately, for the lists of gaps."""


def is_wanted() -> bool:
    """Whether there are officers of the bureau and no entry yet."""
    return bool(_officers()) and not LogEntry.objects.exists()


@transaction.atomic
def seed() -> None:
    """Cases, entries, batches, keys: there completely or not at all."""
    bureau = Bureau()
    for friday in _before(_fridays(clock.today())[0]):
        bureau.close(friday)
    for week, friday in enumerate(_fridays(clock.today())):
        bureau.play(week, friday)
    for place, party in enumerate((*bureau.cases[0].parties.all(), bureau.cases[1].parties.first())):
        if party is not None:
            keys.give(party, place)
    judged = play_progress()
    if judged is not None:
        keys.give(judged, 3)


def _officers() -> list[Officer]:
    rows = PostHolding.objects.on(clock.today()).filter(post=Post.EXECUTION_OFFICER)
    return [row.officer for row in rows.select_related("officer__user").order_by("officer__staff_no")]


def _fridays(today: date) -> list[date]:
    """The Fridays of the weeks played; the last is of the present week."""
    this = today + timedelta(days=(4 - today.weekday()) % 7)
    return [this - timedelta(weeks=back) for back in range(len(WEEKS) - 1, -1, -1)]


def _before(first: date) -> list[date]:
    """The Fridays since the portal went into service and before the weeks played: nothing was written, nothing is missed."""
    service = Service.objects.first()
    since = service.since if service else first
    weeks = (first - since).days // 7 + 1
    return [day for back in range(weeks, 0, -1) if (day := first - timedelta(weeks=back)) >= since]


class Bureau:
    """The bureau as it works through its weeks."""

    def __init__(self) -> None:
        self.now = clock.now()
        self.officers = _officers()
        self.categories = {row.code: row for row in Category.objects.all()}
        first = _fridays(clock.today())[0]
        self.cases = [self._case(place, first - timedelta(days=8)) for place in range(len(APPLICANTS))]

    def _case(self, place: int, accepted: date) -> Case:
        officer = self.officers[place % len(self.officers)]
        if place in QUIET:
            accepted -= timedelta(days=60)
        case = Case.objects.create(
            number=f"（{accepted.year}）粤0103执{FIRST_NUMBER + place}号", field="执行", accepted_on=accepted,
            division=Division.objects.get(code="zhixing"), handling_judge=officer, cause=CAUSES[place % len(CAUSES)],
        )  # fmt: skip
        for order, (role, name) in enumerate(
            (("申请执行人", APPLICANTS[place]), ("被执行人", DEBTORS[place]))
        ):
            kind = "organisation" if name.endswith("公司") else "person"
            case.parties.create(role=role, name=name, kind=kind, order=order)
        return case

    def play(self, week: int, friday: date) -> None:
        """Monday's and Wednesday's work, one entry too late, Friday's deadlines; the present week as far as it has come."""
        for number, (code, text, outcome, amount) in enumerate(WEEKS[week]):
            day = friday - timedelta(days=4 - 2 * number)
            for place, case in enumerate(self.cases):
                if place in QUIET and week > 0:
                    continue
                moment = clock.moment(day, time(9 + place % 7, 10 * (place % 6)))
                late = place == 4 and number == 1
                self._write(
                    case, code, text, outcome, amount, moment, timedelta(days=2, hours=4) if late else None
                )
        if week == 4:
            self._after(friday)
        self.close(friday)

    def _write(
        self, case: Case, code: str, text: str, outcome: str, amount: str | None, moment: datetime,
        after: timedelta | None,
    ) -> None:  # fmt: skip
        written = moment + (after or timedelta(hours=1))
        if written > self.now or case.handling_judge is None:
            return
        money = Decimal(amount) if amount else None
        work = Work(self.categories[code], moment, text, outcome, money)
        with clock.at(written):
            WriteEntries(_actor(case.handling_judge), [case], work).run()

    def _after(self, friday: date) -> None:
        """The freezing is served on the debtor, an outcome is put right."""
        moment = clock.moment(friday - timedelta(days=3), time(16))
        if moment > self.now:
            return
        with clock.at(moment):
            for entry in LogEntry.objects.filter(category__code="freeze", case__in=self.cases[:4]):
                if entry.case.handling_judge is not None:
                    MarkServed(entry, _actor(entry.case.handling_judge), clock.today()).run()
            talk = LogEntry.objects.filter(category__code="talk", case=self.cases[0]).first()
            if talk is not None and talk.case.handling_judge is not None:
                words = talk.current
                CorrectEntry(
                    talk,
                    _actor(talk.case.handling_judge),
                    words.text,
                    "被执行人称分两期履行",
                    None,
                    "期数记错",
                ).run()

    def close(self, friday: date) -> None:
        """What falls due in the week of a Friday, at its moment."""
        kept, monday = calendar.load(), friday - timedelta(days=4)
        end = min(self.now, clock.moment(friday + timedelta(days=1)))
        if clock.moment(monday) >= end:
            return
        for row in deadlines.due_between(clock.moment(monday), end, kept):
            if row.name in {"log_cutoff", "log_publication"} and row.due is not None:
                with clock.at(row.due):
                    runs.run_deadline(row.name, actor=Actor.system(), period=row.period)


def _actor(officer: Officer) -> Actor:
    """The officer as an actor. Raises ValueError for one without an account."""
    if officer.user is None:
        raise ValueError(officer.staff_no)
    return Actor.of(officer.user)
