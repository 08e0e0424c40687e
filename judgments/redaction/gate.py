"""The leak gate: nothing public is let out while a secret of the case can be found in any part of it (R30, R39).

Every artefact is searched in the normalised form, part by part, attributes and properties too. Joining crosses runs,
blanks and line breaks inside a paragraph, never punctuation, cells or paragraphs. A hit passes only where it lies wholly
inside a place recorded in the edition as kept on purpose; absence is verified, replacements are not counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from judgments.redaction.edition import Edition
from judgments.redaction.gate_parts import CELL_GAP, Piece, pieces_of
from liwan_court.privacy.folding import Folded, comparable, fold_for_comparison
from liwan_court.privacy.matching import Hit, Matcher

_LONGEST_HINT: Final = 1
_GOES_ON: Final = re.compile(r"[0-9]{2}|[A-Za-z]{2}")
_ENDS_OF_LINES: Final = re.compile(rf"\n|{re.escape(CELL_GAP)}")


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret found in public. `hint` is its first character and its length, so that no message repeats it."""

    artefact: str
    part: str
    category: str
    where: str
    hint: str = ""

    def __str__(self) -> str:
        return (
            f"{self.artefact}（{self.part}，{self.where}）中仍有应当隐去的内容：{self.category} {self.hint}"
        )


@dataclass(slots=True)
class _KeptLine:
    """A line of the edition with places kept on purpose; it may stand in an artefact as often as in the edition."""

    times: int = 0
    reach: dict[int, int] = field(default_factory=dict)
    """Folded offset inside a kept place → the end of that place: a secret that ends before it passes."""


def _kept_lines(edition: Edition) -> dict[str, _KeptLine]:
    """Folded text → what is kept in it, for paragraphs with kept places, whole and line by line as plain text shows them."""
    places: dict[int, list[tuple[int, int]]] = {}
    for kept in edition.kept:
        places.setdefault(kept.paragraph, []).append((kept.start, kept.end))
    lines: dict[str, _KeptLine] = {}
    for index, spans in places.items():
        text = edition.paragraphs[index].text
        for begin, end in _lines(text):
            inside = [(s, e) for s, e in spans if begin <= s and e <= end]
            if inside:
                _note(lines, text[begin:end], [(s - begin, e - begin) for s, e in inside])
    return lines


def _lines(text: str) -> Iterator[tuple[int, int]]:
    yield 0, len(text)
    start, ends = 0, list(_ENDS_OF_LINES.finditer(text))
    for end in ends:
        yield start, end.start()
        start = end.end()
    if ends:
        yield start, len(text)


def _note(lines: dict[str, _KeptLine], text: str, spans: list[tuple[int, int]]) -> None:
    folded = fold_for_comparison(text)
    line = lines.setdefault(folded.text, _KeptLine())
    line.times += 1
    for start, end in spans:
        until = folded.folded_offset(end)
        for offset in range(folded.folded_offset(start), until):
            line.reach[offset] = max(until, line.reach.get(offset, 0))


class LeakGate:
    """The secrets of one edition, ready to be searched for in any number of artefacts."""

    def __init__(self, edition: Edition) -> None:
        self._categories: dict[str, str] = {}
        for category, text in edition.secrets:
            if len(folded := comparable(text)) > 1:
                self._categories.setdefault(folded, category)
        self._matcher = Matcher(self._categories)
        self._kept = _kept_lines(edition)
        self._clean: set[str] = set()
        """Texts in which nothing was found: the artefacts of an edition say the same, each text is folded once."""

    def search(self, name: str, content: bytes | str) -> Iterator[Leak]:
        """The leaks of one artefact."""
        if not self._categories:
            return
        used = Counter[str]()
        for piece in pieces_of(name, content):
            if piece.text not in self._clean:
                yield from self._leaks(name, piece, used)

    def _leaks(self, name: str, piece: Piece, used: Counter[str]) -> Iterator[Leak]:
        folded = fold_for_comparison(piece.text)
        hits = [
            hit for hit in self._matcher.find_overlapping(folded.text) if _is_bounded(piece.text, folded, hit)
        ]
        if not hits:
            self._clean.add(piece.text)
            return
        used[folded.text] += 1
        line = self._kept.get(folded.text)
        for hit in hits:
            if line is None or used[folded.text] > line.times or line.reach.get(hit.start, 0) < hit.end:
                hint = f"“{hit.needle[:_LONGEST_HINT]}…”（{len(hit.needle)}字）"
                yield Leak(name, piece.part, self._categories[hit.needle], piece.where, hint)


def _is_bounded(text: str, folded: Folded, hit: Hit) -> bool:
    """A number inside a longer number, or a Latin word inside a longer word, is another one."""
    first, last = hit.needle[0], hit.needle[-1]
    if not (first.isascii() or last.isascii()):
        return True
    start, end = folded.source_span(hit.start, hit.end)
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (_GOES_ON.match(before + first) or _GOES_ON.match(last + after))


def check(artefacts: Mapping[str, bytes | str], edition: Edition) -> list[Leak]:
    """All leaks of the artefacts (name → content). An empty list means that they may be public."""
    gate = LeakGate(edition)
    return [leak for name, content in artefacts.items() for leak in gate.search(name, content)]
