"""Heads of rulings, decisions and criminal judgments: roles, lists, brackets, and where the head ends."""

from __future__ import annotations

import pytest

from judgments.redaction.edition import Edition
from tests.judgments.redaction.making import blocking, names, public, redacted

END = "裁定如下：\n驳回。\n本裁定立即执行。\n审　判　员　　王　强\n二〇二二年四月五日\n书　记　员　　梁　静"
WHERE = "，住广州市荔湾区带河路3号。"


def ruling(
    head: str, body: str = "本院审查终结。", kind: str = "执行裁定书", number: str = "（2021）粤0103执异77号"
) -> Edition:
    return redacted(f"广州市荔湾区人民法院\n{kind}\n{number}\n{head}\n{body}\n{END}")


def test_a_bracket_between_label_and_name_is_another_role():
    edition = ruling(
        f"利害关系人（异议人、竞买人）：屈伯安{WHERE}\n被执行人：皮小山{WHERE}", "屈伯安提出异议。"
    )
    assert names(edition) == [("利害关系人（异议人、竞买人）", "屈伯安"), ("被执行人", "皮小山")]
    assert "屈伯安" not in public(edition)


@pytest.mark.parametrize("role", ["申报人", "权利申报人", "执行异议人", "被拘传人"])
def test_the_roles_of_rarer_proceedings_are_parties(role):
    edition = ruling(f"{role}：皮小山{WHERE}")
    assert names(edition) == [(role, "皮小山")]
    assert "带河路3号" not in public(edition)


@pytest.mark.parametrize(
    "line",
    [
        "申请人桑榆有限公司因与被申请人皮小山存在票据争议，申请保全。",
        "申请人桑榆有限公司以皮小山逃避债务为由，申请保全。",
        "申请人桑榆有限公司依据广州仲裁委员会作出的裁决，申请保全。",
    ],
)
def test_a_line_that_tells_of_the_application_is_no_party(line):
    edition = ruling(f"申请人：桑榆有限公司{WHERE}\n被申请人：皮小山{WHERE}", line)
    assert [name for _, name in names(edition)] == ["桑榆有限公司", "皮小山"]
    assert line.replace("桑榆有限公司", "×××").replace("皮小山", "×××") in public(edition)
    assert edition.status == "ready"


def test_a_private_prosecution_keeps_what_is_charged():
    edition = ruling(
        f"自诉人：丁四海{WHERE}\n被告人：阮大年{WHERE}",
        "自诉人丁四海以被告人阮大年犯侮辱罪，提起控诉。",
        "刑事裁定书",
    )
    assert "自诉人×××以被告人×××犯侮辱罪，提起控诉。" in public(edition)


def test_a_private_prosecution_without_the_accused_in_the_head_is_held():
    edition = ruling(f"自诉人：丁四海{WHERE}", "自诉人丁四海以被告人阮大年犯侮辱罪，提起控诉。", "刑事裁定书")
    assert "party_block_not_understood" in blocking(edition)


def test_a_date_of_the_proceedings_is_no_detail_of_the_party():
    edition = ruling(
        f"起诉人：丁四海{WHERE}",
        "2021年3月5日，本院收到丁四海的起诉状。起诉人丁四海以其同事说谎为由，请求道歉。",
    )
    assert "起诉人×××以其同事说谎为由，请求道歉。" in public(edition)


def test_the_head_of_a_commutation_ends_at_the_earlier_judgment():
    edition = ruling(
        "罪犯：丁四海，男，1980年1月1日出生。现在服刑。",
        "广州市越秀区人民法院于2015年3月5日作出刑事判决，认定丁四海犯盗窃罪。本院审理终结。",
        "刑事裁定书",
        "（2021）粤01刑更7号",
    )
    assert edition.status == "ready"


def test_a_region_in_brackets_belongs_to_the_firm():
    edition = ruling(f"申请人：桑榆（澳门）投资有限公司{WHERE}\n被申请人：皮小山（香港居民）{WHERE}")
    assert [name for _, name in names(edition)] == ["桑榆（澳门）投资有限公司", "皮小山"]


def test_a_list_with_half_width_marks_ends_at_the_stop():
    edition = ruling(f"申请执行人:裘仲宁,宓叔和;汲季平.\n被执行人：皮小山{WHERE}")
    assert [name for _, name in names(edition)] == ["裘仲宁", "宓叔和", "汲季平", "皮小山"]


