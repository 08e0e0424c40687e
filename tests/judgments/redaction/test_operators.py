"""The operator of a shop is reported beside it and changes neither the title nor the comparison with a list (D10)."""

from __future__ import annotations

import pytest

from judgments.redaction.edition import Edition, Party
from tests.judgments.redaction.making import blocking, judgment, names, public, redacted

SHOP = "广州市荔湾区丰年粮油店"
LISTED = (Party("原告", "沈立平"), Party("被告", SHOP, "organisation"))


def shop(line: str, *parties: Party) -> Edition:
    text = judgment(
        parties=f"原告：沈立平，男，住广州市荔湾区多宝路7号。\n{line}",
        procedure=f"原告沈立平与被告{SHOP}买卖合同纠纷一案，本院受理后审理终结。",
        facts="经审理查明：屠四海付款。",
    )
    return redacted(text, parties=parties or None)


LINES = [
    f"被告：{SHOP}，经营场所广州市荔湾区带河路3号。\n经营者：屠四海，女，住广州市荔湾区光复路5号。",
    f"被告：{SHOP}（经营者：屠四海），经营场所广州市荔湾区带河路3号。\n经营者屠四海，女，住广州市荔湾区光复路5号。",
    f"被告：{SHOP}（业主屠四海），经营场所广州市荔湾区带河路3号。",
    f"被告：{SHOP}（业主 屠四海），经营场所广州市荔湾区带河路3号。",
]


@pytest.mark.parametrize("line", LINES)
def test_the_operator_is_listed_once_behind_his_shop(line):
    edition = shop(line)
    assert names(edition) == [("原告", "沈立平"), ("被告", SHOP), ("经营者", "屠四海")]
    assert "经营者" not in edition.title
    assert "屠四海" not in public(edition)


@pytest.mark.parametrize("more", [(), (Party("经营者", "屠四海"),), (Party("业主", "屠四海"),)])
def test_a_list_agrees_with_and_without_the_operator(more):
    edition = shop(LINES[0], *LISTED, *more)
    assert "parties_contradict" not in blocking(edition)
    assert names(edition) == [("原告", "沈立平"), ("被告", SHOP), ("经营者", "屠四海")]
    assert [party.kind for party in edition.parties] == ["person", "organisation", "person"]


def test_an_operator_whom_the_head_does_not_name_contradicts_and_is_no_party_of_the_title():
    edition = shop(LINES[0], *LISTED, Party("经营者", "简七月"))
    assert "parties_contradict" in blocking(edition)
    assert "经营者" not in edition.title


def test_an_operator_who_is_a_party_himself_is_listed_once():
    edition = shop(f"{LINES[2]}\n被告：屠四海，女，住广州市荔湾区光复路5号。")
    assert [name for _, name in names(edition)].count("屠四海") == 1
