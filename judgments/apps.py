"""Judgment publishing as a Django app."""

from django.apps import AppConfig


class JudgmentsConfig(AppConfig):
    """裁判文书上网: from a clerk's .docx to a public page (R23–R39)."""

    name = "judgments"
    verbose_name = "裁判文书上网"

    def ready(self) -> None:
        """Put the published judgments on the page of a party's case."""
        from judgments.keyed.section import judgments_section
        from liwan_court.registry.case_page import provide

        provide(40, judgments_section)
