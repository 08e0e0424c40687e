"""Every measure the apps offer, by name: what an indicator may choose from, and nothing else (D20)."""

from __future__ import annotations

from functools import cache

import enforcement_logs.measures
import judgments.measures
import livestream.measures
import liwan_court.registry.measures
import oversight.measures
from liwan_court.measuring import Measure


class UnknownMeasure(LookupError):  # noqa: N818  (reads as what it is)
    """No app offers a measure of this name. The message is Chinese."""


@cache
def measures() -> dict[str, Measure]:
    """All measures by name, in the order of the apps. Raises ValueError where two apps use one name."""
    rooms = (
        judgments.measures, livestream.measures, enforcement_logs.measures, liwan_court.registry.measures, oversight.measures,
    )  # fmt: skip
    found: dict[str, Measure] = {}
    for room in rooms:
        for measure in room.MEASURES:
            if measure.name in found:
                raise ValueError(measure.name)
            found[measure.name] = measure
    return found


def measure(name: str) -> Measure:
    """The measure of a name. Raises UnknownMeasure."""
    try:
        return measures()[name]
    except KeyError:
        raise UnknownMeasure(f"没有名为“{name}”的取数项，可用的是：{'、'.join(measures())}。") from None
