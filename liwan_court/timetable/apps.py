"""The court's timetable as a Django app."""

from django.apps import AppConfig


class TimetableConfig(AppConfig):
    """The working calendar and every deadline of the plan."""

    name = "liwan_court.timetable"
    label = "timetable"
    verbose_name = "日历与期限"

    def ready(self) -> None:
        """Record every change of the calendar, and bind the tasks to the court's Celery app."""
        from auditlog.registry import auditlog

        import liwan_court.celery  # noqa: F401  (binds shared tasks; kept out of the package so that pure rooms load fast)

        auditlog.register(self.get_model("WorkCalendarDay"))
