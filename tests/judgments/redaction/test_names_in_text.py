import pytest

from tests.judgments.redaction.making import blocking, judgment, names, notices, public, redacted


def text_with(facts, plaintiff="沈立平", defendant="何秀莲", **options):
    head = f"原告：{plaintiff}，男。\n被告：{defendant}，女。"
    return redacted(
        judgment(
            parties=head,
            procedure=f"原告{plaintiff}与被告{defendant}民间借贷纠纷一案，现已审理终结。",
            pleadings="",
            facts=f"经审理查明：{facts}",
            tail="本院认为，应还款。判决如下：\n还款。\n审　判　员　　李　明\n书　记　员　　梁　静",
            **options,
        )
    )


@pytest.mark.parametrize(
    "written",
    ["沈 立平", "沈　立　平", "沈\u00a0立平", "沈\u200b立平", "沈⏎立平", "沈\t立平", "沈\u00ad立平"],
)
def test_a_name_is_masked_however_it_is_broken_traps_2_3_4(written):
    assert "收到×××的款" in public(text_with(f"何秀莲收到{written}的款。"))


def test_longer_names_first_traps_5_12():
    text = public(text_with("张三丰与张三到场。沈金兰与沈秀兰到场。", "张三", "张三丰"))
    assert "×××与×××到场" in text


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("高明", "高明区人民法院受理"), ("高明", "其手段十分高明。"), ("高明", "效果有所提高，高明的手段。"),
        ("王路", "位于王路村的房屋"), ("林和", "位于林和西路的房屋"), ("平安", "向平安保险公司投保"), ("方圆", "经方圆公证处公证"),
        ("高明", "生活水平提高明显改善"), ("李明", "行李明显超重"),
    ],
)  # fmt: skip
def test_other_words_that_hold_a_name_stay_traps_6_7_8_11(name, kept):
    edition = text_with(kept, plaintiff=name)
    assert kept in public(edition)
    assert any(span.text == name for span in edition.kept)
    assert edition.status == "ready"


@pytest.mark.parametrize(
    "sentence",
    [
        "原告高明到庭。",
        "由高明承担。",
        "何秀莲、高明均未还款。",
        "准许原告高明撤诉。",
        "查封高明名下的房屋。",
        "借款给高明。",
        "高明称已还。",
        "高明的委托代理人到庭",
    ],
)
def test_a_party_named_like_a_word_is_masked_where_it_acts_trap_6_25(sentence):
    edition = text_with(sentence, plaintiff="高明")
    assert "高明" not in public(edition)
    assert edition.status == "ready"


def test_what_cannot_be_decided_is_never_replaced_blindly():
    edition = text_with("当日处理高明问题。", plaintiff="高明")
    assert blocking(edition) == {"ambiguous_name"} or "高明" in public(edition)


@pytest.mark.parametrize(
    "sentence",
    ["沈立平等五人到场", "准许原告沈立平撤诉", "查封沈立平享有的房屋", "交给沈立平和何秀莲", "证人沈立平"],
)
def test_a_name_inside_a_sentence_is_masked_traps_13_25_27(sentence):
    assert "沈立平" not in public(text_with(sentence))


def test_a_judge_of_the_same_name_keeps_the_signature_traps_9_10():
    edition = text_with("李明还款。由审判员李明独任审理。", plaintiff="李明")
    text = public(edition)
    assert "×××还款" in text
    assert "审判员李明独任" in text
    assert "审　判　员　　李　明" in text
    assert "same_name_two_roles" in notices(edition)
    assert edition.status == "ready"


def test_a_judges_name_on_a_line_of_its_own_keeps_the_signature_trap_9():
    head = "原告：李明，男。\n被告：何秀莲，女。"
    tail = "本院认为，应还款。判决如下：\n李明还款。\n审判员\n李　明\n二〇一九年四月五日\n书记员\n梁　静"
    procedure = "原告李明与被告何秀莲民间借贷纠纷一案，现已审理终结。"
    edition = redacted(
        judgment(parties=head, procedure=procedure, pleadings="", facts="经审理查明：属实。", tail=tail)
    )
    assert "×××还款。\n审判员\n李　明\n" in public(edition)


