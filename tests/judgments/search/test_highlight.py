"""Marking what was searched for on the text as it is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judgments.search.highlight import mark, snippet
from judgments.search.units import BREAK, units


def hits(segments):
    return [text for text, hit in segments if hit]


def test_every_occurrence_is_marked_and_the_text_stays_as_it_is():
    assert mark("借款本金及借款利息", ["借款"]) == [
        ("借款", True),
        ("本金及", False),
        ("借款", True),
        ("利息", False),
    ]
    assert mark("借款", []) == [("借款", False)]
    assert mark("", ["借款"]) == []


def test_marks_lie_on_the_stored_characters_however_they_are_written():
    text = "编号ＡＢ１２，（２０２４）粤０１０３民初１号，违 约\u200b金"
    assert hits(mark(text, ["ab12"])) == ["ＡＢ１２"]
    assert hits(mark(text, ["(2024)粤0103民初1号"])) == ["（２０２４）粤０１０３民初１号"]
    assert hits(mark(text, ["违约金"])) == ["违 约\u200b金"]


def test_a_number_is_marked_only_as_a_whole():
    assert hits(mark("12000元、120元", ["120"])) == ["120"]
    assert hits(mark("120元1120元", ["120元"])) == ["120元"]
    assert hits(mark("1234、12 34", ["12 34"])) == ["12 34"]


def test_overlapping_words_become_one_mark():
    assert mark("房屋租赁合同纠纷", ["租赁合同", "合同纠纷"]) == [("房屋", False), ("租赁合同纠纷", True)]


def test_nothing_is_marked_across_paragraphs():
    assert hits(mark("逾期\n付款", ["期付"])) == []


def test_markup_in_a_text_is_given_on_as_it_is():
    assert mark("<b>借款", ["借款"]) == [("<b>", False), ("借款", True)]


def test_a_snippet_shows_the_passage_with_most_of_the_words():
    text = "利息。" + "空" * 300 + "。双方约定利息与违约金。" + "空" * 300
    segments = snippet(text, ["利息", "违约金"], 40)
    assert hits(segments) == ["利息", "违约金"]
    assert segments[:2] == [("…", False), ("双方约定", False)]
    assert segments[-1] == ("…", False)


def test_a_snippet_of_a_text_without_the_words_is_its_head():
    assert snippet("甲乙丙丁", ["无"], 2) == [("甲乙", False), ("…", False)]
    assert snippet("甲乙", ["无"], 2) == [("甲乙", False)]
    assert snippet("", ["无"]) == []


def test_a_snippet_is_one_line():
    assert snippet("甲\n借款\n乙", ["借款"]) == [("甲 ", False), ("借款", True), (" 乙", False)]


def test_a_snippet_has_a_width():
    with pytest.raises(ValueError):
        snippet("甲", ["甲"], 0)


TEXTS = st.text("甲乙1aＡ。，\n 　\u200b", max_size=60)
TERMS = st.lists(st.text("甲乙1a。 ", max_size=4), max_size=4)


@given(TEXTS, TERMS)
def test_the_segments_of_a_text_are_the_text_and_marks_hold_only_what_was_asked(text, terms):
    segments = mark(text, terms)
    assert "".join(part for part, _ in segments) == text
    wanted = {unit for term in terms for unit in units(term)}
    assert all(unit in wanted for part in hits(segments) for unit in units(part))


@given(TEXTS, TERMS)
def test_a_term_is_marked_exactly_when_its_units_stand_in_the_text(text, terms):
    for term in terms:
        wanted = [unit for unit in units(term) if unit != BREAK]
        sequence = units(text)
        stands = bool(wanted) and any(
            sequence[at : at + len(wanted)] == wanted for at in range(len(sequence))
        )
        assert bool(hits(mark(text, [term]))) == stands


@given(TEXTS, TERMS, st.integers(1, 80))
def test_a_snippet_is_a_passage_of_the_text_and_holds_a_hit_where_there_is_one(text, terms, width):
    segments = snippet(text, terms, width)
    body = "".join(part for part, _ in segments).strip("…")
    assert body in text.replace("\n", " ")
    assert len(body) <= width
    assert bool(hits(segments)) == bool(hits(mark(text, terms)))
