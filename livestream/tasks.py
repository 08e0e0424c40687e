"""What the worker does for this line. A message is a hint, the row is the job: every task is safe to run twice."""

from __future__ import annotations

from celery import shared_task

from livestream.actions import notify, prepare, publish_post, remind, replays
from livestream.actions import send_posts as sending
from livestream.broadcast import recording


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


@shared_task
def make_replays() -> None:
    """Make the replay of each broadcast whose last piece is out; one that fails waits for the next time (R51, R56)."""
    replays.make_due()


@shared_task
def clean_pieces() -> None:
    """Remove the private pieces whose time is over."""
    recording.clean()