def test_the_common_agent_of_several_is_an_agent():
    edition = ruling(
        f"申请执行人:裘仲宁;宓叔和。\n两名申请执行人共同委托代理人：古月明，广东某某律师事务所律师。\n被执行人：皮小山{WHERE}"
    )
    assert edition.status == "ready"
    assert "古月明" in public(edition)


@pytest.mark.parametrize("dot", "·•・‧･")
def test_foreign_names_with_any_dot_and_their_translation(dot):
    edition = redacted(
        "广州市荔湾区人民法院\n刑事判决书\n（2021）粤0103刑初7号\n"
        f"被告人艾力江{dot}吐尔地，男，1980年1月1日出生。\n被告人JOHN DOE（译名约翰{dot}多伊），男，外国籍。\n"
        "翻译人员甄文书，某翻译公司译员。\n检察院指控被告人犯盗窃罪，提起公诉。本院审理终结。\n"
        f"经审理查明，JOHN DOE以译名约翰{dot}多伊登记。艾力江{dot}吐尔地认罪。甄文书到庭翻译。\n判决如下：\n无罪。\n审判员　王强"
    )
    assert len(names(edition)) == 2
    assert all(word not in public(edition) for word in ("艾力江", "约翰", "JOHN"))
    assert "以译名×××登记" in public(edition)
    assert public(edition).count("甄文书") == 2


def test_what_a_party_was_before_is_no_other_name():
    edition = ruling(f"被执行人：皮小山，原系某公司的负责人{WHERE}", kind="刑事裁定书")
    assert "原系某公司的负责人" in public(edition)


@pytest.mark.parametrize("behind", ["之一", "-2"])
def test_the_number_of_a_second_ruling_is_whole(behind):
    edition = ruling(f"被执行人：皮小山{WHERE}", number=f"（2021）粤0103执77号{behind}")
    assert edition.case_number == f"（2021）粤0103执77号{behind}"


def test_an_administrator_shares_the_short_form_of_his_firm():
    edition = ruling(
        f"申请人：广州春晖贸易有限公司管理人。\n被申请人：广州春晖贸易有限公司{WHERE}",
        "本院查明，春晖公司无财产。",
    )
    assert edition.status == "ready"
    assert "春晖" not in public(edition)


@pytest.mark.parametrize("cause", ["案外人执行异议之诉", "债权人代位权纠纷", "被继承人债务清偿纠纷"])
def test_a_role_in_the_name_of_the_cause_is_nobody(cause):
    edition = ruling(
        f"原告：丁四海{WHERE}\n被告：阮大年{WHERE}",
        f"原告丁四海与被告阮大年{cause}一案，本院受理。",
        "民事裁定书",
    )
    assert edition.status == "ready"


def test_a_decision_takes_the_parties_of_the_case_from_its_first_sentence():
    edition = ruling(
        f"被罚款人：皮小山{WHERE}",
        "本院在审理原告戚大海与被告广州春晖有限公司债权人代位权纠纷一案中，皮小山扰乱法庭。戚大海到庭。",
        "决定书",
    )
    assert ("原告", "戚大海") in names(edition)
    assert ("被告", "广州春晖有限公司") in names(edition)
    assert "戚大海" not in public(edition)


def test_a_ruling_without_party_block_is_masked_and_held():
    edition = ruling("", "本院在执行申请执行人戚大海与被执行人皮小山买卖合同纠纷一案中，皮小山已付清。")
    assert "party_block_not_understood" in blocking(edition)
    assert "皮小山" not in public(edition)
    assert "买卖合同纠纷一案" in public(edition)


def test_the_address_the_text_gives_of_a_party_is_private():
    edition = ruling(
        f"原告：丁四海{WHERE}\n被告：桑榆有限公司（以下简称桑榆）{WHERE}",
        "桑榆认为，甲方为桑榆，其住所地位于广东省清远市清城区大榕村7组，不在荔湾区。证人住在多宝路9号。",
        "民事裁定书",
    )
    assert "大榕村7组" not in public(edition)
    assert "多宝路9号" in public(edition)


@pytest.mark.parametrize(
    "text",
    [
        "律师函\n广州桑榆有限公司：\n本律师受丁四海委托，在向人民法院起诉前致函。\n2021年3月5日",
        "商铺租赁合同\n甲方：丁四海\n乙方：阮大年\n争议由人民法院管辖。",
        "通知书\n丁四海：请来公司领取。",
    ],
)
def test_letters_and_contracts_are_no_court_documents(text):
    assert redacted(text).status == "refused"
