"""Wordings of the head, the facts and the tail that hide a name or a house: each has leaked once in a document that looked ready."""

import pytest

from judgments.intake.document import Paragraph, SourceDocument
from judgments.redaction.engine import redact
from tests.judgments.redaction.making import blocking, document, judgment, names, notices, public, redacted

PLAINTIFF = "原告：沈立平，男，住广州市荔湾区多宝路3号。\n"
DEFENDANT = "被告：何秀莲，女，住广州市荔湾区多宝路7号。"


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("法定代理人暨被告", "被告（法定代理人）"),
        ("被告暨反诉原告", "被告（反诉原告）"),
        ("被告兼法定代表人", "被告（法定代表人）"),
        ("委托诉讼代理人兼被告", "被告（委托诉讼代理人）"),
    ],
)
def test_a_role_joined_with_another_names_a_party(label, role):
    edition = redacted(
        judgment(
            parties=f"{PLAINTIFF}{label}：招垚（系沈立平之母），住多宝路9号。\n{DEFENDANT}",
            facts="经审理查明：招垚借款。",
        )
    )
    assert (role, "招垚") in names(edition)
    assert "招垚" not in public(edition)


@pytest.mark.parametrize(
    ("bracket", "alias"),
    [
        ("网名：荔湾小辣椒", "荔湾小辣椒"),
        ("抖音昵称“西关阿妹”", "西关阿妹"),
        ("中文名：大卫·布朗", "大卫·布朗"),
        ("英文名称：DAVID BROWN", "DAVID BROWN"),
        ("又称何小莲", "何小莲"),
        ("微信号：helian88", "helian88"),
    ],
)
def test_any_other_name_in_the_head_is_an_alias(bracket, alias):
    parties = f"{PLAINTIFF}被告：何秀莲（{bracket}），女，住广州市荔湾区多宝路7号。"
    edition = redacted(judgment(parties=parties, facts=f"经审理查明：昵称为“{alias}”的用户发文。"))
    assert alias not in public(edition)


def test_an_account_named_in_the_facts_belongs_to_the_party_who_uses_it():
    edition = redacted(
        judgment(facts="经审理查明：被告何秀莲使用微博昵称为“西关阿妹”的账号发文。西关阿妹未道歉。")
    )
    assert "西关阿妹" not in public(edition)


@pytest.mark.parametrize(
    "words",
    [
        "（系广州市荔湾区顺意茶叶行经营者），女",
        "（广州市荔湾区顺意茶叶行业主），女",
        "，女，在广州市荔湾区经营“广州市荔湾区顺意茶叶行”",
        "，女，字号：广州市荔湾区顺意茶叶行",
        "，女，系个体工商户广州市荔湾区顺意茶叶行的经营者",
    ],
)
def test_the_shop_of_a_party_goes_with_his_name_and_without_its_region_too(words):
    parties = f"{PLAINTIFF}被告：何秀莲{words}，住广州市荔湾区多宝路7号。"
    edition = redacted(
        judgment(parties=parties, facts="经审理查明：广州市荔湾区顺意茶叶行（顺意茶叶行）收货。")
    )
    assert "顺意" not in public(edition)


@pytest.mark.parametrize(
    "agents",
    [
        "邝桂香，招建辉，均为该公司职员",
        "邝桂香、招建辉，该公司员工",
        "邝桂香，该公司经理；招建辉，该公司职员",
        "邝桂香，迮建辉，均系该公司职员",
    ],
)
def test_every_agent_of_a_list_is_masked_also_with_a_rare_family_name(agents):
    edition = redacted(judgment(parties=f"{PLAINTIFF}委托诉讼代理人：{agents}。\n{DEFENDANT}"))
    assert "建辉" not in public(edition)
    assert "桂香" not in public(edition)


@pytest.mark.parametrize(
    "firm", ["佛山市鹏达建筑工程有限责任公司", "广州鹏达劳务派遣有限公司", "鹏达（广州）特种玻璃股份有限公司"]
)
def test_a_short_form_nobody_declared_is_masked_with_a_notice(firm):
    parties = f"{PLAINTIFF}被告：{firm}，住所地广州市荔湾区多宝路7号。"
    edition = redacted(
        judgment(
            parties=parties,
            procedure=f"原告沈立平与被告{firm}劳动争议纠纷一案，现已审理终结。",
            tail="本院认为，鹏达公司未能举证。判决如下：\n还款。\n审判员　王强",
        )
    )
    assert "鹏达公司" not in public(edition)
    assert "undeclared_short_form" in notices(edition)


