"""The staff side: Django's admin with the court's names, its front page and the staff pages of each app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.contrib import admin
from django.urls import include, path

from liwan_court.admin_access import actor_of, may_enter

MOST_LINKS_IN_A_ROW: Final = 12
"""More are folded by app: a head who is also a judge has two dozen."""

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.template.response import TemplateResponse
    from django.urls import URLPattern, URLResolver

    from liwan_court.staff_pages import Link


class NavGroup(NamedTuple):
    """The pages of one app that somebody's posts open."""

    label: str
    links: tuple[Link, ...]


def _group_of(path: str, groups: list[NavGroup]) -> str:
    """The group whose page this is: of the longest address the path begins with; empty for none."""
    near = [
        (len(link.url), group.label) for group in groups for link in group.links if path.startswith(link.url)
    ]
    return max(near)[1] if near else ""


class CourtAdminSite(admin.AdminSite):
    """后台 of the portal: what I must do, by when, comes first; the registers stand below."""

    site_header = "荔湾区人民法院 司法公开工作台"
    site_title = "司法公开工作台"
    index_title = "我的工作"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff with a post today, or a superuser."""
        return may_enter(request)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """The staff pages of each app stand beside the registers, in the same site."""
        return [
            path("work/", include("judgments.staff.urls")),
            path("live/", include("livestream.staff.urls")),
            path("enforcement/", include("enforcement_logs.staff.urls")),
            path("register/", include("liwan_court.registry.staff.urls")),
            path("oversight/", include("oversight.staff.urls")),
            *super().get_urls(),
        ]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Every page carries the way to the pages of one's posts."""
        from enforcement_logs.staff import navigation as log_pages
        from judgments.staff import navigation as judgment_pages
        from livestream.staff import navigation as livestream_pages
        from liwan_court.registry.staff import navigation as register_pages
        from oversight.staff import navigation as oversight_pages

        context = super().each_context(request)
        if context["has_permission"]:
            actor = actor_of(request)
            rooms = (
                ("裁判文书", judgment_pages), ("庭审直播", livestream_pages), ("执行日志", log_pages),
                ("案件登记", register_pages), ("监督评价", oversight_pages),
            )  # fmt: skip
            groups = [NavGroup(label, tuple(links)) for label, room in rooms if (links := room.links(actor))]
            context["court_nav"] = groups
            context["court_nav_folds"] = sum(len(group.links) for group in groups) > MOST_LINKS_IN_A_ROW
            context["court_nav_here"] = _group_of(request.path, groups)
            context["officer_name"] = actor.name
        return context

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """我的工作: by post, what waits and when it is due."""
        from enforcement_logs.staff.work import desks as log_desks
        from judgments.staff.work import desks, today_line
        from livestream.staff.work import desks as livestream_desks
        from liwan_court.registry.staff.work import desks as register_desks
        from oversight.staff.work import desks as oversight_desks

        actor = actor_of(request)
        is_superuser = bool(getattr(request.user, "is_superuser", False))
        rows = [*desks(actor, is_superuser=is_superuser), *livestream_desks(actor)]
        rows += [*log_desks(actor), *register_desks(actor), *oversight_desks(actor)]
        work = {"desks": rows, "today": today_line(), "actor": actor}
        return super().index(request, {**work, **(extra_context or {})})
