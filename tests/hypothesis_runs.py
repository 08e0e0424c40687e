"""How long the property tests look: a few fixed examples in the suite, many new ones with HYPOTHESIS_PROFILE=faults."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

FAULTS = os.environ.get("HYPOTHESIS_PROFILE") == "faults"
TIMES_MORE = 40


def examples(count: int) -> settings:
    """`count` examples, always the same ones; `make faults` draws `TIMES_MORE` as many new ones."""
    return settings(
        max_examples=count * TIMES_MORE if FAULTS else count,
        derandomize=not FAULTS,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
