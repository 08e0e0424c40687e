"""The statutes a judgment cites, and how a reader may name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judgments.search.numerals import to_chinese
from judgments.search.statutes import as_cited, cited

CODE = "中华人民共和国民法典"


@pytest.mark.parametrize(
    ("text", "statutes"),
    [
        (
            "依照《中华人民共和国民法典》第五百七十七条、第五百八十五条之规定",
            (f"{CODE} 第五百七十七条", f"{CODE} 第五百八十五条"),
        ),
        (
            "《中华人民共和国民法典》第五百七十七条第一款第（二）项和第五百八十五条第二款",
            (f"{CODE} 第五百七十七条", f"{CODE} 第五百八十五条"),
        ),
        ("《中华人民共和国刑法》第一百三十三条之一", ("中华人民共和国刑法 第一百三十三条之一",)),
        ("《中华人民共和国民法典》第577条", (f"{CODE} 第五百七十七条",)),
        ("《某解释》（法释〔2020〕17号）第二十五条", ("某解释 第二十五条",)),
        ("《甲法》第一条、《乙法》第二条", ("甲法 第一条", "乙法 第二条")),
        ("《甲法》第一条……又《甲法》第一条", ("甲法 第一条",)),
        ("《中华人民共和国民法典》第一条，见《民法典》第二条", (f"{CODE} 第一条", f"{CODE} 第二条")),
        ("《借款合同》约定还款", ()),
        ("《租赁合同》第二章", ()),
        ("", ()),
    ],
)
def test_the_articles_cited_are_found_once_each_in_order(text, statutes):
    assert cited(text) == statutes


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("《民法典》第577条", "民法典第五百七十七条"),
        ("民法典 第 577 条", "民法典 第 五百七十七 条"),
        ("民法典第五百七十七条", "民法典第五百七十七条"),
        ("2016", "2016"),
        ("第0条", "第0条"),
        ("第12345条", "第12345条"),
    ],
)
def test_a_reader_may_write_articles_in_digits(typed, reference):
    assert as_cited(typed) == reference


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "一"), (10, "十"), (15, "十五"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (577, "五百七十七"),
     (1000, "一千"), (1005, "一千零五"), (1010, "一千零一十"), (1260, "一千二百六十")],
)  # fmt: skip
def test_numbers_are_written_as_statutes_write_them(number, written):
    assert to_chinese(number) == written


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_a_number_no_statute_has_is_refused(number):
    with pytest.raises(ValueError):
        to_chinese(number)


def test_no_two_articles_are_written_alike():
    assert len({to_chinese(number) for number in range(1, 10_000)}) == 9999


@given(st.text("《》第条一百12、，和款项（）〔〕 民法典\n", max_size=200))
def test_any_text_can_be_read_for_statutes(text):
    assert all(" 第" in statute and "条" in statute for statute in cited(text))