@pytest.mark.parametrize(
    "facts",
    [
        "本院经审理查明：被告何秀莲是广州市荔湾区海北村56号703房的登记产权人。",
        "本院认定如下：广州市荔湾区三元里大道56号A座703室房屋登记在被告何秀莲名下。",
        "经审理查明：约定甲方将位于广州市荔湾区冲口村十三巷56号四楼的地块出租给乙方使用。",
        "经审理查明：广州市荔湾区逢源路宝源中约56号之一703房房屋登记在何秀莲名下。",
        "经审理查明：将位于广州市荔湾区浣花路56号5幢七单元703房的地块出租。",
    ],
)
def test_a_house_that_is_owned_or_let_is_masked_whatever_the_cause(facts):
    text = public(redacted(judgment(facts=facts, cause="合同纠纷")))
    assert "56号" not in text
    assert "703" not in text


def test_the_word_house_behind_a_flat_stays():
    facts = "经审理查明：双方办理广州市荔湾区三元里大道129号A座1309室房屋的过户登记手续，13号2608房房屋产权另行处理。"
    text = public(redacted(judgment(facts=facts, cause="房屋买卖合同纠纷")))
    assert "三元里大道×××房屋的过户" in text


@pytest.mark.parametrize("cells", [["沈立平"], ["审判员", "沈立平"], ["还款表", "书记员", "沈立平"]])
def test_a_table_behind_the_signature_is_no_signature(cells):
    source = document(judgment())
    table = tuple(Paragraph(text, "表格1", kind="table") for text in cells)
    edition = redact(SourceDocument((*source.paragraphs, *table)))
    assert "沈立平" not in public(edition)
    assert "王　强" in public(edition)


@pytest.mark.parametrize("label", ["委托诉讼代理人", "辩护人", "指定辩护人", "诉讼代理人", "委托代理人"])
@pytest.mark.parametrize("firm", ["北京市明朗（广州）律师事务所律师", "广东方直（广州）律师事务所实习律师"])
def test_a_lawyer_of_a_firm_with_brackets_keeps_his_name(label, firm):
    edition = redacted(judgment(parties=f"{PLAINTIFF}{label}：佘杰，{firm}。\n{DEFENDANT}"))
    assert f"佘杰，{firm}" in public(edition)
    assert edition.status == "ready"


def test_a_lawyers_longer_name_is_not_cut_by_a_partys_shorter_one():
    parties = f"原告：黄丽，女。\n委托诉讼代理人：黄丽娟，广东正勤律师事务所律师。\n{DEFENDANT}"
    edition = redacted(
        judgment(
            parties=parties,
            procedure="原告黄丽与被告何秀莲借款纠纷一案，黄丽娟到庭。本案现已审理终结。",
            pleadings="",
            facts="经审理查明：黄丽借款。",
        )
    )
    assert public(edition).count("黄丽娟") == 2
    assert "×××借款" in public(edition)
    assert edition.status == "ready"


def test_one_who_gives_security_is_a_party_with_his_address():
    parties = f"{PLAINTIFF}{DEFENDANT}\n担保人：粤桥财产保险股份有限公司广东分公司，住所地广州市荔湾区培真路附23号。"
    edition = redacted(judgment(parties=parties, pleadings="", facts="经审理查明：借款。"))
    assert edition.status == "ready"
    assert "粤桥" not in public(edition)
    assert "附23号" not in public(edition)
    assert "担保人" not in edition.title


def test_a_line_that_tells_of_the_suit_is_no_line_of_the_head():
    parties = (
        "原告：沈立平，男，住广州市荔湾区多宝路3号。\n原告：沈秋菊，女，住广州市荔湾区多宝路5号。\n"
        "被告：何秀莲，女，住广州市荔湾区多宝路7号。"
    )
    procedure = "原告沈立平、沈秋菊诉被告何秀莲法定继承纠纷一案，本院受理后，原告沈立平、沈秋菊，被告何秀莲均到庭参加诉讼。本案现已审理终结。"
    pleadings = "原告沈立平、沈秋菊诉称：房屋应当平分。请求判令各得一份。\n被告何秀莲辩称：不同意。请求驳回。"
    edition = redacted(judgment(parties=parties, procedure=procedure, pleadings=pleadings))
    assert [(row.kind, row.text) for row in edition.removed_sections] == [
        ("claims", "原告沈立平、沈秋菊诉称：房屋应当平分。请求判令各得一份。"),
        ("defence", "被告何秀莲辩称：不同意。请求驳回。"),
    ]


