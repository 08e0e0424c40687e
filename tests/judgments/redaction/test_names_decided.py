"""Names that are words, names of children, and the cause and title behind an abbreviated first party."""

import pytest

from tests.judgments.redaction.making import FRONT, judgment, public, redacted


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("陈列", "2008年2月13日，陈列通过银行转账向何秀莲支付43100元。"),
        ("黄金", "涉案债务发生在何秀莲与黄金婚姻关系存续期间。"),
        ("文静", "大队认定文静承担主要责任。"),
        ("高明", "何秀莲归还高明借款。"),
        ("金山", "指定金山为何秀莲的监护人。"),
        ("黄金", "驳回黄金的其他请求。"),
    ],
)
def test_a_name_that_is_a_word_is_decided_by_the_words_around_it(name, facts):
    text = judgment(
        parties=f"原告：{name}，男。\n被告：何秀莲，女。",
        procedure=f"原告{name}与被告何秀莲借款纠纷一案，本案现已审理终结。",
        pleadings="",
        facts=f"经审理查明：{facts}",
    )
    edition = redacted(text)
    assert name not in public(edition)
    assert edition.status == "ready"


@pytest.mark.parametrize(
    ("name", "kept"), [("高明", "佛山市高明区"), ("方圆", "方圆公证处"), ("文明", "提倡文明养犬")]
)
def test_the_word_itself_stays(name, kept):
    text = judgment(
        parties=f"原告：{name}，男。\n被告：何秀莲，女。",
        procedure=f"原告{name}与被告何秀莲借款纠纷一案，本案现已审理终结。",
        pleadings="",
        facts=f"经审理查明：在{kept}。",
    )
    assert kept in public(redacted(text))


@pytest.mark.parametrize(
    ("facts", "child"),
    [
        ("婚后生育女儿黎月好。", "黎月好"),
        ("双方协议儿子何思敏由被告携带抚养。", "何思敏"),
        ("婚生子沈军随原告生活。", "沈军"),
        ("婚后育有长子沈子轩、次女沈子涵。", "沈子轩"),
        ("婚后育有长子沈子轩、次女沈子涵。", "沈子涵"),
        ("收养女孩欧阳小月，现年五岁。", "欧阳小月"),
    ],
)
def test_the_children_of_a_family_case_are_masked_in_the_held_draft(facts, child):
    edition = redacted(judgment(cause="离婚后抚养费纠纷", facts=f"经审理查明：{facts}"))
    assert child not in public(edition)
    assert edition.status == "held"


def test_a_first_party_with_an_abbreviation_does_not_swallow_the_procedure():
    firm = "广州荔海贸易有限公司"
    text = judgment(
        parties=f"原告：{firm}，住所地广州市荔湾区多宝路7号。\n委托诉讼代理人：关耀文，广东正勤律师事务所律师。\n被告：何秀莲，女。",
        procedure=f"原告{firm}（以下简称荔海公司）与被告何秀莲买卖合同纠纷一案，本院受理后，公开开庭审理。原告荔海公司及其委托诉讼代理人关耀文、被告何秀莲到庭参加诉讼。本案现已审理终结。",
    )
    edition = redacted(text)
    assert [party.name for party in edition.parties] == [firm, "何秀莲"]
    assert edition.title == "原告×××与被告×××买卖合同纠纷一审民事判决书"


@pytest.mark.parametrize(("act", "cause"), [("行政处罚决定", "行政处罚"), ("工伤认定决定", "工伤认定")])
def test_the_act_that_is_contested_is_the_cause(act, cause):
    text = judgment(
        front=FRONT.replace("民 事", "行 政").replace("民初", "行初"),
        parties="原告：沈立平，男。\n被告：广州市荔湾区市场监督管理局，住所地广州市荔湾区。",
        procedure=f"原告沈立平不服被告广州市荔湾区市场监督管理局作出的{act}，向本院提起行政诉讼。本案现已审理终结。",
        pleadings="原告沈立平诉称，甲。\n被告辩称，乙。",
    )
    assert redacted(text).cause == cause
