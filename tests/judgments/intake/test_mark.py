"""The judge's mark is found wherever it was put, and a sentence about the hearing is never taken for it."""

from __future__ import annotations

import pytest

from judgments.intake.document import Cell, Paragraph, SourceDocument
from judgments.intake.mark import find_closed_hearing, find_mark
from judgments.intake.reader import read_docx
from tests.documents import JUDGMENT, judgment_docx, package, paragraph, table_xml

VARIANTS = [
    "不上网公开",
    "不 上 网 公 开",
    "不\u3000上\u3000网\u3000公\u3000开",
    "不\n上\n网\n公\n开",
    "不\u200b上网公开",
    "【不上网公开】",
    "★不上网公开★",
    "不上網公開",
    "不上网",
    "不予公开",
    "不公开",
    "不予上网公开",
    "不宜上网",
    "本案不上网公开",
    "本判决书不上网公开。",
    "不在互联网公布",
    "不得在网上公布",
    "禁止上网",
    "请勿上网公开",
]


def document(*texts: str, **extra) -> SourceDocument:
    return SourceDocument(tuple(Paragraph(text, f"正文第{n}段") for n, text in enumerate(texts, 1)), **extra)


@pytest.mark.parametrize("mark", VARIANTS)
def test_the_mark_is_found_in_every_wording_as_a_line_of_its_own(mark: str) -> None:
    found = find_mark(document(mark, *JUDGMENT))
    assert found is not None
    assert (found.code, found.blocking, found.where) == ("mark", True, "正文第1段")


@pytest.mark.parametrize("mark", VARIANTS)
@pytest.mark.parametrize("place", ["header", "footer", "text_box", "comments", "footnotes", "table"])
def test_the_mark_is_found_in_every_place(place: str, mark: str) -> None:
    values = {"comments": [mark], "footnotes": [mark], "table": [["案件", mark]]}
    assert find_mark(read_docx(judgment_docx(**{place: values.get(place, mark)}))) is not None


def test_the_mark_is_found_when_its_characters_stand_one_below_the_other() -> None:
    assert find_mark(document(*"不上网公开", *JUDGMENT)) is not None
    assert (
        find_mark(read_docx(package(table_xml([["不"], ["上网"], ["公开"]]) + paragraph("正文")))) is not None
    )


def test_the_mark_is_found_beside_other_words() -> None:
    assert find_mark(document("（2013）穗荔法民一初字第123号\t\t不上网公开", *JUDGMENT)) is not None
    assert find_mark(document("（2013）穗荔法民一初字第123号（不公开）", *JUDGMENT)) is not None
    assert find_mark(document("不上网公开（涉及个人隐私）陆良", *JUDGMENT)) is not None
    assert find_mark(read_docx(judgment_docx(header="荔湾法院 不上网公开 陆良 2013年6月8日"))) is not None


def test_the_mark_after_the_signature_is_found() -> None:
    assert find_mark(document(*JUDGMENT, "不 上 网 公 开")) is not None


@pytest.mark.parametrize("name", ["123号判决书(不上网公开).docx", "不公开-123号.docx", "不 上 网 123.docx"])
def test_the_mark_is_found_in_the_file_name(name: str) -> None:
    found = find_mark(document(*JUDGMENT), name)
    assert found is not None
    assert found.where == "文件名"


@pytest.mark.parametrize(
    "sentence",
    [
        "本院受理后，依法不公开开庭审理了本案。",
        "依法组成合议庭，不公开开庭进行了审理。",
        "不公开审理",
        "公开开庭",
        "本院依法由审判员独任审理（不公开），现已审理终结，原告沈立平、被告何明到庭参加诉讼，本案现已经审理终结。",
        "被告不上网，也不使用手机，原告无法通过网络与其取得联系，遂于2012年5月亲自前往被告的住处催讨货款未果。",
        "双方约定合同内容不公开，任何一方违反约定的，应当向对方支付违约金。",
        "依照《最高人民法院关于人民法院在互联网公布裁判文书的规定》，本判决书应当上网公开。",
        "原告请求不予准许。",
    ],
)
def test_a_sentence_of_the_text_is_not_the_mark(sentence: str) -> None:
    assert find_mark(document(*JUDGMENT[:7], sentence, *JUDGMENT[7:]), "123号判决书.docx") is None


def test_a_later_table_of_facts_is_not_the_head_of_the_page() -> None:
    cell = Paragraph("约定不上网发布广告", "表格2第1行第1格", "table", cell=Cell(1, 0, 0))
    assert find_mark(SourceDocument((*document(*JUDGMENT).paragraphs, cell))) is None


@pytest.mark.parametrize("name", ["不公开开庭审理的案件.docx", "公开.docx", ""])
def test_an_ordinary_file_name_is_not_the_mark(name: str) -> None:
    assert find_mark(document(*JUDGMENT), name) is None


@pytest.mark.parametrize(
    "sentence", ["依法不公开开庭审理了本案。", "不\u200b公 开\n开庭进行了审理", "不公开审理"]
)
def test_a_closed_hearing_is_reported_for_a_person_to_decide(sentence: str) -> None:
    found = find_closed_hearing(document("首部", sentence))
    assert found is not None
    assert (found.code, found.blocking, found.where) == ("closed_hearing", True, "正文第2段")


def test_a_public_hearing_is_not_reported() -> None:
    assert find_closed_hearing(document(*JUDGMENT)) is None
