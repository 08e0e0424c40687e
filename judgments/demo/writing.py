"""From a template to prose: parts, choices between ways of saying a thing, names, sums and dates.

A template is a text file in `texts/`, one paragraph a line, `P|` procedure, `C|` claims, `D|` defence, `F|` facts,
`R|` reasoning, `O|` ruling. `<a|b>` is a choice, `{p}` a value of the story.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from judgments.demo.model import Line, PartKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

TEXTS: Final = Path(__file__).parent / "texts"
_CHOICE: Final = re.compile(r"<([^<>]+)>")
_PARTS: Final[dict[str, PartKind]] = {
    "P": "procedure", "C": "claims", "D": "defence", "F": "facts", "R": "reasoning", "O": "ruling",
}  # fmt: skip
_DIGITS: Final = "〇一二三四五六七八九"


class _Prose(Formatter):
    """Dates as a court writes them, everything else as it is."""

    def format_field(self, value: Any, format_spec: str) -> str:
        return day_text(value) if isinstance(value, date) else str(super().format_field(value, format_spec))


_PROSE: Final = _Prose()


def compose(template: str, values: Mapping[str, Any], rng: Random) -> list[Line]:
    """The body of a document. Raises KeyError when the story lacks a value that the template names."""
    return [Line(part, tell(text, values, rng)) for part, text in _read(template)]


def tell(text: str, values: Mapping[str, Any], rng: Random) -> str:
    """One paragraph with its choices made and its values filled in."""
    chosen = _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), text)
    return _PROSE.vformat(chosen, (), values)


@cache
def _read(template: str) -> tuple[tuple[PartKind, str], ...]:
    lines = (TEXTS / f"{template}.txt").read_text(encoding="utf-8").splitlines()
    return tuple((_PARTS[line[0]], line[2:]) for line in lines if line)


def day_text(day: date) -> str:
    """2026年3月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def signed_date(day: date) -> str:
    """二〇二六年三月五日, as under a judgment."""
    year = "".join(_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{numeral(day.month)}月{numeral(day.day)}日"


def numeral(value: int) -> str:
    """The Chinese numeral of 1 to 99."""
    tens, units = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[units] if units else "")
