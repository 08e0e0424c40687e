"""Whatever is sent to a page of oversight, by whomever: an answer, never a broken page, and nothing kept of it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from liwan_court.measuring import span
from liwan_court.timetable import clock
from oversight.actions.bulletins import DraftBulletin, SubmitBulletin
from oversight.actions.inspect import TakeInspection
from oversight.actions.meetings import CallMeeting
from oversight.actions.plan import AdoptPlan, DraftPlan
from oversight.actions.reminders import remind
from oversight.models import Bulletin, Inspection, Meeting, OversightRecord, Rectification, Task, TaskReminder
from oversight.staff.urls import urlpatterns
from tests.oversight.people import APRIL, MAY, House, actor, staff, task

ODD = ("\x00", "很" * 30000, "9999-12-31", "")
FIELDS = (
    "reason", "text", "title", "demands", "kind", "period", "because", "year", "division", "due", "begins_at", "place", "agenda",
    "minutes", "held_on", "topic", "hours", "organiser", "code", "name", "problem", "cause", "measures", "owner", "passed",
    "note", "lesson", "reply", "new_due", "subject", "sound", "finding", "done", "owed", "requirement", "indicator_code",
)  # fmt: skip
VERBS = ("adopt", "second-half", "task", "report", "accept", "return", "cancel", "acknowledge", "grant", "refuse", "seen", "hold",
         "plan", "submit", "check", "edit", "sign", "publish", "withdraw", "unheard-of")  # fmt: skip


@pytest.fixture
def lived_in(house: House) -> House:
    """One row of everything."""
    secretary, day = actor(house.secretary), dt.date(2026, 2, 27)
    with clock.at(dt.datetime(2026, 1, 12, 10, tzinfo=clock.ZONE)):
        AdoptPlan(DraftPlan(secretary, 2026).run(), secretary).run()
    task(house.minyi, "没有做的", day)
    with clock.at(APRIL):
        TakeInspection(secretary, span("2026Q1")).run()
        CallMeeting(secretary, span("2026Q1"), clock.moment(dt.date(2026, 4, 10), dt.time(9)), "一").run()
        remind()
        SubmitBulletin(DraftBulletin(secretary, "quarterly", span("2026Q1")).run(), secretary).run()
    return house


def addresses() -> list[str]:
    """Every address of oversight, with what exists in its place."""
    rows = {
        "oversight_task": Task, "oversight_reminder": TaskReminder, "oversight_meeting": Meeting, "oversight_bulletin": Bulletin,
        "oversight_rectification": Rectification, "oversight_sample": Inspection,
    }  # fmt: skip
    found = []
    for pattern in urlpatterns:
        name = str(pattern.name).removeprefix("staff_")
        model = next((rows[key] for key in sorted(rows, key=len, reverse=True) if name.startswith(key)), None)
        first = model.objects.order_by("pk").first() if model else None
        values = {"pk": first.pk if first else 1, "year": 2026, "period": "2026Q1", "code": "J5"}
        if name == "oversight_division":
            values["code"] = "minyi"
        names = re.findall(r"<\w+:(\w+)>", str(pattern.pattern))
        for verb in VERBS if "verb" in names else ("",):
            chosen = {key: verb if key == "verb" else values[key] for key in names}
            found.append(reverse(f"admin:{pattern.name}", kwargs=chosen))
    return found


def data_of(odd: str) -> dict[str, Any]:
    return (
        dict.fromkeys(FIELDS, odd)
        | {f"state_{n}": odd for n in range(1, 40)}
        | {f"people_{n}": odd for n in range(1, 40)}
    )


def in_words(client: Client, address: str, method: str, odd: str) -> str:
    data = (
        data_of(odd)
        if method == "post"
        else {"division": odd, "rows": odd, "fate": odd, "serial": odd, "p": odd}
    )
    answer = getattr(client, method)(address, data)
    return "" if answer.status_code < 500 else f"{method} {address} {odd[:12]!r}: {answer.status_code}"


@pytest.mark.parametrize("who", ["secretary", "minyi_head", "president", "auditor", "judge"])
def test_nothing_sent_to_a_page_breaks_it(lived_in: House, who: str) -> None:
    client = staff(getattr(lived_in, who))
    client.raise_request_exception = False
    broken = []
    with clock.at(MAY):
        for address in addresses():
            for odd in ODD if who == "secretary" else ODD[:1]:
                broken += [in_words(client, address, method, odd) for method in ("get", "post")]
    assert not list(filter(None, broken))
    assert not OversightRecord.objects.filter(actor_name="法官").exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_year_and_the_period_of_an_address_are_checked(house: House, method: str) -> None:
    client = staff(house.secretary)
    client.raise_request_exception = False
    for tail in (
        "fridays/1/",
        "fridays/99999/",
        "quotas/0/",
        "appraisal/1/",
        "plans/99999/",
        "periods/9999Q4/",
        "periods/0000/",
    ):
        answer = getattr(client, method)(f"/admin/oversight/{tail}")
        assert answer.status_code in (200, 302, 404, 405), (tail, answer.status_code)
