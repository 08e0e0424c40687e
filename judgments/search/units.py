"""How text is cut for searching: the units that both engines index and the highlighter marks.

A unit is one character, or one run of ASCII letters and digits (粤0103民初 → 粤 · 0103 · 民 · 初). A word
is found wherever its units stand next to one another, so a word is found inside a longer one and a number
only as a whole. Spaces, zero-width and control characters are no units; a line break is one that no query
contains, so nothing is found across paragraphs.

Folding keeps the length of a text: position n of the folded text is position n of the text itself. That is
what lets the highlighter mark the stored text by position.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BREAK = "\x1e"
"""The unit between two paragraphs or two values of a field."""
_EDGE = "\x1f"
"""Stands around ASCII runs in `encode` and between two of them in a bigram: 12·34 is never taken for 1234."""

_LINE_ENDS = frozenset("\n\r\v\f\x85\u2028\u2029")
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_UNIT = re.compile(r"[0-9a-z]{1,64}|\n+|[^ \n]")


def _narrowed(character: str) -> str:
    """The half-width, composed form of one character where that is a single character.

    A space for what is invisible.
    """
    if character in _LINE_ENDS:
        return "\n"
    invisible = (
        unicodedata.category(character) in {"Cc", "Cf", "Cs"} or ord(character) in _VARIATION_SELECTORS
    )
    if invisible or character.isspace():
        return " "
    normal = unicodedata.normalize("NFKC", character)
    return (" " if normal.isspace() else normal) if len(normal) == 1 else character


def _folded(character: str) -> str:
    narrow = _narrowed(character)
    lower = narrow.casefold()
    return lower if len(lower) == 1 else narrow


class _Narrow(dict[int, str]):
    """A table for str.translate that fills itself.

    A text is folded at the speed of C from its second reading on.
    """

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _narrowed(chr(code)))


class _Fold(_Narrow):
    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _folded(chr(code)))


_NARROW = _Narrow()
_FOLD = _Fold()


def narrow(text: str) -> str:
    """Full-width letters, digits and punctuation made half-width (NFKC, one character for one).

    The case is kept.
    """
    return text.translate(_NARROW)


def fold(text: str) -> str:
    """The form in which texts are compared: narrow and without case. As long as the text itself."""
    return text.translate(_FOLD)


def units(text: str) -> list[str]:
    """The units of a text, in order; a paragraph's end is BREAK."""
    return [BREAK if unit[0] == "\n" else unit for unit in _UNIT.findall(fold(text))]


def bare_units(text: str) -> list[str]:
    """The units without punctuation and breaks.

    How case numbers are compared, written with or without brackets.
    """
    return [unit for unit in units(text) if unit != BREAK and not is_punctuation(unit)]


def is_punctuation(character: str) -> bool:
    """True for punctuation, which parts words; × and other signs belong to a word (龙津西路×××)."""
    return len(character) == 1 and unicodedata.category(character).startswith("P")


def is_ascii_run(unit: str) -> bool:
    """True for a run of ASCII letters and digits, which is found only as a whole."""
    return unit.isascii() and unit.isalnum()


def bigram(left: str, right: str) -> str:
    """The index token of two adjacent units.

    One token for every pair with a break in it, since nothing asks for it.
    """
    if BREAK in (left, right):
        return BREAK
    return f"{left}{_EDGE}{right}" if is_ascii_run(left) and is_ascii_run(right) else left + right


def bigrams(sequence: Sequence[str]) -> list[str]:
    """The tokens of adjacent pairs: token n stands at position n."""
    return [bigram(left, right) for left, right in pairwise(sequence)]


def covering_bigrams(sequence: Sequence[str]) -> list[tuple[int, str]]:
    """(position, token) pairs that cover three or more units with as few tokens as possible."""
    last = len(sequence) - 2
    positions = sorted({*range(0, last, 2), last})
    return [(position, bigram(sequence[position], sequence[position + 1])) for position in positions]


def encode(sequence: Iterable[str]) -> str:
    """A string in which plain substring search finds adjacent units, and an ASCII run only as a whole."""
    return "".join(f"{_EDGE}{unit}{_EDGE}" if is_ascii_run(unit) else unit for unit in sequence)
