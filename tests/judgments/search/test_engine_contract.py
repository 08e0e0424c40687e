"""What a reader finds, with either engine."""

import datetime as dt

import pytest

from judgments.search.engines.base import Filters, SearchRequest
from judgments.search.tree import Everything
from tests.judgments.search.factories import make_document


def test_a_word_is_found_inside_a_longer_one(engine, found):
    engine.add([make_document(1, "双方签订房屋租赁合同纠纷一案"), make_document(2, "双方口头约定")])
    assert found("租赁合同") == {1}
    assert found("赁合") == {1}
    assert found("租") == {1}


def test_words_side_by_side_must_all_occur_in_the_judgment(engine, found):
    engine.add([make_document(1, "利息与违约金"), make_document(2, "利息"), make_document(3, "违约金")])
    assert found("利息 违约金") == {1}


def test_or_not_and_brackets(engine, found):
    texts = {1: "租金 押金", 2: "租金 水电费", 3: "押金 水电费", 4: "物业费"}
    engine.add([make_document(number, text) for number, text in texts.items()])
    assert found("租金 或 押金") == {1, 2, 3}
    assert found("(租金 或 押金) -水电费") == {1}
    assert found("非 租金") == {3, 4}
    assert found("租金 OR NOT 水电费") == {1, 2, 4}
    assert found("-(租金 押金)") == {2, 3, 4}


def test_a_phrase_is_found_exactly_and_never_across_paragraphs(engine, found):
    engine.add(
        [
            make_document(1, "逾期付款违约金"),
            make_document(2, "逾期的付款"),
            make_document(3, "逾期\n付款违约金"),
        ]
    )
    assert found("“逾期付款”") == {1}
    assert found("“付款违约”") == {1, 3}


def test_a_phrase_of_repeated_characters_needs_them_next_to_one_another(engine, found):
    engine.add([make_document(1, "龙津西路×××"), make_document(2, "龙津西路××号×")])
    assert found("“西路×××”") == {1}
    assert found("西路××") == {1, 2}


def test_numbers_and_latin_words_match_only_as_a_whole_in_any_case_and_width(engine, found):
    engine.add(
        [
            make_document(1, "借款 12000 元，编号 ABC1"),
            make_document(2, "借款 120 元"),
            make_document(3, "１２０天"),
        ]
    )
    assert found("120") == {2, 3}
    assert found("abc1") == {1}
    assert found("ＡＢＣ１") == {1}
    assert found("ab") == set()


def test_what_is_invisible_in_a_text_does_not_hide_a_word(engine, found):
    engine.add([make_document(1, "违 约\u200b金\xa0条款")])
    assert found("违约金条款") == {1}


@pytest.mark.parametrize(
    "typed",
    [
        "（2024）粤0103民初1208号",
        "(2024)粤0103民初1208号",
        "2024粤0103民初1208号",
        "粤0103民初1208",
        "民初1208号",
        "1208号",
        "2024民初1208号",
    ],
)
def test_a_case_number_finds_its_judgment_however_it_is_typed(engine, found, typed):
    engine.add(
        [make_document(1, case_number="（2024）粤0103民初1208号"), make_document(2, "见粤0103民初12080号")]
    )
    assert found(typed) == {1}


def test_the_suffix_of_a_case_number_tells_two_documents_of_one_case_apart(engine, found):
    engine.add(
        [
            make_document(1, case_number="（2024）粤0103执5号"),
            make_document(2, case_number="（2024）粤0103执5号之一"),
        ]
    )
    assert found("（2024）粤0103执5号") == {1, 2}
    assert found("（2024）粤0103执5号之一") == {2}


def test_a_field_narrows_a_word_to_a_part_of_the_judgment(engine, found):
    engine.add(
        [
            make_document(1, cause="买卖合同纠纷", title="甲", division="民二庭"),
            make_document(2, "买卖合同", cause="借款", title="乙", kind="裁定书"),
            make_document(3, cause="借款", title="买卖", statutes=("中华人民共和国民法典 第五百七十七条",)),
        ]
    )
    assert found("案由:买卖") == {1}
    assert found("全文:买卖") == {2}
    assert found("标题:买卖") == {3}
    assert found("买卖") == {1, 2, 3}
    assert found("庭室:民二") == {1}
    assert found("种类:裁定") == {2}
    assert found("法条:民法典第577条") == {3}


def test_a_phrase_does_not_reach_from_one_statute_into_the_next(engine, found):
    engine.add([make_document(1, statutes=("甲法 第一条", "乙法 第二条"))])
    assert found("法条:甲法第一条") == {1}
    assert found("法条:第一条乙法") == set()


