import pytest

from judgments.redaction.masking import NEUTRAL_LINE
from tests.judgments.redaction.making import FRONT, blocking, judgment, public, redacted

HEAD = (
    "原告：张小三，男，住广州市荔湾区多宝路3号。\n被告：李四妹，女，住广州市荔湾区多宝路5号。\n"
    "被告：广州粤江贸易有限公司（以下简称“粤江公司”），住所地广州市荔湾区多宝路7号。"
)
PROCEDURE = "原告张小三与被告李四妹、广州粤江贸易有限公司买卖合同纠纷一案，本院受理后，现已审理终结。"


def case(pleadings, **options):
    return redacted(judgment(parties=HEAD, procedure=PROCEDURE, pleadings=pleadings, facts="", **options))


CASES = [
    ("原告张小三起诉称：甲。\n被告李四妹辩称：乙。\n粤江公司辩称，丙。\n经审理查明：丁。", "甲乙丙", "丁"),
    ("原告诉称，甲。乙，丙。被告李四妹口头答辩称：戊。被告粤江公司缺席未答辩。本院经审理认定事实如下：丁。", "甲乙丙戊", "丁"),
    ("原告张小三的诉讼请求为：1、甲；2、乙。\n事实与理由：丙。\n二被告未作答辩。\n原告围绕诉讼请求提交了丁证据。", "甲乙丙", "丁"),
    ("张小三向本院提出诉讼请求：1.甲\n2.乙\n事实和理由：丙。\n被告李四妹承认原告提出的全部诉讼请求丁。", "甲乙丙", "丁"),
    ("张小三诉请判令甲。李四妹辩称乙。粤江公司未作答辩，经审理查明：丁。", "甲乙", "丁"),
    ("原告张小三诉称，甲。\n原告为证明其主张，提供丁证据。\n被告李四妹答辩称：乙。\n被告粤江公司未到庭，亦未提交书面答辩意见。\n经审理查明，戊。原告称己。", "甲乙", "丁戊己"),
    ("原告张小三诉称：甲。\n被告（反诉原告）粤江公司辩称：乙。并反诉称：丙。\n原告（反诉被告）张小三针对反诉答辩称：丁。\n庭审中，原告变更诉讼请求为：戊。\n本院查明：己。", "甲乙丙丁戊", "己"),
    ("原告张小三诉称：甲。庭后原告补充意见称：乙。\n第三人述称：丙。\n双方当事人对以下事实没有争议：己。", "甲乙丙", "己"),
    ("原告张小三诉称：甲。被告李四妹去向不明，未答辩乙。被告粤江公司经本院合法传唤，无正当理由未到庭应诉丙。根据原告陈述和经审查确认的证据，本院认定事实如下：己。", "甲乙丙", "己"),
    ("一、原告诉讼请求\n甲。\n二、被告答辩意见\n乙。\n三、本院查明的事实\n己。", "甲乙", "己"),
    ("原告张小三诉称，甲，（2012）穗荔法民一初字第1号判决书“经审理查明：乙。本院认为，丙。”丁。\n经查，己。", "甲乙丙丁", "己"),
    ("原告张小三诉称：甲。\n被告李四妹、粤江公司均未提出答辩。\n原告张小三对其陈述事实在举证期限内提供的证据有：己。\n上述证据，经庭审质证。", "甲", "己"),
    ("原告于2018年1月1日诉至本院，请求判令：甲。被告李四妹在答辩期内未提交答辩状乙。本院查明：己。", "甲乙", "己"),
    ("原告张小三的委托诉讼代理人陈述诉讼请求：甲。\n被告李四妹的委托代理人辩称：乙。\n当事人围绕诉讼请求提交了己证据。", "甲乙", "己"),
    ("原告张小三为与被告货款纠纷，起诉请求判令甲。\n李四妹、粤江公司共同答辩：乙。\n审理查明，己。", "甲乙", "己"),
]  # fmt: skip


@pytest.mark.parametrize(("pleadings", "removed", "kept"), CASES)
def test_claims_and_defence_go_and_the_facts_stay_traps_57_to_64(pleadings, removed, kept):
    edition = case(pleadings)
    taken = "".join(section.text for section in edition.removed_sections)
    left = "".join(p.text for p in edition.paragraphs if p.part in ("procedure", "facts", "removed"))
    assert all(letter in taken for letter in removed)
    assert all(letter in left for letter in kept)
    assert not [letter for letter in removed if letter in left]
    assert edition.status == "ready"


def test_the_removed_text_is_exact_one_row_a_passage_of_one_kind():
    edition = case("张小三诉称：甲。\n乙。\n李四妹辩称：丙。丁。经审理查明：戊。")
    assert [(s.kind, s.text) for s in edition.removed_sections] == [
        ("claims", "张小三诉称：甲。\n乙。"),
        ("defence", "李四妹辩称：丙。丁。"),
    ]


