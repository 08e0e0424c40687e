"""Numbers as courts write them: 577 and 五百七十七 are the same article."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def to_chinese(number: int) -> str:
    """1 to 9999 in Chinese numerals as statutes write them (10 十, 110 一百一十, 1005 一千零五).

    ValueError beyond.
    """
    if not 0 < number < 10_000:
        raise ValueError("only 1 to 9999 are written out")
    written, zero = "", False
    for unit, name in _UNITS:
        digit, number = divmod(number, unit)
        if digit:
            written += ("零" if zero else "") + _DIGITS[digit] + name
        zero = bool(written) and not digit and bool(number)
    written += ("零" if zero else "") + _DIGITS[number] if number else ""
    return written[1:] if written.startswith("一十") else written
