"""What Celery beat wakes."""

from celery import shared_task

from liwan_court.registry import appointments
from liwan_court.timetable import runs


@shared_task
def wake() -> None:
    """Run whatever is due."""
    runs.wake()


@shared_task
def follow_posts() -> None:
    """Deputies begin and end by date with nobody touching them; their groups follow."""
    appointments.sync_all_groups()
