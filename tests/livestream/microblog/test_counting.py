"""Weibo's counting: a Chinese character 1, two ASCII characters 1, a link 10 (R44)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livestream.microblog.counting import LIMIT, left, length
from tests.hypothesis_runs import examples
from tests.livestream.microblog.fake_weibo import counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("庭", 1),
        ("a", 1),
        ("ab", 1),
        ("abc", 2),
        ("开庭9:30", 4),
        ("（2025）粤0103民初1号", 11),
        ("https://shenpan.example.cn/live/20260113-y0103-minchu-1/", 10),
        ("见 https://a.cn/1 和 https://b.cn/2", 24),
        ("https://a.cn/1。完", 12),
    ],
)
def test_the_length_of_a_text(text: str, expected: int) -> None:
    assert length(text) == expected


def test_what_is_left_goes_below_zero() -> None:
    assert left("庭" * LIMIT) == 0
    assert left("庭" * (LIMIT + 3)) == -3


@examples(200)
@given(
    st.text(st.sampled_from("庭审a1 ,。:/hpts．\n")), st.sampled_from(["", "https://a.cn/x", " http://b.cn"])
)
def test_the_count_is_that_of_the_other_side(text: str, link: str) -> None:
    whole = f"{text} {link}"
    assert length(whole) == counted(whole)
