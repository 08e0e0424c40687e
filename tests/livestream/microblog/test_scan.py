"""Party names, numbers and house numbers are found in a text, and told without being repeated (R44, R49)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from livestream.microblog.scan import Party, scan

PARTIES = [
    Party("沈立平", ("老沈",), ("广州市荔湾区龙津西路123号4楼",)),
    Party("广州市粤荔皮具有限公司", ("粤荔公司",)),
]
OFFICES = ["广州市荔湾区逢源路128号"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("原告沈立平陈述。", "party"),
        ("原告沈 立 平陈述。", "party"),
        ("沈\u200b立平", "party"),
        ("沈·立·平", "party"),
        ("老沈到庭", "party"),
        ("广州市粤荔皮具有限公司答辩", "party"),
        ("粤荔皮具公司答辩", "party"),
        ("粤荔公司答辩", "party"),
        ("住龙津西路123号4楼", "address"),
        ("住123号4楼", "address"),
        ("十三行路15号", "address"),
        ("电话13800138000", "phone"),
        ("身份证440103199001011234", "id_number"),
        ("车牌粤A12345", "plate"),
    ],
)
def test_what_must_not_go_out_is_found(text: str, kind: str) -> None:
    assert kind in [each.kind for each in scan(text, PARTIES, OFFICES)]


@pytest.mark.parametrize(
    "text",
    [
        "原告、被告到庭，法庭调查开始。",
        "（2025）粤0103民初1号买卖合同纠纷一案开庭。",
        "1月13日（周二）09:30，第三法庭",
        "法院地址：逢源路128号",
        "双方争议金额123456.78元，合同编号2025-01",
        "https://shenpan.example.cn/live/20260113-y0103-minchu-1/",
    ],
)
def test_what_the_public_may_read_stays(text: str) -> None:
    assert scan(text, PARTIES, OFFICES) == []


def test_a_finding_says_where_and_repeats_no_name() -> None:
    (found,) = scan("原告沈立平陈述。", PARTIES)
    assert found.told == "当事人姓名、名称或其简称（“沈”开头，3字，第3字起）"
    assert "沈立平" not in found.told


def test_findings_come_in_order_and_do_not_overlap() -> None:
    text = "沈立平，电话13800138000，粤荔公司"
    found = scan(text, PARTIES)
    assert [each.kind for each in found] == ["party", "phone", "party"]
    assert all(a.start + a.length <= b.start for a, b in pairwise(found))


def test_a_house_number_inside_a_case_number_is_none() -> None:
    parties = [Party("甲某某", (), ("荔湾路1号",))]
    assert scan("（2025）粤0103民初11号一案", parties) == []
