"""What oversight does by itself every day: reminders of what is overdue (R7). Inspections run by their deadlines."""

from __future__ import annotations

from celery import shared_task

from oversight.actions.reminders import mail_all, remind


@shared_task
def send_reminders() -> int:
    """Each morning, in the portal and by mail; a mail that failed is tried again the next day. Returns how many were sent."""
    sent = remind()
    mail_all()
    return sent
