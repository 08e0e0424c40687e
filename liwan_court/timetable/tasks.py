"""What Celery beat wakes."""

from celery import shared_task

from liwan_court.timetable import runs


@shared_task
def wake() -> None:
    """Run whatever is due."""
    runs.wake()
