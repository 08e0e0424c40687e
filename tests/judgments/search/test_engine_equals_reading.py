"""Both engines find what reading every judgment one after the other finds: no more, no less."""

import datetime as dt
import random
from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from judgments.search.document import IndexDocument, field_units, values
from judgments.search.engines import open_engine
from judgments.search.engines.base import FACETS, Filters, SearchRequest
from judgments.search.tree import And, Everything, Field, Node, Not, Or, Phrase, Term, fields_of
from judgments.search.units import BREAK
from tests.judgments.search.factories import make_document

TEXTS = st.text("甲乙丙甲乙 12aＡb，。×（）\n\u200b　", max_size=14)
SHORT = st.text("甲乙1a×， ", max_size=4)
LEAVES = st.builds(
    lambda kind, text, field: kind(text, field),
    st.sampled_from([Term, Phrase]),
    st.text("甲乙丙12aB，×（ ", max_size=5),
    st.sampled_from(Field),
)
TREES: st.SearchStrategy[Node] = st.recursive(
    st.one_of(LEAVES, st.just(Everything())),
    lambda nodes: st.one_of(
        st.builds(lambda children: And(tuple(children)), st.lists(nodes, max_size=3)),
        st.builds(lambda children: Or(tuple(children)), st.lists(nodes, max_size=3)),
        st.builds(Not, nodes),
    ),
    max_leaves=6,
)
DAYS = st.dates(dt.date(2022, 12, 30), dt.date(2025, 1, 2))
FILTERS = st.builds(
    Filters,
    division=st.none() | SHORT.filter(bool),
    year=st.none() | st.integers(2022, 2025),
    decided_from=st.none() | DAYS,
    decided_to=st.none() | DAYS,
    statute=st.none() | SHORT.filter(bool),
)
DOCUMENTS = st.builds(
    make_document,
    st.integers(0, 6),
    TEXTS,
    title=TEXTS,
    case_number=st.text("（）粤民初号12", max_size=8),
    division=SHORT,
    kind=SHORT,
    cause=SHORT,
    decided_on=DAYS,
    statutes=st.lists(SHORT.filter(bool), max_size=3).map(tuple),
)


def reading_finds(document: IndexDocument, node: Node) -> bool:
    """Reads the judgment from end to end."""
    match node:
        case Everything():
            return True
        case And(children):
            return all(reading_finds(document, child) for child in children)
        case Or(children):
            return any(reading_finds(document, child) for child in children)
        case Not(child):
            return not reading_finds(document, child)
        case Term(text) | Phrase(text):
            return any(
                stands_in(field_units(field, text), field_units(field, value))
                for field in fields_of(node)
                for value in values(document, field)
            )


def stands_in(wanted: list[str], sequence: list[str]) -> bool:
    wanted = [unit for unit in wanted if unit != BREAK]
    starts = range(len(sequence) - len(wanted) + 1)
    return bool(wanted) and any(sequence[start : start + len(wanted)] == wanted for start in starts)


def passes(document: IndexDocument, filters: Filters) -> bool:
    return (
        (filters.division is None or filters.division == document.division)
        and (filters.year is None or filters.year == document.decided_on.year)
        and (filters.decided_from is None or filters.decided_from <= document.decided_on)
        and (filters.decided_to is None or document.decided_on <= filters.decided_to)
        and (filters.statute is None or filters.statute in document.statutes)
    )


def counted(documents: list[IndexDocument]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for document in documents:
        for facet in ("division", "kind", "cause"):
            counts[facet].update(filter(None, [getattr(document, facet)]))
        counts["year"][str(document.decided_on.year)] += 1
        counts["statute"].update(set(document.statutes))
    return counts


def assert_equal_to_reading(engine, documents, tree, filters):
    wanted = [
        document for document in documents if reading_finds(document, tree) and passes(document, filters)
    ]
    result = engine.search(SearchRequest(tree, filters, page_size=200))
    assert sorted(hit.id for hit in result.hits) == sorted(document.id for document in wanted)
    assert result.total == len(wanted)
    assert {facet: dict(pairs) for facet, pairs in result.facets.items()} == counted(wanted)
    by_date = engine.search(SearchRequest(tree, filters, sort="date", facets=()))
    newest_first = sorted(wanted, key=lambda document: (document.decided_on, document.id), reverse=True)
    assert [hit.id for hit in by_date.hits] == [document.id for document in newest_first]


def test_an_engine_finds_what_reading_finds_after_additions_corrections_and_removals(engine_name, tmp_path):
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        added=st.lists(DOCUMENTS, max_size=7),
        corrected=st.lists(DOCUMENTS, max_size=2),
        removed=st.sets(st.integers(0, 6), max_size=2),
        asked=st.lists(st.tuples(TREES, st.one_of(st.just(Filters()), FILTERS)), min_size=1, max_size=8),
    )
    def check(added, corrected, removed, asked):
        # Whoosh names its segments at random, and hypothesis starts chance anew for every example.
        random.seed()
        engine.remove(range(7))
        engine.add(added)
        if corrected:
            engine.add(corrected)
        if removed:
            engine.remove(removed)
        model = {document.id: document for document in [*added, *corrected]}
        documents = [document for number, document in model.items() if number not in removed]
        for tree, filters in asked:
            assert_equal_to_reading(engine, documents, tree, filters)

    with open_engine(engine_name, tmp_path / "index", write=True) as engine:
        check()


def test_reading_itself_is_not_fooled():
    """The yardstick above, held against what a person sees."""
    document = replace(make_document(1, "甲乙\n丙１２", title="Ａb"), cause="", kind="", division="")
    assert reading_finds(document, Term("甲 乙"))
    assert reading_finds(document, Term("丙12"))
    assert reading_finds(document, Term("ab", Field.TITLE))
    assert not reading_finds(document, Term("乙丙"))
    assert not reading_finds(document, Term("1"))
    assert not reading_finds(document, Phrase("", Field.TEXT))
