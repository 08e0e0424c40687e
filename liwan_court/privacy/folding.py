"""Normalised comparison with a way back: the same name is found however it was typed.

Two foldings. `fold_for_comparison` is for names and addresses: NFKC, case folded, white space, zero-width characters,
soft hyphens and line breaks removed, brackets of either width one form, quotation marks one form, middle dots one
form, traditional and variant characters as their usual form. `fold_for_numbers` is for identifiers: NFKC and no zero-width
characters, but white space stays a single blank each, because two numbers with a blank between them are two numbers.

Serves R30 (consistent through the text) and D12.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from liwan_court.privacy.variants import VARIANTS

_DOTS: Final = "·•・‧∙⋅･．.●᛫⸱"
_OPENING: Final = "（([［【〔〖{｛"
_CLOSING: Final = "）)]］】〕〗}｝"
_QUOTES: Final = "“”„‟\"＂‘’'＇「」『』﹁﹂﹃﹄`′″〝〞"
_DASHES: Final = "-‐‑‒–—―－−﹣"
_ROUND_ZEROS: Final = "〇○◯"
_CROSSES: Final = "×✕✖╳⨯"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to the text it was made from.

    `origin` gives for each folded character the offset of its source character; None means the offsets are the same.
    """

    text: str
    origin: tuple[int, ...] | None = None

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source text that the folded span [start, end) was made from; `start < end`."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1

    def folded_offset(self, source: int) -> int:
        """The first folded offset that stems from `source` or from a later character."""
        return source if self.origin is None else bisect_left(self.origin, source)


def _is_invisible(character: str) -> bool:
    category = unicodedata.category(character)
    return (
        category in {"Cf", "Cc"}
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
    """A translation table that is filled as characters are met; `irregular` are those that do not become exactly one."""

    def __init__(self, form: Callable[[str], str]) -> None:
        super().__init__()
        self._form = form
        self.irregular: set[str] = set()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = self._form(character)
        self[code] = folded
        if len(folded) != 1:
            self.irregular.add(character)
        return folded

    def fold(self, text: str) -> Folded:
        folded = text.translate(self)
        if self.irregular.isdisjoint(text):
            return Folded(folded)
        lengths = [len(self[ord(character)]) for character in text]
        return Folded(folded, tuple(index for index, length in enumerate(lengths) for _ in range(length)))


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
