"""Normalised comparison with a way back: the same name is found however it was typed.

Two foldings. `fold_for_comparison` is for names and addresses: NFKC, case folded, white space, zero-width characters,
soft hyphens and line breaks removed, brackets of either width one form, quotation marks one form, middle dots one
form, traditional and variant characters as their usual form. `fold_for_numbers` is for identifiers: NFKC and no zero-width
characters, but white space stays a single blank each, because two numbers with a blank between them are two numbers.

Serves R30 (consistent through the text) and D12.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from typing import Final

from liwan_court.privacy.variants import VARIANTS

_DOTS: Final = "·•・‧∙⋅･．.●᛫⸱"
_OPENING: Final = "（([［【〔〖{｛"
_CLOSING: Final = "）)]］】〕〗}｝"
_QUOTES: Final = "“”„‟\"＂‘’'＇「」『』﹁﹂﹃﹄`′″〝〞"
_DASHES: Final = "-‐‑‒–—―－−﹣"
_ROUND_ZEROS: Final = "〇○◯"
_FILLERS: Final = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
"""Characters that show nothing although Unicode counts them as letters, marks or symbols."""
_CROSSES: Final = "×✕✖╳⨯"


class Folded:
    """A folded text and the way back to the text it was made from.

    Most characters become exactly one; only the others are remembered, and not before an offset is asked for.
    """

    __slots__ = ("_irregular", "_source", "_starts", "text")

    def __init__(self, text: str, source: str = "", irregular: Mapping[str, int] | None = None) -> None:
        """`irregular` are the characters of `source` that become none or several, with how many; None if there are none."""
        self.text = text
        self._source = source
        self._irregular = irregular
        self._starts: tuple[list[int], list[int], list[int]] | None = None

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source text that the folded span [start, end) was made from; `start < end`."""
        if self._irregular is None:
            return start, end
        return self._origin(start), self._origin(end - 1) + 1

    def folded_offset(self, source: int) -> int:
        """The first folded offset that stems from `source` or from a later character."""
        if self._irregular is None:
            return source
        starts, places, lengths = self._anchors()
        before = bisect_left(places, source) - 1
        return source if before < 0 else starts[before] + lengths[before] + source - places[before] - 1

    def _origin(self, offset: int) -> int:
        starts, places, lengths = self._anchors()
        before = bisect_right(starts, offset) - 1
        if before < 0:
            return offset
        return places[before] + max(0, offset - starts[before] - lengths[before] + 1)

    def _anchors(self) -> tuple[list[int], list[int], list[int]]:
        """For each irregular character where its form begins, where it stands itself, and how long its form is."""
        if self._starts is None:
            irregular = self._irregular or {}
            places = [place for place, character in enumerate(self._source) if character in irregular]
            lengths = [irregular[self._source[place]] for place in places]
            grown = accumulate((length - 1 for length in lengths), initial=0)
            self._starts = [place + by for place, by in zip(places, grown, strict=False)], places, lengths
        return self._starts


def _is_invisible(character: str) -> bool:
    category = unicodedata.category(character)
    return (
        category in {"Cf", "Cc"}
        or character in _FILLERS
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def _compared(character: str) -> str:
    if character.isspace() or _is_invisible(character):
        return ""
    for group, form in (
        (_DOTS, "·"),
        (_OPENING, "("),
        (_CLOSING, ")"),
        (_QUOTES, '"'),
        (_DASHES, "-"),
        (_ROUND_ZEROS, "〇"),
        (_CROSSES, "×"),
    ):
        if character in group:
            return form
    normal = unicodedata.normalize("NFKC", character).casefold()
    return "".join(VARIANTS.get(c, c) for c in normal if not c.isspace())


def _numeric(character: str) -> str:
    if character.isspace():
        return " "
    if _is_invisible(character):
        return ""
    if character in _DASHES:
        return "-"
    normal = unicodedata.normalize("NFKC", character)
    return normal if len(normal) == 1 else character


class _Table(dict[int, str]):
    """A translation table that is filled as characters are met; `irregular` (character → how many) become none or several."""

    def __init__(self, form: Callable[[str], str]) -> None:
        super().__init__()
        self._form = form
        self.irregular: dict[str, int] = {}
        self._grows = False

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = self._form(character)
        self[code] = folded
        if len(folded) != 1:
            self.irregular[character] = len(folded)
            self._grows = self._grows or len(folded) > 1
        return folded

    def fold(self, text: str) -> Folded:
        folded = text.translate(self)
        if len(folded) == len(text) and not self._grows:
            return Folded(folded)
        return Folded(folded, text, self.irregular)


_COMPARISON: Final = _Table(_compared)
_NUMBERS: Final = _Table(_numeric)


def fold_for_comparison(text: str) -> Folded:
    """`text` as names and addresses are compared, with the way back."""
    return _COMPARISON.fold(text)


def fold_for_numbers(text: str) -> Folded:
    """`text` as numbers are searched, with the way back; a blank stays a blank."""
    return _NUMBERS.fold(text)


def comparable(text: str) -> str:
    """`text` as it is compared, without the way back."""
    return text.translate(_COMPARISON)


def same(one: str, other: str) -> bool:
    """Whether two texts are the same name."""
    return comparable(one) == comparable(other)


def distinct(texts: Iterable[str]) -> list[str]:
    """The texts without those that compare as one already given, in order; empty ones are left out."""
    seen: dict[str, str] = {}
    for text in texts:
        key = comparable(text)
        if key:
            seen.setdefault(key, text)
    return list(seen.values())
