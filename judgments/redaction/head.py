# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""The head of a judgment cut into segments: one label, one segment, however the lines were broken (traps 1–4, 23–24, 67)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from judgments.intake.document import Paragraph
from judgments.redaction.vocabulary import (
    AGENT_LABEL,
    AGENTS,
    ANY_LABEL,
    OFFICIAL_LABEL,
    OFFICIALS,
    REPRESENTATIVE_LABEL,
    REPRESENTATIVES,
    ROLE_LABEL,
    ROLES,
)
from liwan_court.privacy.folding import fold_for_numbers

_BREAKS: Final = re.compile(r"[\n\r\v\f]+")
_WIDEST_GAP: Final = 60
_ENDS_LINE: Final = re.compile(r"[。书号]\s*$")
_STARTS_ANEW: Final = re.compile(rf" *{ANY_LABEL}")
_SENTENCE_THEN_LABEL: Final = re.compile(rf"(?<=[。;；]) *(?={ANY_LABEL})")
_GAP_THEN_LABEL: Final = re.compile(
    rf"(?<![ :、]) +(?=(?:{'|'.join(sorted((*ROLES, *REPRESENTATIVES, *AGENTS, *OFFICIALS), key=len, reverse=True))})(?: *[::(暨兼]| ))"
)
_MIDDLE_DOTS: Final = str.maketrans(dict.fromkeys("•・‧∙⋅･᛫⸱●", "·"))
"""The dots between the words of a foreign name are read as one (trap 17); the stop of a numbering is none of them."""
_LABEL_ONLY: Final = re.compile(rf" *{ANY_LABEL}(?: *[(][^()]{{0,20}}[)])?[一二三四五\d]? *:? *$")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one paragraph, folded for reading; `paragraph` is its index, `end` the source offset behind it."""

    text: str
    paragraph: int
    start: int
    end: int


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph: a break starts a new one only before a label, elsewhere it broke a name or a sentence."""
    start = 0
    for match in _BREAKS.finditer(text):
        following = fold_for_numbers(text[match.end() : match.end() + 40]).text
        if _STARTS_ANEW.match(following) or _ENDS_LINE.search(
            text, max(start, match.start() - _WIDEST_GAP), match.start()
        ):
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def _cuts(folded: str) -> list[int]:
    cuts = {m.end() for m in _SENTENCE_THEN_LABEL.finditer(folded)}
    cuts |= {m.end() for m in _GAP_THEN_LABEL.finditer(folded)}
    return [0, *sorted(cuts), len(folded)]


def segments(paragraphs: Sequence[Paragraph], first: int, offset: int = 0) -> Iterator[Segment]:
    """The segments of the body from paragraph `first` (source offset `offset`) on; a bare label is joined with what follows it."""
    pending: Segment | None = None
    for index in range(first, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.kind not in ("body", "table"):
            continue
        base = offset if index == first else 0
        for segment in _of_paragraph(paragraph.text[base:], index, base):
            if not segment.text.strip():
                continue
            joined = segment
            if pending is not None:
                joined = Segment(
                    f"{pending.text} {segment.text}", segment.paragraph, segment.start, segment.end
                )
                pending = None
            if _LABEL_ONLY.match(joined.text):
                pending = joined
                continue
            yield joined


def _of_paragraph(text: str, index: int, base: int) -> Iterator[Segment]:
    for start, end in _pieces(text):
        folded = fold_for_numbers(_BREAKS.sub("\u200b", text[start:end]))
        cuts = _cuts(folded.text)
        for begin, stop in pairwise(cuts):
            if begin < stop:
                source_start, source_end = folded.source_span(begin, stop)
                yield Segment(
                    folded.text[begin:stop].translate(_MIDDLE_DOTS).strip(),
                    index,
                    base + start + source_start,
                    base + start + source_end,
                )


def label_of(text: str) -> tuple[str, re.Match[str]] | None:
    """Which kind of label `text` begins with: official, agent, party or representative."""
    for group, pattern in (
        ("official", OFFICIAL_LABEL),
        ("agent", AGENT_LABEL),
        ("party", ROLE_LABEL),
        ("representative", REPRESENTATIVE_LABEL),
    ):
        if match := pattern.match(text):
            return group, match
    return None