def test_not_coming_to_hear_the_evidence_is_no_defence():
    edition = redacted(
        judgment(facts="原告提交了借条。\n被告未到庭质证，亦未提交反驳证据。\n" + "经审理查明：借款属实。")
    )
    assert "被告未到庭质证" in public(edition)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("广州市荔湾区朗澄大排档", "朗澄排档"),
        ("昆明屹禾汽车销售服务有限公司", "屹禾公司"),
        ("南宁竣溪房地产开发有限公司", "竣溪公司"),
    ],
)
def test_a_shop_or_a_firm_of_any_town_is_known_by_its_short_form(name, short):
    parties = f"{PLAINTIFF}被告：{name}，住所地广州市荔湾区多宝路7号。"
    procedure = f"原告沈立平与被告{name}买卖合同纠纷一案，本院立案后，现已审理终结。"
    edition = redacted(
        judgment(
            parties=parties,
            procedure=procedure,
            pleadings="原告诉称，甲。\n被告辩称，乙。",
            facts=f"经审理查明：{short}付款。",
        )
    )
    assert short not in public(edition)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("证明号为粤（2018）广州市不动产证明第04252159号", "04252159"),
        ("承包经营权证（编号祁农地承包权（2009）第038281号）", "038281"),
        ("证号为粤房地共证穗字第6768868号、粤房地共证穗字第6768869号", "6768869"),
    ],
)
def test_the_number_of_any_certificate_of_land_goes(words, number):
    assert number not in public(redacted(judgment(facts=f"经审理查明：{words}。")))


def test_victims_on_a_list_with_sums_and_their_companions_are_hidden():
    text = (
        "广州市荔湾区人民法院\n刑 事 判 决 书\n（2019）粤0103刑初77号\n公诉机关广州市荔湾区人民检察院。\n"
        "被告人沈立平，男，1980年1月1日出生，住广州市荔湾区多宝路3号。\n本案现已审理终结。\n"
        "经审理查明：被告人沈立平骗取被害人何秀莲货款3000元、邓丽华货款5000元，并将被害人高志远及其朋友欧阳庆打伤。\n"
        "本院认为，应予惩处。判决如下：\n被告人沈立平犯诈骗罪。\n审判员　王强\n二〇一九年四月五日"
    )
    shown = public(redacted(text))
    assert not [name for name in ("何秀莲", "邓丽华", "高志远", "欧阳庆") if name in shown]


def test_a_shop_sign_with_the_trade_name_of_a_party_is_hidden():
    name = "东莞市虎门朗澄旅行社有限公司"
    parties = f"{PLAINTIFF}被告：{name}，住所地广州市荔湾区多宝路7号。"
    procedure = f"原告沈立平与被告{name}著作权纠纷一案，本院立案后，现已审理终结。"
    facts = "经审理查明：名为“朗澄旅游”的公众号发布文章，朗澄公司付款。"
    edition = redacted(
        judgment(
            parties=parties, procedure=procedure, pleadings="原告诉称，甲。\n被告辩称，乙。", facts=facts
        )
    )
    assert "朗澄" not in public(edition)
    assert edition.status == "ready"


def test_a_word_behind_a_label_is_no_misspelt_party():
    parties = "原告：沈立平，男，住广州市荔湾区多宝路3号。\n被告：陈嫦，女，住广州市荔湾区多宝路7号。"
    procedure = "原告沈立平与被告陈嫦民间借贷纠纷一案，本院立案后，现已审理终结。"
    edition = redacted(
        judgment(
            parties=parties,
            procedure=procedure,
            pleadings="原告诉称，甲。\n被告辩称，乙。",
            facts="经审理查明：原告陈述，借款属实。",
        )
    )
    assert "near_name" not in blocking(edition)
