"""Marks what was searched for, by position on the stored text: under a millisecond for a judgment.

Escaping is the template's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from judgments.search.units import BREAK, fold, is_ascii_run, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Segment: TypeAlias = tuple[str, bool]
"""(text, whether it was searched for)."""
Span: TypeAlias = tuple[int, int]

_LEAD = 20
_MOST_HITS = 400
"""A single common character hits hundreds of times; the best passage is found among the first of them."""
_SENTENCE_END = "。;!?\n"


def mark(text: str, terms: Iterable[str]) -> list[Segment]:
    """The whole text as segments; joined, they are the text again, character for character."""
    return _segments(text, _merged(span for spans in _hits(fold(text), terms) for span in spans))


def snippet(text: str, terms: Iterable[str], width: int = 120) -> list[Segment]:
    """The passage of about `width` characters that holds most of the terms.

    The head of the text where none is found.

    Line breaks become spaces; an ellipsis stands where text was left out. A hit is never cut in two unless
    it is itself wider.
    """
    if width < 1:
        raise ValueError("a snippet has a width of at least 1")
    folded = fold(text)
    hits = _hits(folded, terms)
    start, end = _best_passage(folded, hits, width)
    inside = [
        (max(left, start), min(right, end))
        for left, right in _merged(span for spans in hits for span in spans)
        if left < end and right > start
    ]
    shifted = [(left - start, right - start) for left, right in inside]
    body = _segments(re.sub(r"[\n\r\t]", " ", text[start:end]), shifted)
    return [*([("…", False)] if start > 0 else []), *body, *([("…", False)] if end < len(text) else [])]


def _hits(folded: str, terms: Iterable[str]) -> list[list[Span]]:
    patterns = (_pattern(term) for term in dict.fromkeys(terms))
    return [[match.span() for match in pattern.finditer(folded)] for pattern in patterns if pattern]


@lru_cache(maxsize=512)
def _pattern(term: str) -> re.Pattern[str] | None:
    """Finds the units of a term on folded text, whatever invisible characters stand between them."""
    sequence = [unit for unit in units(term) if unit != BREAK]
    if not sequence:
        return None
    expression = re.escape(sequence[0])
    for left, right in pairwise(sequence):
        gap = " +" if is_ascii_run(left) and is_ascii_run(right) else " *"
        expression += gap + re.escape(right)
    before = "(?<![0-9a-z])" if is_ascii_run(sequence[0]) else ""
    after = "(?![0-9a-z])" if is_ascii_run(sequence[-1]) else ""
    return re.compile(before + expression + after)


def _merged(spans: Iterable[Span]) -> list[Span]:
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _segments(text: str, spans: Sequence[Span]) -> list[Segment]:
    segments: list[Segment] = []
    position = 0
    for start, end in spans:
        if position < start:
            segments.append((text[position:start], False))
        segments.append((text[start:end], True))
        position = end
    if position < len(text):
        segments.append((text[position:], False))
    return segments


def _best_passage(folded: str, hits: Sequence[Sequence[Span]], width: int) -> Span:
    """Where the snippet lies: the window with most different terms, then most hits, then the earliest."""
    flat = sorted((start, end, term) for term, spans in enumerate(hits) for start, end in spans[:_MOST_HITS])
    if not flat or len(folded) <= width:
        return 0, min(width, len(folded))
    starts = [start for start, _, _ in flat]
    best, best_value = 0, (0, 0)
    for first, start in enumerate(starts[:_MOST_HITS]):
        window = flat[first : bisect_right(starts, start + width - _LEAD)]
        value = (len({term for _, _, term in window}), len(window))
        if value > best_value:
            best, best_value = first, value
    start, end, _ = flat[best]
    return _window(folded, (start, end), width)


def _window(folded: str, hit: Span, width: int) -> Span:
    """A window that begins with the sentence of the hit, or a few characters before the hit in a long sentence."""
    start, end = hit
    earliest = max(0, min(start - _LEAD, len(folded) - width), end - width)
    earliest = min(earliest, start)
    sentence = max(folded.rfind(mark, earliest, start) for mark in _SENTENCE_END)
    first = sentence + 1 if sentence >= 0 else earliest
    return first, min(len(folded), first + width)
