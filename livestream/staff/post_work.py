"""我的工作 of the posts: what waits to be checked, published, carried over by hand, and an authorisation that ends (R44)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse

from livestream.actions.posting import GROUP
from livestream.actions.weibo_account import account_in_use, warning
from livestream.models import MicroblogPost, PostChecker
from livestream.roles import is_group_head, membership
from livestream.staff.post_rows import WAITING, to_check
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Item

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor

State = MicroblogPost.State


def items(actor: Actor) -> list[Item]:
    """What the actor has to do with posts."""
    return [*_checker(actor), *_writer(actor), *_operator(actor)]


def warnings(actor: Actor) -> tuple[str, ...]:
    """That the account cannot post, or soon will not: for those who write and for the operator."""
    if not (actor.holds(Post.SYSTEM_OPERATOR) or is_group_head(actor, GROUP) or membership(actor, GROUP)):
        return ()
    told = warning(account_in_use())
    return (told,) if told else ()


def _checker(actor: Actor) -> list[Item]:
    named = PostChecker.objects.filter(officer_id=actor.officer_id or 0).exists()
    if not (named or actor.holds(Post.JUDGE, Post.DIVISION_HEAD)):
        return []
    url = reverse("admin:staff_live_post_checks")
    return [Item("待我核对的微博", url, len(to_check(actor)), urgent=True)]


def _writer(actor: Actor) -> list[Item]:
    """Counted over the sessions at which the actor is on duty; for the head of the group over all of them."""
    head = is_group_head(actor, GROUP)
    if not head and membership(actor, GROUP) is None:
        return []
    on_duty = Q(
        session__duties__member__officer_id=actor.officer_id,
        session__duties__member__group__kind=GROUP,
        session__duties__cancelled=False,
    )
    rows = MicroblogPost.objects.all() if head else MicroblogPost.objects.filter(on_duty).distinct()
    url = reverse("admin:staff_live_post_sessions")
    return [
        Item("被退回的微博", url, rows.filter(state=State.RETURNED).count(), urgent=True),
        Item("已核对待发布的微博", url, rows.filter(state=State.CHECKED).count(), urgent=True),
        Item("待人工发到外部的微博", url, rows.filter(dispatch__state__in=WAITING).count(), urgent=True),
    ]


def _operator(actor: Actor) -> list[Item]:
    if not actor.holds(Post.SYSTEM_OPERATOR):
        return []
    told = warning(account_in_use())
    return [Item("微博账号授权", reverse("admin:staff_live_weibo"), 1 if told else 0, note=told, urgent=True)]
