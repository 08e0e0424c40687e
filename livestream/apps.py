"""Trial livestream and microblog (庭审直播、微博)."""

from __future__ import annotations

from django.apps import AppConfig


class LivestreamConfig(AppConfig):
    """The app's name and its Chinese label in the admin."""

    name = "livestream"
    verbose_name = "庭审直播与微博"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the checks of this line."""
        from livestream import checks  # noqa: F401
