"""What the register does by itself: counters of the gate that count no more and sessions that are over are removed."""

from __future__ import annotations

from celery import shared_task
from django.core.management import call_command

from liwan_court.registry.gate.counters import clean


@shared_task
def clean_gate_counters() -> int:
    """Nightly. Returns how many counters went."""
    call_command("clearsessions")
    return clean()
