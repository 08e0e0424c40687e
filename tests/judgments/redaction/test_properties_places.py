"""Every form of a house number goes and the street stays, in the head and in the facts (R31, traps 43–56)."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.hypothesis_runs import examples
from tests.judgments.redaction import strategies as draw_from
from tests.judgments.redaction.making import blocking, judgment, public, redacted

STEMS = st.text("逢源宝华龙津文昌恩宁蓬莱梯云长寿昌华丛桂荔港观海", min_size=2, max_size=2)
ENDINGS = st.sampled_from(["路", "街", "大道", "东路", "西街", "北街", "新街", "横街", "直街", "一巷", "六巷", "马路", "大街", "里", "坊", "东一路", "十街", "村"])  # fmt: skip
STREETS = st.one_of(
    st.builds("{}{}".format, STEMS, ENDINGS),
    st.builds("{}路{}街".format, STEMS, STEMS),
    st.sampled_from(
        [
            "第十甫路",
            "建设六马路",
            "沿江东一路",
            "铁塔十街",
            "三元里大道",
            "中山七路",
            "带河路",
            "上下九步行街",
        ]
    ),
)
DISTRICTS = st.sampled_from(["广州市荔湾区", "广东省广州市荔湾区", "荔湾区", "广州市荔湾区石围塘街道"])
N = st.integers(10, 998)
DIGITS = st.integers(0, 1)


def numbered(*forms):
    return [st.builds(form.format, N, N, N) for form in forms]


TAILS = st.one_of(
    *numbered(
        "{}号", "{}-{}号", "{}号之二", "{}号之一{}房", "{}卡二层", "四楼{}-{}号商位", "特{}号", "甲{}号", "附{}号", "特{}号（荔海大厦16-22层）",
        "{}幢{}-{}号", "{}号{}房", "{}号五楼{}号", " 自编{}号", "自编{}号", "五幢{}房", "{}号楼2单元3层东", "{}号首层", "{}号地下", "{}号后座",
        "C单元{}室", "A栋{}房", "{}幢1单元11层{}号房", "{}号院8号楼{}门2层{}室", "{}号荔海大厦{}室", "{}-1、{}-2号", "{}号A栋{}室", "{}号一至二楼",
        "{}号内自编{}号", "{}－{}号", "{}号—{}号", "{}号（临）", "新{}号", "{}号{}铺", "{}号{}档",
    ),
    st.sampled_from(["一号", "特一号", "十七号之一", "二十三号三楼", "五幢四〇一房", "首层", "地下", "后座"]),
)  # fmt: skip


@st.composite
def wide(draw, text):
    return "".join(
        chr(ord(c) + 0xFEE0) if c.isdigit() and draw(st.booleans()) and draw(st.booleans()) else c
        for c in text
    )


@st.composite
def addresses(draw):
    return draw(DISTRICTS), draw(STREETS), draw(wide(draw(TAILS)))


def head_of(address):
    return f"原告：沈立平，男，汉族，住{address}。\n被告：何秀莲，女，住广州市荔湾区多宝路5号。"


@examples(150)
@given(addresses())
def test_the_street_stays_and_the_number_goes(address):
    district, street, tail = address
    text = public(redacted(judgment(parties=head_of(f"{district}{street}{tail}"))))
    assert draw_from.seen(f"住{district}{street}×××。") in draw_from.seen(text)
    assert draw_from.seen(street + tail) not in draw_from.seen(text)


FACTS = st.sampled_from(
    ["原告居住于{}。", "其住址为{}，双方均无异议。", "送达地址：{}", "（{}）", "在{}查获。"]
)


@examples(120)
@given(addresses(), FACTS, st.booleans())
def test_the_same_address_goes_in_the_facts(address, frame, short):
    district, street, tail = address
    assume(re.search(r"\d", tail) and street[-1] not in "村里坊")
    mention = frame.format(f"{'' if short else district}{street}{tail}")
    edition = redacted(judgment(parties=head_of(f"{district}{street}{tail}"), facts=f"经审理查明：{mention}"))
    text = public(edition)
    assert draw_from.seen(f"{street}×××") in draw_from.seen(text.partition("经审理查明")[2])
    assert draw_from.seen(street + tail) not in draw_from.seen(text)


VILLAGES = st.builds("{}村".format, STEMS)


@examples(60)
@given(
    VILLAGES,
    st.one_of(
        *numbered("{}组", "{}社", "{}队", "下洼组{}号", "平房第{}户", "三社{}号", "{}组{}号", "六巷{}号")
    ),
)
def test_groups_and_houses_of_villages_go(village, tail):
    text = public(redacted(judgment(parties=head_of(f"广州市荔湾区{village}{tail}"))))
    assert f"广州市荔湾区{village}" in text
    assert not [
        number
        for number in re.findall(r"\d+", tail)
        if number in text.partition("被告")[0].partition("住")[2]
    ]


@examples(40)
@given(st.one_of(*numbered("石围塘{}号", "大冲口{}号之一", "芳村{}号大院{}房")))
def test_an_address_without_a_street_loses_its_number(address):
    text = public(redacted(judgment(parties=head_of(f"广州市荔湾区{address}"))))
    assert f"广州市荔湾区{re.split('[0-9]', address)[0]}×××。" in text


NO_HOUSE = st.one_of(
    *numbered(
        "（2018）粤0103民初{}号", "合同编号为HT-{}号", "第{}号公告", "穗规函〔2018〕{}号", "2018年5月3号", "广州地铁{}号线", "{}号检材", "第{}号发票",
    )
)  # fmt: skip


@examples(60)
@given(NO_HOUSE)
def test_a_number_that_is_no_house_stays(number):
    edition = redacted(judgment(facts=f"经审理查明：{number}属实。"))
    assert f"{number}属实" in public(edition)
    assert "leak" not in blocking(edition)
