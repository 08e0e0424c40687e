"""The public paragraphs: masks put in, passages taken out with the neutral line in their place (R30–R32, D14)."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Final

from judgments.intake.document import Paragraph
from judgments.redaction.anatomy import Part
from judgments.redaction.edition import Category, Kept, PublicParagraph, RemovedSection, Replacement
from judgments.redaction.finder import Found
from judgments.redaction.names import clean
from judgments.redaction.sections import Removal
from judgments.redaction.spans import Span, resolve, touching

NEUTRAL_LINE: Final = "原告诉称、被告答辩的内容依《生效裁判文书网上公布工作程序》第五条删除。"


@dataclass(slots=True)
class Masked:
    """The public text with its bookkeeping."""

    paragraphs: list[PublicParagraph]
    kept: list[Kept]
    replacements: list[Replacement]


def _pieces(length: int, removals: Sequence[Removal]) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a paragraph in order, with whether each is removed."""
    position = 0
    for removal in sorted(removals, key=lambda r: r.start):
        if removal.start > position:
            yield position, removal.start, False
        yield removal.start, removal.end, True
        position = max(position, removal.end)
    if position < length or length == 0:
        yield position, length, False


def _apply(
    text: str, start: int, end: int, spans: Sequence[Span]
) -> tuple[str, list[tuple[int, int, str]], list[tuple[int, int]]]:
    """The masked stretch (`spans` lie within it), the masks' places, and (source offset, shift) pairs to carry offsets over."""
    pieces: list[str] = []
    places: list[tuple[int, int, str]] = []
    shifts: list[tuple[int, int]] = [(start, -start)]
    position, length = start, 0
    for span in spans:
        pieces.append(text[position : span.start])
        length += span.start - position
        places.append((length, length + len(span.replacement), span.category))
        pieces.append(span.replacement)
        length += len(span.replacement)
        position = span.end
        shifts.append((position, length - position))
    pieces.append(text[position:end])
    return "".join(pieces), places, shifts


class _Builder:
    def __init__(self) -> None:
        self.paragraphs: list[PublicParagraph] = []
        self.kept: list[Kept] = []
        self.counts: Counter[tuple[Category, str, str]] = Counter()

    def is_after_removed(self) -> bool:
        """Whether the neutral line was the last thing written: blank paragraphs of the passage go with it."""
        return bool(self.paragraphs) and self.paragraphs[-1].part == "removed"

    def removed(self, source: Paragraph) -> None:
        if self.is_after_removed():
            return
        self.paragraphs.append(PublicParagraph(NEUTRAL_LINE, "removed", cell=source.cell, kind=source.kind))

    def stays(
        self,
        source: Paragraph,
        index: int,
        stretch: tuple[int, int],
        found: Found,
        spans: Sequence[Span],
        part: Part,
    ) -> None:
        start, end = stretch
        spans = [
            span
            if start <= span.start and span.end <= end
            else replace(span, start=max(span.start, start), end=min(span.end, end))
            for span in touching(spans, start, end)
        ]
        text, places, shifts = _apply(source.text, start, end, spans)
        shown = text.lstrip() if start else text
        cut = len(text) - len(shown)
        number = len(self.paragraphs)
        for kept in found.kept if shown else ():
            if start <= kept.start and kept.end <= end and not touching(spans, kept.start, kept.end):
                shift = shifts[bisect_right(shifts, kept.start, key=itemgetter(0)) - 1][1] - cut
                self.kept.append(
                    Kept(
                        number,
                        kept.start + shift,
                        kept.end + shift,
                        source.text[kept.start : kept.end],
                        kept.reason,
                    )
                )
        for span in spans:
            self.counts[span.category, clean(source.text[span.start : span.end]), span.replacement] += 1
        self.paragraphs.append(
            PublicParagraph(
                shown, part, source.alignment, source.heading, source.cell, source.bold, source.kind, index,
                tuple((s - cut, e - cut, c) for s, e, c in places),
                start + cut if start else 0,
                tuple((s.start, s.end) for s in spans),
            )
        )  # fmt: skip


def build(
    paragraphs: Sequence[Paragraph],
    found: Sequence[Found],
    removals: Sequence[Removal],
    parts: Mapping[int, Part],
    facts: tuple[int, int] | None,
) -> Masked:
    """The public edition of the paragraphs. `facts` is where the facts begin: a paragraph cut there belongs to both parts."""
    by_paragraph: dict[int, list[Removal]] = {}
    for removal in removals:
        by_paragraph.setdefault(removal.paragraph, []).append(removal)
    builder = _Builder()
    for index, source in enumerate(paragraphs):
        spans = resolve(found[index].spans)
        mine = by_paragraph.get(index, [])
        for start, end, removed in _pieces(len(source.text), mine):
            if removed:
                builder.removed(source)
            elif source.text[start:end].strip() or not (mine or builder.is_after_removed()):
                part = "facts" if mine and facts is not None and (index, start) >= facts else parts[index]
                builder.stays(source, index, (start, end), found[index], spans, part)
    rows = [
        Replacement(category, original, new, count)
        for (category, original, new), count in builder.counts.items()
    ]
    return Masked(builder.paragraphs, builder.kept, rows)


def removed_sections(paragraphs: Sequence[Paragraph], removals: Sequence[Removal]) -> list[RemovedSection]:
    """One row for each contiguous passage of one kind, its exact text, paragraphs joined by a line feed."""
    rows: list[tuple[str, list[str], Removal]] = []
    for removal in removals:
        text = paragraphs[removal.paragraph].text[removal.start : removal.end]
        if rows and _continues(paragraphs, rows[-1][2], removal):
            rows[-1][1].append(text)
            rows[-1] = (rows[-1][0], rows[-1][1], removal)
        else:
            rows.append((removal.kind, [text], removal))
    return [
        RemovedSection("claims" if kind == "claims" else "defence", "\n".join(texts).strip())
        for kind, texts, _ in rows
    ]


def _continues(paragraphs: Sequence[Paragraph], last: Removal, following: Removal) -> bool:
    if last.kind != following.kind or last.paragraph == following.paragraph:
        return last.kind == following.kind and last.end == following.start
    between = paragraphs[last.paragraph].text[last.end :] + "".join(
        p.text for p in paragraphs[last.paragraph + 1 : following.paragraph] if p.kind in ("body", "table")
    )
    return not (between + paragraphs[following.paragraph].text[: following.start]).strip()
