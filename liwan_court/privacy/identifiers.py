# ruff: noqa: E501  (patterns and word lists read better unbroken)
"""Numbers that identify a person or a unit (D12): identity cards, telephones, accounts, plates, e-mail, WeChat, certificates, codes.

Digits are delimited by digit look-arounds, never by word boundaries, because Han characters count as letters. A number that has the
shape of an identifier is reported even where its checksum fails: a mistyped identity number still points at a person.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from liwan_court.privacy.folding import fold_for_numbers

IdentifierCategory = Literal[
    "id_number", "phone", "bank_account", "plate", "email", "wechat", "certificate", "credit_code"
]

_PROVINCES: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领"
_ID_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_SIGN: Final = re.compile(rf"[0-9@]|微信|QQ|扣扣|昵称|[{_PROVINCES}][A-Z]")


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier at [start, end) of the text searched; `text` is that slice as written."""

    start: int
    end: int
    category: IdentifierCategory
    text: str


def _digits(text: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", text).upper()


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        return 1880 <= year <= 2100 and bool(date(year, month, day))
    except ValueError:
        return False


def has_id_shape(number: str) -> bool:
    """Whether `number` has a region and a birth date where an identity number has them (15 or 18 places)."""
    digits = _digits(number)
    if not digits[:2].isdigit() or not 11 <= int(digits[:2]) <= 91:
        return False
    if len(digits) == 18:
        return _is_date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    return len(digits) == 15 and _is_date(1900 + int(digits[6:8]), int(digits[8:10]), int(digits[10:12]))


def is_valid_id(number: str) -> bool:
    """Whether an 18-place identity number has the right check digit (GB 11643)."""
    digits = _digits(number)
    if len(digits) != 18 or not digits[:17].isdigit():
        return False
    rest = sum(int(d) * w for d, w in zip(digits, _ID_WEIGHTS, strict=False)) % 11
    return digits[17] == "10X98765432"[rest]


def is_valid_credit_code(code: str) -> bool:
    """Whether a 统一社会信用代码 has the right check character (GB 32100)."""
    text = _digits(code)
    if len(text) != 18 or any(c not in _CREDIT_ALPHABET for c in text):
        return False
    total = sum(_CREDIT_ALPHABET.index(c) * w for c, w in zip(text, _CREDIT_WEIGHTS, strict=False))
    return _CREDIT_ALPHABET[(31 - total % 31) % 31] == text[17]


def is_luhn(number: str) -> bool:
    """Whether a card number passes the Luhn check."""
    total = 0
    for index, digit in enumerate(reversed(_digits(number))):
        value = int(digit) * (2 if index % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


@dataclass(frozen=True, slots=True)
class _Rule:
    category: IdentifierCategory
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool] = lambda _match: True
    group: int = 0


_SPACED_18: Final = r"\d{6}[ -]?\d{4}[ -]?\d{2}[ -]?\d{2}[ -]?\d{3}[\dXx]"
_ID_LABEL: Final = r"(?:身份证|身份证件|公民身份|身份号|居民身份)[^，。；,;\d]{0,12}"
_OTHER_PAPERS: Final = r"(?:护照|通行证|回乡证|台胞证|驾驶证|军官证|士兵证|警官证|居住证|居留证)"
_ACCOUNT_LABEL: Final = r"(?:账号|帐号|账户|帐户|卡号|银行卡|尾号|存折|户头)"
_TELEPHONE_LABEL: Final = r"(?:电话|手机|传真|座机|热线|联系方式|TEL|Tel|tel)"
_MEASURE: Final = r"(?:\.\d|[十百千万亿]|元|年|月|日|笔|次|平方|㎡|%)"
_CERTIFICATE: Final = r"(?:房地证|房权证|房地产权|房地权|房产证|不动产权|产权证|土地使用|国用|集用|房屋所有权|土地证|宅基地|所有权证|使用权证|他项权|预告登记|房地共证|不动产证明|不动产登记证明|承包权|经营权证|农地|林权)"
_LOOKS_COMMERCIAL: Final = re.compile(
    r"(?:合同|协议|单|案|编|文|票|流水|批|订|凭证|保函|保险|交易|收据|报告|鉴定|决定|认定|许可|备案|条码|商标|注册|专利|登记)"
    r"[一-龥]{0,4}(?:编号|号码|号|码)?[：:为是]?[ （(]*(?:第)?[A-Za-z]{0,6}-?$"
)


def _unlabelled_account(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 14) : match.start()]
    if _LOOKS_COMMERCIAL.search(before):
        return False
    number = _digits(match.group())
    return len(number) in range(16, 20) and (
        is_luhn(number) or number[:2] in {"62", "60", "95"} or number[0] in "45"
    )


