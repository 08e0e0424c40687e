"""The way to this line's pages, for those whose posts or groups open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from livestream.staff.schedule_rows import ARRANGES, READERS, in_a_group
from liwan_court.registry.posts import Post
from liwan_court.staff_pages import Link

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor

PAGES = (
    ("轮转", "live_rotation", READERS),
    ("报送列表", "live_lists", READERS),
    ("把关", "live_screenings", READERS),
    ("不播申请", "live_objections", (Post.JUDGE, Post.DIVISION_HEAD, Post.FILING, Post.VICE_PRESIDENT)),
    ("排期", "live_schedule_now", READERS),
    ("直播控制台", "live_consoles", (*ARRANGES, Post.DIVISION_HEAD, Post.JUDGE)),
    ("庭审微博", "live_post_sessions", (Post.RESEARCH, Post.VICE_PRESIDENT, Post.PRESIDENT)),
    ("核对微博", "live_post_checks", (Post.JUDGE, Post.DIVISION_HEAD)),
    ("微博账号", "live_weibo", (Post.SYSTEM_OPERATOR,)),
    ("直播统计", "live_figures", (*ARRANGES, Post.AUDITOR)),
    ("场次归档", "live_archives", (Post.RESEARCH,)),
    ("直播定额", "live_quotas", READERS),
    ("工作小组", "live_groups", (Post.RESEARCH, Post.VICE_PRESIDENT, Post.PRESIDENT)),
)
FOR_JUDGES = (("值班与调换", "live_duty"), ("我的通知", "live_notices"))
FOR_MEMBERS = (
    ("排期", "live_schedule_now"),
    ("直播控制台", "live_consoles"),
    ("庭审微博", "live_post_sessions"),
    *FOR_JUDGES,
)


def links(actor: Actor) -> list[Link]:
    """The pages the actor's posts and groups open."""
    pages = [(label, name) for label, name, posts in PAGES if actor.holds(*posts)]
    more = (
        FOR_MEMBERS
        if in_a_group(actor)
        else FOR_JUDGES
        if actor.holds(Post.JUDGE, Post.DIVISION_HEAD)
        else ()
    )
    pages += [page for page in more if page not in pages]
    return [Link(label, reverse(f"admin:staff_{name}")) for label, name in pages]
