"""The way to the pages of oversight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Link
from liwan_court.timetable import clock
from oversight.actions.base import SEES_ALL
from oversight.staff.readers import READERS

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor


def links(actor: Actor) -> list[Link]:
    """The pages the actor's posts open."""
    if not actor.holds(*READERS):
        if not actor.holds(Post.POLITICAL):
            return []
        appraisal = reverse("admin:staff_oversight_appraisal", args=[clock.today().year])
        return [
            Link("学习培训", reverse("admin:staff_oversight_training")),
            Link("达标清单（评先评优）", appraisal),
        ]
    whole = actor.holds(*SEES_ALL)
    pages: list[tuple[str, str, tuple[int, ...]]] = [
        ("司法公开总览" if whole else "本部门司法公开", "", ()),
        ("计划与任务", "_plan", (clock.today().year,)),
        ("整改", "_rectifications", ()),
        ("通报会", "_meetings", ()),
        ("通报", "_bulletins", ()),
        ("学习培训", "_training", ()),
    ]
    if whole:
        pages += [
            ("检查与验收", "_inspections", ()),
            ("指标目录", "_catalogues", ()),
        ]
    return [Link(label, reverse(f"admin:staff_oversight{name}", args=args)) for label, name, args in pages]
