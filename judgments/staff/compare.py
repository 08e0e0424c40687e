"""The original and the public edition side by side, paragraph by paragraph: pure data for the review page.

Every piece knows the stretch of the original it stands for, so that whatever a reviewer clicks or selects on either side is a
place in the original.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from judgments.intake.document import Paragraph
    from judgments.redaction.edition import Edition, PublicParagraph

CATEGORIES = {
    "party": "当事人",
    "alias": "别名简称",
    "address": "地址",
    "id_number": "证件号",
    "phone": "电话",
    "bank_account": "银行账号",
    "plate": "车牌",
    "email": "电子邮箱",
    "wechat": "微信号",
    "certificate": "权证号",
    "credit_code": "信用代码",
    "other": "其他",
}
SECTIONS = {"claims": "原告诉称", "defence": "被告答辩"}


class Segment(NamedTuple):
    """A piece of a paragraph: plain (`category` empty), masked, kept on purpose (`note`), or removed.

    [`start`, `end`) is its stretch of the source paragraph; −1 where a draft of an earlier version does not say.
    """

    text: str
    category: str = ""
    start: int = -1
    end: int = -1
    removed: str = ""
    note: str = ""

    @property
    def label(self) -> str:
        """What was masked or removed, in Chinese."""
        return CATEGORIES.get(self.category) or SECTIONS.get(self.removed, "")


@dataclass(slots=True)
class Row:
    """One paragraph of the original with what the public edition has in its place; `note` says why there is nothing."""

    index: int = -1
    where: str = ""
    left: list[Segment] = field(default_factory=list)
    right: list[list[Segment]] = field(default_factory=list)
    removed: bool = False
    note: str = ""


def rows(source: Sequence[Paragraph], edition: Edition) -> list[Row]:
    """Each paragraph of the original beside what became of it, in the original's order."""
    made = _by_source(edition.paragraphs)
    masked, kept, gone = _masked(edition), _kept(edition), _gone(edition)
    result = [Row(right=[_spans(p) for p in made[None]])] if None in made else []
    for index, paragraph in enumerate(source):
        left = _pieces(paragraph.text, masked[index], kept[index], gone[index])
        row = Row(index, paragraph.where, left, [_spans(p) for p in made.get(index, [])])
        row.removed = not any(p.source == index for p in made.get(index, []))
        if row.removed:
            row.note = f"依规定删除：{SECTIONS[gone[index][0][2]]}" if gone[index] else "不进入上网版"
        if paragraph.text.strip() or row.right:
            result.append(row)
    return result


def public_only(edition: Edition) -> list[Row]:
    """The public edition alone, where the original cannot be shown as text."""
    return [Row(right=[_spans(paragraph)]) for paragraph in edition.paragraphs]


def _by_source(paragraphs: Iterable[PublicParagraph]) -> dict[int | None, list[PublicParagraph]]:
    """Public paragraphs by the original paragraph they stand beside; a neutral line follows the one before it."""
    made: dict[int | None, list[PublicParagraph]] = {}
    place: int | None = None
    for paragraph in paragraphs:
        if paragraph.source is not None:
            place = paragraph.source
            made.setdefault(place, []).append(paragraph)
        else:
            made.setdefault(place if place is None else place + 1, []).append(paragraph)
    return made


Stretches = dict[int, list[tuple[int, int, str]]]


def _masked(edition: Edition) -> Stretches:
    found: Stretches = defaultdict(list)
    for paragraph in edition.paragraphs:
        if paragraph.source is not None:
            for (_, _, category), (start, end) in zip(paragraph.spans, paragraph.sources, strict=False):
                found[paragraph.source].append((start, end, category))
    return found


def _kept(edition: Edition) -> Stretches:
    """Places kept on purpose, carried back to the original."""
    found: Stretches = defaultdict(list)
    for kept in edition.kept:
        paragraph = edition.paragraphs[kept.paragraph]
        if paragraph.source is not None and len(paragraph.spans) == len(paragraph.sources):
            start = _source_offset(paragraph, kept.start)
            found[paragraph.source].append((start, start + kept.end - kept.start, kept.reason))
    return found


def _source_offset(paragraph: PublicParagraph, offset: int) -> int:
    """Where in the original an offset of plain public text lies."""
    shift = paragraph.origin
    for (_, end, _), (_, source_end) in zip(paragraph.spans, paragraph.sources, strict=True):
        if end <= offset:
            shift = source_end - end
    return offset + shift


def _gone(edition: Edition) -> Stretches:
    found: Stretches = defaultdict(list)
    for index, start, end, kind in edition.removals:
        found[index].append((start, end, kind))
    return found


def _pieces(
    text: str,
    masked: Sequence[tuple[int, int, str]],
    kept: Sequence[tuple[int, int, str]],
    gone: Sequence[tuple[int, int, str]],
) -> list[Segment]:
    """The original's text cut wherever a mask, a kept place or a removed passage begins or ends."""
    cuts = {0, len(text)}
    for start, end, _ in (*masked, *kept, *gone):
        cuts |= {start, min(end, len(text))}
    return [
        Segment(
            text[start:end],
            _covering(masked, start),
            start,
            end,
            _covering(gone, start),
            _covering(kept, start),
        )
        for start, end in pairwise(sorted(cuts))
    ]


def _covering(stretches: Iterable[tuple[int, int, str]], offset: int) -> str:
    return next((what for start, end, what in stretches if start <= offset < end), "")


def _spans(paragraph: PublicParagraph) -> list[Segment]:
    """The text of a public paragraph with its masks, each piece with its stretch of the original where that is known."""
    known = paragraph.source is not None and len(paragraph.spans) == len(paragraph.sources)
    sources = paragraph.sources if known else ((-1, -1),) * len(paragraph.spans)
    segments: list[Segment] = []
    at, origin = 0, paragraph.origin
    for (start, end, category), (source_start, source_end) in sorted(
        zip(paragraph.spans, sources, strict=True)
    ):
        if start > at:
            segments.append(_plain(paragraph.text[at:start], origin, known=known))
        segments.append(Segment(paragraph.text[start:end], category, source_start, source_end))
        at, origin = end, source_end
    if at < len(paragraph.text):
        segments.append(_plain(paragraph.text[at:], origin, known=known))
    return segments


def _plain(text: str, start: int, *, known: bool) -> Segment:
    return Segment(text, "", start, start + len(text)) if known else Segment(text)