def test_filters_narrow_a_result(engine, ask):
    engine.add(
        [
            make_document(1, division="民一庭", decided_on=dt.date(2023, 12, 31), batch="2024-01"),
            make_document(
                2, division="民二庭", decided_on=dt.date(2024, 1, 1), statutes=("甲法 第一条", "乙法 第二条")
            ),
            make_document(
                3,
                division="民二庭",
                decided_on=dt.date(2024, 6, 30),
                kind="裁定书",
                field="行政",
                cause="其他",
            ),
        ]
    )

    def ids(**filters):
        return {hit.id for hit in ask("", filters=Filters(**filters)).hits}

    assert ids(division="民二庭") == {2, 3}
    assert ids(division="民二庭", kind="裁定书") == {3}
    assert ids(division="民") == set()
    assert ids(year=2024) == {2, 3}
    assert ids(decided_from=dt.date(2023, 12, 31), decided_to=dt.date(2024, 1, 1)) == {1, 2}
    assert ids(decided_from=dt.date(2024, 1, 2)) == {3}
    assert ids(decided_to=dt.date(2023, 12, 31)) == {1}
    assert ids(statute="乙法 第二条") == {2}
    assert ids(batch="2024-01") == {1}
    assert ids(field="行政", cause="其他") == {3}


def test_facets_count_the_whole_result_exactly(engine, ask):
    engine.add(
        [
            make_document(
                number,
                "利息" if number % 2 else "本金",
                division=f"民{number % 3}庭",
                decided_on=dt.date(2020 + number % 4, 1, 1),
                statutes=("甲法 第一条", "甲法 第一条", "乙法 第二条") if number % 5 == 0 else (),
            )
            for number in range(60)
        ]
    )
    facets = ask("利息", page_size=1).facets
    assert facets["division"] == (("民0庭", 10), ("民1庭", 10), ("民2庭", 10))
    assert facets["year"] == (("2021", 15), ("2023", 15))
    assert facets["statute"] == (("乙法 第二条", 6), ("甲法 第一条", 6))
    assert facets["kind"] == (("判决书", 30),)
    assert ask("利息", facets=("kind",)).facets.keys() == {"kind"}


def test_a_judgment_without_a_cause_counts_for_no_cause(engine, ask):
    engine.add([make_document(1, cause=""), make_document(2)])
    assert ask("").facets["cause"] == (("民间借贷纠纷", 1),)


def test_the_latest_decision_comes_first_when_sorted_by_date_or_nothing_is_asked(engine, ask):
    days = {
        1: dt.date(2024, 2, 9),
        2: dt.date(2024, 10, 1),
        3: dt.date(2023, 12, 31),
        4: dt.date(2024, 10, 1),
    }
    engine.add([make_document(number, decided_on=day) for number, day in days.items()])
    assert [hit.id for hit in ask("借款", sort="date").hits] == [4, 2, 1, 3]
    assert [hit.id for hit in ask("").hits] == [4, 2, 1, 3]


def test_case_numbers_sort_by_year_and_by_value(engine, ask):
    numbers = {
        1: "（2024）粤0103民初123号",
        2: "（2024）粤0103民初9号",
        3: "（2025）粤0103民初7号",
        4: "（2024）粤0103民初9号之十",
        5: "（2024）粤0103民初9号之二",
    }
    engine.add([make_document(number, case_number=written) for number, written in numbers.items()])
    assert [hit.id for hit in ask("", sort="number").hits] == [3, 2, 5, 4, 1]


def test_a_word_in_the_title_is_more_relevant_than_one_in_the_text(engine, ask):
    engine.add(
        [
            make_document(1, "本案涉及彩礼" + "等事实" * 20),
            make_document(2, "本案查明" + "等事实" * 20, title="彩礼返还纠纷判决书"),
            make_document(3, "其他"),
        ]
    )
    hits = ask("彩礼").hits
    assert [hit.id for hit in hits] == [2, 1]
    assert hits[0].score > hits[1].score > 0


def test_pages_lead_to_the_very_last_hit(engine, ask):
    engine.add([make_document(number) for number in range(230)])
    for sort in ("relevance", "date", "number"):
        seen = [
            hit.id for page in range(1, 25) for hit in ask("借款", sort=sort, page=page, page_size=10).hits
        ]
        assert sorted(seen) == list(range(230))
    assert ask("借款", page=24, page_size=10).total == 230
    assert ask("借款", page=24, page_size=10).hits == ()


def test_a_page_far_beyond_the_end_is_empty_and_costs_nothing(engine, ask):
    engine.add([make_document(1)])
    for page in (2, 10**9, 10**30):
        assert ask("借款", page=page).hits == ()
        assert ask("借款", page=page).total == 1


def test_a_year_no_calendar_has_finds_nothing(engine, ask):
    engine.add([make_document(1)])
    assert ask("", filters=Filters(year=10**30)).total == 0


@pytest.mark.parametrize("values", [{"page": 0}, {"page_size": 0}, {"page_size": 100_000}])
def test_a_page_that_cannot_exist_is_refused(values):
    with pytest.raises(ValueError):
        SearchRequest(Everything(), **values)


def test_a_query_of_nothing_but_signs_finds_nothing(engine, ask):
    engine.add([make_document(1)])
    assert ask("？？？").total == 0


def test_an_empty_index_answers(engine, ask):
    result = ask("借款")
    assert result.total == 0
    assert result.facets["division"] == ()
    assert ask("", sort="number").hits == ()
