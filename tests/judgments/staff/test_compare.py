"""The original and the public edition side by side."""

from __future__ import annotations

from judgments.intake.document import Paragraph
from judgments.redaction.edition import Edition, PublicParagraph, RemovedSection, Replacement
from judgments.staff.compare import Segment, public_only, rows

SOURCE = (
    Paragraph("原告沈立平。", "正文第1段"),
    Paragraph("原告沈立平诉称，被告欠款。", "正文第2段"),
    Paragraph("本院认为，合同有效。", "正文第3段"),
    Paragraph("第1页", "页脚1", kind="footer"),
)
EDITION = Edition(
    status="ready",
    kind="判决书",
    case_number=None,
    title="",
    policy="liwan-2013",
    paragraphs=(
        PublicParagraph("原告×××。", "parties", source=0, spans=((2, 5, "party"),)),
        PublicParagraph("原告诉称的内容已删除。", "removed"),
        PublicParagraph("本院认为，合同有效。", "reasoning", source=2),
    ),
    replacements=(Replacement("party", "沈立平", "×××"), Replacement("alias", "沈立", "×××")),
    removed_sections=(RemovedSection("claims", "原告沈立平诉称，被告欠款。"),),
)


def test_a_paragraph_stands_beside_its_public_form_with_masks_on_both_sides():
    first = rows(SOURCE, EDITION)[0]
    assert first.left == [Segment("原告"), Segment("沈立平", "party"), Segment("。")]
    assert first.right == [[Segment("原告"), Segment("×××", "party"), Segment("。")]]
    assert first.left[1].label == "当事人"
    assert not first.removed


def test_a_removed_passage_shows_why_and_the_neutral_line_stands_at_its_place():
    second = rows(SOURCE, EDITION)[1]
    assert second.removed
    assert second.note == "依规定删除：原告诉称"
    assert second.right == [[Segment("原告诉称的内容已删除。")]]


def test_what_is_not_carried_over_says_so():
    last = rows(SOURCE, EDITION)[3]
    assert (last.removed, last.note, last.right) == (True, "不进入上网版", [])


def test_nothing_of_the_original_is_lost_on_the_left():
    shown = ["".join(piece.text for piece in row.left) for row in rows(SOURCE, EDITION)]
    assert shown == [paragraph.text for paragraph in SOURCE]


def test_without_a_readable_original_the_public_edition_stands_alone():
    assert [row.left for row in public_only(EDITION)] == [[], [], []]
    assert len(public_only(EDITION)) == len(EDITION.paragraphs)
