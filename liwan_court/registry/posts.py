"""Posts of the court and who may act in them (docs/domain.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import models

from liwan_court.timetable import clock

if TYPE_CHECKING:
    from datetime import date

    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

    from liwan_court.registry.models import Officer


class Post(models.TextChoices):
    """A post an officer holds, for one division or for the whole court; each has a Django group of the same code."""

    PRESIDENT = "president", "院长"
    VICE_PRESIDENT = "vice_president", "分管副院长"
    DIVISION_HEAD = "division_head", "庭长（部门正职）"
    JUDGE = "judge", "经办法官"
    TYPIST = "typist", "打字员"
    TRIAL_MANAGEMENT = "trial_management", "审判管理办公室审核人员"
    RESEARCH = "research", "调研科人员"
    EXECUTION_OFFICER = "execution_officer", "执行员"
    SYSTEM_OPERATOR = "system_operator", "电脑管理员"
    FILING = "filing", "立案庭人员"
    LEADING_GROUP = "leading_group", "司法公开工作领导小组"
    POLITICAL = "political", "政治处人员"
    VENDOR = "vendor", "协助单位（无权查看案件）"
    AUDITOR = "auditor", "审计员"


@dataclass(frozen=True, slots=True)
class Duty:
    """One post an actor may act in today; `on_behalf_of` names the officer whose post a deputy exercises."""

    post: str
    division_id: int | None
    on_behalf_of: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts: a user with the duties of the day, or the portal itself (a deadline that runs)."""

    user_id: int | None
    name: str
    officer_id: int | None = None
    duties: tuple[Duty, ...] = field(default=())

    @property
    def is_system(self) -> bool:
        """Whether the portal acts by itself, on a deadline of the plan."""
        return self.user_id is None

    @property
    def person_id(self) -> int:
        """The user behind the actor. Raises TypeError for the portal itself, which signs nothing in a person's place."""
        if self.user_id is None:
            raise TypeError("only a person can sign this")
        return self.user_id

    def holds(self, *posts: str, division_id: int | None = None) -> bool:
        """Whether one of `posts` is held today; with `division_id`, for that division or for the whole court."""
        return any(
            duty.post in posts and (division_id is None or duty.division_id in (None, division_id))
            for duty in self.duties
        )

    def acting_for(self, *posts: str) -> set[int]:
        """Ids of the officers in whose `posts` the actor acts: himself, and those he deputises for."""
        return {
            officer
            for duty in self.duties
            if duty.post in posts and (officer := duty.on_behalf_of or self.officer_id) is not None
        }

    def divisions(self, *posts: str) -> set[int]:
        """Ids of the divisions for which one of `posts` is held."""
        return {
            duty.division_id for duty in self.duties if duty.post in posts and duty.division_id is not None
        }

    @classmethod
    def system(cls, name: str = "定时任务") -> Actor:
        """The portal itself."""
        return cls(user_id=None, name=name)

    @classmethod
    def of(cls, user: AbstractBaseUser | AnonymousUser, on: date | None = None) -> Actor:
        """The actor behind a logged-in user, with own posts and those delegated to him on the day."""
        from liwan_court.registry.models import Officer

        officer = Officer.objects.filter(user_id=user.pk, active=True).first() if user.pk else None
        if officer is None:
            return cls(user_id=user.pk, name=str(user))
        return cls(user.pk, officer.name, officer.pk, duties_of(officer, on or clock.today()))


def duties_of(officer: Officer, on: date) -> tuple[Duty, ...]:
    """Own posts held on a day, and posts of others delegated for a period that covers the day."""
    from liwan_court.registry.models import Delegation, PostHolding

    own = [Duty(row.post, row.division_id) for row in PostHolding.objects.on(on).filter(officer=officer)]
    lent = [
        Duty(row.holding.post, row.holding.division_id, row.holding.officer_id)
        for row in Delegation.objects.on(on).filter(deputy=officer).select_related("holding")
    ]
    return tuple(own + lent)
