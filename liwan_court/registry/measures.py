"""What oversight reads of the register (R40, R63)."""

from __future__ import annotations

MEASURES: tuple[()] = ()
