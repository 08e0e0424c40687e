# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""Addresses: the street stays, the number and all that follows it goes (R31, traps 43–56).

`split_address` cuts one address at its first house number. Numbers inside the names of streets (第十甫路, 建设六马路, 六巷) are not
house numbers. `addresses_in` finds private addresses by their labels in the head, `numbered_places` finds house numbers in running
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from liwan_court.privacy.folding import comparable, fold_for_numbers

_CN: Final = "一二三四五六七八九十百千零〇○两廿卅"
_NUM: Final = rf"(?:\d{{1,6}}|[{_CN}]{{1,8}})"
_STREET_AFTER: Final = r"(?:号?(?:路|马路|大街|大道|街|巷|弄|里|横路|横街|横巷|直街|胡同|国道|省道|县道|村|大马路|甫|约|津|涌|坊|线路?|环|新村|公里))"
_UNIT: Final = r"(?:号|號|#|栋|幢|座|楼|层|樓|层楼|室|房|单元|梯|门|铺|档|卡|户|组|队|社|院|区|期|间|舱|排|仓|车位|柜|商位|之)"
_WORD: Final = r"(?:首层|首、?二层|地下室?|地铺|底层|负[一二三四\d]层?|[后前东西南北]座|天台|夹层|阁楼|自编|门牌|房号|(?:特|附|临|增|新|副|甲|乙|丙|丁|戊) ?\d+ ?号|(?:特|附|甲|乙|丙|丁)[一二三四五六七八九十]+号)"
_LETTER: Final = (
    r"[A-Za-z](?=[ -]?(?:\d|栋|幢|座|楼|区|单元|梯|室|房|铺|档|馆|[一二三四五六七八九十]+(?:栋|座|层|楼)))"
)
_LATIN_WORD: Final = r"(?:Flat|FLAT|Room|ROOM|RM|Rm|Unit|UNIT|Suite|Apt|Block|No\.?|NO\.?|Floor|G/F)\b"
_START: Final = re.compile(
    rf"{_LATIN_WORD}|{_WORD}|{_LETTER}|\d+(?!\d|{_STREET_AFTER})|(?<![第{_CN}\d])[{_CN}]+(?=之?{_UNIT})(?!{_UNIT}?{_STREET_AFTER})|(?<=[路街道巷里弄村坊])[{_CN}]+(?=号)"
)
_KEEP_UNIT: Final = re.compile(rf"{_NUM}(?:社|区|院)(?=[{_CN}]*[社区]民)")
STREET: Final = re.compile(
    r"(?:大道|马路|公路|国道|省道|[路街道巷里弄村坊涌围坑社约胡同径岗])(?![一-龥]*(?:街道|办事处))"
)
_ADMIN: Final = re.compile(
    r"^.*(?:省|自治区|特别行政区|市|[^小社园校军矿景地厂A-Za-z\d]区|县|自治州|镇|乡|街道(?!办))"
)
_LABEL: Final = re.compile(
    r"(?:户籍所在地|户籍地址?|户口所在地|户口地址|户籍住址|户籍住所地?|身份证住址|身份证地址|经常居住地|经常居住地址|现居住地址?|现居住于|居住地址?|现住址|现住所地?|现住地址?|现住于?|暂住地?址?|实际居住地|常住地|"
    r"住所地|住所|住址|住地|主要营业地|主要办事机构所在地|营业场所|营业地址?|经营场所|经营地址|经营地|注册地址?|登记地址|办公地址|办公地点|通讯地址|联系地址|送达地址|邮寄地址|地址|居住于|居住在|家住|租住于?|寄住|"
    r"户籍|住)(?: *[(][^()]{0,10}[)])?(?:地|均?为|在|于|位于|:| )*"
)
_NO_ADDRESS: Final = re.compile(r"同上|同前|同[第原被]|不详|不明|上述|院|房|宅|户|宿|所|址")
_FIELD: Final = re.compile(
    r"[,。;!]|[:：]|(?:公民身份|身份证|居民身份|统一社会|组织机构|营业执照|法定代表人|负责人|联系电话|联系方式|电话|手机|邮编|邮政|委托|经营者|户籍(?:所在)?地|现住|现居住|户口|经常居住|因(?:本案|涉嫌)|系(?:原|被|个|该)|曾因|羁押|以下简称|下称)"
)
_PLACE_NAME: Final = r"[一-龥A-Za-z\d]{0,12}?"
_TAIL_STEP: Final = (
    rf"(?:{_LATIN_WORD} ?|{_WORD}|(?<=[号栋幢座楼])\d{{2,5}}(?=房[屋产])|(?=[A-Za-z\d{_CN}之#])(?:[A-Za-z]|{_NUM})?(?:[-－~至、,/](?:[A-Za-z]?\d{{1,6}}|[{_CN}]{{1,8}})|[A-Za-z]\d{{1,6}}){{0,12}}"
    rf" ?(?:号楼|号院|号房(?![屋产])|号铺|号档|(?!房[屋产]){_UNIT})(?:之?[{_CN}](?![{_CN}]*(?:[个条名年月日点元人份次审层]|{_UNIT})))?)"
)
_BUILDING: Final = r"(?:(?:大院|小区|院内|内|院|后座|前座)(?=[A-Za-z\d一二三四五六七八九十])|[一-龥]{2,8}?(?:大厦|广场|花园|小区|公寓|商场|大楼|中心|家园|名苑|雅苑|花苑|山庄|大院|庄园|城|苑|庭|居|阁|轩|楼)(?=[A-Za-z\d一二三四五六七八九十首地]))"
_ROOM: Final = rf"(?:(?<=[号栋幢座楼编])|(?<=单元)|(?<=之[{_CN}]))(?:\d{{2,5}}|[A-Za-z]-?\d{{1,5}})(?:[-－]\d{{1,4}})?(?=[,。;、:)(]|$|的|及|和|与)"
"""A room without its unit, behind the house: 8号1205，…"""
_MORE: Final = rf"(?:[-－~至、及和](?=(?:[A-Za-z]?\d{{1,6}}|[{_CN}]{{1,4}})(?:号|房(?![屋产])|铺|档|室|卡|栋|层))|、(?=之[{_CN}])|(?<=[社组队])(?:\d{{1,3}}|[{_CN}]{{1,3}})(?:横?巷|弄)(?=(?:\d{{1,4}}|[{_CN}]{{1,3}})号)|第(?=[\d{_CN}]{{1,4}}(?:区|栋|层|档|铺|卡|号)))"
"""What joins one number of an address to the next: 181号-183号, 四社12巷3号, 第5区12档."""
_PROSE: Final = re.compile(
    rf"(?P<street>(?:[一-龥]{{2,12}}?[省市区县镇])?[一-龥\d]{{1,14}}?(?:大道|马路|公路|路|街|道|巷|里|弄|村|坊|(?<=[正中前后上下东西南北头尾])约|新村|花园|大厦|广场|小区|苑|市场|商场|商贸城|批发城|工业[区园]|园区|屯|寨|庄)(?:[东西南北中]|口|[一-龥]{{0,6}}?(?:路|街|道|巷|里|弄|村|坊|约|甫|津|基|围|涌|岗|塘|洲|台|墩|新街|横街|直街|花园|小区|大厦|广场))?)"
    rf"(?P<gap> ?(?:自编|门牌)? ?)(?P<tail>(?:{_TAIL_STEP}|{_ROOM}|{_MORE}|{_BUILDING}|\((?=自编|[^()]*\d)[^()]{{1,24}}\))+)"
)
_HOUSE: Final = re.compile(
    rf"{_NUM}[-－、之A-Za-z\d{_CN} ]*(?:号|栋|幢|座|室|房|单元|铺|档|户|卡|[组队](?![员长数])|社(?![区会保员]))|[A-Za-z][栋座]"
)


