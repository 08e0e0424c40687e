"""The seal of an inspection: a SHA-256 over everything that was kept of it, so that anybody can recount it from the rows (R11).

The order is that in which the rows were kept. Numbers have the places of their columns, texts their stored length.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from oversight.models import Conclusion, Evidence, Inspection, Score


def seal(
    indicators: list[dict[str, Any]], scores: Iterable[Score], conclusions: Iterable[Conclusion], evidence: Iterable[Evidence]
) -> str:  # fmt: skip
    """Over the definitions, every score, every conclusion and every row held against somebody; 64 hex digits."""
    digest = hashlib.sha256()
    parts: tuple[Iterable[Any], ...] = (
        indicators, map(_score, scores), map(_conclusion, conclusions), map(_evidence, evidence),
    )  # fmt: skip
    for part in parts:
        for row in part:
            digest.update(json.dumps(row, ensure_ascii=False, sort_keys=True).encode() + b"\n")
        digest.update(b"\f")
    return digest.hexdigest()


def is_intact(inspection: Inspection) -> bool:
    """Whether the rows as they are kept today still give the seal of the day."""
    kept = seal(
        inspection.indicators,
        inspection.scores.order_by("pk"),
        inspection.conclusions.order_by("pk"),
        inspection.evidence.order_by("pk").iterator(chunk_size=5000),
    )
    return kept == inspection.seal


def _score(row: Score) -> list[Any]:
    value, weight, points = _number(row.value, 4), _number(row.weight, 2), _number(row.points, 4)
    return [
        row.code,
        row.division_id,
        row.numerator,
        row.denominator,
        value,
        weight,
        points,
        str(row.verdict),
    ]


def _conclusion(row: Conclusion) -> list[Any]:
    counts = [row.met, row.unmet, row.no_data]
    return [
        row.division_id,
        row.division_name,
        row.responsible_name,
        _number(row.points, 2),
        str(row.verdict),
        *counts,
    ]


def _evidence(row: Evidence) -> list[Any]:
    return [row.code, row.division_id, row.what, row.detail, row.url]


def _number(value: Decimal | None, places: int) -> str | None:
    return None if value is None else str(value.quantize(Decimal(1).scaleb(-places)))
