"""What oversight counts of its own work: meetings, attendance, tasks, rectification, training, bulletins (R3–R9, R17, R19)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from oversight.counting import meetings, work

if TYPE_CHECKING:
    from liwan_court.measuring import Measure

MEASURES: Final[tuple[Measure, ...]] = (*meetings.MEASURES, *work.MEASURES)
