"""The staff side: Django's admin with the court's names, its front page and the staff pages of each app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.urls import include, path

from liwan_court.admin_access import actor_of, may_enter

if TYPE_CHECKING:
    from django.http import HttpRequest
    from django.template.response import TemplateResponse
    from django.urls import URLPattern, URLResolver


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
            rooms = (judgment_pages, livestream_pages, log_pages, register_pages, oversight_pages)
            context["court_nav"] = [link for room in rooms for link in room.links(actor)]
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
