"""Answers a tree from Whoosh's postings with sets of document numbers, segment by segment.

Pairs of units name the candidates; a phrase of three or more units is then looked for in the text of each
candidate, so the answer is exact without positions. Relevance here is rarity of the word times the weight
of the field; the latest come first among equals.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from whoosh.reading import TermNotFound

from judgments.search.document import needle
from judgments.search.engines.base import FACET_VALUES, Facet, Filters, Hit, SearchResult
from judgments.search.engines.whoosh_fields import text_column, tokens_field
from judgments.search.tree import (
    BOOSTS,
    And,
    Everything,
    Field,
    Leaf,
    Node,
    Not,
    Or,
    fields_of,
    positive_leaves,
)
from judgments.search.units import bigram, covering_bigrams, encode

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Sequence

    from judgments.search.engines.base import SearchRequest
    from judgments.search.engines.whoosh_fields import Row

_RAREST = 3
"""Pairs whose postings are read for one phrase; more of them save less than they cost."""


class Segment:
    """One segment of a commit: postings, columns, and its rows in memory."""

    def __init__(self, leaf: Any, rows: tuple[Row, ...]) -> None:
        self._leaf = leaf
        self.rows = rows
        self.live = frozenset(leaf.all_doc_ids())

    def matching(self, leaf: Leaf, field: Field) -> set[int]:
        """The documents whose field holds the units of the leaf next to one another."""
        sequence = needle(field, leaf.text)
        if not sequence:
            return set()
        if len(sequence) <= 2:
            return self._holding(field, sequence[0] if len(sequence) == 1 else bigram(*sequence))
        candidates = self._candidates(field, [token for _, token in covering_bigrams(sequence)])
        wanted = encode(sequence).encode()
        column = self._leaf.column_reader(text_column(field), translate=False)
        return {number for number in candidates if wanted in column[number]}

    def _candidates(self, field: Field, tokens: Iterable[str]) -> set[int]:
        name = tokens_field(field)
        by_frequency = sorted(
            (self._leaf.doc_frequency(name, token.encode()), token) for token in set(tokens)
        )
        if by_frequency[0][0] == 0:
            return set()
        return set.intersection(*(self._holding(field, token) for _, token in by_frequency[:_RAREST]))

    def _holding(self, field: Field, token: str) -> set[int]:
        try:
            return set(self._leaf.postings(tokens_field(field), token.encode()).all_ids())
        except TermNotFound:
            return set()


Matching: TypeAlias = "Callable[[Segment, Leaf, Field], set[int]]"
"""`Segment.matching`, remembered for one request: finding and scoring ask the same."""


class WhooshView:
    """One commit.

    Whoosh's readers share the position in their files, so searches of several threads take turns.
    """

    def __init__(self, segments: Sequence[Segment], lock: threading.Lock) -> None:
        self._segments = segments
        self._lock = lock
        self._size = sum(len(segment.live) for segment in segments)

    def search(self, request: SearchRequest) -> SearchResult:
        matching = cache(Segment.matching)
        passes = _filter(request.filters)
        with self._lock:
            found = {
                segment: {
                    number
                    for number in _evaluate(segment, request.tree, matching)
                    if passes(segment.rows[number])
                }
                for segment in self._segments
            }
            scores = self._scores(request, found, matching)
        rows = [segment.rows[number] for segment, numbers in found.items() for number in numbers]
        rows.sort(key=_order(request, scores), reverse=request.sort != "number")
        page = rows[request.offset : request.offset + request.page_size]
        hits = tuple(Hit(row.id, scores.get(row.id, 0.0)) for row in page)
        return SearchResult(len(rows), hits, {name: _counted(rows, name) for name in request.facets})

    def _scores(
        self, request: SearchRequest, found: dict[Segment, set[int]], matching: Matching
    ) -> dict[int, float]:
        """The sum over the words a judgment holds of rarity times weight of the field, by id."""
        scores: dict[int, float] = defaultdict(float)
        if request.sort != "relevance":
            return scores
        for leaf in dict.fromkeys(positive_leaves(request.tree)):
            for field in fields_of(leaf):
                held = {segment: matching(segment, leaf, field) for segment in found}
                frequency = sum(map(len, held.values()))
                weight = BOOSTS.get(field, 1.0) * math.log1p(self._size / (frequency + 1))
                for segment, numbers in held.items():
                    for number in numbers & found[segment]:
                        scores[segment.rows[number].id] += weight
        return scores


def _evaluate(segment: Segment, node: Node, matching: Matching) -> set[int] | frozenset[int]:
    match node:
        case Everything():
            return segment.live
        case And(children):
            return segment.live.intersection(*(_evaluate(segment, child, matching) for child in children))
        case Or(children):
            return set().union(*(_evaluate(segment, child, matching) for child in children))
        case Not(child):
            return segment.live - _evaluate(segment, child, matching)
        case _:
            return set().union(*(matching(segment, node, field) for field in fields_of(node)))


def _filter(filters: Filters) -> Callable[[Row], bool]:
    wanted = {
        name: value
        for name in ("division", "kind", "cause", "field", "batch", "year")
        if (value := getattr(filters, name)) is not None
    }
    first = filters.decided_from.toordinal() if filters.decided_from else 0
    last = filters.decided_to.toordinal() if filters.decided_to else math.inf

    def passes(row: Row) -> bool:
        return (
            first <= row.day <= last
            and (filters.statute is None or filters.statute in row.statutes)
            and all(getattr(row, name) == value for name, value in wanted.items())
        )

    return passes


def _order(request: SearchRequest, scores: dict[int, float]) -> Callable[[Row], Any]:
    if request.sort == "number":
        return lambda row: row.number_rank
    if request.sort == "date":
        return lambda row: row.date_rank
    return lambda row: (round(scores.get(row.id, 0.0), 9), row.date_rank)


def _counted(rows: Iterable[Row], name: Facet) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(row.statutes if name == "statute" else filter(None, [str(getattr(row, name))]))
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:FACET_VALUES])
