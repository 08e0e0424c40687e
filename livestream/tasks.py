"""What the worker does for this line. A message is a hint, the row is the job: every task is safe to run twice."""

from __future__ import annotations

from celery import shared_task

from livestream.actions import notify, prepare, publish_post, remind
from livestream.actions import send_posts as sending


@shared_task
def every_morning() -> None:
    """Open the coming month, remind of lists and of preparations, record what nobody screened (R46, R52, D22)."""
    remind.every_morning()
    prepare.remind()
    publish_post.end_past_sessions()


@shared_task
def mail_notices() -> None:
    """Mail the notices that wait (R47)."""
    notify.send_all()


@shared_task
def send_posts() -> None:
    """Take published posts outside, each once; rows whose worker died are laid before a person (R44)."""
    sending.send_due()