def _after_commercial(match: re.Match[str]) -> bool:
    return bool(_LOOKS_COMMERCIAL.search(match.string[max(0, match.start() - 14) : match.start()]))


def _has_area_gap(match: re.Match[str]) -> bool:
    return bool(re.search(r"[ )）-]", match.group())) or len(_digits(match.group())) in {11, 12}


_RULES: Final[tuple[_Rule, ...]] = (
    _Rule(
        "credit_code",
        re.compile(
            r"(?:信用代码|信用编码|税号|识别号)[^，。；,;0-9A-Z]{0,8}([0-9A-Z]{2}[0-9A-Z -]{13,20}[0-9A-Z])(?![0-9A-Za-z])"
        ),
        group=1,
    ),
    _Rule(
        "credit_code",
        re.compile(r"(?<![0-9A-Za-z])[159ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])"),
        lambda m: is_valid_credit_code(m.group()) and not is_valid_id(m.group()),
    ),
    _Rule(
        "credit_code",
        re.compile(r"(?:机构代码)[^，。；,;0-9A-Z]{0,8}([0-9A-Z]{8}-?[0-9X])(?![0-9A-Za-z])"),
        group=1,
    ),
    _Rule(
        "credit_code",
        re.compile(r"(?:营业执照|注册号|登记证)[^，。；,;0-9A-Z]{0,8}([0-9A-Z]{8,18})(?![0-9A-Za-z])"),
        group=1,
    ),
    _Rule("id_number", re.compile(rf"(?<!\d){_SPACED_18}(?![\dXx])"), lambda m: has_id_shape(m.group())),
    _Rule("id_number", re.compile(rf"{_ID_LABEL}(\d{{14,17}}[\dXx]|{_SPACED_18})(?![\dXx])"), group=1),
    _Rule(
        "id_number",
        re.compile(r"(?<!\d)\d{15}(?!\d)"),
        lambda m: has_id_shape(m.group()) and not _after_commercial(m),
    ),
    _Rule(
        "id_number",
        re.compile(rf"{_OTHER_PAPERS}[^，。；,;0-9A-Za-z]{{0,10}}([A-Za-z]{{0,2}}\d{{6,18}}(?:\(\w\))?)"),
        group=1,
    ),
    _Rule("id_number", re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,2}\d{6}[(（][\dA][)）]")),
    _Rule("id_number", re.compile(rf"{_ID_LABEL}(\d{{3,18}}[*×xX]{{3,18}}[\dXx]{{0,4}})"), group=1),
    _Rule("id_number", re.compile(r"(?<!\d)\d{6}[*×xX]{6,}[\dXx]{0,4}(?![\dXx])")),
    _Rule("phone", re.compile(r"(?<![\dA-Za-z])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")),
    _Rule("phone", re.compile(r"(?<!\d)1[3-9]\d[*×xX]{4}\d{4}(?!\d)")),
    _Rule(
        "phone",
        re.compile(r"(?<!\d)[(（]?0\d{2,3}[)）]?[ -]{0,2}[2-9]\d{6,7}(?:[-转]\d{1,5})?(?!\d)"),
        _has_area_gap,
    ),
    _Rule(
        "phone",
        re.compile(
            rf"{_TELEPHONE_LABEL}[^，。；,;\d]{{0,6}}((?:0\d{{2,3}}[ -]?)?[2-9]\d{{3}}[ -]?\d{{3,4}})(?!\d|{_MEASURE})"
        ),
        group=1,
    ),
    _Rule("phone", re.compile(r"(?<!\d)[48]00[ -]\d{3,4}[ -]?\d{3,4}(?!\d)")),
    _Rule(
        "bank_account",
        re.compile(rf"{_ACCOUNT_LABEL}(?:[^，。；,;\d]{{0,12}})(\d[\d -]{{4,30}}\d)(?!\d|{_MEASURE})"),
        lambda m: len(_digits(m.group(1))) >= 8,
        group=1,
    ),
    _Rule(
        "bank_account",
        re.compile(rf"{_ACCOUNT_LABEL}[^，。；,;\d]{{0,12}}(\d{{4,20}}[*×xX]{{3,20}}\d{{0,6}})"),
        group=1,
    ),
    _Rule(
        "bank_account",
        re.compile(r"(?<![\dA-Za-z-])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z])"),
        _unlabelled_account,
    ),
    _Rule(
        "plate",
        re.compile(
            rf"[{_PROVINCES}][A-Z][ ·.•-]?(?=[A-Z0-9]*\d)[A-HJ-NP-Z0-9]{{4,6}}[挂学警港澳试超领]?(?![A-Z0-9])"
        ),
    ),
    _Rule(
        "plate", re.compile(rf"[{_PROVINCES}][A-Z][ ·]?(?=[A-Z0-9]*[*×])(?=[*×]*[A-Z0-9])[A-Z0-9*×]{{5,6}}")
    ),
    _Rule(
        "email",
        re.compile(
            r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
        ),
    ),
    _Rule(
        "wechat",
        re.compile(
            r"(?:微信|微信号|QQ|qq|扣扣|旺旺|支付宝|抖音|快手|陌陌|微博|飞信)(?:号码|账号|帐号|账户|号|ID|id|群)?"
            rf"[^，。；,;A-Za-z0-9\u4e00-\u9fff]{{0,4}}(?:为|是|名为)?[^，。；,;A-Za-z0-9\u4e00-\u9fff]{{0,3}}([A-Za-z0-9][A-Za-z0-9_.@-]{{3,30}}+)(?!{_MEASURE})"
        ),
        group=1,
    ),
    _Rule(
        "wechat",
        re.compile(
            r"(?:微信|QQ|qq|抖音|快手)?(?:昵称|网名|微信名)(?:为|是|：|:)?[“\"「‘']([^”\"」’']{1,20})[”\"」’']"
        ),
        group=1,
    ),
    _Rule(
        "certificate",
        re.compile(
            rf"{_CERTIFICATE}[^，。；,;、]{{0,8}}?[（(\[〔](?:19|20)\d{{2}}[)）\]〕][^，。；,;、\d]{{0,12}}?第?([A-Z]{{0,2}}\d[\d-]{{3,20}}+)(?<=\d)(?= ?号)"
        ),
        group=1,
    ),
    _Rule(
        "certificate",
        re.compile(
            rf"[（(\[〔](?:19|20)\d{{2}}[)）\]〕][^，。；,;、\d]{{0,10}}?{_CERTIFICATE}[^，。；,;、\d]{{0,8}}?第?([A-Z]{{0,2}}\d[\d-]{{3,20}}+)(?<=\d)(?= ?号)"
        ),
        group=1,
    ),
    _Rule(
        "certificate",
        re.compile(
            rf"{_CERTIFICATE}[^，。；,;、\d]{{0,14}}?(?:证|字|第|号)[^，。；,;、\d]{{0,6}}?([A-Z]{{0,2}}\d[\d-]{{3,40}}+)(?<=\d)(?!{_MEASURE}|[)）])"
        ),
        group=1,
    ),
)


def _candidates(text: str) -> Iterator[tuple[int, int, IdentifierCategory]]:
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            if rule.holds(match):
                start, end = match.span(rule.group)
                yield start, end, rule.category


def _is_free(taken: list[tuple[int, int, IdentifierCategory]], start: int, end: int) -> bool:
    """Whether [start, end) overlaps none of the stretches, which are in order and do not overlap themselves."""
    at = bisect_left(taken, (start,))
    return (at == len(taken) or taken[at][0] >= end) and (at == 0 or taken[at - 1][1] <= start)


def find_identifiers(text: str) -> list[Identifier]:
    """Every identifier in `text`, left to right, never overlapping: the earlier rule wins, labelled codes come first."""
    if not _SIGN.search(folded_text := (folded := fold_for_numbers(text)).text):
        return []
    taken: list[tuple[int, int, IdentifierCategory]] = []
    for start, end, category in _candidates(folded_text):
        if end > start and _is_free(taken, start, end):
            insort(taken, (start, end, category))
    found = []
    for start, end, category in taken:
        source_start, source_end = folded.source_span(start, end)
        found.append(Identifier(source_start, source_end, category, text[source_start:source_end]))
    return found
