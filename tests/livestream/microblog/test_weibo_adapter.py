"""The adapter and the interface it talks to: what goes, what is refused, and what each answer means (R44)."""

from __future__ import annotations

import socket
import threading

import pytest

from livestream.microblog.adapters.base import Later, Outgoing, Refused, Sent, Unknown
from livestream.microblog.adapters.manual import Manual
from livestream.microblog.adapters.weibo import Weibo, understand
from tests.livestream.microblog.fake_weibo import DOMAIN, TOKEN, FakeWeibo

TEXT = f"【庭审直播1】法庭调查开始。 https://{DOMAIN}/live/20260113-y0103-minchu-1/"


def adapter(fake: FakeWeibo, **values: object) -> Weibo:
    defaults = {"api": fake.api, "token": TOKEN, "safe_domain": DOMAIN, "rip": "203.0.113.7", "timeout": 5.0}
    return Weibo(**{**defaults, **values})  # type: ignore[arg-type]


def test_a_post_goes_out_with_text_picture_and_the_operators_address(weibo: FakeWeibo) -> None:
    answer = adapter(weibo).send(Outgoing(TEXT, b"\xff\xd8picture"))
    assert isinstance(answer, Sent)
    assert answer.address == f"https://weibo.com/1234567890/{answer.outside_id}"
    (taken,) = weibo.posts
    assert (taken.status, taken.rip, taken.picture) == (TEXT, "203.0.113.7", b"\xff\xd8picture")


def test_the_token_is_in_no_address_and_in_no_words_about_the_adapter(weibo: FakeWeibo) -> None:
    one = adapter(weibo)
    one.send(Outgoing(TEXT))
    assert weibo.requests == ["/2/statuses/share.json"]
    assert TOKEN not in repr(one)


@pytest.mark.parametrize(
    ("text", "picture", "code"),
    [
        (f"{'庭' * 140} https://{DOMAIN}/", b"", "20012"),
        (f"#庭审# https://{DOMAIN}/", b"", "topic"),
        (TEXT, b"0" * (5 * 1024 * 1024), "20006"),
    ],
)
def test_what_cannot_go_is_refused_before_anything_leaves(
    weibo: FakeWeibo, text: str, picture: bytes, code: str
) -> None:
    answer = adapter(weibo).send(Outgoing(text, picture))
    assert isinstance(answer, Refused)
    assert answer.code == code
    assert not weibo.requests


def test_without_token_or_safe_domain_it_waits_for_somebody(weibo: FakeWeibo) -> None:
    assert getattr(adapter(weibo, token="").send(Outgoing(TEXT)), "code", "") == "10006"
    other = adapter(weibo, safe_domain="other.example.cn").send(Outgoing(TEXT))
    assert isinstance(other, Later)
    assert "安全域名" in other.problem
    assert not weibo.requests


def test_nobody_listening_is_certainly_not_sent() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    answer = Weibo(f"http://127.0.0.1:{port}/2", TOKEN, DOMAIN, "203.0.113.7", 2.0).send(Outgoing(TEXT))
    assert isinstance(answer, Later)


def test_a_line_that_breaks_after_the_post_is_unknown(weibo: FakeWeibo) -> None:
    weibo.hang_up_after_taking = 1
    answer = adapter(weibo).send(Outgoing(TEXT))
    assert isinstance(answer, Unknown)
    assert len(weibo.posts) == 1


def test_a_weibo_that_is_too_slow_is_unknown(weibo: FakeWeibo) -> None:
    weibo.slow = threading.Event()
    answer = adapter(weibo, timeout=0.2).send(Outgoing(TEXT))
    assert isinstance(answer, Unknown)
    assert len(weibo.posts) == 1


def test_the_interface_itself_refuses_what_it_must(weibo: FakeWeibo) -> None:
    weibo.expired = True
    expired = adapter(weibo).send(Outgoing(TEXT))
    assert isinstance(expired, Later)
    assert "授权已过期" in expired.problem
    weibo.expired = False
    weibo.hourly = 1
    assert isinstance(adapter(weibo).send(Outgoing(TEXT)), Sent)
    over = adapter(weibo).send(Outgoing(f"二{TEXT}"))
    assert isinstance(over, Later)
    assert over.code == "10023"


@pytest.mark.parametrize(
    ("status", "body", "kind", "says"),
    [
        (400, {"error_code": 10014}, Later, "statuses/share 权限"),
        (403, {"error_code": 10017}, Later, "登记为安全域名"),
        (400, {"error_code": 21327}, Later, "重新授权"),
        (400, {"error_code": 10022}, Later, "发布频次"),
        (400, {"error_code": 20016}, Later, "发布频次"),
        (503, {"error_code": 10009}, Later, "系统繁忙"),
        (503, {}, Later, "系统繁忙"),
        (400, {"error_code": 20019}, Unknown, "可能已经发出"),
        (400, {"error_code": 20032}, Unknown, "暂不显示"),
        (400, {"error_code": 20021}, Refused, "不宜内容"),
        (400, {"error_code": 99999}, Refused, "微博拒绝了这一条（99999）"),
        (404, {}, Refused, "微博拒绝了这一条（404）"),
        (200, {}, Unknown, "看不懂"),
        (502, {}, Unknown, "看不懂"),
    ],
)
def test_each_answer_is_told_in_chinese_with_the_way_out(
    status: int, body: dict[str, int], kind: type, says: str
) -> None:
    answer = understand(status, body)
    assert isinstance(answer, kind)
    assert says in answer.problem


def test_by_hand_nothing_is_sent() -> None:
    assert Manual().by_hand
    assert isinstance(Manual().send(Outgoing(TEXT)), Refused)
