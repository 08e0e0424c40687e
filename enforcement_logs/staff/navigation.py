"""The way to this line's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from enforcement_logs.staff.readers import heads_bureau, works_here
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Link

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor


def links(actor: Actor) -> list[Link]:
    """The pages the actor's posts open."""
    if not actor.holds(Post.EXECUTION_OFFICER, Post.DIVISION_HEAD, Post.SYSTEM_OPERATOR, Post.AUDITOR):
        return []
    head = heads_bureau(actor)
    pages = []
    if works_here(actor):
        pages += [("记录日志", "write"), ("执行日志", "entries")]
    if head:
        pages += [("日志缺口", "gaps"), ("即将公布的日志", "going_out")]
    if head or actor.holds(Post.SYSTEM_OPERATOR, Post.AUDITOR):
        pages.append(("日志公布", "batches"))
    return [Link(label, reverse(f"admin:staff_enforcement_{name}")) for label, name in pages]
