"""Fills a portal with cases and log entries, in bulk: `python -m tests.benchmarks.many_entries CASES ENTRIES` prints nothing."""

from __future__ import annotations

import datetime as dt
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liwan_court.settings")


def fill(cases: int, entries: int) -> None:
    """So many entries spread over so many cases, of one officer, written before the last Friday noon."""
    from django.contrib.auth import get_user_model

    from enforcement_logs.models import Category, EntryVersion, LogEntry
    from liwan_court.registry.models import Case, Division, Officer
    from liwan_court.timetable import clock, runs

    due = runs.latest_due("log_publication", clock.now())
    if due is None or due.due is None:
        raise ValueError("no Friday yet")
    moment = due.due - dt.timedelta(days=1)
    user = get_user_model().objects.create(username="many")
    officer = Officer.objects.create(name="执行员", staff_no="many", user=user)
    division = Division.objects.get(code="zhixing")
    for number in range(1, cases + 1):
        Case.objects.create(number=f"（2026）粤0103执{number}号", division=division, handling_judge=officer)
    rows, category = list(Case.objects.all()), Category.objects.get(code="talk")
    made = LogEntry.objects.bulk_create(
        [
            LogEntry(
                case=rows[n % cases],
                category=category,
                officer=officer,
                happened_at=moment,
                written_at=moment,
                audience_set_at=moment,
            )
            for n in range(entries)
        ],
        batch_size=2000,
    )
    EntryVersion.objects.bulk_create(
        [
            EntryVersion(
                entry=entry, text=f"约谈被执行人，第{n}次。" * 5, public_text=f"约谈被执行人，第{n}次。" * 5,
                written_at=moment,
            )
            for n, entry in enumerate(made)
        ],
        batch_size=2000,
    )  # fmt: skip


if __name__ == "__main__":
    django.setup()
    fill(int(sys.argv[1]), int(sys.argv[2]))
