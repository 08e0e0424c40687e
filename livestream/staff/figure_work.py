"""我的工作 of figures: a judge's own quota, who is behind, and files that lack something (R48, R56)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from livestream.figures.archive import incomplete_lately
from livestream.figures.judges import own_year, year_of
from livestream.models import UnitChange
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Item
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor


def items(actor: Actor) -> list[Item]:
    """What the actor owes himself, and what the research office follows up."""
    if not UnitChange.objects.exists():
        return []
    return [*_own(actor), *_research(actor)]


def _own(actor: Actor) -> list[Item]:
    """A judge's own year; nothing where nothing is owed any more."""
    if actor.officer_id is None or not actor.holds(Post.JUDGE, Post.DIVISION_HEAD):
        return []
    own = own_year(actor.officer_id, clock.today().year)
    if own is None or own.met:
        return []
    note = "、".join(
        f"{word}{own.quotas[kind].done}/{own.quotas[kind].owed}"
        for kind, word in (("livestream", "直播"), ("microblog", "微博"))
    )
    return [
        Item(
            "今年我还欠的直播、微博次数",
            reverse("admin:staff_live_quotas"),
            own.left,
            note=note,
            urgent=own.behind,
        )
    ]


def _research(actor: Actor) -> list[Item]:
    if not actor.holds(Post.RESEARCH):
        return []
    judges = [judge for row in year_of(clock.today().year) for judge in row.judges]
    behind = sum(judge.behind and not judge.gone for judge in judges)
    lacking = f"{reverse('admin:staff_live_archives')}?lacking=1"
    return [
        Item("定额落后于进度的法官", reverse("admin:staff_live_quotas"), behind),
        Item("近60天归档资料不齐的场次", lacking, incomplete_lately()),
    ]
