"""Divisions by indicators: a table whose cells carry a sign, a word and a colour, never the colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SIGNS: Final = {"met": "●", "unmet": "✕", "no_data": "–", "reference": "○", "none": ""}
WORDS: Final = {"met": "达标", "unmet": "未达标", "no_data": "无数据", "reference": "参考", "none": "不承担"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One indicator of one division. `near`: not met, by little."""

    text: str
    verdict: str
    note: str = ""
    url: str = ""
    near: bool = False

    @property
    def sign(self) -> str:
        """●, ✕, △ for what is missed by little."""
        return "△" if self.near else SIGNS[self.verdict]

    @property
    def words(self) -> str:
        """What a reader of the screen is told."""
        return WORDS[self.verdict] + (f"，{self.note}" if self.note else "")


NOTHING: Final = Cell("", "none")


@dataclass(frozen=True, slots=True)
class Head:
    """A column: the code that is shown, the full name, its dimension, its page."""

    code: str
    name: str
    dimension: str
    url: str
    weight: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row: whose, the page, the cells, what they come to."""

    name: str
    url: str
    cells: tuple[Cell, ...]
    unmet: int
    total: str
    verdict: str

    @property
    def sign(self) -> str:
        """The sign of the conclusion."""
        return SIGNS[self.verdict]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What the template draws."""

    title: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]

    @property
    def dimensions(self) -> tuple[tuple[str, int], ...]:
        """Each dimension with how many columns stand under it, in order."""
        found: list[tuple[str, int]] = []
        for head in self.heads:
            if found and found[-1][0] == head.dimension:
                found[-1] = (head.dimension, found[-1][1] + 1)
            else:
                found.append((head.dimension, 1))
        return tuple(found)
