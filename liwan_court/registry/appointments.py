"""Who holds which post: appointing, ending, delegating, and handing a division to its next first responsible person (R18).

Every change here is followed by the groups of the users it concerns, so that the admin shows what the post of the day allows.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction

from liwan_court.registry.groups import group_of
from liwan_court.registry.models import Delegation, FirstResponsible, Officer, PostHolding
from liwan_court.registry.posts import Post, duties_of
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

    from liwan_court.registry.models import Division

HELD_IN_A_DIVISION: Final = frozenset({Post.DIVISION_HEAD, Post.JUDGE, Post.EXECUTION_OFFICER})
"""Posts that mean one division; every other post is held for the whole court."""
_ONE_DAY: Final = timedelta(days=1)


class AppointmentRefused(ValueError):  # noqa: N818 (a refusal, said to a person)
    """The appointment cannot stand; the message is Chinese and says why."""


@transaction.atomic
def appoint(
    officer: Officer, post: str, division: Division | None = None, since: date | None = None
) -> PostHolding:
    """Give an officer a post from a day on (today by default). Raises AppointmentRefused."""
    since = since or clock.today()
    wanted = Post(post)
    if (division is None) == (wanted in HELD_IN_A_DIVISION):
        need = "必须写明部门" if division is None else "面向全院，不写部门"
        raise AppointmentRefused(f"{officer}：“{wanted.label}”{need}")
    held = PostHolding.objects.filter(officer=officer, post=wanted, division=division).exclude(
        until__lt=since
    )
    if held.exists():
        raise AppointmentRefused(f"{officer}已经担任“{wanted.label}”，不必重复任命")
    holding = PostHolding.objects.create(officer=officer, post=wanted, division=division, since=since)
    sync_groups(officer)
    return holding


@transaction.atomic
def end_appointment(holding: PostHolding, last_day: date) -> PostHolding:
    """End a post with `last_day`, and with it what was delegated beyond that day. Raises AppointmentRefused."""
    if last_day < holding.since:
        raise AppointmentRefused(f"{holding}：终止日{last_day}早于起始日{holding.since}")
    holding.until = last_day
    holding.save()
    deputies = [row.deputy for row in holding.delegations.filter(until__gt=last_day).select_related("deputy")]
    holding.delegations.filter(since__gt=last_day).delete()
    for row in holding.delegations.filter(until__gt=last_day):
        row.until = last_day
        row.save()
    for officer in (holding.officer, *deputies):
        sync_groups(officer)
    return holding


@transaction.atomic
def delegate(
    holding: PostHolding, deputy: Officer, since: date, until: date, reason: str,
    recorded_by: AbstractBaseUser | None = None,
) -> Delegation:  # fmt: skip
    """Let a named deputy exercise a post for a closed period, within the term of the post. Raises AppointmentRefused."""
    if not reason.strip():
        raise AppointmentRefused("请写明代理的事由")
    if since < holding.since or (holding.until is not None and until > holding.until):
        raise AppointmentRefused(f"代理期间{since}至{until}超出{holding}的任期")
    row = Delegation(holding=holding, deputy=deputy, since=since, until=until, reason=reason.strip())
    row.recorded_by_id = recorded_by.pk if recorded_by else None
    try:
        row.full_clean(exclude=["recorded_by"])
    except ValidationError as error:
        raise AppointmentRefused("；".join(error.messages)) from error
    row.save()
    sync_groups(deputy)
    return row


@transaction.atomic
def hand_over_first_responsible(division: Division, officer: Officer, since: date) -> FirstResponsible:
    """Make an officer the first responsible person of a division; the former term ends the day before (R18).

    Raises AppointmentRefused when the present or a later term begins on that day or after it.
    """
    terms = FirstResponsible.objects.select_for_update(of=("self",)).filter(division=division)
    later = terms.filter(since__gte=since).select_related("officer").first()
    if later is not None:
        raise AppointmentRefused(
            f"{division}：{later.officer}自{later.since}起任第一责任人，交接日应晚于该日"
        )
    former = terms.exclude(until__lt=since).first()
    if former is not None and former.officer_id == officer.pk:
        raise AppointmentRefused(f"{officer}现在就是{division}的第一责任人")
    if former is not None:
        former.until = since - _ONE_DAY
        former.save()
    return FirstResponsible.objects.create(division=division, officer=officer, since=since)


def sync_groups(officer: Officer, on: date | None = None) -> None:
    """Let the groups of an officer's user follow the posts of the day, own and delegated.

    Only groups that belong to posts are touched. Who holds no post may not enter the admin, unless he is a superuser.
    """
    user = officer.user
    if user is None:
        return
    posts = {duty.post for duty in duties_of(officer, on or clock.today())} if officer.active else set()
    user.groups.remove(*Group.objects.filter(name__in=[post for post in Post.values if post not in posts]))
    user.groups.add(*(group_of(post) for post in sorted(posts)))
    may_enter = bool(posts) or user.is_superuser
    if user.is_staff != may_enter:
        user.is_staff = may_enter
        user.save(update_fields=["is_staff"])


def sync_all_groups(on: date | None = None) -> int:
    """Follow the day: terms and delegations begin and end without anybody touching them. Returns the users looked at."""
    officers = Officer.objects.filter(user__isnull=False).select_related("user")
    for officer in officers:
        sync_groups(officer, on)
    return len(officers)
