"""The rotation's place as it is kept in a month's row, and the slots of a month as JSON types."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from livestream.rotation import Cursor, Position, Slot, Unit


def cursor_to_json(cursor: Cursor) -> dict[str, Any]:
    """A cursor as JSON types."""
    return {
        "unit": cursor.unit.value,
        "positions": {
            str(kind): {"order": list(p.order), "first": p.first, "begun": p.begun}
            for kind, p in cursor.positions.items()
        },
    }


def cursor_from_json(data: dict[str, Any]) -> Cursor:
    """The inverse of `cursor_to_json`."""
    return Cursor(
        Unit(data["unit"]),
        {
            int(kind): Position(tuple(p["order"]), p["first"], p["begun"])
            for kind, p in data["positions"].items()
        },
    )


def slot_to_json(slot: Slot) -> dict[str, Any]:
    """A slot as JSON types."""
    return {**asdict(slot), "date": slot.date.isoformat()}


def slot_from_json(data: dict[str, Any]) -> Slot:
    """The inverse of `slot_to_json`."""
    return Slot(**{**data, "date": date.fromisoformat(data["date"])})
