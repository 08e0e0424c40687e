"""What the rows say about conflicts: sessions, absences and slots of some days, read once, asked of `livestream.conflicts`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from livestream.actions.months import NoRotation, period_of, slots_of
from livestream.conflicts import Conflict, Hearing, hearing_conflicts, slot_conflicts
from livestream.models import Session
from liwan_court.privacy.folding import comparable
from liwan_court.registry.models import Absence
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from livestream.models import Nomination
    from livestream.rotation import Slot
    from liwan_court.registry.models import Case, Officer

SHORTEST_NAME = 2


def hearing_of(session: Session) -> Hearing:
    """A session as a hearing: its handling judge and its panel are its people."""
    people = {session.judge_id: session.judge.name} | {row.pk: row.name for row in session.panel.all()}
    return Hearing(
        session.pk, session.case_number, clock.local(session.begins_at), clock.local(session.ends_at),
        session.courtroom, people,
    )  # fmt: skip


def planned(
    nomination: Nomination,
    begins: datetime,
    ends: datetime,
    courtroom: str,
    panel: Iterable[Officer] | None = None,
) -> Hearing:
    """A nomination as the hearing it would be."""
    people = nomination.panel.all() if panel is None else panel
    return Hearing(
        None, nomination.case.number, clock.local(begins), clock.local(ends), courtroom,
        {nomination.judge_id: nomination.judge.name} | {row.pk: row.name for row in people},
    )  # fmt: skip


class Findings:
    """Everything that can stand against a hearing between two days, both included."""

    def __init__(self, first: date, last: date) -> None:
        self.sessions = list(
            Session.objects.filter(
                begins_at__gte=clock.moment(first),
                begins_at__lt=clock.moment(last + timedelta(days=1)),
                state__in=Session.ON_CALENDAR,
            ).select_related("judge", "division", "nomination__list").prefetch_related("panel")
        )  # fmt: skip
        self.hearings = [hearing_of(session) for session in self.sessions]
        self.absences = list(Absence.objects.filter(since__lte=last, until__gte=first))
        self.slots: dict[date, Slot] = {}
        for period in sorted({period_of(first), period_of(last)}):
            try:
                self.slots |= {slot.date: slot for slot in slots_of(period)}
            except NoRotation:
                continue

    @classmethod
    def on(cls, day: date) -> Findings:
        """Of one day."""
        return cls(day, day)

    def absent(self, day: date) -> dict[int, str]:
        """Who is away on a day, and from when until when."""
        return {
            row.officer_id: f"{row.since}至{row.until}"
            for row in self.absences
            if row.since <= day and (row.until is None or row.until >= day)
        }

    def against(self, hearing: Hearing, division: str, kind: str) -> list[Conflict]:
        """Everything that stands against a hearing of a division, filed on a list of that kind."""
        day = hearing.day
        return [
            *slot_conflicts(day, division, kind, self.slots.get(day)),
            *hearing_conflicts(hearing, self.hearings, self.absent(day)),
        ]

    def against_session(self, session: Session) -> list[Conflict]:
        """The same for a session as it stands."""
        return self.against(hearing_of(session), session.division.name, session.nomination.list.kind)


def names_a_party(case: Case, text: str) -> bool:
    """Whether a text names a party of the case, however it is written."""
    folded = comparable(text)
    for party in case.parties.all():
        needles = [comparable(name) for name in (party.name, *party.aliases)]
        if any(len(needle) >= SHORTEST_NAME and needle in folded for needle in needles):
            return True
    return False
