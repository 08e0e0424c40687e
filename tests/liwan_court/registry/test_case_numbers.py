"""Case numbers: what is one, what is nearly one, which is the same, which comes first, where it lives."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liwan_court.registry import case_number_grammar as grammar
from liwan_court.registry.case_numbers import CaseNumber, InvalidCaseNumber, find_all, parse

KINDS = [
    ("(2013)穗荔法民一初字第123号", "穗荔法", "民一初", "old", "民事"),
    ("（2013）穗荔法民三初字第7号", "穗荔法", "民三初", "old", "民事"),
    ("(2013)穗荔法知民初字第8号", "穗荔法", "知民初", "old", "民事"),
    ("(2013)穗荔法知刑初字第9号", "穗荔法", "知刑初", "old", "刑事"),
    ("(2013)穗荔法知行初字第9号", "穗荔法", "知行初", "old", "行政"),
    ("(2013)穗荔法刑初字第10号", "穗荔法", "刑初", "old", "刑事"),
    ("(2013)穗荔法少刑初字第11号", "穗荔法", "少刑初", "old", "刑事"),
    ("(2013)穗荔法行初字第12号", "穗荔法", "行初", "old", "行政"),
    ("(2013)穗荔法执字第1002号之一", "穗荔法", "执", "old", "执行"),
    ("(2013)穗荔法执恢字第3号", "穗荔法", "执恢", "old", "执行"),
    ("(2013)穗荔法审监民再字第4号", "穗荔法", "审监民再", "old", "民事"),
    ("(2014)深福法民二初字第6124号", "深福法", "民二初", "old", "民事"),
    ("(2014)深中法商终字第1012号", "深中法", "商终", "old", "民事"),
    ("(2013)广海法初字第438号", "广海法", "初", "old", "民事"),
    ("（2016）粤0103民初123号", "粤0103", "民初", "new", "民事"),
    ("（2016）粤0103刑初5号", "粤0103", "刑初", "new", "刑事"),
    ("（2016）粤0103行赔初6号", "粤0103", "行赔初", "new", "行政"),
    ("（2016）粤0103执异7号", "粤0103", "执异", "new", "执行"),
    ("（2017）粤0103法赔1号", "粤0103", "法赔", "new", "赔偿"),
    ("（2018）粤0103诉前调确2号", "粤0103", "诉前调确", "new", "民事"),
    ("（2018）粤0103行审3号", "粤0103", "行审", "new", "行政"),
    ("（2018）粤0103行保1号", "粤0103", "行保", "new", "其他"),
    ("（2018）粤01民终4567号", "粤01", "民终", "new", "民事"),
    ("（2019）粤民申88号", "粤", "民申", "new", "民事"),
    ("（2016）最高法刑核51732773号", "最高法", "刑核", "new", "刑事"),
]

LOOK_ALIKES = [
    "[2018]第2号",
    "检公诉刑诉〔2016〕422号",
    "穗荔检公刑诉〔2013〕123号",
    "荔法办〔2013〕17号",
    "法释〔2016〕19号",
    "（2013）穗荔劳仲案字第15号",
    "（2016）粤广海珠第12345号",
    "（2015）中法临鉴字第12号",
    "（2016）粤0103民初号",
    "2016年1月23日",
]


@pytest.mark.parametrize(("text", "court", "type_words", "style", "field"), KINDS)
def test_every_kind_of_number_is_taken_apart(text, court, type_words, style, field):
    number = parse(text)

    assert (number.court, number.type_words, number.style, number.field) == (court, type_words, style, field)


def test_the_special_jurisdiction_stands_apart_from_court_and_type():
    number = parse("（2020）最高法知民终1号")

    assert (number.court, number.special, number.type_words) == ("最高法", "知", "民终")
    assert number.display == "（2020）最高法知民终1号"


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_look_alikes_are_not_case_numbers(text):
    assert find_all(f"见{text}。") == []
    with pytest.raises(InvalidCaseNumber) as refused:
        parse(text)
    assert refused.value.suggestion is None


@pytest.mark.parametrize(
    "text",
    [
        "〔2013〕穗荔法民一初字第123号",
        "［2013］穗荔法民一初字第123号",
        "【2013】穗荔法民一初字第123号",
        "(２０１３) 穗荔法 民一初字\u200b第１２３号",
        "（2013）\u3000穗荔法民一初字第 123\n号",
    ],
)
def test_brackets_spaces_and_wide_digits_are_only_another_way_to_write_it(text):
    number = parse(text)

    assert number == parse("（2013）穗荔法民一初字第123号")
    assert number.raw == text
    assert number.key == "(2013)穗荔法民一初字第123号"
    assert number.display == "（2013）穗荔法民一初字第123号"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2013穗荔法民一初字第123号", "（2013）穗荔法民一初字第123号"),
        ("（2013穗荔法民一初字第123号", "（2013）穗荔法民一初字第123号"),
        ("（2013年）穗荔法民一初字第123号", "（2013）穗荔法民一初字第123号"),
        ("(2013)穗荔法民一初字第123", "（2013）穗荔法民一初字第123号"),
        ("(2013)穗荔法民一初123号", "（2013）穗荔法民一初字第123号"),
        ("(2013)穗荔法民一初字123号", "（2013）穗荔法民一初字第123号"),
        ("(2013)穗荔法执字第1002号之2", "（2013）穗荔法执字第1002号之二"),
        ("(2013)穗荔法民一初字第123號", "（2013）穗荔法民一初字第123号"),
        ("(2016)粤0103民初字第123号", "（2016）粤0103民初123号"),
        ("粤0103民初123/2016", "（2016）粤0103民初123号"),
        ("案号：（2016）粤0103民初123号", "（2016）粤0103民初123号"),
    ],
)
def test_a_near_miss_is_refused_with_the_number_probably_meant(text, meant):
    with pytest.raises(InvalidCaseNumber) as refused:
        parse(text)

    assert refused.value.suggestion == meant
    assert f"你是不是要找“{meant}”？" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "（1900）粤0103民初123号",
        "（2999）粤0103民初123号",
        "（2016）粤0103民初0号",
        "（2016）粤0103民初1-9999号",
        "（2013）穗荔法执字第1002-2号之一",
    ],
)
def test_an_implausible_number_is_refused_in_chinese(text):
    with pytest.raises(InvalidCaseNumber) as refused:
        parse(text)

    assert re.search("请填写|请核对", refused.value.message_zh)


def test_a_year_that_does_not_fit_the_style_is_accepted_and_pointed_out():
    assert "请核对" in (parse("（2013）粤0103民初1号").doubt or "")
    assert "请核对" in (parse("（2016）穗荔法民一初字第1号").doubt or "")
    assert parse("（2015）穗荔法民一初字第1号").doubt is None
    assert parse("（2016）粤0103民初1号").doubt is None


def test_cases_heard_together_carry_all_their_numbers():
    listed = parse("（2013）穗荔法民一初字第123、125,130号")
    ranged = parse("（2013）穗荔法民一初字第123—125号")

    assert listed.numbers == (123, 125, 130)
    assert listed.display == "（2013）穗荔法民一初字第123、125、130号"
    assert ranged.numbers == (123, 124, 125)
    assert (ranged.number_start, ranged.number_end) == (123, 125)
    assert ranged == parse("（2013）穗荔法民一初字第123、124、125号")


def test_the_suffix_belongs_to_the_document_and_not_to_the_case():
    main, first, dashed = (
        parse(f"（2013）穗荔法执字第{rest}") for rest in ("1002号", "1002号之一", "1002-2号")
    )

    assert main.key == first.key == dashed.key
    assert (main.suffix, first.suffix, dashed.suffix) == ("", "之一", "-2")
    assert len({main, first, dashed}) == 3


def test_numbers_are_ordered_by_value_and_not_by_character():
    ordered = [
        "（2026）粤0103民初1号",
        "（2016）粤0103刑初500号",
        "（2016）粤0103民初9号",
        "（2016）粤0103民初123号",
        "（2016）粤0103民初123号之一",
        "（2016）粤0103民初123号之二",
        "（2016）粤0103民初123号之九",
        "（2016）粤0103民初123号之十",
        "（2016）粤0103民初123号之十一",
        "（2016）粤0103民初123号之二十",
        "（2013）穗荔法民一初字第1号",
    ]

    numbers = [parse(text) for text in reversed(ordered)]

    assert [number.display for number in sorted(numbers, key=lambda number: number.sort_key)] == ordered


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("（2026）粤0103民初1208号", "2026-yue0103-minchu-1208"),
        ("（2013）穗荔法民一初字第123号", "2013-suilifa-minyichu-123"),
        ("（2013）穗荔法民一初字第123号之一", "2013-suilifa-minyichu-123-zhiyi"),
        ("（2013）穗荔法执字第1002-2号", "2013-suilifa-zhi-1002-zhi2"),
        ("（2013）穗荔法民一初字第1、3号", "2013-suilifa-minyichu-1_3"),
        ("（2026）粤0103行初1号", "2026-yue0103-xingzhengchu-1"),
        ("（2026）粤0103刑初1号", "2026-yue0103-xingchu-1"),
    ],
)
def test_the_address_is_plain_ascii(text, slug):
    assert parse(text).slug == slug


def test_no_two_characters_of_a_type_share_a_reading():
    characters = sorted(
        set(grammar.NEW_TYPE + grammar.OLD_TYPE_HEAD + grammar.OLD_TYPE_TAIL + grammar.SPECIAL)
    )
    slugs = {_one_type(character).slug for character in characters}

    assert len(slugs) == len(characters)


def _one_type(character):
    return CaseNumber("", 2026, "粤0103", "", character, 1, 1, (1,), "", "new", "1")


def test_a_court_knows_its_own_numbers():
    own = ("穗荔法", "粤0103")

    assert parse("（2013）穗荔法民一初字第1号").is_own_court(own)
    assert parse("（2026）粤0103民初1号").is_own_court(own)
    assert not parse("（2018）粤01民终4567号").is_own_court(own)


def test_numbers_are_found_in_running_text_at_their_place():
    text = (
        "上诉人不服（2016） 粤0103民初9号民事判决，另见〔2013〕穗荔法执字第1002号之一、"
        "检公诉刑诉〔2016〕422号、[2018]第2号。"
    )

    found = find_all(text)

    assert [number.key for _, _, number in found] == ["(2016)粤0103民初9号", "(2013)穗荔法执字第1002号"]
    assert [text[start:end] for start, end, _ in found] == [
        "（2016） 粤0103民初9号",
        "〔2013〕穗荔法执字第1002号之一",
    ]


@pytest.mark.parametrize("after", ["之一审判决", "-125号", "-2016年", "之后"])
def test_words_after_a_number_are_not_taken_for_a_suffix(after):
    ((_, _, number),) = find_all(f"（2013）穗荔法民一初字第123号{after}")

    assert number.suffix == ""


def test_a_number_with_an_impossible_year_is_passed_over_in_running_text():
    assert find_all("（1013）穗荔法民一初字第123号") == []


suffixes = st.one_of(
    st.just(""),
    st.integers(1, 99).map(lambda value: f"之{grammar.numeral(value)}"),
    st.integers(1, 999).map(lambda value: f"-{value}"),
)
number_lists = st.one_of(
    st.integers(1, 99_999_999).map(str),
    st.lists(st.integers(1, 9999), min_size=2, max_size=5).map(lambda numbers: "、".join(map(str, numbers))),
    st.tuples(st.integers(1, 9000), st.integers(1, 900)).map(lambda pair: f"{pair[0]}-{sum(pair)}"),
)
bodies = st.one_of(
    st.builds("粤0103{}{}号".format, st.sampled_from(["民初", "刑初", "执恢", "行赔初"]), number_lists),
    st.builds("穗荔法{}字第{}号".format, st.sampled_from(["民一初", "执", "审监民再"]), number_lists),
)
written = st.builds("（{}）{}{}".format, st.integers(1949, 2099), bodies, suffixes)


@given(written)
def test_what_is_shown_reads_back_as_the_same_number(text):
    number = parse(text)

    assert parse(number.display) == number
    assert parse(number.display).display == number.display
    assert parse(number.key).key == number.key
    assert re.fullmatch(r"[-a-z0-9_]+", number.slug)


@given(written, st.text(alphabet="见、。，原审号第 一2\n", max_size=12))
def test_a_number_is_found_whatever_stands_before_it(text, before):
    start, end, number = find_all(before + text)[-1]

    assert (start, end) == (len(before), len(before + text))
    assert number == parse(text)


@given(st.text(max_size=60))
def test_any_other_text_is_refused_in_chinese_and_nothing_else_goes_wrong(text):
    with pytest.raises(InvalidCaseNumber, match=r"[一-鿿]"):
        parse(text)


@given(st.integers(1, 99))
def test_chinese_numerals_go_there_and_back(value):
    assert grammar.numeral_value(grammar.numeral(value)) == value
