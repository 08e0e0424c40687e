"""The way to the pages of one's posts, on every page of the staff side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Link

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor

LEADERS = (Post.VICE_PRESIDENT, Post.PRESIDENT, Post.AUDITOR)
SEES_JUDGMENTS = (
    Post.TYPIST,
    Post.JUDGE,
    Post.DIVISION_HEAD,
    Post.TRIAL_MANAGEMENT,
    *LEADERS,
)
SEES_RECONCILIATION = (Post.DIVISION_HEAD, Post.TRIAL_MANAGEMENT, *LEADERS)
SEES_BATCHES = (Post.TRIAL_MANAGEMENT, *LEADERS)
SEES_TIMETABLE = tuple(post for post in Post if post != Post.VENDOR)


PAGES = (
    ("上传", "staff_upload", (Post.TYPIST, Post.TRIAL_MANAGEMENT)),
    ("裁判文书", "judgments_judgment_changelist", SEES_JUDGMENTS),
    ("标记", "staff_mark", (Post.JUDGE, Post.DIVISION_HEAD)),
    ("不公开申请", "staff_request", (Post.JUDGE, Post.DIVISION_HEAD, Post.FILING)),
    ("报送生效案号", "staff_reports", (Post.JUDGE, Post.DIVISION_HEAD, Post.TRIAL_MANAGEMENT, *LEADERS)),
    ("三方核对", "staff_reconciliation_now", SEES_RECONCILIATION),
    ("应公开未公开", "staff_outstanding", SEES_RECONCILIATION),
    ("公布批次", "staff_batches", SEES_BATCHES),
    ("保留词", "staff_kept_terms", SEES_BATCHES),
    ("脱敏质量", "staff_quality", SEES_BATCHES),
    ("期限", "staff_timetable", SEES_TIMETABLE),
)


def links(actor: Actor) -> list[Link]:
    """The pages the actor's posts open."""
    return [Link(label, reverse(f"admin:{name}")) for label, name, posts in PAGES if actor.holds(*posts)]
