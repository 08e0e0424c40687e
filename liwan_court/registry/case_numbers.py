"""Case numbers (案号): read, found in running text, compared, ordered, shown, turned into an address.

Pure, no Django. A case number is never changed in silence: brackets, white space, dashes and full-width
digits are normalised, anything else that is not exact is refused with a suggestion a person can accept.
Serves R27–R28 (reconciliation by number) and R38.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from liwan_court.registry import case_number_grammar as grammar

Style: TypeAlias = Literal["old", "new"]
Field: TypeAlias = Literal["民事", "刑事", "行政", "执行", "赔偿", "其他"]
SortKey: TypeAlias = tuple[int, int, str, str, str, int, int, int, str]

FIELDS: Final[tuple[Field, ...]] = ("刑事", "民事", "行政", "赔偿", "执行", "其他")
"""The fields of law in the order of lists."""
EARLIEST_YEAR: Final = 1949
LATEST_YEAR: Final = 2099
NEW_STYLE_SINCE: Final = 2016
_LONGEST_RANGE: Final = 1000

_FIELD_OF: Final[dict[str, Field]] = {
    "民": "民事",
    "刑": "刑事",
    "行": "行政",
    "执": "执行",
    "赔": "赔偿",
}
_NOT_BY_CHARACTER: Final = ("财保", "行保", "证保", "司", "破", "清", "强清", "认", "送", "请", "协", "移")
# Two characters of one reading would give two cases one address (刑初, 行初): the rarer is spelt out;
# readings that depend on the word (重, 调, 强, 更) are fixed, so that an address never changes.
_READINGS: Final = {
    "行": "xingzheng",
    "申": "shensu",
    "异": "yiyi",
    "医": "yiliao",
    "移": "yisong",
    "减": "jianxing",
    "清": "qingsuan",
    "请": "qingqiu",
    "止": "zhongzhi",
    "知": "zhichan",
    "访": "xinfang",
    "引": "yindu",
    "金": "jinrong",
    "诉": "susong",
    "司": "sifa",
    "重": "chong",
    "没": "moshou",
    "调": "tiao",
    "强": "qiang",
    "更": "geng",
    "假": "jiashi",
}


class InvalidCaseNumber(ValueError):  # noqa: N818 (the name says what the text is)
    """The text is no case number.

    `message_zh` says why in Chinese; `suggestion` is the number probably meant, for a person to accept.
    """

    def __init__(self, message_zh: str, suggestion: str | None = None) -> None:
        super().__init__(f"{message_zh}你是不是要找“{suggestion}”？" if suggestion else message_zh)
        self.message_zh = message_zh
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """One case number, taken apart.

    `year` is the year of acceptance. `numbers` are all numbers of a joined hearing, ranges spelt out;
    `suffix` (之一, -2) belongs to the document, not to the case. Two case numbers are equal when their
    parts are, however they were written.
    """

    raw: str = field(compare=False)
    year: int
    court: str
    special: str
    type_words: str
    number_start: int
    number_end: int
    numbers: tuple[int, ...]
    suffix: str
    style: Style
    written_numbers: str = field(compare=False, repr=False)

    @property
    def key(self) -> str:
        """The identity of the case: normalised, ASCII brackets, without the suffix."""
        return f"({self.year}){self._body(_number_list(self.numbers))}"

    @property
    def display(self) -> str:
        """The number as people read it: full-width brackets, numbers as written, with the suffix."""
        return f"（{self.year}）{self._body(self.written_numbers)}{self.suffix}"

    @property
    def slug(self) -> str:
        """The number as part of an address, ASCII: 2026-yue0103-minchu-1208, 2013-suilifa-minyichu-123-zhiyi.

        Unique among the numbers of one court; provinces of one reading (渝, 豫) are not told apart.
        """
        numbers = _number_list(self.numbers).replace("、", "_")
        suffix = f"-{_reading(self.suffix.replace('-', '之'))}" if self.suffix else ""
        return (
            f"{self.year}-{_reading(self.court)}-{_reading(self.special + self.type_words)}-{numbers}{suffix}"
        )

    @property
    def sort_key(self) -> SortKey:
        """Newest year first, then field, court, type, number by value (9 before 123), suffix by value."""
        return (
            -self.year,
            FIELDS.index(self.field),
            self.court,
            self.special,
            self.type_words,
            self.number_start,
            self.number_end,
            self.suffix_value,
            self.suffix,
        )

    @property
    def suffix_value(self) -> int:
        """之二 and -2 are 2; no suffix is 0."""
        if self.suffix.startswith("之"):
            return grammar.numeral_value(self.suffix[1:])
        return int(self.suffix[1:]) if self.suffix else 0

    @property
    def field(self) -> Field:
        """The field of law by the type words; old-style types without one (商初, 金初) are civil."""
        if self.style == "new" and self.type_words.startswith(_NOT_BY_CHARACTER):
            return "其他"
        for character in self.type_words:
            if character in _FIELD_OF:
                return _FIELD_OF[character]
        if "破" in self.type_words or "清" in self.type_words:
            return "其他"
        return "民事" if self.style == "old" or self.type_words.startswith("诉前调") else "其他"

    @property
    def doubt(self) -> str | None:
        """What a person should look at again, in Chinese: a year that does not fit the style."""
        if self.style == "new" and self.year < NEW_STYLE_SINCE:
            return f"新式案号自{NEW_STYLE_SINCE}年起使用，“{self.display}”的年度请核对。"
        if self.style == "old" and self.year >= NEW_STYLE_SINCE:
            return f"旧式案号用到{NEW_STYLE_SINCE - 1}年为止，“{self.display}”的年度请核对。"
        return None

    def is_own_court(self, abbreviations: Collection[str]) -> bool:
        """Whether the case is one of the court that goes by `abbreviations` (穗荔法, 粤0103)."""
        return self.court in abbreviations

    def _body(self, numbers: str) -> str:
        ordinal = "字第" if self.style == "old" else ""
        return f"{self.court}{self.special}{self.type_words}{ordinal}{numbers}号"

    def __str__(self) -> str:
        return self.display


def parse(text: str) -> CaseNumber:
    """The case number that `text` is, with nothing before or after it.

    Raises `InvalidCaseNumber`, with a suggestion when the text is a near miss (no brackets, no 号, no
    字第, 粤0103民初123/2016).
    """
    normalised, _ = grammar.normalise(text)
    for style, pattern in _STRICT:
        match = pattern.fullmatch(normalised)
        if match:
            return _build(match, text, style)
    shown = normalised if len(normalised) <= 40 else f"{normalised[:40]}…"
    if not shown:
        raise InvalidCaseNumber("案号是空的，请填写完整案号，如（2016）粤0103民初123号。")
    raise InvalidCaseNumber(
        f"“{shown}”不是完整的案号，应写成（2016）粤0103民初123号或（2013）穗荔法民一初字第123号的样式。",
        _suggestion(normalised),
    )


def find_all(text: str) -> list[tuple[int, int, CaseNumber]]:
    """Every case number in running text, exact ones only: start and end (exclusive), the number."""
    if "号" not in text:
        return []
    normalised, origins = grammar.normalise(text)
    found: list[tuple[int, int, CaseNumber]] = []
    for style, match in _matches(normalised):
        start, end = origins[match.start()], origins[match.end() - 1] + 1
        try:
            found.append((start, end, _build(match, text[start:end], style)))
        except InvalidCaseNumber:
            continue
    return sorted(found, key=lambda item: item[0])


_STRICT: Final[tuple[tuple[Style, re.Pattern[str]], ...]] = (("new", grammar.NEW), ("old", grammar.OLD))


def _matches(normalised: str) -> Iterator[tuple[Style, re.Match[str]]]:
    for style, pattern in _STRICT:
        for match in pattern.finditer(normalised):
            yield style, match


def _build(match: re.Match[str], raw: str, style: Style) -> CaseNumber:
    year = int(match["year"])
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise InvalidCaseNumber(f"案号中的年度{year}不可信，应在{EARLIEST_YEAR}至{LATEST_YEAR}之间，请核对。")
    written, inner_suffix = _split_derived(match["numbers"])
    if inner_suffix and match["suffix"]:
        raise InvalidCaseNumber(f"案号“{raw.strip()}”有两个后缀，请核对。")
    numbers = _expand(written)
    return CaseNumber(
        raw=raw,
        year=year,
        court=match["court"],
        special=match["special"],
        type_words=match["type"],
        number_start=min(numbers),
        number_end=max(numbers),
        numbers=numbers,
        suffix=inner_suffix or match["suffix"] or "",
        style=style,
        written_numbers=written,
    )


def _split_derived(written: str) -> tuple[str, str]:
    """Tell 第1002-2号, the second document of case 1002, from 第123-125号, three cases heard together."""
    head, dash, tail = written.partition("-")
    if dash and head.isdigit() and tail.isdigit() and 0 < int(tail) <= int(head) and len(tail) <= 3:
        return head, f"-{int(tail)}"
    return written.replace(",", "、"), ""


def _expand(written: str) -> tuple[int, ...]:
    numbers: set[int] = set()
    for part in written.split("、"):
        ends = [int(end) for end in part.split("-")]
        first, last = ends[0], ends[-1]
        if len(ends) > 2 or first < 1 or last < first or last - first >= _LONGEST_RANGE:
            raise InvalidCaseNumber(f"案号中的编号“{written}”不可信，请核对。")
        numbers.update(range(first, last + 1))
    return tuple(sorted(numbers))


def _number_list(numbers: tuple[int, ...]) -> str:
    if len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}-{numbers[-1]}"
    return "、".join(map(str, numbers))


def _reading(text: str) -> str:
    # Its dictionaries take most of a second and many megabytes; only processes that name a judgment need them.
    from pypinyin import lazy_pinyin

    return "".join(_READINGS.get(character) or lazy_pinyin(character)[0] for character in text)


def _suggestion(normalised: str) -> str | None:
    candidate = normalised.replace("號", "号")
    for ordinal, patterns in (("", grammar.LOOSE_NEW), ("字第", grammar.LOOSE_OLD)):
        for pattern in patterns:
            match = pattern.fullmatch(candidate)
            if match:
                return _display_of(_spelt_out(match, ordinal))
    within = find_all(candidate)
    return within[0][2].display if len(within) == 1 else None


def _spelt_out(match: re.Match[str], ordinal: str) -> str:
    suffix = match["suffix"] or ""
    if suffix.startswith("之") and suffix[1:].isdigit() and int(suffix[1:]):
        suffix = f"之{grammar.numeral(int(suffix[1:]))}"
    body = f"{match['court']}{match['special']}{match['type']}{ordinal}{match['numbers']}号"
    return f"({match['year']}){body}{suffix}"


def _display_of(text: str) -> str | None:
    for style, pattern in _STRICT:
        match = pattern.fullmatch(text)
        if match:
            try:
                return _build(match, text, style).display
            except InvalidCaseNumber:
                return None
    return None
