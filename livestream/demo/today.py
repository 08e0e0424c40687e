"""A session that can be watched now, whatever day it is: marked as an addition of the demonstration, outside the rotation."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from livestream.actions.prepare import make_list
from livestream.actions.roster import Reassign, assign
from livestream.actions.schedule import free_slug
from livestream.demo import hearing
from livestream.demo.people import actor
from livestream.models import Member, Nomination, NominationList, Screening, Session, Signature
from livestream.queries import on_air
from liwan_court.registry.models import Division
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from livestream.demo.cases import Docket
    from livestream.demo.people import Cast

MARK: Final = "【演示加播，不属于轮转】"
DIVISION: Final = "minyi"
BEGAN: Final = timedelta(minutes=50)


def put_on_air(cast: Cast, docket: Docket) -> Session | None:
    """A hearing that began a while ago and goes on; None where one of the rotation is on air already."""
    if on_air():
        return None
    now = clock.now()
    begins = now - BEGAN
    division = Division.objects.get(code=DIVISION)
    judge = cast.judges(division)[0]
    case, summary = docket.case(division, judge, clock.today() - timedelta(days=60))
    nomination = _screened(cast, division, case, begins)
    session = Session.objects.create(
        nomination=nomination, division=division, turn=0, begins_at=begins, ends_at=begins + timedelta(hours=3),
        livestream=True, microblog=True, case_number=case.number, cause=case.cause, courtroom="第一法庭",
        summary=f"{MARK}{summary}", judge=judge, slug=free_slug(case.number, clock.today()),
        announced_at=begins - timedelta(days=1),
    )  # fmt: skip
    session.panel.set(cast.judges(division)[1:])
    assign(session)
    make_list(session)
    with clock.at(begins - timedelta(hours=3)):
        _accounts_on_duty(cast, session)
    with clock.at(begins - timedelta(hours=2)):
        hearing.prepare(session)
    session.refresh_from_db()
    hearing.hold(session, cast, now)
    return session


def _accounts_on_duty(cast: Cast, session: Session) -> None:
    """The head puts those on duty whose accounts somebody may try."""
    for kind, officer in (("livestream", cast.cameras[0]), ("microblog", cast.writers[0])):
        member = Member.objects.select_related("group", "officer").get(group__kind=kind, officer=officer)
        action = Reassign(session, actor(cast.research), kind, member)
        if not action.failures():
            action.run()


def _screened(cast: Cast, division: Division, case: object, begins: object) -> Nomination:
    filed = NominationList.objects.filter(
        division=division, period=f"{clock.today():%Y-%m}", kind="livestream"
    ).first()
    head = cast.head(division)
    filed = filed or NominationList.objects.create(
        division=division, period=f"{clock.today():%Y-%m}", kind="livestream", filed_by_id=actor(head).person_id,
        nil_reason="演示加播",
    )  # fmt: skip
    judge = cast.judges(division)[0]
    nomination = Nomination.objects.create(
        list=filed, case=case, hearing_at=begins, courtroom="第一法庭", judge=judge,  # type: ignore[misc]
        state=Nomination.State.SCHEDULED,
    )  # fmt: skip
    screening = Screening.objects.create(nomination=nomination)
    for role, officer in (("judge", judge), ("head", head)):
        Signature.objects.create(screening=screening, role=role, officer=officer, decision="pass")
    return nomination
