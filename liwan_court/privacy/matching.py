"""All places of many strings in a text, longest first, in one pass.

The cost grows with the length of the text and not with the number of strings: candidates are found by their first character,
then looked up once for each length that a string with the same two characters at its head has. Serves R30.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Accept = Callable[[int, int, str], bool]


@dataclass(frozen=True, slots=True)
class Hit:
    """`needle` stands at [start, end) of the text searched."""

    start: int
    end: int
    needle: str


class Matcher:
    """A set of needles. Needles and text must have been folded in the same way by the caller."""

    def __init__(self, needles: Iterable[str]) -> None:
        self._wanted = {needle for needle in needles if needle}
        lengths: dict[str, set[int]] = defaultdict(set)
        for needle in self._wanted:
            lengths[needle[:2]].add(len(needle))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}
        first = "".join(sorted({re.escape(needle[0]) for needle in self._wanted}))
        self._first = re.compile(f"[{first}]") if first else None

    def _at(self, text: str, position: int) -> Iterator[str]:
        for head in (text[position : position + 2], text[position]):
            for length in self._lengths.get(head, ()):
                if (needle := text[position : position + length]) in self._wanted:
                    yield needle

    def find(self, text: str, accept: Accept | None = None) -> list[Hit]:
        """Non-overlapping places from left to right, the longest accepted needle at each.

        `accept(start, end, needle)` may refuse a place; then the next shorter needle is tried there.
        """
        if self._first is None:
            return []
        hits: list[Hit] = []
        position = 0
        while candidate := self._first.search(text, position):
            position = candidate.start()
            for needle in self._at(text, position):
                if accept is None or accept(position, position + len(needle), needle):
                    hits.append(Hit(position, position + len(needle), needle))
                    position += len(needle) - 1
                    break
            position += 1
        return hits

    def find_overlapping(self, text: str) -> list[Hit]:
        """Every place of every needle, overlapping ones too."""
        if self._first is None:
            return []
        return [
            Hit(candidate.start(), candidate.start() + len(needle), needle)
            for candidate in self._first.finditer(text)
            for needle in dict.fromkeys(self._at(text, candidate.start()))
        ]
