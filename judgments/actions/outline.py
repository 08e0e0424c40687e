"""The contents that stand beside a judgment's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from judgments.redaction.edition import Edition

LABELS = {
    "parties": "当事人",
    "procedure": "审理经过",
    "removed": "依规定删除的内容",
    "facts": "本院查明",
    "reasoning": "本院认为",
    "ruling": "裁判结果",
    "signature": "署名",
}


def outline(edition: Edition) -> list[list[str]]:
    """[[anchor, label], …] of the parts that occur, in the order in which they first occur."""
    parts = dict.fromkeys(paragraph.part for paragraph in edition.paragraphs)
    return [[f"part-{part}", LABELS[part]] for part in parts if part in LABELS]
