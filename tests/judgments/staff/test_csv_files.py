"""Tables that open in a spreadsheet."""

from __future__ import annotations

from judgments.staff.csv_files import csv_response


def test_chinese_opens_rightly_and_no_cell_runs_as_a_formula():
    answer = csv_response("应公开未公开", ("案号", "说明"), [("（2026）粤0103民初7号", "=1+1"), (None, "-2")])
    assert answer.content.startswith(b"\xef\xbb\xbf")
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines == ["案号,说明", "（2026）粤0103民初7号,'=1+1", ",'-2"]
    assert "attachment" in answer["Content-Disposition"]
