"""What a division head pastes into the return."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from judgments.actions.report import ReportLine
from judgments.staff.report_lines import read_lines

DAY = date(2026, 11, 2)
NUMBER = "（2026）粤0103民初7号"


def test_a_bare_number_takes_the_kind_and_day_of_the_form():
    assert read_lines(f"\n {NUMBER} \n\n", "判决书", DAY) == [ReportLine(NUMBER, "判决书", DAY)]


@pytest.mark.parametrize(
    "line",
    [
        f"{NUMBER} 裁定书 2026-11-05",
        f"{NUMBER}\t裁定书\t2026/11/5",
        f"{NUMBER}，2026年11月5日，裁定书",
        f"{NUMBER} 裁定书 2026.11.05",
    ],
)
def test_a_line_may_carry_its_own_kind_and_day_as_people_write_them(line):
    assert read_lines(line, "判决书", DAY) == [ReportLine(NUMBER, "裁定书", date(2026, 11, 5))]


def test_a_number_with_blanks_in_it_stays_one_number():
    assert read_lines("(2026) 粤0103 民初 7 号 2026-11-05", "判决书", None)[0].number == "(2026)粤0103民初7号"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (NUMBER, "没有生效日"),
        ("裁定书 2026-11-05", "没有案号"),
        (f"{NUMBER} 2026-02-30", "“2026-02-30”不是日期"),
    ],
)
def test_what_cannot_be_read_is_said_with_the_line(line, words):
    with pytest.raises(ValidationError, match=words):
        read_lines(line, "判决书", None)
