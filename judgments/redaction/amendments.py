"""What a reviewer changed in a draft, as data the engine applies again: masks and removed passages, more or fewer (R30–R32).

Places are offsets in the source paragraphs, so the same corrections fit the same file whatever version of the engine
redacts it. They are applied in the order they were made, after the engine has found what it finds and before the public
paragraphs are built: masks, kept places, removed passages and what the leak gate looks for stay consistent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, Literal, get_args

from judgments.intake.document import Paragraph
from judgments.redaction.edition import Category
from judgments.redaction.finder import Found
from judgments.redaction.policies import MASK
from judgments.redaction.sections import Removal
from judgments.redaction.spans import KeptSpan, Span, resolve
from judgments.redaction.statements import SectionKind
from liwan_court.privacy.folding import comparable, fold_for_comparison
from liwan_court.privacy.matching import Matcher

Verb = Literal["mask", "keep", "remove", "restore", "passages_right", "ordinals"]
KEPT_BY_REVIEWER: Final = "审核人决定保留"
LONGEST_MASK: Final = 12


@dataclass(frozen=True, slots=True)
class Amendment:
    """One correction. [`start`, `end`) lies in source paragraph `paragraph`; a passage may end in a later one, `until`.

    `mask` and `keep` act on the place, or with `everywhere` on every mention of its text. `passages_right` says that the
    passages as shown are all there is to remove; `ordinals` numbers the parties' masks (D11).
    """

    verb: Verb
    paragraph: int = 0
    start: int = 0
    end: int = 0
    until: int | None = None
    everywhere: bool = False
    category: Category = "other"
    replacement: str = MASK
    passage: SectionKind = "claims"

    @property
    def last(self) -> int:
        """The source paragraph in which the place ends."""
        return self.paragraph if self.until is None else self.until

    def to_json(self) -> dict[str, Any]:
        """As JSON types."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Amendment:
        """The inverse of `to_json`. Raises ValueError for what is no correction."""
        made = cls(**data)
        if made.verb not in get_args(Verb) or made.category not in get_args(Category):
            raise ValueError("unknown kind of correction")
        if made.passage not in get_args(SectionKind) or not 1 <= len(made.replacement) <= LONGEST_MASK:
            raise ValueError("unknown passage or mask")
        return made


def settles_passages(amendments: Iterable[Amendment]) -> bool:
    """Whether a person has said what the passages to be removed are."""
    return any(a.verb in ("remove", "restore", "passages_right") for a in amendments)


def wants_ordinals(amendments: Iterable[Amendment]) -> bool:
    """Whether the last word on ordinals is yes: each such correction turns them over."""
    return sum(a.verb == "ordinals" for a in amendments) % 2 == 1


def text_of(amendment: Amendment, paragraphs: Sequence[Paragraph]) -> str:
    """The source text a correction is about; paragraphs joined by a line feed. Empty where the place does not exist."""
    if not 0 <= amendment.paragraph <= amendment.last < len(paragraphs):
        return ""
    if amendment.paragraph == amendment.last:
        return paragraphs[amendment.paragraph].text[amendment.start : amendment.end]
    first, *between = (paragraphs[i].text for i in range(amendment.paragraph, amendment.last))
    return "\n".join([first[amendment.start :], *between, paragraphs[amendment.last].text[: amendment.end]])


def amend_removals(
    removals: Sequence[Removal], paragraphs: Sequence[Paragraph], amendments: Iterable[Amendment]
) -> list[Removal]:
    """The passages as the reviewer wants them, in order and without overlaps."""
    result = list(removals)
    for amendment in amendments:
        if amendment.verb not in ("remove", "restore") or not text_of(amendment, paragraphs).strip():
            continue
        for index, start, end in _stretches(amendment, paragraphs):
            result = list(_without(result, index, start, end))
            if amendment.verb == "remove" and start < end:
                result.append(Removal(index, start, end, amendment.passage))
    return sorted(result, key=lambda r: (r.paragraph, r.start))


def _stretches(amendment: Amendment, paragraphs: Sequence[Paragraph]) -> Iterable[tuple[int, int, int]]:
    for index in range(amendment.paragraph, amendment.last + 1):
        length = len(paragraphs[index].text)
        start = amendment.start if index == amendment.paragraph else 0
        end = amendment.end if index == amendment.last else length
        yield index, min(start, length), min(end, length)


def _without(removals: Iterable[Removal], index: int, start: int, end: int) -> Iterable[Removal]:
    for removal in removals:
        if removal.paragraph != index or removal.end <= start or end <= removal.start:
            yield removal
            continue
        if removal.start < start:
            yield replace(removal, end=start)
        if end < removal.end:
            yield replace(removal, start=end)


def amend_found(
    found: Sequence[Found], paragraphs: Sequence[Paragraph], amendments: Iterable[Amendment]
) -> list[tuple[Category, str]]:
    """Changes `found` in place; returns what is now to be hidden everywhere and so belongs to the leak gate's secrets."""
    secrets: list[tuple[Category, str]] = []
    for amendment in amendments:
        text = text_of(amendment, paragraphs)
        if (
            amendment.verb not in ("mask", "keep")
            or amendment.until not in (None, amendment.paragraph)
            or not text.strip()
        ):
            continue
        places = (
            _mentions(text, paragraphs)
            if amendment.everywhere
            else [(amendment.paragraph, amendment.start, amendment.end)]
        )
        for index, start, end in places:
            if amendment.verb == "mask":
                _mask(found[index], Span(start, end, amendment.category, amendment.replacement))
            else:
                _clear(found[index], start, end)
                found[index].kept.append(KeptSpan(start, end, KEPT_BY_REVIEWER))
        if amendment.verb == "mask" and amendment.everywhere and len(comparable(text)) > 1:
            secrets.append((amendment.category, text.strip()))
    return secrets


def _mentions(text: str, paragraphs: Sequence[Paragraph]) -> list[tuple[int, int, int]]:
    needle = comparable(text)
    if not needle:
        return []
    matcher = Matcher([needle])
    places = []
    for index, paragraph in enumerate(paragraphs):
        folded = fold_for_comparison(paragraph.text)
        places += [(index, *folded.source_span(hit.start, hit.end)) for hit in matcher.find(folded.text)]
    return places


def _mask(found: Found, wanted: Span) -> None:
    """Puts one mask over the stretch and whatever masks it touches: two side by side would show where a name was cut."""
    touched = [span for span in resolve(found.spans) if span.start < wanted.end and wanted.start < span.end]
    start = min([wanted.start, *(span.start for span in touched)])
    end = max([wanted.end, *(span.end for span in touched)])
    _clear(found, start, end)
    found.spans.append(replace(wanted, start=start, end=end))


def _clear(found: Found, start: int, end: int) -> None:
    """Takes the stretch out of every mask and kept place; what a mask covers beyond it stays masked."""
    spans: list[Span] = []
    for span in resolve(found.spans):
        if span.end <= start or end <= span.start:
            spans.append(span)
            continue
        if span.start < start:
            spans.append(replace(span, end=start))
        if end < span.end:
            spans.append(replace(span, start=end))
    found.spans = spans
    found.kept = [kept for kept in found.kept if kept.end <= start or end <= kept.start]


def find_text(words: str, paragraphs: Sequence[Paragraph]) -> tuple[int, int, int] | None:
    """The first place (paragraph, start, end) where `words` stand, compared as names are; None where they do not."""
    return next(iter(_mentions(words, paragraphs)), None)
