import pytest

from judgments.intake.document import Finding, Paragraph, SourceDocument
from judgments.redaction.edition import Edition, Party
from judgments.redaction.engine import redact
from tests.judgments.redaction.making import (
    FRONT,
    blocking,
    document,
    judgment,
    names,
    notices,
    public,
    redacted,
)


def test_an_ordinary_judgment_is_ready():
    edition = redacted(judgment())
    assert edition.status == "ready"
    assert edition.kind == "判决书"
    assert edition.case_number == "（2019）粤0103民初77号"
    assert edition.cause == "民间借贷纠纷"
    assert edition.decided_on == "2019-04-05"
    assert edition.title == "原告×××与被告×××民间借贷纠纷一审民事判决书"
    assert not [text for _, text in edition.secrets if text in public(edition)]


@pytest.mark.parametrize(
    ("front", "kind"),
    [
        ("广州市荔湾区人民法院民事判决书\n(2019)粤0103民初77号", "判决书"),
        ("广州市荔湾区人民法院⏎民事判决书⏎（2019）粤0103民初77号", "判决书"),
        ("广 州 市 荔 湾 区 人 民 法 院\n民　事　判　决　书\n(2013)穗荔法民一初字第123号", "判决书"),
        (
            "沈立平与何秀莲民间借贷纠纷一审民事判决书\n广州市荔湾区人民法院\n民事判决书\n（2019）粤0103民初77号",
            "判决书",
        ),
        ("广州市荔湾区人民法院\n（2019）粤0103民初77号", "判决书"),
    ],
)
def test_kind_and_number_are_read_however_they_stand_trap_68(front, kind):
    edition = redacted(judgment(front=front))
    assert edition.kind == kind
    assert edition.case_number in ("（2019）粤0103民初77号", "（2013）穗荔法民一初字第123号")
    assert "沈立平" not in public(edition)


@pytest.mark.parametrize("kind", ["民事调解书", "决定书", "支付令", "刑事附带民事判决书"])
def test_kinds_without_a_template_are_held_trap_69(kind):
    assert redacted(judgment(front=FRONT.replace("民 事 判 决 书", kind))).status == "held"


@pytest.mark.parametrize(
    "cause", ["离婚纠纷", "抚养费纠纷", "变更抚养关系纠纷", "监护权特别程序", "离婚后财产纠纷"]
)
def test_divorce_and_custody_are_held_r34(cause):
    assert "divorce_or_custody" in blocking(redacted(judgment(cause=cause)))


def test_juvenile_crime_is_held_r34():
    text = (
        "广州市荔湾区人民法院\n刑事判决书\n（2016）粤0103刑初99号\n公诉机关广州市荔湾区人民检察院。\n"
        "被告人张三丰，男，1999年3月4日出生。\n广州市荔湾区人民检察院指控被告人张三丰犯盗窃罪，提起公诉。现已审理终结。\n"
        "经审理查明，属实。\n本院认为，构成盗窃罪。判决如下：\n判处拘役。\n审判员　王强\n二〇一六年四月一日"
    )
    assert "juvenile_crime" in blocking(redacted(text))
    assert "juvenile_crime" not in blocking(redacted(text.replace("1999年", "1989年")))
    assert "juvenile_crime" in blocking(
        redacted(text.replace("1999年", "1989年").replace("属实", "犯罪时未满十八周岁"))
    )


def test_a_closed_hearing_is_held_trap_71():
    procedure = "原告沈立平与被告何秀莲民间借贷纠纷一案，本院不公开开庭进行了审理。本案现已审理终结。"
    assert redacted(judgment(procedure=procedure)).status == "held"


def test_the_mark_and_the_findings_of_the_file_hold_traps_70_77():
    mark = Finding("mark", blocking=True, text="文书标有“不上网公开”", where="页眉1")
    assert blocking(redact(document(judgment()), mark=mark)) == {"mark"}
    source = document(judgment())
    found = SourceDocument(
        source.paragraphs,
        (
            Finding("comments", blocking=True, text="有批注", where="批注"),
            Finding("author", blocking=False, text="有作者", where="属性"),
        ),
    )
    edition = redact(found)
    assert blocking(edition) == {"comments"}
    assert "author" in notices(edition)


def test_what_is_no_court_document_is_refused():
    assert redacted("关于春游的通知安排\n各位同事，周五去春游。").status == "refused"


def test_headers_text_boxes_and_notes_are_masked_too_traps_73_74_75():
    source = document(judgment())
    extra = tuple(
        Paragraph("沈立平诉何秀莲，84号之一502房", kind, kind)
        for kind in ("header", "footer", "textbox", "footnote")
    )
    assert "沈立平" not in public(redact(SourceDocument((*source.paragraphs, *extra))))


LISTED = (Party("原告", "沈立平"), Party("被告", "何秀莲"))


def test_a_list_that_agrees_is_ready():
    edition = redact(document(judgment()), parties=LISTED)
    assert edition.status == "ready"
    assert names(edition) == [("原告", "沈立平"), ("被告", "何秀莲")]


@pytest.mark.parametrize(
    "listed",
    [
        (), (Party("原告", "沈立平"),), (*LISTED, Party("被告", "周兰英")), (Party("被告", "沈立平"), Party("原告", "何秀莲")),
    ],
)  # fmt: skip
def test_a_list_that_contradicts_the_head_is_held(listed):
    edition = redact(document(judgment()), parties=listed)
    assert "parties_contradict" in blocking(edition)
    assert "沈立平" not in public(edition)


def test_a_list_rescues_a_head_that_cannot_be_read():
    text = judgment(parties="双方当事人是沈立平和何秀莲。", procedure="本案现已审理终结。")
    edition = redact(document(text), parties=LISTED)
    assert "沈立平" not in public(edition)
    assert names(edition) == [("原告", "沈立平"), ("被告", "何秀莲")]


def test_an_edition_travels_as_json():
    edition = redacted(judgment())
    assert Edition.from_json(edition.to_json()) == edition


def test_counts_of_replacements_are_places_in_the_public_text():
    edition = redacted(judgment())
    rows = {row.original: row.count for row in edition.replacements}
    assert rows["440103198001011234"] == 1
    assert rows["沈立平"] == public(edition).count("原告：×××，男") + 2


def test_the_2016_policy_keeps_names_and_pleadings_and_cuts_addresses_d18():
    edition = redacted(judgment(), policy="spc-2016")
    text = public(edition)
    assert "沈立平" in text
    assert edition.removed_sections == ()
    assert "住广州市荔湾区×××，公民身份号码×××" in text
    family = public(redacted(judgment(cause="继承纠纷"), policy="spc-2016"))
    assert "沈某" in family
    assert "沈立平" not in family
    assert edition.policy == "spc-2016"


def test_the_2016_policy_numbers_equal_forms_d18():
    head = "原告：沈立平，男。\n原告：沈立安，男。\n被告：何秀莲，女。"
    text = public(redacted(judgment(parties=head, cause="继承纠纷"), policy="spc-2016"))
    assert "沈某1" in text
    assert "沈某2" in text
