"""From boards to charts: each chart's title says the finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from liwan_court.measuring import Span
    from liwan_court.registry.models import Division
    from oversight.inspecting import Defined
    from oversight.models import Inspection
    from oversight.reading import Board

    Quarters = list[tuple[Span, Inspection | None]]


def matrix(board: Board) -> Any:
    """Divisions by indicators."""
    return None


def points_trend(quarters: Quarters, board: Board | None, division: Division | None = None) -> Any:
    """Points over the quarters."""
    return None


def indicator_trend(quarters: Quarters, found: Defined, division: Division | None) -> Any:
    """One indicator over the quarters."""
    return None
