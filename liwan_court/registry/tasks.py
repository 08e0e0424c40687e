"""What the register does by itself: counters of the gate that count no more are removed."""

from __future__ import annotations

from celery import shared_task

from liwan_court.registry.gate.counters import clean


@shared_task
def clean_gate_counters() -> int:
    """Nightly. Returns how many rows went."""
    return clean()
