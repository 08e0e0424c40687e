"""The court's register as a Django app."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Divisions, officers, posts, cases and parties: what all four apps stand on."""

    name = "liwan_court.registry"
    label = "registry"
    verbose_name = "法院名册"

    def ready(self) -> None:
        """Record every change of the register, without the names of parties; give the page of a case its first parts."""
        from auditlog.registry import auditlog

        from liwan_court.registry import progress, signals  # noqa: F401  (importing connects them)
        from liwan_court.registry.case_page import provide

        provide(10, progress.progress_section)
        provide(20, progress.hearings_section)

        for model in ("Division", "FirstResponsible", "Officer", "PostHolding", "Delegation"):
            auditlog.register(self.get_model(model))
        auditlog.register(self.get_model("Case"), exclude_fields=["number", "number_key", "cause"])
        auditlog.register(self.get_model("Party"), exclude_fields=["name", "aliases", "addresses"])
