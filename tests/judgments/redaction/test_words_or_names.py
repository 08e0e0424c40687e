"""Short names, words that are names, minors and victims: decided by what stands around them."""

from __future__ import annotations

import pytest

from judgments.redaction.edition import Edition
from tests.judgments.redaction.making import blocking, judgment, public, redacted

HEAD = "原告：沈立平，男，住广州市荔湾区多宝路7号。\n被告：{name}，男，住广州市荔湾区带河路3号。"
TAIL = (
    "本院认为，事实清楚。判决如下：\n{ruled}\n审　判　员　　王　强\n二〇一九年四月五日\n书　记　员　　梁　静"
)


def told(name: str, facts: str, ruled: str = "驳回。") -> Edition:
    return redacted(
        judgment(
            parties=HEAD.format(name=name),
            procedure=f"原告沈立平与被告{name}民间借贷纠纷一案，本院受理后审理终结。",
            pleadings="原告诉称：甲。\n被告辩称，乙。",
            facts=f"经审理查明：{facts}",
            tail=TAIL.format(ruled=ruled),
        )
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "同日，{}答复没有钱。",
        "今收到{}现金5000元。",
        "查封了{}名下的车。",
        "他委托{}做门。",
        "与步行的{}相撞。",
    ],
)
@pytest.mark.parametrize("name", ["高兴", "方圆", "平安", "林和"])
def test_a_word_is_the_party_where_somebody_acts(name, sentence):
    edition = told(name, sentence.format(name))
    assert sentence.format("×××") in public(edition)
    assert edition.status == "ready"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("白云", "广州市白云区人民法院"),
        ("林和", "林和西路路口"),
        ("方圆", "方圆公证处"),
        ("高兴", "他很高兴。"),
        ("康和", "佛山市康和医院开具收据"),
        ("南粤", "广东省广州市南粤公证处"),
    ],
)
def test_places_institutions_and_words_stay(name, kept):
    assert kept in public(told(name, f"另有{kept}。"))


@pytest.mark.parametrize("behind", ["银行账户", "保险金", "公司股份"])
def test_what_belongs_to_a_party_is_no_institution(behind):
    assert f"支付给原告×××{behind}" in public(told("康和", f"支付给原告康和{behind}。"))


@pytest.mark.parametrize(
    ("name", "masked", "kept"),
    [
        ("K", ["K借款。", "向K催收", "K（乙方）"], ["K栋103房", "附件K"]),
        ("茜", ["茜出具借条。", "今借到茜人民币一万元", "后又向茜催讨"], ["茜色布匹", "三茜堂"]),
    ],
)
def test_a_name_of_one_character_goes_where_it_is_a_word_and_holds_the_document(name, masked, kept):
    edition = told(name, "。".join((*masked, *kept)))
    assert all(words.replace(name, "×××") in public(edition) for words in masked)
    assert all(words in public(edition) for words in kept)
    assert "one_character_name" in blocking(edition)


def test_a_traditional_signature_is_the_same_name():
    edition = told("萧志坚", "落款处签名为“蕭志堅”。")
    assert "蕭志堅" not in public(edition)


def test_a_slip_of_the_pen_in_the_ruling_holds_the_document():
    assert "near_name" in blocking(told("何秀莲", "何秀莲借款。", "一、何秀链应还款。"))
    assert "near_name" in blocking(told("邱翀", "邱翀借款。", "被告邱玮退还余款。"))


def test_a_sister_who_is_named_more_than_once_is_no_slip():
    edition = told("何秀莲", "何秀莲的妹妹在场，何秀兰说不知道，何秀兰离开。")
    assert "near_name" not in blocking(edition)


@pytest.mark.parametrize("name", ["甘小雨", "甘雨"])
def test_minors_who_are_no_party_are_masked(name):
    edition = told("何秀莲", f"未成年人{name}（九岁）在场，{name}的监护人同意。未成年人的利益受保护。")
    assert name not in public(edition)
    assert "未成年人的利益受保护" in public(edition)


CRIME = (
    "广州市荔湾区人民法院\n刑事判决书\n（2021）粤0103刑初7号\n被告人丁四海，男，1980年1月1日出生。\n"
    "检察院指控被告人丁四海犯盗窃罪，提起公诉。本院审理终结。\n经审理查明，{facts}\n判决如下：\n{ruled}\n审判员　王强"
)


def test_a_victims_name_ends_where_the_document_ends_it_elsewhere():
    edition = redacted(
        CRIME.format(facts="丁四海窃得被害人宫平的手机。", ruled="退赔被害人宫平人民币三千元。")
    )
    assert "退赔被害人×××人民币三千元" in public(edition)
    assert edition.status == "ready"


def test_a_victims_longer_name_stays_whole():
    edition = redacted(
        CRIME.format(facts="被害人宫平明知被骗。宫平明的手机，宫平明报案。", ruled="退赔被害人宫平明。")
    )
    assert "宫平" not in public(edition)
    assert "×××明" not in public(edition)


def test_the_last_figures_of_an_account_stay_and_the_account_goes():
    text = public(told("何秀莲", "何秀莲用尾号为3321的账户（6222021001116245702）转账。"))
    assert "尾号为3321的账户（×××）" in text


def test_the_certificate_of_a_house_goes_with_its_letter():
    assert "粤房地证字第×××号" in public(told("何秀莲", "何秀莲的粤房地证字第C6001234号。"))


def test_the_telephone_of_a_division_of_the_court_stays():
    edition = told("何秀莲", "何秀莲借款。", "驳回。\n联系人：立案庭，联系电话：020-81234567")
    assert "020-81234567" in public(edition)