@dataclass(frozen=True, slots=True)
class Address:
    """A private address as written: `kept` stands, `tail` is masked (empty where there is no number)."""

    text: str
    kept: str
    tail: str

    @property
    def street(self) -> str:
        """The place directly before the number, as short as people write it: the last street, else what follows the district."""
        kept = self.kept.rstrip(" ")
        local = _ADMIN.sub("", kept) or kept
        ends = [m.end() for m in STREET.finditer(local)]
        if ends and ends[-1] == len(local) and len(ends) > 1 and len(local) - ends[-2] >= 3:
            return local[ends[-2] :]
        return local[-16:]

    @property
    def house(self) -> str:
        """The first number with its unit, as it is written without flat or floor (84号)."""
        match = re.match(
            rf"(?:自编)? ?(?:[特附甲乙丙])?(?:{_NUM}|[A-Za-z])(?:-\d+)*(?:号楼|号院|号|栋|幢|座|组|社|队)",
            fold_for_numbers(self.tail).text,
        )
        return self.tail[: match.end()] if match else self.tail

    def is_distinctive(self) -> bool:
        """Whether the tail alone points at the house: more than one number, or a long one."""
        folded = comparable(self.tail)
        return len(folded) >= 5 and len(re.findall(rf"\d+|[{_CN}]+", folded)) >= 2


