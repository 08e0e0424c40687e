"""Short forms, persons and passages that a second set of unseen documents left in public in silence."""

import pytest

from tests.judgments.redaction.making import FRONT, blocking, judgment, notices, public, redacted

FIRM = (
    "原告：{}，住所地广州市荔湾区多宝路7号。\n被告：何秀莲，女，1981年1月1日出生，住广州市荔湾区多宝路9号。"
)


def firm(name, facts):
    procedure = f"原告{name}与被告何秀莲买卖合同纠纷一案，本院立案后，现已审理终结。"
    pleadings = "原告诉称，甲。\n被告何秀莲辩称，乙。"
    return redacted(
        judgment(parties=FIRM.format(name), procedure=procedure, pleadings=pleadings, facts=facts)
    )


@pytest.mark.parametrize("short", ["沛霖", "沛霖布艺", "沛霖装饰"])
def test_the_bare_trade_name_of_a_party_holds_the_document(short):
    edition = firm("广州市沛霖装饰设计有限公司", f"经审理查明：何秀莲入职{short[:2]}，任司机。")
    assert "undeclared_short_form" in blocking(edition)


def test_the_trade_name_in_the_name_of_another_firm_is_let_be():
    edition = firm("广州市沛霖装饰设计有限公司", "经审理查明：何秀莲向沛霖农资有限公司购货。")
    assert "undeclared_short_form" not in blocking(edition)


def test_the_short_form_of_an_agency_is_masked_with_a_notice():
    edition = firm("广州市荔湾区住房和建设局", "经审理查明：荔湾住建局发出通知。")
    assert "住建局" not in public(edition)
    assert "undeclared_short_form" in notices(edition)


def test_the_declared_short_form_of_an_insurer_is_masked_and_a_policy_is_not():
    name = "平澜财产保险股份有限公司广东分公司（以下简称平澜保险）"
    edition = firm(name, "经审理查明：平澜保险承保机动车交通事故责任强制保险（以下简称交强险）。")
    assert "平澜" not in public(edition)
    assert "交强险" in public(edition)


def test_one_word_of_a_foreign_name_holds_the_document():
    edition = firm("Michael James Carter", "经审理查明：Michael驾驶小型汽车。")
    assert "undeclared_short_form" in blocking(edition)


def test_a_compound_surname_with_a_title_is_a_notice():
    edition = firm("欧阳绮雯", "经审理查明：欧阳女士付款。")
    assert "addressed_by_surname" in notices(edition)


def test_a_relative_who_is_a_party_is_masked_by_his_own_name():
    parties = (
        "原告何秀莲，女，1981年1月1日出生，住广州市荔湾区多宝路9号。\n"
        "被告屠四海，男，住广州市荔湾区多宝路7号。\n被告屠四海之子屠小海，住址同上。"
    )
    edition = redacted(
        judgment(
            parties=parties,
            procedure="原告诉被告房屋租赁纠纷一案，本院受理后审理终结。",
            pleadings="原告诉称：甲。\n两被告辩称，乙。",
            facts="经审理查明：屠小海居住其内。",
        )
    )
    assert "屠小海" not in public(edition)


def test_whom_a_filing_sues_in_the_running_text_holds_the_document():
    text = (
        FRONT.replace("判 决 书", "裁 定 书")
        + "\n起诉人：游龙生，男，住广州市荔湾区带河路3号。\n"
        + "2022年3月3日，本院收到游龙生的起诉状。起诉人游龙生以广州市荔湾区昌华街第三经济合作社为被告向本院提起诉讼。\n"
        + "裁定如下：\n对游龙生的起诉，本院不予受理。\n审　判　员　　王　强\n二〇二二年四月五日\n书　记　员　　梁　静"
    )
    assert "party_block_mismatch" in blocking(redacted(text))


def test_a_claim_goes_that_is_called_by_the_short_word():
    edition = redacted(judgment(pleadings="原告诉求：1.甲。\n何秀莲辩称，乙。"))
    assert next((s.kind, s.text) for s in edition.removed_sections) == ("claims", "原告诉求：1.甲。")


@pytest.mark.parametrize(
    "kept",
    ["案件审理过程中，原告申请鉴定。丙机构认定丁。", "被告在法定期限内提交了以下证据：1.询问笔录；2.记录。"],
)
def test_the_experts_and_the_evidence_stay(kept):
    edition = redacted(judgment(pleadings=f"原告诉称，甲。\n被告辩称，乙。\n{kept}"))
    assert kept in public(edition)


def test_a_house_masked_as_rented_is_masked_where_it_is_given_back_too():
    facts = "经审理查明：何秀莲承租广州市荔湾区东漖北路561号之三铺。此后她须将东漖北路561号之三铺交还，并经过东漖北路562号。"
    text = public(redacted(judgment(facts=facts, cause="合同纠纷")))
    assert "561号" not in text
    assert "东漖北路×××交还，并经过东漖北路562号" in text


def test_the_cause_is_read_where_the_parties_are_called_by_their_roles():
    procedure = "原告诉被告房屋租赁合同纠纷一案，本院受理后，公开开庭进行了审理，现已审理终结。"
    assert redacted(judgment(procedure=procedure)).cause == "房屋租赁合同纠纷"


def test_the_parties_of_this_case_handing_in_evidence_are_no_part_of_the_defence():
    pleadings = (
        "原告沈立平诉称，甲。\n被告何秀莲辩称，乙。\n"
        "本案当事人围绕诉讼请求依法提交了证据，本院组织当事人进行了证据交换和质证。"
    )
    edition = redacted(judgment(pleadings=pleadings))
    assert "本案当事人围绕诉讼请求依法提交了证据，本院组织当事人进行了证据交换和质证。" in public(edition)
    assert "乙" not in public(edition)


def test_a_house_in_a_lane_called_yue_is_seen_and_about_so_much_is_no_lane():
    edition = redacted(judgment(facts="经审理查明：查封宝华正中约自编129号的房屋，面积约129号段，长约20米。"))
    assert "house_number" in notices(edition)
    assert "面积约129号段，长约20米" in public(
        redacted(judgment(facts="经审理查明：面积约129号段，长约20米。"))
    )
