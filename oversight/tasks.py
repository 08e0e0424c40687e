"""What oversight does by itself every day: reminders of what is overdue (R7). Inspections run by their deadlines."""

from __future__ import annotations

from celery import shared_task

from oversight.actions.reminders import remind


@shared_task
def send_reminders() -> int:
    """Each morning. Returns how many were sent."""
    return remind()
