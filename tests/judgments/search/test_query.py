"""The query as a reader types it, and what becomes of it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from judgments.search.query import MAX_DEPTH, MAX_LENGTH, MAX_TERMS, ParsedQuery, parse
from judgments.search.tree import And, Everything, Field, Node, Not, Or, Phrase, Term

LOAN, INTEREST, PENALTY = Term("借款"), Term("利息"), Term("违约金")
NOTHING = Or(())


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("", Everything()),
        (" \u3000\n ", Everything()),
        ("借款", LOAN),
        ("借款 利息", And((LOAN, INTEREST))),
        ("借款\u3000利息", And((LOAN, INTEREST))),
        ("借款，利息、违约金", And((LOAN, INTEREST, PENALTY))),
        ("借款 AND 利息", And((LOAN, INTEREST))),
        ("借款 或 利息", Or((LOAN, INTEREST))),
        ("借款 OR 利息 OR 违约金", Or((LOAN, INTEREST, PENALTY))),
        ("借款|利息", Or((LOAN, INTEREST))),
        ("借款 利息 或 违约金", And((LOAN, Or((INTEREST, PENALTY))))),
        ("（借款 利息）或 违约金", Or((And((LOAN, INTEREST)), PENALTY))),
        ("借款 -利息", And((LOAN, Not(INTEREST)))),
        ("借款 NOT 利息", And((LOAN, Not(INTEREST)))),
        ("借款 非 利息", And((LOAN, Not(INTEREST)))),
        ("－利息", Not(INTEREST)),
        ("-（利息 或 违约金）", Not(Or((INTEREST, PENALTY)))),
        ("非法经营", Term("非法经营")),
        ("或许", Term("或许")),
        ("“借款，利息”", Phrase("借款,利息")),
        ("「借款 利息」 违约金", And((Phrase("借款 利息"), PENALTY))),
        ("“借款”或“利息”", Or((Phrase("借款"), Phrase("利息")))),
        ("案由：借款", Term("借款", Field.CAUSE)),
        ("案由: 借款 利息", And((Term("借款", Field.CAUSE), INTEREST))),
        ("CAUSE:借款", Term("借款", Field.CAUSE)),
        ("庭室:(民一庭 或 民二庭)", Or((Term("民一庭", Field.DIVISION), Term("民二庭", Field.DIVISION)))),
        ("标题:“借款 利息”", Phrase("借款 利息", Field.TITLE)),
        ("种类:裁定书 全文:借款", And((Term("裁定书", Field.KIND), Term("借款", Field.TEXT)))),
        ("法条:《民法典》第577条", Term("民法典第五百七十七条", Field.STATUTE)),
        ("法律依据：民法典第五百七十七条", Term("民法典第五百七十七条", Field.STATUTE)),
        ("subtitle:abc", And((Term("subtitle"), Term("abc")))),
        ("ＡＢＣ１２３", Term("ABC123")),
        ("龙津西路×××", Term("龙津西路×××")),
        ("2013年1月", Term("2013年1月")),
        ("粤A12345", Term("粤A12345")),
    ],
)
def test_a_query_is_read_as_it_is_meant(typed, tree):
    assert parse(typed) == ParsedQuery(tree, parse(typed).terms, ())


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("（2024）粤0103民初1208号", "(2024)粤0103民初1208号"),
        ("〔2024〕粤0103民初1208号", "(2024)粤0103民初1208号"),
        ("(2024) 粤0103民初1208号", "(2024)粤0103民初1208号"),
        ("（２０１３）穗荔法民一初字第１２３号", "(2013)穗荔法民一初字第123号"),
        ("（2013）穗荔法执字第1002号之一", "(2013)穗荔法执字第1002号之一"),
        ("（2024）粤民终9号", "(2024)粤民终9号"),
        ("粤0103民初1208", "粤0103民初1208"),
        ("穗荔法民一初字第123号", "穗荔法民一初字第123号"),
        ("民初1208号", "民初1208号"),
        ("1208号", "1208号"),
        ("案号：（2024）粤0103民初1208号", "(2024)粤0103民初1208号"),
        ("案号:1208", "1208"),
    ],
)
def test_a_case_number_is_recognised_in_whole_and_in_part(typed, number):
    assert parse(typed) == ParsedQuery(Term(number, Field.NUMBER), (number,), ())


def test_a_case_number_stands_beside_words_and_under_operators():
    number = Term("(2024)粤0103民初1208号", Field.NUMBER)
    assert parse("（2024）粤0103民初1208号 利息").tree == And((number, INTEREST))
    assert parse("-（2024）粤0103民初1208号").tree == Not(number)
    assert parse("(2024)粤0103民初1208号 或 利息").tree == Or((number, INTEREST))


def test_a_case_number_in_another_field_or_in_quotation_marks_is_looked_for_there():
    assert parse("全文:（2024）粤0103民初1208号").tree == Phrase("(2024)粤0103民初1208号", Field.TEXT)
    assert parse("“（2024）粤0103民初1208号”").tree == Phrase("(2024)粤0103民初1208号")


def test_a_case_number_without_its_court_asks_for_year_and_number():
    assert parse("2024民初1208号").tree == And((Term("2024", Field.NUMBER), Term("民初1208号", Field.NUMBER)))


def test_a_number_that_is_nearly_right_is_searched_as_typed_and_the_right_one_is_named():
    parsed = parse("2024粤0103民初1208号")
    assert parsed.tree == Term("2024粤0103民初1208号", Field.NUMBER)
    assert parsed.warnings == (
        "“2024粤0103民初1208号”不是完整的案号写法，已照原样检索；您是不是要找“（2024）粤0103民初1208号”？",
    )


@pytest.mark.parametrize(
    ("typed", "tree", "warning"),
    [
        ("(借款 利息", And((LOAN, INTEREST)), "括号没有成对，已忽略。"),
        ("借款) (利息", And((LOAN, INTEREST)), "括号没有成对，已忽略。"),
        ("“借款” “利息", And((Phrase("借款"), INTEREST)), "引号没有成对，多出的一个已忽略。"),
        ("？！", NOTHING, "检索式中没有可以检索的字词。"),
        ("“”", NOTHING, "检索式中没有可以检索的字词。"),
        ("()", NOTHING, "检索式中没有可以检索的字词。"),
        ("(" * 9 + "借款" + ")" * 9, LOAN, "括号超过8层，已按普通词语检索。"),
    ],
)
def test_what_is_wrong_with_a_query_is_said_and_the_rest_is_searched(typed, tree, warning):
    parsed = parse(typed)
    assert parsed.tree == tree
    assert parsed.warnings == (warning,)


def test_too_many_words_are_cut_and_said():
    parsed = parse(" ".join(f"词{number}" for number in range(MAX_TERMS + 5)))
    assert parsed.tree == And(tuple(Term(f"词{number}") for number in range(MAX_TERMS)))
    assert parsed.warnings == ("检索词超过24个，只按普通词语检索了前24个。",)


def test_a_query_that_is_too_long_is_cut_and_said():
    parsed = parse("借" * 5000)
    assert parsed.tree == Term("借" * MAX_LENGTH)
    assert parsed.warnings == ("检索式超过200个字，只用了前200个字。",)


def test_what_the_parser_cannot_make_sense_of_is_searched_as_words():
    parsed = parse("NOT NOT NOT 借款")
    assert parsed == ParsedQuery(LOAN, ("借款",), ("检索式写法有误，已按普通词语检索。",))


def test_words_that_are_excluded_are_not_highlighted():
    assert parse("借款 或 “利息” -违约金 案由:买卖 借款").terms == ("借款", "利息", "买卖")


def depth(node: Node) -> int:
    if isinstance(node, And | Or):
        return 1 + max(map(depth, node.children), default=0)
    return 1 + depth(node.child) if isinstance(node, Not) else 1


def leaves(node: Node) -> int:
    if isinstance(node, And | Or):
        return sum(map(leaves, node.children))
    return leaves(node.child) if isinstance(node, Not) else 1


PIECES = st.sampled_from(
    [*"()（）\"“”「」-:|&^~*?[]{}'\\+ \u3000\n\x00", " AND ", " OR ", " NOT ", " 或 ", " 非 ", "NOT", "OR", "案由:", "案号:",
     "法条:", "全文：", "借款", "利息", "（2024）粤0103民初1208号", "1208号", "第577条", "a", "字第", "×××", "TO", 'r"x"',
     "*:*", "\ud800", "㎡", "ß", "İ"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=300)))
@example("(" * 200)
@example("-" * 200)
@example("NOT " * 50)
@example("案由:" * 50)
@example("a OR " * 40 + "(" * 7)
@example('"' * 199)
@example("(-" * 90 + ")" * 90)
@example("1" * 200)
@example("民" * 100 + "法" * 100)
def test_no_query_makes_the_parser_raise_or_grow(typed):
    parsed = parse(typed)
    assert leaves(parsed.tree) <= MAX_TERMS
    assert depth(parsed.tree) <= 4 * (MAX_DEPTH + 1)
    assert all(warning.endswith(("。", "？")) for warning in parsed.warnings)
