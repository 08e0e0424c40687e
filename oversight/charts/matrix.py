"""Indicators by divisions: a table whose cells carry a sign, a word and a colour, never the colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

SIGNS: Final = {"met": "●", "unmet": "✕", "no_data": "", "reference": "○", "none": ""}
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
    """A column: a division or the court, its page, what it came to."""

    name: str
    url: str
    total: str
    verdict: str

    @property
    def sign(self) -> str:
        """The sign of the conclusion."""
        return SIGNS[self.verdict]


@dataclass(frozen=True, slots=True)
class Line:
    """A row: an indicator with its page and its cells, one for each column."""

    code: str
    name: str
    dimension: str
    url: str
    weight: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What the template draws."""

    title: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """The rows by dimension, in order."""
        return tuple(
            (name, tuple(rows)) for name, rows in groupby(self.lines, key=lambda line: line.dimension)
        )

    @property
    def width(self) -> int:
        """How many columns there are with the names of the rows."""
        return len(self.heads) + 1
