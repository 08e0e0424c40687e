"""Where a story takes its values from: the cast, and days and sums drawn around the day a case was accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from judgments.demo import names
from judgments.demo.model import DemoParty, Someone

if TYPE_CHECKING:
    from judgments.demo.cast import Cast


@dataclass(slots=True)
class Scene:
    """The values of one story; `parties` fills up in the order in which they are brought on."""

    cast: Cast
    accepted_on: date
    values: dict[str, Any] = field(default_factory=dict)
    parties: list[DemoParty] = field(default_factory=list)

    def party(self, key: str, role: str, who: Someone) -> Someone:
        """Bring a party on, known to the text by `key`."""
        self.parties.append(DemoParty(role, who))
        self.values[key] = who
        return who

    def tell(self, **values: Any) -> None:
        """More values for the text."""
        self.values.update(values)

    def number(self, low: int, high: int, step: int = 1) -> int:
        """A number between two others, in steps."""
        return low + step * self.cast.rng.randint(0, (high - low) // step)

    def ago(self, most: int, least: int) -> date:
        """A day between `most` and `least` days before the case was accepted."""
        return self.accepted_on - timedelta(days=self.cast.rng.randint(least, most))

    def later(self, day: date, least: int, most: int) -> date:
        """A day some days after another."""
        return day + timedelta(days=self.cast.rng.randint(least, most))

    def street(self) -> str:
        """A street of the district, without a number."""
        return self.cast.rng.choice(names.STREETS)

    def bank(self) -> str:
        """An invented bank."""
        return self.cast.rng.choice(names.BANKS)

    def somebody(self) -> str:
        """The name of somebody who is no party."""
        return self.cast.name()[0]

    def clock_hour(self) -> str:
        """An hour of the day, as a court writes it."""
        return f"{self.number(8, 21)}时{self.number(10, 55, 5)}分"


def month_text(day: date) -> str:
    """2026年3月."""
    return f"{day.year}年{day.month}月"


def weekday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day
