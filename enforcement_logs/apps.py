"""Execution logs as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class EnforcementLogsConfig(AppConfig):
    """The app's name and its Chinese label in the admin."""

    name = "enforcement_logs"
    verbose_name = "执行日志"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the log on the page of a party's case."""
        from enforcement_logs.party_log import log_section
        from liwan_court.registry.case_page import provide

        provide(30, log_section)
