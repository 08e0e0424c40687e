"""Text that holds no secret comes out verbatim; passages taken out and text kept are the original; masking twice is masking once."""

from hypothesis import given
from hypothesis import strategies as st

from tests.hypothesis_runs import examples
from tests.judgments.redaction.making import PARTIES, TAIL, judgment, public, redacted

PHRASES = st.sampled_from(
    [
        "双方签订的合同合法有效",
        "货款共计35,600元",
        "有送货单和对账单为证",
        "逾期付款应当承担违约责任",
        "房屋交付使用后出现渗漏",
        "本院予以采信",
        "利息按年利率6%计算",
        "合同第八条约定了违约金",
        "该笔款项于2018年3月5日到账",
        "依照《中华人民共和国民法典》第五百七十七条",
        "证据不足",
        "保险公司已理赔",
        "银行流水显示",
        "提高明显",
        "地方政府的批复",
        "鉴定意见书载明",
        "建筑面积为86.5平方米",
        "双方均无异议",
        "涉案工程已竣工验收",
        "应付未付",
        "主张权利",
        "情况紧急",
        "荔湾区人民法院",
        "中山七路地铁站",
        "第十甫路段",
        "三元里大道",
        "共计十二个月",
        "以每平方米8000元计",
        "第3期工程款",
        "12份收据",
        "对方拒绝履行",
        "向阳而建",
        "平安结束",
        "公平原则",
        "工商登记资料",
        "提货单",
        "海关报关单",
        "责任比例为7:3",
        "诉讼时效",
        "该事实由本院依职权调取",
        "余款",
        "常年合作",
        "安全生产",
        "文件",
        "成立",
        "方案",
        "时间",
        "于是",
        "关于",
        "康复",
    ]
)
PLEADED = st.sampled_from(
    [
        "货款共计35,600元",
        "逾期付款应当承担违约责任",
        "房屋交付使用后出现渗漏",
        "利息按年利率6%计算",
        "该笔款项于2018年3月5日到账",
        "应付未付",
        "余款未清",
        "情况紧急",
        "建筑面积为86.5平方米",
        "以每平方米8000元计",
        "中山七路地铁站",
        "提高明显",
        "地方政府的批复",
        "时间",
        "关于",
        "平安结束",
        "全部诉讼费用由对方负担",
    ]
)


def sentences_of(phrases, joints):
    return st.builds(
        lambda drawn, between, end: "".join(p + j for p, j in zip(drawn, between, strict=False))[:-1] + end,
        st.lists(phrases, min_size=1, max_size=5),
        st.lists(st.sampled_from(joints), min_size=5, max_size=5),
        st.sampled_from(["。", "；", "！"]),
    )


PARAGRAPHS = st.lists(
    sentences_of(PHRASES, ["，", "、", "；", "：", "，“", "”，", "（", "）", "\u3000", " "]),
    min_size=1,
    max_size=4,
).map("".join)
SPEECHES = st.lists(sentences_of(PLEADED, ["，", "、", "；", "："]), min_size=1, max_size=4).map("".join)


@st.composite
def bodies(draw):
    facts = ["经审理查明：" + draw(PARAGRAPHS), *draw(st.lists(PARAGRAPHS, max_size=3))]
    reasons = ["本院认为，" + draw(PARAGRAPHS) + "判决如下："]
    ruling = [f"{number}、{draw(PARAGRAPHS)}" for number in "一二"]
    return facts, [*reasons, *ruling]


def signed(lines):
    return "\n".join([*lines, *TAIL.split("\n")[2:]])


@examples(100)
@given(bodies())
def test_facts_reasons_and_ruling_without_a_secret_are_verbatim(body):
    facts, rest = body
    edition = redacted(judgment(facts="\n".join(facts), tail=signed(rest)))
    shown = [paragraph.text for paragraph in edition.paragraphs]
    assert [line for line in (*facts, *rest) if line not in shown] == []


CLAIMS = st.sampled_from(
    [
        "原告向本院提出诉讼请求：",
        "原告诉称，",
        "沈立平诉称：",
        "沈立平向本院提出诉讼请求：",
        "原告沈立平起诉称，",
    ]
)
DEFENCES = st.sampled_from(["被告辩称，", "被告何秀莲辩称：", "何秀莲答辩称，", "被告未作答辩。", "何秀莲未到庭，亦未提交书面答辩意见。"])  # fmt: skip


@st.composite
def pleadings(draw):
    lines = [draw(CLAIMS) + draw(SPEECHES), *draw(st.lists(SPEECHES, max_size=2))]
    lines += [draw(DEFENCES) + draw(SPEECHES), *draw(st.lists(SPEECHES, max_size=2))]
    return "".join(lines) if draw(st.booleans()) else "\n".join(lines)


def compact(text):
    return "".join(text.split())


@examples(100)
@given(pleadings(), bodies(), st.booleans())
def test_what_is_removed_and_what_is_kept_are_the_original(passages, body, joined):
    facts, rest = body
    text = passages + ("" if joined else "\n") + "\n".join(facts)
    edition = redacted(judgment(pleadings=text, facts="", tail=signed(rest)))
    left = compact("\n".join([text, *rest]))
    removed = [compact(section.text) for section in edition.removed_sections]
    assert removed
    begun = False
    for paragraph in edition.paragraphs:
        if paragraph.part == "removed":
            begun = True
            while removed and left.startswith(removed[0]):
                left = left.removeprefix(removed.pop(0))
        elif begun and left:
            assert left.startswith(compact(paragraph.text))
            left = left.removeprefix(compact(paragraph.text))
    assert (removed, left) == ([], "")


@examples(60)
@given(bodies(), pleadings())
def test_masking_what_is_masked_changes_nothing(body, passages):
    facts, rest = body
    facts[0] += "沈立平付款给何秀莲，何秀莲住龙津西路逢源北街84号之一502房，电话13800138000。"
    once = redacted(judgment(parties=PARTIES, pleadings=passages, facts="\n".join(facts), tail=signed(rest)))
    twice = redacted(public(once))
    assert public(twice) == public(once)
    assert not twice.replacements
