import pytest

from liwan_court.privacy.folding import comparable, distinct, fold_for_comparison, fold_for_numbers, same


@pytest.mark.parametrize(
    "written",
    ["张 三", "张　三", "张\u00a0三", "张\u200b三", "张\n三", "张\t三", "张\u00ad三", "張三", "\ufeff张三"],
)
def test_a_name_is_the_same_however_it_was_typed_trap_2_3_16(written):
    assert same("张三", written)


@pytest.mark.parametrize("dot", "·•・‧．.･")
def test_middle_dots_are_one_dot_trap_17(dot):
    assert same("买买提·吐尔逊", f"买买提{dot}吐尔逊")


@pytest.mark.parametrize("written", ["瑞幸（上海）有限公司", "瑞幸(上海)有限公司", "瑞幸〔上海〕有限公司"])
def test_brackets_of_either_width_are_one_form_trap_36(written):
    assert same("瑞幸（上海）有限公司", written)


def test_case_and_width_of_latin_names_do_not_matter_trap_18():
    assert same("ＪＯＨＮ Smith", "John SMITH")


def test_characters_beyond_the_basic_plane_survive_trap_20():
    assert comparable("𠮷田") == "𠮷田"
    assert same("𠮷 田", "𠮷田")


def test_punctuation_separates_names():
    assert not same("张三", "张，三")


def test_a_folded_span_leads_back_to_the_source():
    text = "原告：张\u200b 三，男"
    folded = fold_for_comparison(text)
    start = folded.text.index("张三")
    source = folded.source_span(start, start + 2)
    assert text[slice(*source)] == "张\u200b 三"
    assert folded.folded_offset(source[0]) == start


def test_expanding_characters_lead_back_too():
    text = "第㈠项张三"
    folded = fold_for_comparison(text)
    start = folded.text.index("张三")
    assert text[slice(*folded.source_span(start, start + 2))] == "张三"


def test_numbers_keep_a_blank_between_them():
    assert fold_for_numbers("１３８ \u200b00").text == "138 00"


def test_distinct_keeps_the_first_writing():
    assert distinct(["张 三", "张三", "", "李四"]) == ["张 三", "李四"]


@pytest.mark.parametrize(
    "filler", ["\u034f", "\u115f", "\u1160", "\u17b4", "\u180b", "\u2800", "\u3164", "\uffa0"]
)
def test_characters_that_show_nothing_are_ignored_whatever_unicode_calls_them(filler):
    assert comparable(f"沈{filler}立{filler}平") == "沈立平"


def test_the_way_back_crosses_characters_that_become_none_or_several():
    text = "a\u200b\u200b㈱b …\u3000c"
    folded = fold_for_comparison(text)
    assert folded.text == "a(株)b...c"
    assert [text[slice(*folded.source_span(i, i + 1))] for i in range(len(folded.text))] == [
        "a", "㈱", "㈱", "㈱", "b", "…", "…", "…", "c",
    ]  # fmt: skip
    assert [folded.folded_offset(at) for at in range(len(text) + 1)] == [0, 1, 1, 1, 4, 5, 5, 8, 8, 9]
