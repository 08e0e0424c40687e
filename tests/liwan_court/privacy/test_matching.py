from hypothesis import given
from hypothesis import strategies as st

from liwan_court.privacy.matching import Matcher


def found(needles, text, accept=None):
    return [(hit.start, hit.needle) for hit in Matcher(needles).find(text, accept)]


def test_the_longest_needle_wins_trap_5():
    assert found(["张三", "张三丰"], "张三丰与张三") == [(0, "张三丰"), (4, "张三")]


def test_a_refused_place_tries_the_shorter_needle():
    assert found(["张三", "张三丰"], "张三丰", lambda _s, _e, needle: needle != "张三丰") == [(0, "张三")]


def test_names_one_character_apart_are_not_confused_trap_12():
    assert found(["沈金兰", "沈秀兰"], "沈秀兰、沈金兰") == [(0, "沈秀兰"), (4, "沈金兰")]


def test_no_needles_find_nothing():
    assert found([], "张三") == []


def test_overlapping_places_are_all_reported_to_the_gate():
    hits = Matcher(["张三", "张三丰"]).find_overlapping("张三丰")
    assert {hit.needle for hit in hits} == {"张三", "张三丰"}


@given(
    st.lists(st.text("甲乙丙", min_size=1, max_size=4), min_size=1, max_size=8),
    st.text("甲乙丙丁", max_size=60),
)
def test_nothing_is_left_where_every_hit_is_taken_out(needles, text):
    position, rest = 0, []
    for hit in Matcher(needles).find(text):
        rest.append(text[position : hit.start])
        position = hit.end
    rest.append(text[position:])
    assert not any(needle in piece for piece in rest for needle in needles)
