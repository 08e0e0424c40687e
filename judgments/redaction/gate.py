"""The leak gate: nothing public is let out while a secret of the case can be found in any part of it (R30, R39).

Every artefact is searched in the normalised form, part by part, attributes and properties too. Joining crosses runs,
blanks and line breaks inside a paragraph, never punctuation, cells or paragraphs. A hit passes only where it lies wholly
inside a place recorded in the edition as kept on purpose; absence is verified, replacements are not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from judgments.redaction.edition import Edition
from judgments.redaction.gate_parts import Piece, pieces_of
from liwan_court.privacy.folding import Folded, comparable, fold_for_comparison
from liwan_court.privacy.matching import Hit, Matcher

_LONGEST_HINT: Final = 1


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


@dataclass(frozen=True, slots=True)
class _KeptPlace:
    paragraph: str
    start: int
    end: int


def _kept_places(edition: Edition) -> list[_KeptPlace]:
    places = []
    for kept in edition.kept:
        folded = fold_for_comparison(edition.paragraphs[kept.paragraph].text)
        start, end = folded.folded_offset(kept.start), folded.folded_offset(kept.end)
        places.append(_KeptPlace(folded.text, start, end))
    return places


class LeakGate:
    """The secrets of one edition, ready to be searched for in any number of artefacts."""

    def __init__(self, edition: Edition) -> None:
        self._categories: dict[str, str] = {}
        for category, text in edition.secrets:
            if len(folded := comparable(text)) > 1:
                self._categories.setdefault(folded, category)
        self._matcher = Matcher(self._categories)
        self._kept = _kept_places(edition)

    def search(self, name: str, content: bytes | str) -> Iterator[Leak]:
        """The leaks of one artefact."""
        for piece in pieces_of(name, content):
            folded = fold_for_comparison(piece.text)
            for hit in self._matcher.find_overlapping(folded.text):
                if _is_bounded(piece.text, folded, hit) and not self._passes(folded.text, hit):
                    yield self._leak(name, piece, hit)
        if isinstance(content, str) and "<" in content:
            yield from self._search_raw(name, content)

    def _search_raw(self, name: str, content: str) -> Iterator[Leak]:
        """Text that only shows when markup is read as text: a secret stands in a tag no reader of the page would see."""
        folded = fold_for_comparison(content)
        seen = {
            hit.needle
            for piece in pieces_of(name, content)
            for hit in self._matcher.find_overlapping(comparable(piece.text))
        }
        for hit in self._matcher.find_overlapping(folded.text):
            if hit.needle not in seen and _is_bounded(content, folded, hit):
                yield self._leak(name, Piece(name, "源代码", ""), hit)

    def _passes(self, text: str, hit: Hit) -> bool:
        for place in self._kept:
            at = text.find(place.paragraph)
            while at >= 0:
                if at + place.start <= hit.start and hit.end <= at + place.end:
                    return True
                at = text.find(place.paragraph, at + 1)
        return False

    def _leak(self, name: str, piece: Piece, hit: Hit) -> Leak:
        hint = f"“{hit.needle[:_LONGEST_HINT]}…”（{len(hit.needle)}字）"
        return Leak(name, piece.part, self._categories[hit.needle], piece.where, hint)


def _is_bounded(text: str, folded: Folded, hit: Hit) -> bool:
    """A number or a Latin word inside a longer one is another one."""
    start, end = folded.source_span(hit.start, hit.end)
    before, after = text[start - 1 : start], text[end : end + 1]
    first, last = hit.needle[0], hit.needle[-1]
    if re.match(r"[0-9a-z]", first) and re.match(r"[0-9A-Za-z]", before):
        return False
    return not (re.match(r"[0-9a-z]", last) and re.match(r"[0-9A-Za-z]", after))


def check(artefacts: Mapping[str, bytes | str], edition: Edition) -> list[Leak]:
    """All leaks of the artefacts (name → content). An empty list means that they may be public."""
    gate = LeakGate(edition)
    return [leak for name, content in artefacts.items() for leak in gate.search(name, content)]
