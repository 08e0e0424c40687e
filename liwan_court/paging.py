"""The pages of a long public list: all of them can be reached, none is cut off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

AROUND = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the pager; an empty address is the present page, an empty label a gap."""

    label: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Pager:
    """Where the reader is in a list of `total` rows."""

    total: int
    page: int
    size: int
    address: Callable[[int], str]

    @property
    def last(self) -> int:
        """Number of pages, at least 1."""
        return max(1, -(-self.total // self.size))

    @property
    def is_beyond(self) -> bool:
        """Whether the page asked for lies behind the last one."""
        return self.page > self.last

    @property
    def slice(self) -> slice:
        """The rows of the page."""
        return slice((self.page - 1) * self.size, self.page * self.size)

    @property
    def first_row(self) -> int:
        """Number of the first row shown."""
        return min(self.total, (self.page - 1) * self.size + 1)

    @property
    def last_row(self) -> int:
        """Number of the last row shown."""
        return min(self.total, self.page * self.size)

    @property
    def previous(self) -> str:
        """Address of the page before, empty on the first."""
        return self.address(self.page - 1) if self.page > 1 else ""

    @property
    def next(self) -> str:
        """Address of the next page, empty on the last."""
        return self.address(self.page + 1) if self.page < self.last else ""

    @property
    def steps(self) -> list[Step]:
        """First, last and neighbours; gaps between them."""
        near = range(self.page - AROUND, self.page + AROUND + 1)
        shown = sorted({1, self.last} | {number for number in near if 1 <= number <= self.last})
        steps: list[Step] = []
        for before, number in zip([0, *shown], shown, strict=False):
            if number - before > 1:
                steps.append(Step(""))
            steps.append(Step(str(number), "" if number == self.page else self.address(number)))
        return steps
