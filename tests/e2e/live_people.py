"""Screened hearings, one that begins now and one of later, with the people around them: `python -m tests.e2e.live_people`."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

CAMERA, DIVISION_HEAD, LIVE_JUDGE = "camera", "live-head", "live-judge"
SLUG = "20260101-y0103-minchu-1"
LATER = "20260101-y0103-minchu-2"
"""A session whose time has not come."""


def enrol() -> None:
    """Camera on duty, judge and head who signed, and sessions that are ready to go on air."""
    from django.contrib.auth import get_user_model

    from livestream import models
    from liwan_court.registry.appointments import appoint
    from liwan_court.registry.models import Division, Officer
    from liwan_court.registry.posts import Post
    from tests.e2e.people import DIVISION, PASSWORD

    division = Division.objects.get(code=DIVISION)
    people = {}
    for number, (username, name, post, where) in enumerate(
        [
            (CAMERA, "简卓文", Post.RESEARCH, None),
            (DIVISION_HEAD, "骆婉仪", Post.DIVISION_HEAD, division),
            (LIVE_JUDGE, "霍明轩", Post.JUDGE, division),
        ]
    ):
        user = get_user_model().objects.create_user(username, password=PASSWORD)
        people[username] = Officer.objects.create(
            user=user, name=name, staff_no=f"8{number:03d}", division=where
        )
        appoint(people[username], post, where)
    group = models.WorkingGroup.objects.create(kind="livestream")
    models.Member.objects.create(group=group, officer=people[CAMERA], order=1)
    models.NominationList.objects.create(
        period="2026-01", division=division, kind="livestream", filed_by=people[DIVISION_HEAD].user
    )
    ready(people, "（2025）粤0103民初1号", SLUG, timedelta(minutes=-1))
    ready(people, "（2025）粤0103民初2号", LATER, timedelta(hours=3))


def ready(people: dict[str, Any], number: str, slug: str, begins_in: timedelta) -> None:
    """A session of the first list, signed by both, with its duty."""
    from livestream import models
    from liwan_court.registry.models import Case
    from liwan_court.timetable import clock

    filed, member = models.NominationList.objects.get(), models.Member.objects.get()
    judge, begins = people[LIVE_JUDGE], clock.now() + begins_in
    case = Case.objects.create(
        number=number, division=filed.division, handling_judge=judge, cause="买卖合同纠纷"
    )
    case.parties.create(role="原告", name="沈立平", order=0)
    nomination = models.Nomination.objects.create(
        list=filed, case=case, hearing_at=begins, courtroom="第一法庭", judge=judge, state="scheduled"
    )
    screening = models.Screening.objects.create(nomination=nomination)
    for role, username in (("judge", LIVE_JUDGE), ("head", DIVISION_HEAD)):
        models.Signature.objects.create(
            screening=screening, role=role, officer=people[username], decision="pass"
        )
    session = models.Session.objects.create(
        nomination=nomination, division=filed.division, turn=1, begins_at=begins,
        ends_at=begins + timedelta(hours=1), livestream=True, state="ready", case_number=case.number,
        cause=case.cause, courtroom="第一法庭", judge=judge, slug=slug, announced_at=clock.now(),
    )  # fmt: skip
    models.Duty.objects.create(session=session, rostered=member, member=member)


if __name__ == "__main__":
    import django

    django.setup()
    enrol()
