"""One link under the safe domain, no address of one's own, no #topic# (R44)."""

from __future__ import annotations

import pytest

from livestream.microblog.links import has_address, has_safe_link, has_topic, is_under

DOMAIN = "shenpan.example.cn"


@pytest.mark.parametrize(
    ("address", "under"),
    [
        ("https://shenpan.example.cn/live/", True),
        ("http://www.shenpan.example.cn", True),
        ("https://SHENPAN.example.cn/", True),
        ("https://evilshenpan.example.cn/", False),
        ("https://shenpan.example.cn.evil.com/", False),
        ("https://evil.com/shenpan.example.cn/", False),
        ("https://shenpan.example.cn@evil.com/", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_what_lies_under_the_domain(address: str, under: bool) -> None:
    assert is_under(address, DOMAIN) is under


def test_nothing_lies_under_no_domain() -> None:
    assert not is_under("https://shenpan.example.cn/", "")


def test_the_safe_link_is_found_behind_chinese_text() -> None:
    assert has_safe_link("开庭。https://shenpan.example.cn/live/x/", DOMAIN)
    assert not has_safe_link("开庭。https://weibo.com/x", DOMAIN)


@pytest.mark.parametrize("text", ["见https://a.cn", "HTTP：//a.cn", "www.a.cn"])
def test_an_address_of_ones_own_is_seen(text: str) -> None:
    assert has_address(text)


def test_topics_are_seen_and_a_single_sign_is_none() -> None:
    assert has_topic("#庭审直播#开庭")
    assert has_topic("＃庭审＃")
    assert not has_topic("3#楼")
    assert not has_topic("##")
