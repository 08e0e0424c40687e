"""All stretches of the paragraphs that are masked or kept on purpose: names, addresses, identifiers."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from judgments.intake.document import Paragraph
from judgments.redaction.context import decide
from judgments.redaction.edition import Category
from judgments.redaction.places import AddressBook, FoundPlace
from judgments.redaction.policies import MASK
from judgments.redaction.spans import KeptSpan, Span, resolve, touching
from liwan_court.privacy.folding import Folded, comparable, fold_for_comparison
from liwan_court.privacy.identifiers import Identifier, find_identifiers
from liwan_court.privacy.matching import Matcher

_COURT_OWNED: Final = re.compile(
    r"本院|我院|人民法院|法院(?:账|帐|收|指定)|诉讼费(?:专户|账户)|财政|非税|代收|书记员|法官|执行员|承办人|(?:执行|立案|审判|民事|行政|刑事)[一-龥]{0,4}[局庭]|诉讼服务"
)
_COURT_BEHIND: Final = re.compile(r"[^。]{0,30}(?:收款|户名)[^。]{0,14}法院")
_FARTHEST_COURT: Final = 400
_PARTY_WORD: Final = re.compile(r"原告|被告|申请人|执行人|上诉人|第三人|罪犯")
_MASKED_ALREADY: Final = re.compile(
    r"(?:[×*xX＊某ＸｘＭ]|[^\w\ue000-\uf8ff\U00020000-\U000323af\U000f0000-\U0010fffd])+"
)
"""Mask characters, blanks and punctuation; characters without a name of their own are rare Han characters."""


@dataclass(frozen=True, slots=True)
class SecretName:
    """One name to be masked: how it reads, what stands in its place, how its rows are called."""

    text: str
    replacement: str
    category: Category


@dataclass(slots=True)
class Found:
    """What was found in one paragraph."""

    spans: list[Span] = field(default_factory=list)
    kept: list[KeptSpan] = field(default_factory=list)
    undecided: list[tuple[str, int]] = field(default_factory=list)
    places: list[FoundPlace] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    houses: list[str] = field(default_factory=list)
    """The houses among the masked places."""


class Finder:
    """Finds in any paragraph what the case must not show."""

    def __init__(
        self,
        names: dict[str, SecretName],
        book: AddressBook,
        *,
        mask_other_houses: bool,
        mask_property: bool,
        mask_codes: bool,
        kept: Sequence[str] = (),
    ) -> None:
        self._names = names
        self._longer = {k for k in kept if k not in names and any(n in k for n in names if len(n) > 1)}
        self._matcher = Matcher([*names, *self._longer])
        self._book = book
        self._mask_other_houses = mask_other_houses
        self._mask_property = mask_property
        self._mask_codes = mask_codes

    def find(self, paragraph: Paragraph, *, signature: bool) -> Found:
        """Everything in one paragraph; in the signature block judges and clerks keep their names (D10)."""
        found = Found()
        if not paragraph.text:
            return found
        self._find_names(paragraph.text, found, signature=signature)
        found.spans.extend(self._book.spans(paragraph.text))
        self._find_places(paragraph.text, found)
        self._find_identifiers(paragraph.text, found)
        return found

    def _find_names(self, text: str, found: Found, *, signature: bool) -> None:
        folded = fold_for_comparison(text)

        def accept(start: int, end: int, needle: str) -> bool:
            if not _bounded(text, folded, start, end, needle):
                return False
            source = folded.source_span(start, end)
            if needle in self._longer:
                found.kept.append(KeptSpan(*source, "律师或者审判人员的姓名"))
                return True
            if signature:
                found.kept.append(KeptSpan(*source, "审判人员署名"))
                return True
            decision = decide(needle, folded.text, start, end)
            if decision.verdict == "mask":
                name = self._names[needle]
                found.spans.append(Span(*source, name.category, name.replacement))
                return True
            found.kept.append(KeptSpan(*source, decision.reason))
            if decision.verdict == "doubt":
                found.undecided.append((needle, source[0]))
            return True

        self._matcher.find(folded.text, accept)

    def _find_places(self, text: str, found: Found) -> None:
        masked = resolve(found.spans)
        for place in self._book.places(text):
            if place.own or self._mask_other_houses or (self._mask_property and place.property):
                found.spans.append(Span(place.start, place.end, "address", MASK))
                found.houses.append(house_key(place))
            elif not touching(masked, place.start, place.end):
                found.places.append(place)

    def _find_identifiers(self, text: str, found: Found) -> None:
        masked = sorted(span.start for span in found.spans)
        for identifier in find_identifiers(text):
            if identifier.category == "credit_code" and not self._mask_codes:
                continue
            if identifier.category in ("phone", "bank_account") and _is_courts_own(text, identifier, masked):
                continue
            insort(masked, identifier.start)
            found.identifiers.append(identifier)
            found.spans.append(Span(identifier.start, identifier.end, identifier.category, MASK))


def _bounded(text: str, folded: Folded, start: int, end: int, needle: str) -> bool:
    """Latin names and numbered ones (秦某1) must not be a part of a longer word or number."""
    if not (needle[0].isascii() or needle[-1].isascii() or needle[-1] == "某"):
        return True
    source_start, source_end = folded.source_span(start, end)
    before, after = text[source_start - 1 : source_start], text[source_end : source_end + 1]
    if needle[-1] == "某" and after and after in "某×*":
        return False
    if needle[0].isascii() and needle[0].isalnum() and before.isascii() and before.isalnum():
        return False
    return not (needle[-1].isascii() and needle[-1].isalnum() and after.isascii() and after.isalnum())


def _is_courts_own(text: str, identifier: Identifier, masked: Sequence[int]) -> bool:
    """The court's payment account and the clerk's telephone stay (D12, trap 41).

    They are the court's when the court is named last before them in the sentence, and no party is. `masked` is where masks start.
    """
    far = max(0, identifier.start - _FARTHEST_COURT)
    begin = max(far, *(text.rfind(mark, far, identifier.start) + 1 for mark in "。\n"))
    court = [match.end() + begin for match in _COURT_OWNED.finditer(text[begin : identifier.start])]
    if not court:
        return identifier.category == "bank_account" and bool(_COURT_BEHIND.match(text, identifier.end))
    between = text[court[-1] : identifier.start]
    nearest = bisect_left(masked, identifier.start) - 1
    return not _PARTY_WORD.search(between) and (nearest < 0 or masked[nearest] < court[-1])


def is_masked_already(name: str) -> bool:
    """Whether a name hides nobody: mask characters or punctuation only (×××, 某某, 、)."""
    return bool(_MASKED_ALREADY.fullmatch(name))


def find_in(finder: Finder, paragraphs: Sequence[Paragraph], signature: set[int]) -> list[Found]:
    """What was found, paragraph by paragraph; a house masked in one is masked in all of them."""
    found = [
        finder.find(paragraph, signature=index in signature) for index, paragraph in enumerate(paragraphs)
    ]
    masked = {key for each in found for key in each.houses}
    for each in found:
        again = [place for place in each.places if house_key(place) in masked]
        each.spans.extend(Span(place.start, place.end, "address", MASK) for place in again)
        each.places = [place for place in each.places if place not in again]
    return found


def house_key(place: FoundPlace) -> str:
    """The same for one house however it is introduced: 广州市荔湾区东漖北路561号 and 东漖北路561号."""
    return comparable(place.text)
