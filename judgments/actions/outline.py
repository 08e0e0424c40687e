"""What stands beside a judgment's text: its contents and the statutes it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from judgments.search.statutes import cited

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


def statutes(edition: Edition) -> list[str]:
    """The statutes the court cites; the neutral line of D14 is the portal's, not the court's."""
    return list(cited("\n".join(p.text for p in edition.paragraphs if p.part != "removed")))


def outline(edition: Edition) -> list[list[str]]:
    """[[anchor, label], …] of the parts that occur, in the order in which they first occur."""
    parts = dict.fromkeys(paragraph.part for paragraph in edition.paragraphs)
    return [[f"part-{part}", LABELS[part]] for part in parts if part in LABELS]
