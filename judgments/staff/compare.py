"""The original and the public edition side by side, paragraph by paragraph: pure data for the review page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from judgments.intake.document import Paragraph
    from judgments.redaction.edition import Edition, PublicParagraph, RemovedSection

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
    """A piece of a paragraph; `category` is empty for plain text."""

    text: str
    category: str = ""

    @property
    def label(self) -> str:
        """What was masked, in Chinese."""
        return CATEGORIES.get(self.category, "")


@dataclass(slots=True)
class Row:
    """One paragraph of the original with what the public edition has in its place; `note` says why there is nothing."""

    where: str = ""
    left: list[Segment] = field(default_factory=list)
    right: list[list[Segment]] = field(default_factory=list)
    removed: bool = False
    note: str = ""


def rows(source: Sequence[Paragraph], edition: Edition) -> list[Row]:
    """The original's paragraphs in order, each beside its public form; the neutral line of D14 stands at its passage."""
    marks = sorted({(r.original, r.category) for r in edition.replacements}, key=lambda mark: -len(mark[0]))
    made = _by_source(edition.paragraphs)
    result = [Row(right=[_spans(p) for p in made.get(None, [])])] if None in made else []
    for index, paragraph in enumerate(source):
        row = Row(paragraph.where, list(_marked(paragraph.text, marks)))
        row.right = [_spans(p) for p in made.get(index, [])]
        row.removed = not any(p.source == index for p in made.get(index, []))
        row.note = _why_missing(paragraph, edition.removed_sections) if row.removed else ""
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


def _why_missing(paragraph: Paragraph, sections: Iterable[RemovedSection]) -> str:
    text = paragraph.text.strip()
    for section in sections:
        if text and text in section.text:
            return f"依规定删除：{SECTIONS.get(section.kind, '')}"
    return "不进入上网版"


def _spans(paragraph: PublicParagraph) -> list[Segment]:
    """The text of a public paragraph with its masks."""
    segments, at = [], 0
    for start, end, category in sorted(paragraph.spans):
        if start < at:
            continue
        segments += [Segment(paragraph.text[at:start]), Segment(paragraph.text[start:end], category)]
        at = end
    return [segment for segment in [*segments, Segment(paragraph.text[at:])] if segment.text]


def _marked(text: str, marks: Sequence[tuple[str, str]]) -> Iterator[Segment]:
    """The original's text with what was masked, the longest first at each place."""
    at = plain = 0
    while at < len(text):
        hit = next((mark for mark in marks if mark[0] and text.startswith(mark[0], at)), None)
        if hit is None:
            at += 1
            continue
        if plain < at:
            yield Segment(text[plain:at])
        yield Segment(*hit)
        at = plain = at + len(hit[0])
    if plain < len(text):
        yield Segment(text[plain:])