def test_an_annex_of_statutes_leaves_the_signature_what_it_is():
    tail = (
        "本院认为，应还款。判决如下：\n还款。\n审判员　李　明\n二〇一九年四月五日\n书记员　梁　静\n附：相关法律条文\n"
        + "《中华人民共和国合同法》第二百零六条　借款人应当按照约定的期限返还借款。" * 3
    )
    head = "原告：李明，男。\n被告：何秀莲，女。"
    procedure = "原告李明与被告何秀莲民间借贷纠纷一案，现已审理终结。"
    edition = redacted(
        judgment(parties=head, procedure=procedure, pleadings="", facts="经审理查明：属实。", tail=tail)
    )
    assert edition.decided_on == "2019-04-05"
    assert {p.text for p in edition.paragraphs if p.part == "signature"} == {
        "审判员　李　明",
        "二〇一九年四月五日",
        "书记员　梁　静",
    }


@pytest.mark.parametrize("line", ["附：李明地址", "送达：李明", "抄送李明"])
def test_a_party_named_behind_the_signature_is_masked_all_the_same(line):
    tail = f"本院认为，应还款。判决如下：\n还款。\n审判员　王　强\n二〇一九年四月五日\n书记员　梁　静\n{line}"
    head = "原告：李明，男。\n被告：何秀莲，女。"
    procedure = "原告李明与被告何秀莲民间借贷纠纷一案，现已审理终结。"
    text = public(
        redacted(
            judgment(parties=head, procedure=procedure, pleadings="", facts="经审理查明：属实。", tail=tail)
        )
    )
    assert "李明" not in text


def test_a_typing_error_behind_the_label_is_a_doubt_and_not_replaced_trap_16():
    edition = text_with("原告沈立评到庭。")
    assert "near_name" in blocking(edition)
    assert "沈立评" in public(edition)


def test_traditional_characters_are_the_same_name_trap_16():
    assert "張" not in public(text_with("張玉蘭到场。", plaintiff="张玉兰"))


@pytest.mark.parametrize("dot", "·•／．・‧"[:2] + "．・‧")
def test_any_dot_in_a_name_trap_17(dot):
    assert "买买提" not in public(text_with(f"买买提{dot}吐尔逊还款。", plaintiff="买买提·吐尔逊"))


def test_the_first_part_of_a_dotted_name_alone_is_masked_and_doubted_trap_17():
    edition = text_with("买买提还款。", plaintiff="买买提·吐尔逊")
    assert "买买提" not in public(edition)
    assert "undeclared_short_form" in blocking(edition)


def test_latin_names_in_any_case_but_not_inside_words_trap_18():
    text = public(
        text_with(
            "John Smith签字，约翰·史密斯收款，zhangsanfeng。",
            plaintiff="JOHN SMITH（约翰·史密斯）",
            defendant="Zhang San",
        )
    )
    assert "Smith" not in text
    assert "约翰" not in text
    assert "zhangsanfeng" in text


def test_a_one_character_name_holds_the_document_trap_19():
    assert "one_character_name" in blocking(text_with("原告甲到庭。", plaintiff="甲"))


def test_rare_characters_trap_20():
    assert "𠮷" not in public(text_with("张𠮷收款。", plaintiff="张𠮷"))


def test_already_masked_names_lose_their_number_trap_21():
    text = public(text_with("秦某1与秦某10到场，张某某付款。", plaintiff="秦某1", defendant="张某某"))
    assert "×××与秦某10到场，×××付款" in text


def test_a_name_of_mask_signs_is_left_as_it_is_trap_21():
    assert "×××收款" in public(text_with("×××收款", plaintiff="×××"))


def test_people_called_by_their_family_name_are_notices_trap_22():
    edition = text_with("沈先生与小何到场。")
    assert "addressed_by_surname" in notices(edition)
    assert edition.status == "ready"


def test_other_named_persons_are_notices_and_never_hold_d10():
    edition = text_with("证人陈小文作证。")
    assert "other_person" in notices(edition)
    assert edition.status == "ready"
    assert "陈小文" in public(edition)


def test_parties_are_reported_in_the_order_of_the_document():
    assert names(text_with("无。")) == [("原告", "沈立平"), ("被告", "何秀莲")]


def test_ordinals_are_stable_through_the_text_d11():
    from judgments.redaction.engine import redact
    from tests.judgments.redaction.making import document

    text = public(redact(document(judgment()), ordinals=True))
    assert "原告：×××1" in text
    assert "被告：×××2" in text
    assert "×××1出借款项给×××2" in text
