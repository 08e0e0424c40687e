"""The grammar of case numbers (案号): alphabets, strict patterns, tolerant ones, normalisation.

Serves `case_numbers`; nothing else should need it. Old style: numbers of cases accepted until 2015-12-31;
new style: 法〔2015〕137号.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

PROVINCES: Final = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军"
SPECIAL: Final = "知"
"""专门审判代字 of the 2018 amendment; one character between court and type."""
NEW_TYPE: Final = (
    "民刑行执赔初终特督催撤再监辖申诉前调确没医更备审救司惩"
    "破清强认台港澳财证保恢异协他复委提抗核移法送请罪外引令止访"
)
OLD_TYPE_HEAD: Final = (
    "民知刑少行审监赔立金商经外房劳非诉委辖破清一二三四五六七初终再重申特督催执复异恢保撤抗提减假他"
)
OLD_TYPE_TAIL: Final = "初终再重监申特督催执复异恢保撤抗破清审辖提减假赔他"

_DASHES: Final = "‐‑‒–—―−﹣－"
_BRACKETS: Final = {"〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")"}
_INVISIBLE: Final = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})

_NEW_COURT = rf"最高法|[{PROVINCES}](?:\d{{4}}|\d{{2}})?"
_OLD_COURT = r"[一-鿿]{1,4}?法"
_NEW_TYPE = rf"[{NEW_TYPE}]{{1,5}}"
_OLD_TYPE = rf"[{OLD_TYPE_HEAD}]{{0,6}}[{OLD_TYPE_TAIL}]"
_NUMBERS = r"\d{1,8}(?:[、,-]\d{1,8})*"
_NUMERAL = r"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
# 号之一审判决 speaks of a first instance, not of a derived document.
_SUFFIX = rf"之{_NUMERAL}(?!审)|-[1-9]\d{{0,2}}(?![\d号])"

NEW: Final = re.compile(
    rf"\((?P<year>\d{{4}})\)(?P<court>{_NEW_COURT})(?P<special>[{SPECIAL}]?)(?P<type>{_NEW_TYPE})"
    rf"(?P<numbers>{_NUMBERS})号(?P<suffix>{_SUFFIX})?"
)
OLD: Final = re.compile(
    rf"\((?P<year>\d{{4}})\)(?P<court>{_OLD_COURT})(?P<special>)(?P<type>{_OLD_TYPE})字第"
    rf"(?P<numbers>{_NUMBERS})号(?P<suffix>{_SUFFIX})?"
)

_YEAR = r"\(?(?P<year>\d{4})年?\)?年?"
_LOOSE_SUFFIX = rf"(?P<suffix>之{_NUMERAL}|之\d{{1,2}}|-\d{{1,3}})?"
LOOSE_NEW: Final = (
    re.compile(
        rf"{_YEAR}(?P<court>{_NEW_COURT})(?P<special>[{SPECIAL}]?)(?P<type>{_NEW_TYPE})字?第?"
        rf"(?P<numbers>{_NUMBERS})号?{_LOOSE_SUFFIX}"
    ),
    re.compile(
        rf"(?P<court>{_NEW_COURT})(?P<special>[{SPECIAL}]?)(?P<type>{_NEW_TYPE})字?第?"
        rf"(?P<numbers>{_NUMBERS})号?(?P<suffix>)/(?P<year>\d{{4}})"
    ),
)
LOOSE_OLD: Final = (
    re.compile(
        rf"{_YEAR}(?P<court>{_OLD_COURT})(?P<special>)(?P<type>{_OLD_TYPE})字?第?(?P<numbers>{_NUMBERS})号?{_LOOSE_SUFFIX}"
    ),
    re.compile(
        rf"(?P<court>{_OLD_COURT})(?P<special>)(?P<type>{_OLD_TYPE})字?第?(?P<numbers>{_NUMBERS})号?(?P<suffix>)"
        r"/(?P<year>\d{4})"
    ),
)

_DIGITS: Final = "零一二三四五六七八九"


def normalise(text: str) -> tuple[str, list[int]]:
    """The comparable form of `text` and, for each of its characters, the position it came from.

    NFKC, brackets of every shape as ASCII round ones, dashes as "-", no white space and nothing invisible.
    """
    characters: list[str] = []
    origins: list[int] = []
    for position, character in enumerate(text):
        plain = _plain(character)
        characters.append(plain)
        origins.extend([position] * len(plain))
    return "".join(characters), origins


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """What one character compares as; most characters of a judgment come again and again."""
    visible = (
        part
        for part in unicodedata.normalize("NFKC", character)
        if unicodedata.category(part) not in _INVISIBLE
    )
    return "".join("-" if part in _DASHES else _BRACKETS.get(part, part) for part in visible)


def numeral_value(numeral: str) -> int:
    """The value of a Chinese numeral from 一 to 九十九."""
    if "十" not in numeral:
        return _DIGITS.index(numeral)
    tens, _, units = numeral.partition("十")
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(units) if units else 0)


def numeral(value: int) -> str:
    """The Chinese numeral of a value from 1 to 99."""
    tens, units = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[units] if units else "")
