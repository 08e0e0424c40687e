"""The enforcement bureau of the tests: its head, two officers, the administrator, the counter, two cases and their keys."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from enforcement_logs import defaults as log_defaults
from enforcement_logs.actions.write import Work, WriteEntries
from enforcement_logs.models import Category, LogEntry
from liwan_court.registry import defaults
from liwan_court.registry.actions.keys import IssueKey
from liwan_court.registry.appointments import sync_groups
from liwan_court.registry.models import Case, Division, Officer, Party
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock, runs
from liwan_court.timetable.models import Service
from tests.factories import make_officer

WEDNESDAY = dt.datetime(2026, 3, 11, 10, tzinfo=clock.ZONE)
"""A week without holidays."""
NOON = dt.datetime(2026, 3, 13, 12, tzinfo=clock.ZONE)
AFTERNOON = dt.datetime(2026, 3, 13, 15, tzinfo=clock.ZONE)
NEXT_AFTERNOON = dt.datetime(2026, 3, 20, 15, tzinfo=clock.ZONE)
APPLICANT, DEBTOR = "邹惠敏", "温启航"
"""Invented names of parties."""


@dataclass
class Bureau:
    """The people by part, a case of each officer."""

    chief: Officer
    officer: Officer
    other: Officer
    operator: Officer
    filing: Officer
    judge: Officer
    head: Officer
    vendor: Officer
    president: Officer
    division: Division
    case: Case
    case_of_other: Case

    @property
    def applicant(self) -> Party:
        """申请执行人 of the first case."""
        return self.case.parties.get(role="申请执行人")

    @property
    def debtor(self) -> Party:
        """被执行人 of the first case."""
        return self.case.parties.get(role="被执行人")


def build_bureau() -> Bureau:
    """The tables as shipped and one person for each part."""
    cache.clear()
    defaults.load()
    log_defaults.load()
    division, minyi = Division.objects.get(code="zhixing"), Division.objects.get(code="minyi")
    people: dict[str, Any] = {
        "chief": ("局长", Post.DIVISION_HEAD, division),
        "officer": ("执行员甲", Post.EXECUTION_OFFICER, division),
        "other": ("执行员乙", Post.EXECUTION_OFFICER, division),
        "operator": ("电脑管理员", Post.SYSTEM_OPERATOR, None),
        "filing": ("立案员", Post.FILING, None),
        "judge": ("法官", Post.JUDGE, minyi),
        "head": ("民一庭庭长", Post.DIVISION_HEAD, minyi),
        "vendor": ("协助单位", Post.VENDOR, None),
        "president": ("院长", Post.PRESIDENT, None),
    }
    officers = {key: make_officer(*row) for key, row in people.items()}
    for officer in officers.values():
        officer.user.is_staff = True
        officer.user.save()
        sync_groups(officer)
    Service.objects.get_or_create(defaults={"since": dt.date(2026, 3, 1)})
    case = make_case(1002, division, officers["officer"])
    other = make_case(1003, division, officers["other"])
    return Bureau(**officers, division=division, case=case, case_of_other=other)


def make_case(number: int, division: Division, officer: Officer, words: str = "执", **more: Any) -> Case:
    """An enforcement case with both sides."""
    values: dict[str, Any] = {
        "cause": "买卖合同纠纷",
        "accepted_on": dt.date(2026, 2, 2),
        "field": "执行",
    } | more
    case = Case.objects.create(
        number=f"（2026）粤0103{words}{number}号", division=division, handling_judge=officer, **values
    )
    case.parties.create(role="申请执行人", name=APPLICANT, order=0)
    case.parties.create(role="被执行人", name=DEBTOR, order=1)
    return case


@pytest.fixture
def bureau(db: None) -> Bureau:
    """The bureau."""
    return build_bureau()


def actor(officer: Officer) -> Actor:
    """The officer as an actor."""
    return Actor.of(officer.user)


def staff(officer: Officer) -> Client:
    """A browser in which the officer is logged in."""
    client = Client()
    officer.user.refresh_from_db()
    client.force_login(officer.user)
    return client


def page(name: str, *args: Any) -> str:
    """The address of a staff page of this line."""
    return reverse(f"admin:staff_enforcement_{name}", args=args)


def key_for(party: Party, agent: str = "") -> str:
    """A new key, as the counter gives it out."""
    return IssueKey(party, Actor.system(), agent, "居民身份证").run()[1]


def knock(client: Client, number: str, key: str, **more: Any) -> Any:
    """Fill in the gate's form and send it."""
    return client.post(reverse("case:gate"), {"pasted": number, "key": key, **more})


def party_at(party: Party) -> Client:
    """A browser in which the party has shown a good key."""
    client = Client()
    answer = knock(client, party.case.number, key_for(party))
    assert answer.status_code == 302
    return client


def case_page(client: Client) -> str:
    """What the party reads."""
    answer = client.get(reverse("case:view"))
    assert answer.status_code == 200
    return answer.content.decode()


def write(bureau: Bureau, text: str, category: str = "talk", **more: Any) -> LogEntry:
    """An entry of the first officer on the first case, written now about an hour ago."""
    values = {"happened_at": clock.now() - dt.timedelta(hours=1)} | more
    work = Work(category=Category.objects.get(code=category), text=text, **values)
    return WriteEntries(actor(bureau.officer), [bureau.case], work).run()[0]


def friday(at: dt.datetime = AFTERNOON) -> Any:
    """The deadlines of the line run as beat would have them run at a moment."""
    with clock.at(at):
        return runs.wake()
