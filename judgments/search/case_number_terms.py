"""Case numbers inside a query.

Recognised with or without brackets, whole or in part, and searched in their own field.
"""

from __future__ import annotations

import re

from liwan_court.registry import case_numbers

_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军"
_HAN = "\u4e00-\u9fff"
_YEAR = r"(?:[(\[〔【]\s*\d{4}\s*[)\]〕】]\s*|(?<!\d)\d{4}(?=[^\d\s年]))"
_NUMBER = r"\d{1,8}(?:号(?:之[一二三四五六七八九十]{1,3}|-\d{1,2})?)?"
_PROCEDURE = "[初终再重监申特督催执复异恢保撤抗辖调审]"
_NEW = rf"(?:最高法|[{_PROVINCES}]\d{{2,4}})[{_HAN}]{{1,5}}?{_NUMBER}"
_OF_A_HIGH_COURT = rf"[{_PROVINCES}][{_HAN}]{{1,5}}?{_NUMBER}"
_OLD = rf"[{_HAN}]{{1,4}}?法[{_HAN}]{{1,6}}?(?:字第|(?<={_PROCEDURE})第?){_NUMBER}"
_TYPE_ONLY = rf"(?<![{_HAN}])[民刑行执财知赔破审监少一二三]{{1,4}}{_PROCEDURE}(?:字第|字)?\d{{1,8}}(?:号)?"
_BARE = r"(?<![^\s(:])(?:第)?\d{1,8}号(?![^\s)])"
_CASE_NUMBER = re.compile(
    rf"(?P<quoted>\"[^\"]*\")|(?P<year>{_YEAR})(?P<courtless>{_TYPE_ONLY})"
    rf"|(?P<number>{_YEAR}?(?:{_NEW}|{_OLD})|{_YEAR}{_OF_A_HIGH_COURT}|{_TYPE_ONLY}|{_BARE})"
)


def quote_case_numbers(
    text: str, field_prefix: re.Pattern[str], number_prefix: str
) -> tuple[str, tuple[str, ...]]:
    """Puts case numbers into quotation marks, with the prefix of their field where none stands before them.

    Returns the query and what to tell the reader: a number that is nearly right is searched as typed, and the
    number that was probably meant is named, never put in its place (R38). Text in quotation marks stays as it is.
    """
    notes: dict[str, None] = {}

    def quoted(match: re.Match[str]) -> str:
        if match["quoted"]:
            return match["quoted"]
        prefix = "" if field_prefix.search(text, 0, match.start()) else number_prefix
        if match["year"]:
            return f'{prefix}("{match["year"]}" "{match["courtless"]}") '
        number, note = _normalised(match["number"])
        if note:
            notes[note] = None
        return f'{prefix}"{number}" '

    return _CASE_NUMBER.sub(quoted, text), tuple(notes)


def _normalised(written: str) -> tuple[str, str]:
    """The number as the register writes it, and a note where it is nearly but not quite a case number."""
    try:
        number = case_numbers.parse(written)
    except case_numbers.InvalidCaseNumber as error:
        suggestion = error.suggestion if re.match(_YEAR, written) else None
        return (
            written,
            f"“{written}”不是完整的案号写法，已照原样检索；您是不是要找“{suggestion}”？"
            if suggestion
            else "",
        )
    return f"{number.key}{number.suffix}", ""
