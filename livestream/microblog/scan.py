"""What must not go out in a post: party names and aliases, numbers that identify, house numbers (R44, R49).

A finding says what kind it is, its first character and its length: enough to find it in the text, no name in a message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from liwan_court.privacy.folding import Folded, comparable, fold_for_comparison
from liwan_court.privacy.identifiers import find_identifiers
from liwan_court.privacy.matching import Matcher

KINDS: Final = {
    "party": "当事人姓名、名称或其简称",
    "address": "当事人住址或门牌号",
    "id_number": "身份证件号码",
    "phone": "电话号码",
    "bank_account": "银行账号",
    "plate": "车牌号",
    "email": "电子邮箱",
    "wechat": "微信等账号",
    "certificate": "产权证号",
    "credit_code": "单位代码",
}
_REGION: Final = re.compile(r"^(?:中国|[一-龥]{2,3}省|[一-龥]{2,4}市|[一-龥]{1,3}[区县])+")
_LEGAL_FORM: Final = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|集团|合作社|合伙企业|个体工商户|经营部|工作室|商行|中心|厂|店)+$"
)
_CASE_NUMBER: Final = re.compile(r"\(\d{4}\)[一-龥A-Z0-9]{2,24}?\d+(?:-\d+|至\d+)?号")
_NUMBERED: Final = r"(?:\d+|[〇零一二三四五六七八九十百千]+)"
_HOUSE: Final = re.compile(
    rf"(?:路|街|巷|道|里|村|坊|苑|园|约|马|队|横|直){_NUMBERED}(?:-{_NUMBERED}|之{_NUMBERED})*(?:号|弄|栋|幢|座|房|室)"
)
_TAIL: Final = re.compile(rf"{_NUMBERED}(?:-{_NUMBERED}|之{_NUMBERED})*(?:号|弄|栋|幢|座).*$")
_FLAT: Final = re.compile(rf"{_NUMBERED}(?:号|栋|幢|座|房|室|单元|楼)")


@dataclass(frozen=True, slots=True)
class Party:
    """How a party may be named, and where it lives."""

    name: str
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not go out: what, its first character, its length, and where it stands."""

    kind: str
    first: str
    length: int
    start: int

    @property
    def kind_label(self) -> str:
        """What it is, in words."""
        return KINDS[self.kind]

    @property
    def told(self) -> str:
        """For the person: 当事人姓名（“沈”字开头，3字，第12字起）."""
        return f"{self.kind_label}（“{self.first}”开头，{self.length}字，第{self.start + 1}字起）"


def scan(text: str, parties: Iterable[Party], public_addresses: Iterable[str] = ()) -> list[Finding]:
    """Everything found in a text, in order. `public_addresses` are those of offices, whose house numbers may stand."""
    parties = list(parties)
    folded = fold_for_comparison(text)
    spans = [
        *_names(folded, parties),
        *_addresses(folded, parties, [comparable(each) for each in public_addresses if each]),
        *((each.start, each.end, each.category) for each in find_identifiers(text)),
    ]
    found: list[Finding] = []
    for start, end, kind in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1].start + found[-1].length:
            found.append(Finding(kind, text[start], end - start, start))
    return found


def _names(folded: Folded, parties: list[Party]) -> Iterator[tuple[int, int, str]]:
    """Names as written, and long ones also with marks or blanks between their characters."""
    needles = {comparable(name) for party in parties for name in _forms(party)}
    needles = {needle for needle in needles if len(needle) >= 2}
    for hit in Matcher(needles).find(folded.text):
        yield (*folded.source_span(hit.start, hit.end), "party")
    places = [index for index, character in enumerate(folded.text) if character.isalnum()]
    bare = "".join(folded.text[index] for index in places)
    letters = {"".join(c for c in needle if c.isalnum()) for needle in needles}
    for hit in Matcher(each for each in letters if len(each) >= 3).find(bare):
        yield (*folded.source_span(places[hit.start], places[hit.end - 1] + 1), "party")


def _forms(party: Party) -> Iterator[str]:
    """The name, its aliases, and what is left of a firm's name without place and legal form."""
    yield from (party.name, *party.aliases)
    if core := _LEGAL_FORM.search(party.name):
        short = _REGION.sub("", party.name[: core.start()])
        if len(short) >= 3:
            yield short


def _addresses(folded: Folded, parties: list[Party], public: list[str]) -> Iterator[tuple[int, int, str]]:
    """The parties' own house numbers wherever they stand, and any street with a house number that is not an office's."""
    numbers = [match.span() for match in _CASE_NUMBER.finditer(folded.text)]

    def is_free(start: int, end: int, _needle: str = "") -> bool:
        return not any(a < end and start < b for a, b in numbers)

    for hit in Matcher(_tails(parties)).find(folded.text, is_free):
        yield (*folded.source_span(hit.start, hit.end), "address")
    for match in _HOUSE.finditer(folded.text):
        in_office = any(match.group() in address for address in public)
        if is_free(*match.span()) and not in_office:
            yield (*folded.source_span(*match.span()), "address")


def _tails(parties: list[Party]) -> set[str]:
    """From the house number on, and the house number alone: 123号4楼, 123号."""
    found: set[str] = set()
    for address in (comparable(each) for party in parties for each in party.addresses):
        if tail := _TAIL.search(address):
            found.add(tail.group())
            if first := _FLAT.match(tail.group()):
                found.add(first.group())
    return {each for each in found if len(each) >= 3}