def test_one_neutral_line_stands_for_a_contiguous_passage_d14():
    edition = case("张小三诉称：甲。\n\n李四妹辩称：丙。\n经审理查明：戊。")
    assert [p.text for p in edition.paragraphs if p.part == "removed"] == [NEUTRAL_LINE]
    apart = case("张小三诉称：甲。\n原告提供合同为证。\n李四妹辩称：丙。\n经审理查明：戊。")
    assert [p.text for p in apart.paragraphs if p.part == "removed"] == [NEUTRAL_LINE] * 2


@pytest.mark.parametrize(
    "opener",
    [
        "原告围绕诉讼请求依法提交了证据甲。",
        "原告为支持其诉讼请求提交甲。",
        "被告承认原告提出的全部诉讼请求甲。",
    ],
)
def test_false_openers_start_nothing_trap_61(opener):
    assert "甲" in public(case(opener + "\n经审理查明：戊。"))


def test_pleadings_quoted_in_facts_and_reasons_stay_trap_63():
    edition = case("张小三诉称：甲。\n经审理查明：原告诉称的乙属实。被告李四妹辩称的丙不实。")
    assert "原告诉称的乙" in public(edition)
    assert "辩称的丙" in public(edition)


def test_without_an_end_nothing_is_removed_and_a_person_is_asked_trap_65():
    edition = redacted(
        judgment(
            parties=HEAD,
            procedure=PROCEDURE,
            pleadings="张小三诉称：甲。\n李四妹辩称：乙。",
            facts="",
            tail="判决如下：\n还款。\n审判员　王强",
        )
    )
    assert blocking(edition) == {"section_end_missing"}
    assert edition.removed_sections == ()
    assert "甲" in public(edition)


def test_an_earlier_passage_stays_too_when_a_later_one_has_no_end_trap_65():
    pleadings = "张小三诉称：甲。\n原告提供合同为证。\n李四妹辩称：乙。"
    edition = redacted(
        judgment(
            parties=HEAD,
            procedure=PROCEDURE,
            pleadings=pleadings,
            facts="",
            tail="判决如下：\n还款。\n审判员　王强",
        )
    )
    assert edition.removed_sections == ()
    assert edition.status == "held"


def test_a_quotation_over_several_paragraphs_is_no_end_trap_64():
    edition = case(
        "张小三诉称：判决书载明“经审理查明：甲。\n本院认为，乙。\n判决如下：丙。”丁。\n李四妹辩称：戊。\n经审理查明：己。"
    )
    assert [section.kind for section in edition.removed_sections] == ["claims", "defence"]
    assert not [
        letter for letter in "甲乙丙丁戊" if letter in public(edition).partition("己")[0].partition("终结")[2]
    ]


def test_pleadings_that_are_not_recognised_hold_the_document():
    assert "section_not_recognised" in blocking(case("本案的来由：张小三希望法院判令甲。\n经审理查明：戊。"))


def test_straight_to_the_facts_is_no_doubt_that_holds():
    assert case("本案经审理查明：戊。").status == "ready"


def test_reasons_before_facts_hold():
    assert "section_order" in blocking(
        case("张小三诉称：甲。\n本院认为原告有理是对的。\n李四妹辩称：乙。\n经审理查明：戊。")
    )


@pytest.mark.parametrize("kind", ["民事裁定书", "民 事 裁 定 书"])
def test_a_ruling_loses_nothing_trap_66_r33_d13(kind):
    front = FRONT.replace("民 事 判 决 书", kind)
    text = judgment(front=front, tail="本院认为，应准许。裁定如下：\n准许沈立平撤回起诉。\n审判员　王强")
    edition = redacted(text)
    assert edition.kind == "裁定书"
    assert edition.removed_sections == ()
    assert "×××向本院提出诉讼请求" in public(edition)


def test_a_criminal_judgment_keeps_charge_and_plea_d21():
    text = (
        "广东省广州市荔湾区人民法院\n刑事判决书\n（2016）粤0103刑初99号\n公诉机关广州市荔湾区人民检察院。\n"
        "被告人张三丰，男，1985年3月4日出生。\n广州市荔湾区人民检察院指控被告人张三丰犯盗窃罪，向本院提起公诉。现已审理终结。\n"
        "公诉机关指控：被告人张三丰盗得被害人李小燕的手机。\n被告人张三丰辩称不知情。\n经审理查明，属实。\n"
        "本院认为，构成盗窃罪。判决如下：\n被告人张三丰犯盗窃罪，判处拘役。\n审判员　王强\n二〇一六年四月一日"
    )
    edition = redacted(text)
    assert edition.removed_sections == ()
    assert "被告人×××辩称不知情" in public(edition)
    assert "被害人×××的手机" in public(edition)
    assert edition.title == "被告人×××盗窃罪一审刑事判决书"
    assert edition.status == "ready"
