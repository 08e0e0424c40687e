"""The court of the livestream tests: one person for each part, each with a login, two groups, and cases of two divisions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse

from livestream.models import Member, UnitChange, WorkingGroup
from liwan_court.registry import defaults
from liwan_court.registry.appointments import sync_groups
from liwan_court.registry.models import Case, Division, Officer
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock
from tests.factories import make_officer

BEFORE_JANUARY = dt.datetime(2025, 12, 22, 10, tzinfo=clock.ZONE)
"""A Monday: lists for January may be filed since the 20th (D22)."""
IN_JANUARY = dt.datetime(2026, 1, 12, 10, tzinfo=clock.ZONE)
"""A Monday of the month in which 民一庭 is on turn."""


@dataclass
class Court:
    """The people by part, the division on turn in January 2026 (民一庭) and the one after it (民二庭)."""

    head: Officer
    judge: Officer
    judge_two: Officer
    head_two: Officer
    judge_of_two: Officer
    vice_president: Officer
    president: Officer
    research: Officer
    typist: Officer
    vendor: Officer
    operator: Officer
    group_head: Officer
    camera: Officer
    writers: list[Officer]
    division: Division
    division_two: Division
    livestream_group: WorkingGroup
    microblog_group: WorkingGroup
    cases: list[Case] = field(default_factory=list)


@pytest.fixture
def live_court(db: None) -> Court:
    """The court; the rotation begins with 民一庭 in January 2026, by the month."""
    return build_court()


def build_court() -> Court:
    """The tables as shipped, one person for each part, five cases of each of the first two divisions."""
    defaults.load()
    one, two = Division.objects.get(code="minyi"), Division.objects.get(code="miner")
    people: dict[str, Any] = {
        "head": ("庭长甲", Post.DIVISION_HEAD, one),
        "judge": ("法官甲", Post.JUDGE, one),
        "judge_two": ("法官乙", Post.JUDGE, one),
        "head_two": ("庭长乙", Post.DIVISION_HEAD, two),
        "judge_of_two": ("法官丙", Post.JUDGE, two),
        "vice_president": ("副院长", Post.VICE_PRESIDENT, None),
        "president": ("院长", Post.PRESIDENT, None),
        "research": ("调研员", Post.RESEARCH, None),
        "typist": ("打字员", Post.TYPIST, None),
        "vendor": ("协助单位", Post.VENDOR, None),
        "operator": ("电脑管理员", Post.SYSTEM_OPERATOR, None),
    }
    officers: dict[str, Officer] = {key: make_officer(*row) for key, row in people.items()}
    officers["group_head"] = make_officer("组负责人", Post.RESEARCH, None)
    officers["camera"] = make_officer("摄像员", Post.RESEARCH, None)
    writers = [make_officer(f"微博员{n}", Post.RESEARCH, None) for n in "一二三"]
    for officer in (*officers.values(), *writers):
        sync_groups(officer)
    livestream_group = WorkingGroup.objects.create(kind="livestream", head=officers["group_head"])
    microblog_group = WorkingGroup.objects.create(kind="microblog", head=officers["group_head"])
    Member.objects.create(group=livestream_group, officer=officers["camera"], order=1)
    for order, officer in enumerate(writers, 1):
        Member.objects.create(group=microblog_group, officer=officer, order=order)
    UnitChange.objects.create(since="2026-01", unit="month", first=one)
    court = Court(
        **officers, writers=writers, division=one, division_two=two,
        livestream_group=livestream_group, microblog_group=microblog_group,
    )  # fmt: skip
    court.cases = [make_case(court, number) for number in range(1, 6)]
    court.cases += [make_case(court, number, two, officers["judge_of_two"]) for number in range(101, 106)]
    return court


def make_case(
    court: Court, number: int, division: Division | None = None, judge: Officer | None = None, **more: Any
) -> Case:
    """A case of the register with its handling judge; it has parties, whose names no public page may show."""
    values: dict[str, Any] = {"cause": "买卖合同纠纷", "accepted_on": dt.date(2025, 11, 3)} | more
    case = Case.objects.create(
        number=f"（2025）粤0103民初{number}号",
        division=division or court.division,
        handling_judge=judge or court.judge,
        **values,
    )
    case.parties.create(role="原告", name=f"沈立平{number}", order=0)
    case.parties.create(role="被告", name="广州市粤荔皮具有限公司", kind="organisation", order=1)
    return case


class Browser(Client):
    """A test client whose requests commit: what waits for the commit (tasks) is done when the answer comes."""

    def request(self, **request: Any) -> Any:
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**request)


def at(officer: Officer) -> Client:
    """A browser in which the officer is logged in."""
    client = Browser()
    officer.user.refresh_from_db()
    client.force_login(officer.user)
    return client


def actor(officer: Officer) -> Actor:
    """The officer as an actor, for preparing a state through the actions."""
    return Actor.of(officer.user)


def page(name: str, *args: Any) -> str:
    """The address of a staff page of this line."""
    return reverse(f"admin:staff_{name}", args=args)


def said(response: Any) -> str:
    """Everything the answer tells the person."""
    return response.content.decode()
