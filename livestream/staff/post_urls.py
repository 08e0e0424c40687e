"""Addresses of the staff pages of posts, below /admin/live/."""

from __future__ import annotations

from livestream.staff import checking, dispatches, posts, weibo
from liwan_court.staff_pages import page

POSTS = [
    page("posts/", posts.sessions, "live_post_sessions"),
    page("posts/checks/", checking.checks, "live_post_checks"),
    page("sessions/<int:pk>/posts/", posts.desk, "live_posts"),
    page("sessions/<int:pk>/checker/", checking.name_checker, "live_name_checker"),
    page("posts/<int:pk>/drop/", posts.drop, "live_post_drop"),
    page("posts/<int:pk>/publish/", posts.publish, "live_post_publish"),
    page("posts/<int:pk>/picture.jpg", posts.picture, "live_post_picture"),
    page("posts/<int:pk>/check/", checking.check, "live_post_check"),
    page("posts/<int:pk>/return/", checking.send_back, "live_post_return"),
    page("posts/<int:pk>/address/", dispatches.paste, "live_post_address"),
    page("posts/<int:pk>/outside/<slug:how>/", dispatches.decide, "live_post_outside"),
    page("weibo/", weibo.account, "live_weibo"),
    page("weibo/back/", weibo.back, "live_weibo_back"),
    page("weibo/switch/", weibo.switch, "live_weibo_switch"),
]