def split_address(text: str) -> Address:
    """`text`, one whole address, cut before its first house number."""
    folded = fold_for_numbers(text)
    begin = 0
    if admin := _ADMIN.match(folded.text):
        begin = admin.end() if not re.search(r"\d", admin.group()) else 0
    for match in _START.finditer(folded.text, begin):
        if _KEEP_UNIT.match(folded.text, match.start()):
            continue
        start, _ = folded.source_span(match.start(), len(folded.text))
        return Address(text, text[:start].rstrip(), text[start:].rstrip())
    return Address(text, text, "")


def _end_of(text: str, start: int) -> int:
    depth = 0
    position = start
    while position < len(text):
        character = text[position]
        if character == "(":
            depth += 1
        elif character == ")":
            if depth == 0:
                return position
            depth -= 1
        elif depth == 0 and _ends_here(text, start, position):
            return position
        position += 1
    return position


def _ends_here(text: str, start: int, position: int) -> bool:
    if text[position] == "、":
        return not re.match(rf"、 ?(?:\d|[{_CN}]+[号层楼室房]|[A-Za-z]\d)", text[position:])
    if (
        text[position] == ","
        and re.search(r"[A-Za-z]", text[start:position])
        and re.match(r", ?[A-Za-z\d]", text[position:])
    ):
        return False
    return bool(_FIELD.match(text, position)) and position > start


def addresses_in(text: str) -> list[str]:
    """The private addresses that stand behind their labels in a stretch of the head (folded for numbers)."""
    found, position = [], 0
    while label := _LABEL.search(text, position):
        end = _end_of(text, label.end())
        address = text[label.end() : end].strip(" ,")
        position = max(end, label.end())
        if len(address) >= 3 and not _NO_ADDRESS.match(address):
            found.append(address)
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """A street with a house number in running text; offsets are of the text searched, [start, end) is the number part."""

    start: int
    end: int
    street: str
    tail: str


def numbered_places(text: str) -> Iterator[Place]:
    """Every street with a house number in a text folded for numbers."""
    for match in _PROSE.finditer(text):
        tail = match["tail"]
        house = _HOUSE.match(tail) or _HOUSE.search(tail)
        if (
            house is None
            or re.match(r"\d+ ?(?:之)?$", tail)
            or re.search(r"(?:月|日|案|字第|证|合同|决定|文|令)[^路街巷里]{0,4}$", match["street"][-3:])
        ):
            continue
        begin = match.end("street") + (len(match["gap"]) - len(match["gap"].lstrip()))
        yield Place(begin, match.end(), match["street"], text[begin : match.end()])
