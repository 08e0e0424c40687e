"""Addresses of the portal."""

from django.contrib import admin
from django.contrib.sitemaps.views import index, sitemap
from django.urls import include, path

from judgments import sitemaps as judgment_sitemaps
from livestream import sitemaps as livestream_sitemaps
from liwan_court import pages
from liwan_court.registry import sitemaps as register_sitemaps
from oversight import sitemaps as oversight_sitemaps

SITEMAPS = {
    **judgment_sitemaps.SITEMAPS,
    **livestream_sitemaps.SITEMAPS,
    **register_sitemaps.SITEMAPS,
    **oversight_sitemaps.SITEMAPS,
}

page_patterns = [
    path("rules/", pages.rules, name="rules"),
    path("rules/decisions/", pages.decisions, name="decisions"),
    path("help/search/", pages.help_search, name="help-search"),
    path("about/", pages.about, name="about"),
    path("contact/", pages.contact, name="contact"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("progress/", pages.progress, name="progress"),
    path("logs/", pages.logs, name="logs"),
    path("robots.txt", pages.robots, name="robots"),
]

urlpatterns = [
    path("", include("judgments.urls")),
    path("live/", include("livestream.urls")),
    path("hearings/", include("liwan_court.registry.views.hearings")),
    path("bulletins/", include("oversight.urls")),
    path("vendor/", include("liwan_court.registry.views.vendor")),
    path("case/", include("liwan_court.registry.views.case")),
    path("", include((page_patterns, "pages"))),
    path("sitemap.xml", index, {"sitemaps": SITEMAPS}, name="sitemap-index"),
    path(
        "sitemap-<section>.xml",
        sitemap,
        {"sitemaps": SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    path("admin/", admin.site.urls),
]
