"""Automatic numbers of paragraphs: "一、" that stands in no text, only in numbering.xml, becomes text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from judgments.intake.numerals import numeral
from judgments.intake.xmltree import Element, W, number, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    number_format: str
    text: str
    restart: int | None


class Numbering:
    """Counts through one document. Lists of one abstract definition share their counters, as in Word."""

    def __init__(self, root: Element | None) -> None:
        self._abstract_of: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._overrides: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, list[int | None]] = {}
        if root is not None:
            self._load(root)

    def label(self, number_id: str | None, level: int | None) -> str:
        """The number of the next paragraph of this list ("一、", "(3) "), "" for no number or a bullet."""
        abstract = self._abstract_of.get(number_id or "")
        if number_id in (None, "", "0") or abstract is None:
            return ""
        depth = min(max(level or 0, 0), _LEVELS - 1)
        counters = self._counters.setdefault(abstract, [None] * _LEVELS)
        for started, first in self._starts.pop(number_id, {}).items():
            counters[started] = first - 1
        self._count(counters, number_id, depth)
        return self._render(counters, number_id, depth)

    def _count(self, counters: list[int | None], number_id: str, depth: int) -> None:
        previous = counters[depth]
        counters[depth] = self._level(number_id, depth).start if previous is None else previous + 1
        for deeper in range(depth + 1, _LEVELS):
            restart = self._level(number_id, deeper).restart
            if restart != 0 and (restart is None or depth < restart):
                counters[deeper] = None

    def _render(self, counters: list[int | None], number_id: str, depth: int) -> str:
        level = self._level(number_id, depth)
        if level.number_format == "bullet":
            return ""

        def place(match: re.Match[str]) -> str:
            shown = int(match.group(1)) - 1
            of_level = self._level(number_id, shown)
            current = counters[shown]
            return numeral(of_level.start if current is None else current, of_level.number_format)

        label = _PLACE.sub(place, level.text)
        return f"{label} " if label and label[-1].isascii() and label[-1] != " " else label

    def _level(self, number_id: str, depth: int) -> _Level:
        own = self._overrides.get(number_id, {}).get(depth)
        return own or self._levels[self._abstract_of[number_id]].get(depth, _NO_LEVEL)

    def _load(self, root: Element) -> None:
        links: dict[str, str] = {}
        by_style: dict[str, str] = {}
        for abstract in root.iterfind(f"{W}abstractNum"):
            identifier = abstract.get(f"{W}abstractNumId", "")
            self._levels[identifier] = _levels_of(abstract)
            if style := value(abstract, f"{W}numStyleLink"):
                links[identifier] = style
            if style := value(abstract, f"{W}styleLink"):
                by_style[style] = identifier
        for row in root.iterfind(f"{W}num"):
            abstract_id = value(row, f"{W}abstractNumId") or ""
            abstract_id = by_style.get(links.get(abstract_id, ""), abstract_id)
            if abstract_id in self._levels:
                self._load_number(row, row.get(f"{W}numId", ""), abstract_id)

    def _load_number(self, row: Element, number_id: str, abstract_id: str) -> None:
        self._abstract_of[number_id] = abstract_id
        for override in row.iterfind(f"{W}lvlOverride"):
            depth = min(max(number(override.get(f"{W}ilvl")), 0), _LEVELS - 1)
            start = value(override, f"{W}startOverride")
            if start is not None:
                self._starts.setdefault(number_id, {})[depth] = number(start, 1)
            level = override.find(f"{W}lvl")
            if level is not None:
                self._overrides.setdefault(number_id, {})[depth] = _level_of(level)


_NO_LEVEL = _Level(1, "none", "", None)


def _levels_of(abstract: Element) -> dict[int, _Level]:
    return {number(level.get(f"{W}ilvl")): _level_of(level) for level in abstract.iterfind(f"{W}lvl")}


def _level_of(level: Element) -> _Level:
    restart = value(level, f"{W}lvlRestart")
    return _Level(
        start=number(value(level, f"{W}start"), 0),
        number_format=value(level, f"{W}numFmt") or "decimal",
        text=value(level, f"{W}lvlText") or "",
        restart=None if restart is None else number(restart),
    )
