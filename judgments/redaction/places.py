"""House numbers in the text: those of the parties are masked wherever they stand, others are shown to the reviewer (R31, D12)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from judgments.redaction.addresses import Address, numbered_places
from judgments.redaction.policies import MASK
from judgments.redaction.spans import Span
from liwan_court.privacy.folding import comparable, fold_for_comparison, fold_for_numbers
from liwan_court.privacy.matching import Matcher

_PUBLIC_OFFICE: Final = re.compile(
    r"(?:法院|检察院|公安局|公安分局|派出所|看守所|监狱|仲裁委员会|公证处|司法局|登记中心|本院|我院)(?:[一-龥]{0,6}(?:法庭|大厅|中心|窗口))?"
    r"(?:[(:]|地址|位于|设在|设于|住所地?|所在地|办公|在|为|的)+[一-龥]{0,24}$"
)
"""The address of an office; what a court found about a house (本院查明：…) is none."""
_AROUND: Final = re.compile(
    r"产权|权属|所有权|不动产|(?:登记|过户)(?:在|于|至|到|手续)|名下|地块|土地|宅基|租赁|承租|出租|转租|物业(?:管理|服务)|业主|拆迁|腾退|(?:购买|购得|出售|出卖|买卖|抵押)[^。,]{0,16}(?:房|铺|不动产)"
)
_LABELLED: Final = re.compile(r"[住址地在于:,。、]$")
_REAL_PROPERTY: Final = re.compile(
    r"房|物业|土地|不动产|宅基地|拆迁|相邻|排除妨害|返还原物|建筑物|建设工程|装饰装修|承包经营|地役|所有权|共有|租赁|居住权|用益物权|占有"
)


def is_about_real_property(cause: str | None) -> bool:
    """Whether house numbers of the facts are masked by default (D12)."""
    return bool(cause and _REAL_PROPERTY.search(cause))


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A house number in a source paragraph; `own` when it belongs to a known private address."""

    start: int
    end: int
    text: str
    own: bool
    property: bool = False


class AddressBook:
    """The private addresses of the case, ready to be found in any way they are written."""

    def __init__(self, addresses: Iterable[Address]) -> None:
        self.addresses = [address for address in addresses if address.tail]
        self._cut: dict[str, int] = {}
        self._houses: dict[str, set[str]] = {}
        for address in self.addresses:
            street, tail = comparable(address.street), comparable(address.tail)
            self._cut[street + tail] = len(street)
            if not street or address.is_distinctive():
                self._cut.setdefault(tail, 0)
            if street:
                house = comparable(address.house)
                self._houses.setdefault(street, set()).add(house)
                self._cut.setdefault(street + house, len(street))
        self._matcher = Matcher(self._cut)

    def secrets(self) -> list[str]:
        """What must not be public: each tail with its street, and alone where it points at the house by itself."""
        found = []
        for address in self.addresses:
            found.append(address.street + address.tail)
            if address.street and address.house != address.tail:
                found.append(address.street + address.house)
            if address.is_distinctive():
                found.append(address.tail)
        return found

    def spans(self, text: str) -> Iterator[Span]:
        """The house numbers of the known addresses in one source paragraph."""
        if not self._cut:
            return
        folded = fold_for_comparison(text)

        def accept(start: int, end: int, needle: str) -> bool:
            if self._cut[needle] == 0 and len(needle) < 5:
                return bool(_LABELLED.search(folded.text[max(0, start - 1) : start]))
            digit_before = folded.text[start - 1 : start].isdigit() and needle[0].isdigit()
            return not digit_before and not (needle[-1].isdigit() and folded.text[end : end + 1].isdigit())

        for hit in self._matcher.find(folded.text, accept):
            start, end = folded.source_span(hit.start + self._cut[hit.needle], hit.end)
            yield Span(start, end, "address", MASK)

    def owns(self, street: str, tail: str) -> bool:
        """Whether a street with a number in the text is the house of a known address."""
        return bool(self._houses) and self._owns(comparable(street), comparable(tail))

    def _owns(self, street: str, tail: str) -> bool:
        known = set[str]().union(*(self._houses.get(street[i:], ()) for i in range(len(street))))
        return any(
            tail[:end] in known and not (tail[end - 1].isdigit() and tail[end : end + 1].isdigit())
            for end in range(1, len(tail) + 1)
        )

    def places(self, text: str) -> Iterator[FoundPlace]:
        """Every street with a house number in one source paragraph, public offices left out."""
        folded = fold_for_numbers(text)
        if not re.search(r"[号栋幢座室房铺档户卡组队社]|单元", folded.text):
            return
        for place in numbered_places(folded.text):
            own = self.owns(place.street, place.tail)
            if not own and _PUBLIC_OFFICE.search(folded.text[max(0, place.start - 50) : place.start]):
                continue
            start, end = folded.source_span(place.start, place.end)
            around = folded.text[max(0, place.start - 40) : place.end + 24]
            yield FoundPlace(start, end, _shown(place.street) + place.tail, own, bool(_AROUND.search(around)))


def _shown(street: str) -> str:
    """The street for a notice, from the district on and never from the middle of a word."""
    found = re.search(r"[一-龥]{2,3}[区县镇市](?![区县镇市])(?=[^区县]*$)", street)
    return (
        street[found.start() :]
        if found
        else re.sub(r"^.*(?:位于|坐落于?|地址|在|是|为|至|到|将|的)", "", street)
    )
