"""The original and the public edition side by side."""

from __future__ import annotations

from dataclasses import replace

from judgments.intake.document import Paragraph
from judgments.redaction.edition import Edition, Kept, PublicParagraph, RemovedSection
from judgments.staff.compare import Segment, public_only, rows

SOURCE = (
    Paragraph("原告沈立平。", "正文第1段"),
    Paragraph("原告沈立平诉称，被告欠款。经审理查明，沈立平付款。", "正文第2段"),
    Paragraph("本院认为，高明无过错。", "正文第3段"),
    Paragraph("第1页", "页脚1", kind="footer"),
)
EDITION = Edition(
    status="ready",
    kind="判决书",
    case_number=None,
    title="",
    policy="liwan-2013",
    paragraphs=(
        PublicParagraph("原告×××。", "parties", source=0, spans=((2, 5, "party"),), sources=((2, 5),)),
        PublicParagraph("原告诉称的内容已删除。", "removed"),
        PublicParagraph(
            "经审理查明，×××付款。",
            "facts",
            source=1,
            spans=((6, 9, "party"),),
            origin=13,
            sources=((19, 22),),
        ),
        PublicParagraph("本院认为，高明无过错。", "reasoning", source=2),
    ),
    kept=(Kept(3, 5, 7, "高明", "普通词语"),),
    removed_sections=(RemovedSection("claims", "原告沈立平诉称，被告欠款。"),),
    removals=((1, 0, 13, "claims"),),
)


def test_a_paragraph_stands_beside_its_public_form_with_masks_at_their_place_in_the_original():
    first = rows(SOURCE, EDITION)[0]
    assert first.left == [
        Segment("原告", "", 0, 2),
        Segment("沈立平", "party", 2, 5),
        Segment("。", "", 5, 6),
    ]
    assert first.right == [
        [Segment("原告", "", 0, 2), Segment("×××", "party", 2, 5), Segment("。", "", 5, 6)]
    ]
    assert first.left[1].label == "当事人"
    assert not first.removed


def test_a_passage_removed_inside_a_paragraph_is_struck_out_and_the_rest_keeps_its_place():
    second = rows(SOURCE, EDITION)[1]
    assert second.left[0] == Segment("原告沈立平诉称，被告欠款。", "", 0, 13, "claims")
    assert second.left[0].label == "原告诉称"
    assert second.right[0] == [Segment("原告诉称的内容已删除。")]
    assert second.right[1] == [
        Segment("经审理查明，", "", 13, 19),
        Segment("×××", "party", 19, 22),
        Segment("付款。", "", 22, 25),
    ]


def test_a_place_kept_on_purpose_says_why():
    third = rows(SOURCE, EDITION)[2]
    assert [(piece.text, piece.note) for piece in third.left] == [
        ("本院认为，", ""),
        ("高明", "普通词语"),
        ("无过错。", ""),
    ]


def test_a_draft_of_an_earlier_version_is_shown_without_places():
    old = replace(
        EDITION,
        paragraphs=(PublicParagraph("原告×××。", "parties", source=0, spans=((2, 5, "party"),)),),
        kept=(),
        removals=(),
    )
    assert rows(SOURCE, old)[0].right == [[Segment("原告"), Segment("×××", "party"), Segment("。")]]


def test_what_is_not_carried_over_says_so():
    last = rows(SOURCE, EDITION)[3]
    assert (last.removed, last.note, last.right) == (True, "不进入上网版", [])


def test_nothing_of_the_original_is_lost_on_the_left():
    shown = ["".join(piece.text for piece in row.left) for row in rows(SOURCE, EDITION)]
    assert shown == [paragraph.text for paragraph in SOURCE]


def test_without_a_readable_original_the_public_edition_stands_alone():
    assert [row.left for row in public_only(EDITION)] == [[], [], [], []]
    assert len(public_only(EDITION)) == len(EDITION.paragraphs)
