"""Wordings of claims and defence that once stayed in public, took facts with them or were told apart wrongly."""

import pytest

from tests.judgments.redaction.making import FRONT, blocking, judgment, public, redacted

END = "经审理查明：己。"


def rows(pleadings, **options):
    edition = redacted(judgment(pleadings=pleadings, facts="", **options))
    return edition, [(section.kind, section.text) for section in edition.removed_sections]


@pytest.mark.parametrize(
    "claims",
    [
        "原告沈立平诉称：甲，拒不归还。原告为此诉至法院，请求判令：1、乙；2、丙。",
        "原告诉称：甲，有欠条为证。为此，请求法院判令被告支付乙。",
        "原告沈立平起诉认为：甲。故请求判令：1.乙。",
        "原告沈立平起诉主张：甲。",
        "沈立平具状称，甲。",
    ],
)
def test_a_claim_goes_whole_in_any_wording(claims):
    edition, found = rows(f"{claims}\n{END}")
    assert found == [("claims", claims)]
    assert edition.status == "ready"


@pytest.mark.parametrize(
    "defence",
    [
        "被告何秀莲因下落不明未能到庭，未发表答辩意见。",
        "被告何秀莲既未到庭应诉，又未提交书面答辩状。",
        "何秀莲针对反诉答辩称：乙。",
        "被告何秀莲既不答辩，亦不到庭。",
        "招某垚、其母辩称，乙。",
        "被告何秀莲未出庭应诉。",
        "被告何秀莲没有到庭参加诉讼，亦没有向本院提交答辩状。",
    ],
)
def test_a_defence_is_a_row_of_its_own(defence):
    edition, found = rows(f"原告沈立平诉称：甲。\n{defence}\n{END}")
    assert found == [("claims", "原告沈立平诉称：甲。"), ("defence", defence)]
    assert edition.status == "ready"


@pytest.mark.parametrize(
    "stays",
    [
        "庭审中，原告提交了《借款合同》、收据、微信转账截图。",
        "经开庭审理，本院查明：戊。",
        "综合本案证据，本院查明：戊。",
        "原告对其陈述在举证期限内提供的证据有：戊。",
        "原告围绕诉讼请求依法提交了托运单等证据。两被告未到庭，视为放弃举证和质证的权利。",
    ],
)
def test_evidence_and_facts_behind_the_defence_stay_whole(stays):
    edition, found = rows(f"原告沈立平诉称：甲。\n何秀莲辩称，乙。\n{stays}\n{END}")
    assert [kind for kind, _ in found] == ["claims", "defence"]
    assert stays.replace("原告沈立平", "原告×××") in public(edition)


@pytest.mark.parametrize(
    ("claims", "defence"),
    [
        ("沈立平在再审中称，甲。", "何秀莲辩称，乙。"),
        ("再审中，原审原告沈立平诉称：甲。", "原审被告何秀莲辩称：乙。"),
        ("原审原告沈立平再审诉称：甲。", "何秀莲在再审庭审中辩称，乙。"),
    ],
)
@pytest.mark.parametrize("found_again", ["本院再审查明：己。", "再审另查明，己。", "经再审审理查明：己。"])
def test_a_retrial_loses_its_pleadings_and_no_facts(claims, defence, found_again):
    head = "原审原告：沈立平，男。\n原审被告：何秀莲，女。"
    edition, found = rows(
        f"原审查明：丁，判决还款。\n{claims}\n{defence}\n{found_again}\n以上事实，有借条证实。", parties=head
    )
    assert found == [("claims", claims), ("defence", defence)]
    assert "丁，判决还款" in public(edition)
    assert found_again in public(edition)
    assert "再审民事判决书" in edition.title


def test_a_passage_that_would_swallow_facts_is_not_removed_and_holds():
    edition, found = rows("原告沈立平诉称：甲。\n仲裁期间，双方最终查明：戊。\n经审理查明：己。")
    assert found == []
    assert "section_end_missing" in blocking(edition)


def test_claim_and_answer_of_an_incidental_suit_are_rows_of_the_held_draft():
    text = judgment(
        front=FRONT.replace("民 事 判 决 书", "刑 事 附 带 民 事 判 决 书").replace("民初", "刑初"),
        parties="公诉机关广州市荔湾区人民检察院。\n附带民事诉讼原告人沈立平，男。\n被告人何秀莲，女。",
        procedure="广州市荔湾区人民检察院指控被告人何秀莲犯故意伤害罪，向本院提起公诉。现已审理终结。",
        pleadings="公诉机关指控：丁。\n附带民事诉讼原告人沈立平诉称，甲。\n被告人何秀莲对指控的罪名无异议，对附带民事部分辩称赔偿数额过高。",
    )
    edition = redacted(text)
    assert [section.kind for section in edition.removed_sections] == ["claims", "defence"]
    assert edition.status == "held"
    assert "公诉机关指控：丁。" in public(edition)
