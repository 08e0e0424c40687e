"""The project's admin site configuration."""

from django.contrib.admin.apps import AdminConfig


class CourtAdminConfig(AdminConfig):
    """Django's admin with the court's own front page (what I must do, by when)."""

    default_site = "liwan_court.admin_site.CourtAdminSite"
