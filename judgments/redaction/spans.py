"""Stretches of a paragraph to be masked, and stretches where a secret's text stands on purpose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from judgments.redaction.edition import Category


@dataclass(frozen=True, slots=True)
class Span:
    """[start, end) of a source paragraph becomes `replacement`."""

    start: int
    end: int
    category: Category
    replacement: str


@dataclass(frozen=True, slots=True)
class KeptSpan:
    """[start, end) of a source paragraph stays although it reads like a secret."""

    start: int
    end: int
    reason: str


Stretch = TypeVar("Stretch", Span, KeptSpan)


def touching(stretches: Sequence[Stretch], start: int, end: int) -> Sequence[Stretch]:
    """Those that share a character with [start, end), of stretches from left to right without overlaps."""
    first = bisect_right(stretches, start, key=lambda s: s.end)
    return stretches[first : bisect_left(stretches, end, first, key=lambda s: s.start)]


def resolve(spans: Iterable[Span]) -> list[Span]:
    """Spans from left to right without overlaps: overlapping ones become one, named after the longest, so that no rest stays."""
    resolved: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -(s.end - s.start))):
        last = resolved[-1] if resolved else None
        if last is None or span.start >= last.end:
            resolved.append(span)
        elif span.end > last.end:
            longer = span if span.end - span.start > last.end - last.start else last
            resolved[-1] = replace(longer, start=last.start, end=span.end)
    return resolved
