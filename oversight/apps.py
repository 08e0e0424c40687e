"""Oversight as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """The app's name and its Chinese label in the admin."""

    name = "oversight"
    verbose_name = "监督评价"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the court's figures on the public page of openness."""
        from liwan_court.openness import provide
        from oversight.public_figures import public_section

        provide(10, public_section)
