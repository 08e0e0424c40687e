"""The project's admin site configuration."""

from django.contrib.admin.apps import AdminConfig


class CourtAdminConfig(AdminConfig):
    """Django's admin with the court's own front page (what I must do, by when), and the portal's system checks."""

    default_site = "liwan_court.admin_site.CourtAdminSite"

    def ready(self) -> None:
        """Register the checks, which belong to the project and to no app of it."""
        super().ready()
        from liwan_court import checks  # noqa: F401
