"""The court of the oversight tests: the leading group's secretary, two who sign, two heads, an auditor, outsiders; a small catalogue."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from liwan_court.registry import defaults
from liwan_court.registry.appointments import hand_over_first_responsible, sync_groups
from liwan_court.registry.models import Division, Officer
from liwan_court.registry.posts import Actor, Post
from liwan_court.timetable import clock
from liwan_court.timetable.models import Service
from oversight import defaults as oversight_defaults
from oversight.models import Catalogue, Indicator, Task, YearPlan
from tests.factories import make_officer

APRIL = dt.datetime(2026, 4, 1, 10, tzinfo=clock.ZONE)
"""The day after the first quarter."""
MAY = dt.datetime(2026, 5, 20, 10, tzinfo=clock.ZONE)


@dataclass
class House:
    """The people by part."""

    secretary: Officer
    president: Officer
    vice: Officer
    minyi_head: Officer
    xingting_head: Officer
    auditor: Officer
    judge: Officer
    vendor: Officer
    minyi: Division
    xingting: Division

    @property
    def catalogue(self) -> Catalogue:
        """The one in force."""
        return Catalogue.objects.get(year=2026, state=Catalogue.State.IN_FORCE)


def build_house() -> House:
    """The tables as shipped, one person for each part, a catalogue of two indicators."""
    defaults.load()
    minyi, xingting = Division.objects.get(code="minyi"), Division.objects.get(code="xingting")
    people: dict[str, Any] = {
        "secretary": ("领导小组秘书", Post.LEADING_GROUP, None),
        "president": ("院长", Post.PRESIDENT, None),
        "vice": ("副院长", Post.LEADING_GROUP, None),
        "minyi_head": ("民一庭庭长", Post.DIVISION_HEAD, minyi),
        "xingting_head": ("刑庭庭长", Post.DIVISION_HEAD, xingting),
        "auditor": ("审计员", Post.AUDITOR, None),
        "judge": ("法官", Post.JUDGE, minyi),
        "vendor": ("协助单位", Post.VENDOR, None),
    }
    officers = {key: make_officer(*row) for key, row in people.items()}
    with clock.at(APRIL):
        small_catalogue((minyi, xingting))
        oversight_defaults.load()
    for officer in officers.values():
        officer.user.is_staff = True
        officer.user.save()
        sync_groups(officer)
    hand_over_first_responsible(minyi, officers["minyi_head"], dt.date(2025, 1, 1))
    Service.objects.get_or_create(defaults={"since": dt.date(2025, 1, 1)})
    return House(**officers, minyi=minyi, xingting=xingting)


def small_catalogue(divisions: tuple[Division, ...], year: int = 2026, **more: Any) -> Catalogue:
    """Tasks in time, 60 points, met from 100 %; hearings stated by hand, 40 points, met from 90 %."""
    values = {"state": Catalogue.State.IN_FORCE, "title": f"{year}年指标"} | more
    catalogue = Catalogue.objects.create(year=year, **values)
    rows = (
        ("J5", "季度任务按期完成", Indicator.Source.AUTOMATIC, "tasks_on_time", "60", "1"),
        ("H1", "听证公开", Indicator.Source.EVIDENCE, "", "40", "0.9"),
    )
    for order, (code, name, source, measure, weight, target) in enumerate(rows, 1):
        indicator = Indicator.objects.create(
            catalogue=catalogue, code=code, dimension="工作机制", name=name, source=source, measure=measure,
            weight=Decimal(weight), floor=Decimal(0), target=Decimal(target), order=order,
        )  # fmt: skip
        indicator.divisions.set(divisions)
    return catalogue


def task(division: Division, title: str, due: dt.date, reported: dt.date | None = None) -> Task:
    """A task of the plan of the year, reported on a day or not."""
    plan, _ = YearPlan.objects.get_or_create(
        year=due.year,
        defaults={"title": f"{due.year}年计划", "adopted_at": clock.moment(dt.date(due.year, 1, 5))},
    )
    return Task.objects.create(
        plan=plan, division=division, title=title, due=due, first_due=due, quarter=(due.month + 2) // 3,
        state=Task.State.REPORTED if reported else Task.State.OPEN,
        reported_at=clock.moment(reported, dt.time(9)) if reported else None,
    )  # fmt: skip


@pytest.fixture
def house(db: None) -> House:
    """The court."""
    return build_house()


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
    """The address of a page of oversight."""
    return reverse(f"admin:staff_oversight{'_' if name else ''}{name}", args=args)


def said(answer: Any) -> list[str]:
    """The messages a page shows."""
    return [str(message) for message in answer.context["messages"]]


JANUARY = dt.datetime(2026, 1, 12, 10, tzinfo=clock.ZONE)


def post(
    house: House, who: str, address: str, data: dict[str, Any] | None = None, at: dt.datetime = JANUARY
) -> Any:
    """What somebody sends at a moment, and the page that follows."""
    with clock.at(at):
        return staff(getattr(house, who)).post(address, data or {}, follow=True)


def told(house: House, who: str, address: str, at: dt.datetime = JANUARY) -> str:
    """What a page says to somebody at a moment."""
    with clock.at(at):
        answer = staff(getattr(house, who)).get(address)
    assert answer.status_code == 200, (who, address, answer.status_code)
    return answer.content.decode()


def on(month: int, day: int, hour: int = 10) -> dt.datetime:
    """A moment of 2026."""
    return dt.datetime(2026, month, day, hour, tzinfo=clock.ZONE)
