"""A month of livestream and microblog as its people do it: each step through the page of whoever does it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from livestream.grounds import CODES
from livestream.models import Nomination, Session
from liwan_court.timetable import clock
from tests.livestream.court import BEFORE_JANUARY, Court, at, page

if TYPE_CHECKING:
    from liwan_court.registry.models import Officer

PERIOD = "2026-01"
TUESDAYS = ("2026-01-06", "2026-01-13", "2026-01-20", "2026-01-27")
THURSDAYS = ("2026-01-08", "2026-01-15", "2026-01-22", "2026-01-29")
HOUR = "09:30"


def moment(day: str, hour: str = "08:00") -> dt.datetime:
    """A moment of the court's clock."""
    return clock.moment(dt.date.fromisoformat(day), dt.time.fromisoformat(hour))


def typed(serial: int, day: str, /, **more: Any) -> dict[str, str]:
    """One row of a list as somebody types it."""
    row = {
        "number": f"(2025)粤0103民初{serial}号", "day": day, "at": HOUR, "courtroom": "第一法庭",
        "panel": "法官乙", "summary": "原告请求被告支付货款。",
    }  # fmt: skip
    return row | more


def rows_data(rows: list[dict[str, str]], **more: str) -> dict[str, str]:
    """The form of a list with these rows."""
    data = {"rows-TOTAL_FORMS": str(max(len(rows), 4)), "rows-INITIAL_FORMS": "0", "nil_reason": ""}
    data |= {f"rows-{index}-{name}": value for index, row in enumerate(rows) for name, value in row.items()}
    return data | more


def file_list(
    court: Court, kind: str, rows: list[dict[str, str]], by: Officer | None = None, **more: str
) -> Any:
    """File one list of 民一庭 for January through its page."""
    address = page("live_list", PERIOD, court.division.code, kind)
    return at(by or court.head).post(address, rows_data(rows, **more), follow=True)


def sign(nomination: Nomination, by: Officer, role: str, decision: str = "pass", **more: str) -> Any:
    """Answer every ground 否 (or as `more` says) and sign."""
    data = {f"ground-{code}": "no" for code in CODES} | {"role": role, "decision": decision, "reason": ""}
    return at(by).post(page("live_screening", nomination.pk), data | more, follow=True)


def nominated(court: Court, kind: str = "livestream", day: str = THURSDAYS[1], number: int = 1) -> Nomination:
    """One case on a list of January, filed in December."""
    with clock.at(BEFORE_JANUARY):
        file_list(court, kind, [typed(number, day)])
    return Nomination.objects.get(case=court.cases[number - 1])


def passed(court: Court, kind: str = "livestream", day: str = THURSDAYS[1], number: int = 1) -> Nomination:
    """One case that judge and head let pass."""
    row = nominated(court, kind, day, number)
    with clock.at(BEFORE_JANUARY):
        sign(row, court.judge, "judge")
        sign(row, court.head, "head")
    row.refresh_from_db()
    return row


def scheduled(court: Court, kind: str = "livestream", day: str = THURSDAYS[1], number: int = 1) -> Session:
    """The session of one case, put on the schedule and not announced."""
    row = passed(court, kind, day, number)
    with clock.at(BEFORE_JANUARY):
        at(court.research).post(page("live_propose", PERIOD), {"take": [str(row.pk)]})
    return Session.objects.get(nomination=row)


def announce(court: Court) -> Any:
    """The research office announces what is scheduled in January."""
    with clock.at(BEFORE_JANUARY):
        return at(court.research).post(page("live_announce", PERIOD), follow=True)


def announced(court: Court, kind: str = "livestream", day: str = THURSDAYS[1], number: int = 1) -> Session:
    """The announced session of one case."""
    row = scheduled(court, kind, day, number)
    announce(court)
    row.refresh_from_db()
    return row
