"""What a division head pastes: one case number a line, with kind and day where they differ from the rest. Pure text reading."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError

from judgments.actions.report import ReportLine
from judgments.models import Judgment
from judgments.staff.forms import day_of

BLANKS = re.compile(r"[\s,，;；\t]+")
LOOKS_LIKE_A_DAY = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?")


def read_lines(text: str, kind: str, effective_on: date | None) -> list[ReportLine]:
    """The lines of a pasted list. Raises ValidationError naming the line that cannot be read."""
    return [_line(line.strip(), kind, effective_on) for line in text.splitlines() if line.strip()]


def _line(line: str, kind: str, effective_on: date | None) -> ReportLine:
    parts = [part for part in BLANKS.split(line) if part]
    while parts and (LOOKS_LIKE_A_DAY.fullmatch(parts[-1]) or parts[-1] in Judgment.Kind.values):
        last = parts.pop()
        if last in Judgment.Kind.values:
            kind = last
        else:
            effective_on = day_of(last)
    if not parts or effective_on is None:
        problem = "没有案号" if not parts else "没有生效日：请写在案号后面，或填写下面的生效日"
        raise ValidationError(f"“{line}”：{problem}")
    return ReportLine("".join(parts), kind, effective_on)
