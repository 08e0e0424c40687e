"""The court of these tests: one person for each part of a hearing's notice, a case of each of two divisions, people with names."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from liwan_court.registry import defaults
from liwan_court.registry.appointments import sync_groups
from liwan_court.registry.models import Case, Division, HearingNotice, Officer
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock
from tests.factories import make_officer

MONDAY = dt.datetime(2026, 3, 9, 10, tzinfo=clock.ZONE)
SOON = dt.datetime(2026, 3, 20, 9, 30, tzinfo=clock.ZONE)
LATER = dt.datetime(2026, 3, 27, 14, 30, tzinfo=clock.ZONE)
PLAINTIFF, DEFENDANT, ALIAS = "邹惠敏", "广州市粤荔皮具有限公司", "粤荔皮具"
"""Invented names of parties."""


@dataclass
class Room:
    """The people by part, and two cases."""

    judge: Officer
    judge_two: Officer
    head: Officer
    head_two: Officer
    filing: Officer
    enforcement: Officer
    operator: Officer
    vendor: Officer
    president: Officer
    division: Division
    division_two: Division
    case: Case
    case_two: Case


def build_room() -> Room:
    """The tables as shipped, one person for each part."""
    defaults.load()
    one, two = Division.objects.get(code="minyi"), Division.objects.get(code="miner")
    people: dict[str, Any] = {
        "judge": ("法官甲", Post.JUDGE, one),
        "judge_two": ("法官乙", Post.JUDGE, two),
        "head": ("庭长甲", Post.DIVISION_HEAD, one),
        "head_two": ("庭长乙", Post.DIVISION_HEAD, two),
        "filing": ("立案员", Post.FILING, None),
        "enforcement": ("执行员", Post.EXECUTION_OFFICER, Division.objects.get(code="zhixing")),
        "operator": ("电脑管理员", Post.SYSTEM_OPERATOR, None),
        "vendor": ("协助单位", Post.VENDOR, None),
        "president": ("院长", Post.PRESIDENT, None),
    }
    officers = {key: make_officer(*row) for key, row in people.items()}
    for officer in officers.values():
        sync_groups(officer)
    return Room(
        **officers, division=one, division_two=two,
        case=make_case(1, one, officers["judge"]), case_two=make_case(101, two, officers["judge_two"]),
    )  # fmt: skip


@pytest.fixture
def room(db: None) -> Room:
    """The court."""
    return build_room()


def make_case(number: int, division: Division, judge: Officer, **more: Any) -> Case:
    """A case with a plaintiff and a defendant, whose names no public page may show."""
    values: dict[str, Any] = {"cause": "买卖合同纠纷", "accepted_on": dt.date(2026, 1, 5)} | more
    case = Case.objects.create(
        number=f"（2026）粤0103民初{number}号", division=division, handling_judge=judge, **values
    )
    case.parties.create(role="原告", name=PLAINTIFF, order=0)
    case.parties.create(role="被告", name=DEFENDANT, kind="organisation", aliases=[ALIAS], order=1)
    return case


def make_notice(case: Case, begins_at: dt.datetime = SOON, **more: Any) -> HearingNotice:
    """A notice as it stands after it was announced."""
    values: dict[str, Any] = {
        "case_number": case.number,
        "cause": case.cause,
        "courtroom": "第三法庭",
        "panel": "法官甲",
        "public": True,
        "published_at": MONDAY,
    }
    return HearingNotice.objects.create(
        case=case, division=case.division, begins_at=begins_at, **values | more
    )


def at(officer: Officer) -> Client:
    """A browser in which the officer is logged in."""
    client = Client()
    officer.user.refresh_from_db()
    client.force_login(officer.user)
    return client


def enter(officer: Officer, case: Case, verb: str, **data: Any) -> Any:
    """Send one form of the page of a case, on the Monday."""
    with clock.at(MONDAY):
        return at(officer).post(
            reverse("admin:staff_register_case_act", args=[case.pk, verb]), data, follow=True
        )


def announce(officer: Officer, case: Case, **data: Any) -> Any:
    """Announce a hearing through the page."""
    return enter(
        officer,
        case,
        "announce",
        **{"begins_at": "2026-03-20T09:30", "courtroom": "第三法庭", "panel": ""} | data,
    )


def read(name: str, *args: Any, **query: Any) -> Any:
    """What anybody gets from a public address of the notices, on the Monday."""
    with clock.at(MONDAY):
        return Client().get(reverse(f"hearings:{name}", args=args), query)


def said(response: Any) -> str:
    """The text of an answer, lines of a calendar unfolded."""
    return response.content.decode().replace("\r\n ", "")
