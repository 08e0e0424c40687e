"""Numbers of lists in the formats that Chinese documents use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judgments.intake.numerals import numeral


@pytest.mark.parametrize(
    ("number", "number_format", "expected"),
    [
        (1, "chineseCountingThousand", "一"),
        (10, "chineseCountingThousand", "十"),
        (11, "japaneseCounting", "十一"),
        (20, "chineseCounting", "二十"),
        (101, "chineseCounting", "一百零一"),
        (110, "chineseCounting", "一百一十"),
        (1001, "chineseCounting", "一千零一"),
        (1010, "chineseCounting", "一千零一十"),
        (12345, "chineseCounting", "12345"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (20, "ideographDigital", "二〇"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "11"),
        (12, "ideographZodiac", "亥"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (26, "upperLetter", "Z"),
        (27, "upperLetter", "AA"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (5, "decimal", "5"),
        (5, "aFormatNobodyKnows", "5"),
        (5, "none", ""),
        (5, "bullet", ""),
    ],
)
def test_a_number_is_printed_as_the_word_processor_does(
    number: int, number_format: str, expected: str
) -> None:
    assert numeral(number, number_format) == expected


FORMATS = [
    "decimal", "decimalZero", "upperRoman", "lowerLetter", "chineseCounting", "chineseLegalSimplified",
    "ideographDigital", "ideographTraditional", "ideographZodiac", "decimalEnclosedCircle", "ideographEnclosedCircle",
]  # fmt: skip


@given(st.integers(-(10**12), 10**12), st.sampled_from(FORMATS))
def test_every_number_has_a_numeral_of_bounded_length(number: int, number_format: str) -> None:
    assert 0 < len(numeral(number, number_format)) <= 21
