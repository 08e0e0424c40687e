"""The way to the register's own pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from liwan_court.registry.actions.keys import ISSUES
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Link

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor

PAGES = (
    ("案件进度", "cases", (Post.JUDGE, Post.DIVISION_HEAD, Post.FILING, Post.EXECUTION_OFFICER)),
    ("查阅密码", "keys", ISSUES),
    ("外部系统导入", "imports", (Post.FILING, Post.TRIAL_MANAGEMENT, Post.VENDOR)),
    ("更正申请", "corrections", (Post.JUDGE, Post.DIVISION_HEAD, Post.FILING, Post.EXECUTION_OFFICER)),
)


def links(actor: Actor) -> list[Link]:
    """The pages the actor's posts open."""
    return [
        Link(label, reverse(f"admin:staff_register_{name}"))
        for label, name, posts in PAGES
        if actor.holds(*posts)
    ]
