"""Milestones and notices of hearings for the demonstration, on cases that other parts of it have made."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Final

from liwan_court.registry.models import Case, HearingNotice, Milestone
from liwan_court.timetable import calendar, clock

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from liwan_court.registry.models import Party

Kind = Milestone.Kind
COURTROOMS: Final = ("第一法庭", "第三法庭", "第五法庭", "第八法庭")
WITH_PROGRESS: Final = 40
COMING: Final = 12


def play_progress() -> Party | None:
    """Milestones of cases decided last and of those in hand, hearings to come. Returns a party of a decided case."""
    decided = list(_cases().filter(closed_on__isnull=False).order_by("-closed_on", "pk")[:WITH_PROGRESS])
    for case in decided:
        _decided(case)
    for case in _cases().filter(closed_on=None).order_by("-accepted_on", "pk")[:WITH_PROGRESS]:
        _in_hand(case)
    _coming()
    first = next((case for case in decided if case.field == "民事"), None)
    return first.parties.first() if first else None


def _cases() -> QuerySet[Case]:
    return Case.objects.filter(accepted_on__isnull=False).select_related("division", "handling_judge")


def _add(case: Case, kind: str, day: date | None, note: str = "") -> None:
    if day is not None and day <= clock.today():
        Milestone.objects.create(
            case=case, kind=kind, on=day, note=note, recorded_at=clock.moment(day, time(17))
        )


def _begun(case: Case) -> None:
    if case.accepted_on is None:
        return
    judge = case.handling_judge.name if case.handling_judge else ""
    _add(case, Kind.FILED, case.accepted_on)
    _add(case, Kind.ASSIGNED, case.accepted_on + timedelta(days=2), f"承办：{case.division} {judge}".strip())


def _in_hand(case: Case) -> None:
    _begun(case)


def _decided(case: Case) -> None:
    if case.accepted_on is None or case.closed_on is None:
        return
    _begun(case)
    heard = case.accepted_on + (case.closed_on - case.accepted_on) * 2 // 3
    heard = calendar.load().next_workday(heard)
    if heard < case.closed_on and case.field != "执行":
        _add(case, Kind.SCHEDULED, heard - timedelta(days=8), f"定于{heard:%Y年%m月%d日}开庭")
        _add(case, Kind.HEARD, heard)
        _notice(case, heard, 9)
    _add(case, Kind.DECIDED, case.closed_on)
    _add(case, Kind.SERVED, case.closed_on + timedelta(days=6), "裁判文书已送达全部当事人")
    _add(case, Kind.CLOSED, case.closed_on + timedelta(days=6))


def _notice(case: Case, day: date, hour: int) -> HearingNotice:
    return HearingNotice.objects.create(
        case=case, case_number=case.number, cause=case.cause, division=case.division,
        begins_at=clock.moment(day, time(hour, 30)), courtroom=COURTROOMS[case.pk % len(COURTROOMS)],
        panel=case.handling_judge.name if case.handling_judge else "",
        public=not (case.closed_hearing or case.secrets or case.juvenile),
        published_at=clock.moment(day - timedelta(days=8), time(10)),
    )  # fmt: skip


def _coming() -> None:
    """Hearings of the coming working days, one of them moved."""
    day, days = clock.today(), calendar.load()
    open_cases = list(_cases().filter(closed_on=None).exclude(field="执行").order_by("pk")[:COMING])
    for place, case in enumerate(open_cases):
        if place % 2 == 0:
            day = days.next_workday(day + timedelta(days=1))
        notice = _notice(case, day, 9 if place % 2 else 14)
        notice.published_at = clock.now() - timedelta(days=1)
        if place == 3:
            later = _notice(case, days.next_workday(day + timedelta(days=7)), 9)
            later.replaces, later.published_at = notice, clock.now()
            later.save()
            notice.state, notice.ended_at = HearingNotice.State.CHANGED, clock.now()
        notice.save()
