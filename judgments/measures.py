"""What oversight reads of this line."""

from __future__ import annotations

MEASURES: tuple[()] = ()
