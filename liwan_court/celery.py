"""Celery: beat only wakes; what is due is read from the database (R65, D1–D7)."""

import os
import warnings
from typing import Any

from celery import Celery
from celery.exceptions import SecurityWarning
from celery.schedules import crontab
from celery.signals import beat_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liwan_court.settings")
# Messages are JSON and nothing but names of tasks and ids: what the warning is about (pickle as root) cannot happen here.
warnings.filterwarnings("ignore", category=SecurityWarning)

app = Celery("liwan_court")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["liwan_court.registry", "liwan_court.timetable", "judgments", "livestream"])

WAKE = "liwan_court.timetable.tasks.wake"
SWEEP_SECONDS = 20.0
STALE_SWEEPS = {"expires": 60}
"""A sweep nobody took in a minute is dropped: the next one finds the same rows, and a queue left alone does not grow."""
app.conf.beat_schedule = {
    "collection-day": {"task": WAKE, "schedule": crontab(day_of_month="20", hour="9", minute="0")},
    "publication-day": {"task": WAKE, "schedule": crontab(day_of_month="25", hour="9", minute="0")},
    "friday-cut-off-and-publication": {
        "task": WAKE,
        "schedule": crontab(day_of_week="fri", hour="12,15", minute="0"),
    },
    "hourly": {"task": WAKE, "schedule": crontab(minute="0")},
    "posts-of-the-day": {
        "task": "liwan_court.timetable.tasks.follow_posts",
        "schedule": crontab(hour="0", minute="5"),
    },
    "daily-list": {"task": "judgments.tasks.keep_daily_list", "schedule": crontab(hour="7", minute="30")},
    "nightly-leak-check": {
        "task": "judgments.tasks.check_everything_published",
        "schedule": crontab(hour="2", minute="30"),
    },
    "nightly-purge": {"task": "judgments.tasks.purge_index", "schedule": crontab(hour="3", minute="30")},
    "nightly-gate-counters": {
        "task": "liwan_court.registry.tasks.clean_gate_counters",
        "schedule": crontab(hour="4", minute="40"),
    },
    "oversight-reminders": {
        "task": "oversight.tasks.send_reminders",
        "schedule": crontab(hour="8", minute="10"),
    },
    "livestream-morning": {"task": "livestream.tasks.every_morning", "schedule": crontab(minute="10")},
    "make-replays": {"task": "livestream.tasks.make_replays", "schedule": 60.0, "options": STALE_SWEEPS},
    "nightly-pieces": {"task": "livestream.tasks.clean_pieces", "schedule": crontab(hour="4", minute="10")},
    "mail-notices": {"task": "livestream.tasks.mail_notices", "schedule": 60.0, "options": STALE_SWEEPS},
    "sweep-posts": {
        "task": "livestream.tasks.send_posts",
        "schedule": SWEEP_SECONDS,
        "options": STALE_SWEEPS,
    },
    "sweep-pdfs": {"task": "judgments.tasks.sweep_pdfs", "schedule": 300.0, "options": STALE_SWEEPS},
    "sweep-uploads": {
        "task": "judgments.tasks.sweep_uploads",
        "schedule": SWEEP_SECONDS,
        "options": STALE_SWEEPS,
    },
    "sweep-index": {
        "task": "judgments.tasks.sweep_index_outbox",
        "schedule": SWEEP_SECONDS,
        "options": STALE_SWEEPS,
    },
}


@beat_init.connect  # type: ignore[untyped-decorator]
def wake_at_start(**_: Any) -> None:
    """A late start catches up at once instead of at the next full hour."""
    app.send_task(WAKE)
