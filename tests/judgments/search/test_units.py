"""How a text is cut into what is searched."""

from hypothesis import given
from hypothesis import strategies as st

from judgments.search.units import BREAK, bare_units, bigrams, covering_bigrams, encode, fold, narrow, units


def test_each_character_and_each_run_of_letters_and_digits_is_a_unit():
    assert units("粤0103民初，ABC d") == ["粤", "0103", "民", "初", ",", "abc", "d"]


def test_full_width_and_invisible_characters_make_no_difference():
    assert units("（２０２４）Ａb\u200b\xa0c") == ["(", "2024", ")", "ab", "c"]
    assert units("⼀致") == units("一致")


def test_a_line_break_of_any_kind_is_a_break():
    assert units("甲\r\n乙\u2028丙") == ["甲", BREAK, "乙", BREAK, "丙"]


def test_case_numbers_lose_their_brackets_and_dashes():
    assert bare_units("（2024）粤0103民初5号-2") == ["2024", "粤", "0103", "民", "初", "5", "号", "2"]


def test_an_endless_run_of_letters_becomes_units_of_a_bearable_length():
    assert max(map(len, units("a" * 100_000))) == 64


def test_two_runs_of_digits_are_never_taken_for_one():
    assert bigrams(["12", "34"]) != bigrams(["123", "4"])
    assert encode(["1234"]) not in encode(["12", "34"])
    assert encode(["2", "元"]) not in encode(["12", "元"])


def test_no_token_reaches_over_a_break():
    assert bigrams(["甲", "乙", BREAK, "丙"]) == ["甲乙", BREAK, BREAK]


@given(st.lists(st.sampled_from(["甲", "乙", "1", "22", "×"]), min_size=3, max_size=9))
def test_covering_pairs_leave_no_unit_out(sequence):
    covered = {position + step for position, _ in covering_bigrams(sequence) for step in (0, 1)}
    assert covered == set(range(len(sequence)))
    assert all(bigrams(sequence)[position] == token for position, token in covering_bigrams(sequence))


@given(st.text())
def test_folding_keeps_every_position(text):
    assert len(fold(text)) == len(narrow(text)) == len(text)


@given(st.text())
def test_a_query_that_was_made_narrow_is_cut_like_the_text(text):
    assert units(narrow(text)) == units(text)


@given(
    st.lists(st.sampled_from(["甲", "乙", "1", "12", "2"]), max_size=8),
    st.lists(st.sampled_from(["甲", "1", "12"]), min_size=1, max_size=3),
)
def test_the_encoded_form_finds_exactly_adjacent_units(sequence, wanted):
    adjacent = any(sequence[start : start + len(wanted)] == wanted for start in range(len(sequence)))
    assert (encode(wanted) in encode(sequence)) == adjacent
