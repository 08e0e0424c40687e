"""The default engine: tantivy. Common queries over 100,000 judgments take about a millisecond."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

import tantivy
from tantivy import Occur, Order, Query

from judgments.search.document import document_units, needle
from judgments.search.engines.base import FACET_VALUES, Facet, Filters, Hit, SearchResult
from judgments.search.tree import (
    BOOSTS,
    STORED_FIELDS,
    And,
    Everything,
    Field,
    Leaf,
    Node,
    Not,
    Or,
    fields_of,
)
from judgments.search.units import BREAK, bigram, bigrams, covering_bigrams

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from judgments.search.document import IndexDocument
    from judgments.search.engines.base import SearchRequest

_WRITER_BYTES = 64_000_000
_EXACT: tuple[Literal["division", "kind", "cause", "field", "statute", "batch"], ...] = (
    "division", "kind", "cause", "field", "statute", "batch",
)  # fmt: skip
_ALL_BUCKETS = 60_000
"""Every segment hands over all its values, so that the counts stay exact when they are merged."""


def _build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    for field in STORED_FIELDS:
        builder.add_text_field(_singles(field), tokenizer_name="whitespace", index_option="basic")
        builder.add_text_field(_pairs(field), tokenizer_name="whitespace", index_option="position")
    for name in _EXACT:
        builder.add_text_field(f"exact_{name}", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_integer_field("date_rank", fast=True)
    builder.add_text_field("number_rank", tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


def _singles(field: Field) -> str:
    return f"{field.value}_1"


def _pairs(field: Field) -> str:
    return f"{field.value}_2"


_SCHEMA = _build_schema()


class TantivyVolume:
    """A tantivy index in a folder; its one writer is opened with the first write."""

    def __init__(self, folder: Path, create: bool) -> None:
        self._index = tantivy.Index(_SCHEMA, str(folder)) if create else tantivy.Index.open(str(folder))
        self._index.config_reader("manual")
        self._writer: tantivy.IndexWriter | None = None

    def replace(self, documents: Sequence[IndexDocument]) -> None:
        writer = self._open_writer()
        for document in documents:
            writer.delete_documents_by_term("id", document.id)
            # A value of a wrong type in Document(...) kills the writer's thread; from_dict checks it here.
            writer.add_document(tantivy.Document.from_dict(_row(document), _SCHEMA))

    def remove(self, ids: Sequence[int]) -> None:
        writer = self._open_writer()
        for document_id in ids:
            writer.delete_documents_by_term("id", document_id)

    def commit(self) -> None:
        self._open_writer().commit()

    def view(self) -> TantivyView:
        self._index.reload()
        return TantivyView(self._index.searcher())

    def close(self) -> None:
        if self._writer:
            writer, self._writer = self._writer, None
            writer.rollback()
            writer.wait_merging_threads()

    def _open_writer(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(_WRITER_BYTES, 1)
        return self._writer


def _row(document: IndexDocument) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": document.id,
        "year": document.decided_on.year,
        "day": document.decided_on.toordinal(),
        "date_rank": document.date_rank,
        "number_rank": document.number_rank,
    }
    for field, sequence in document_units(document).items():
        row[_singles(field)] = " ".join(dict.fromkeys(unit for unit in sequence if unit != BREAK))
        row[_pairs(field)] = " ".join(bigrams(sequence))
    for name in _EXACT:
        row[f"exact_{name}"] = _exact_values(document, name)
    return row


def _exact_values(document: IndexDocument, name: str) -> list[str]:
    if name == "statute":
        return list(dict.fromkeys(document.statutes))
    value = getattr(document, name)
    return [value] if value else []


class TantivyView:
    """One commit. tantivy's searcher may be used by several threads."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher

    def search(self, request: SearchRequest) -> SearchResult:
        query = Query.boolean_query([(Occur.Must, _translate(request.tree)), *_narrowed(request.filters)])
        beyond = request.offset >= max(self._searcher.num_docs, 1)
        # tantivy sets memory aside for all hits before the page, and any number can stand in an address.
        limit, offset = (1, 0) if beyond else (request.page_size, request.offset)
        found = self._searcher.search(query, limit=limit, offset=offset, **_order(request))
        total: int = found.count  # type: ignore[attr-defined]  # missing from tantivy's stub
        page = [] if beyond else found.hits
        addresses = [address for _, address in page]
        ids = self._searcher.fast_field_values("id", addresses) if addresses else []
        by_score = not _order(request)
        hits = tuple(
            Hit(int(found_id or 0), float(score) if by_score else 0.0)
            for (score, _), found_id in zip(page, ids, strict=True)
        )
        return SearchResult(total, hits, self._facets(query, request.facets))

    def _facets(self, query: Query, names: tuple[Facet, ...]) -> dict[Facet, tuple[tuple[str, int], ...]]:
        if not names:
            return {}
        wanted = {
            name: {"terms": {"field": "year" if name == "year" else f"exact_{name}", "size": _ALL_BUCKETS}}
            for name in names
        }
        answer = self._searcher.aggregate(query, wanted)
        return {name: _counted(answer[name]["buckets"]) for name in names}


def _counted(buckets: list[dict[str, Any]]) -> tuple[tuple[str, int], ...]:
    pairs = [
        (
            bucket["key"] if isinstance(bucket["key"], str) else str(int(bucket["key"])),
            int(bucket["doc_count"]),
        )
        for bucket in buckets
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:FACET_VALUES])


def _order(request: SearchRequest) -> dict[str, Any]:
    """What to sort by; nothing for relevance.

    Without words all are equally relevant, so the latest come first.
    """
    if request.sort == "number":
        return {"order_by_field": "number_rank", "order": Order.Asc}
    if request.sort == "date" or isinstance(request.tree, Everything):
        return {"order_by_field": "date_rank", "order": Order.Desc}
    return {}


def _narrowed(filters: Filters) -> list[tuple[Occur, Query]]:
    queries = [
        Query.term_query(_SCHEMA, f"exact_{name}", value)
        for name in _EXACT
        if (value := getattr(filters, name)) is not None
    ]
    if filters.year is not None:
        known = dt.MINYEAR <= filters.year <= dt.MAXYEAR
        queries.append(Query.term_query(_SCHEMA, "year", filters.year) if known else Query.empty_query())
    first, last = filters.decided_from, filters.decided_to
    if first or last:
        lower, upper = first.toordinal() if first else None, last.toordinal() if last else None
        queries.append(Query.range_query(_SCHEMA, "day", tantivy.FieldType.Integer, lower, upper))
    return [(Occur.Must, Query.const_score_query(query, 0.0)) for query in queries]


def _translate(node: Node) -> Query:
    match node:
        case Everything():
            return Query.all_query()
        case And(children):
            return _all(children)
        case Or(children):
            queries = [(Occur.Should, _translate(child)) for child in children]
            return Query.boolean_query(queries) if queries else Query.empty_query()
        case Not(child):
            return _all((Not(child),))
        case _:
            queries = [(Occur.Should, query) for field in fields_of(node) if (query := _leaf(node, field))]
            return Query.boolean_query(queries) if queries else Query.empty_query()


def _all(children: Sequence[Node]) -> Query:
    """Negations stand beside something that matches: alone they match nothing in tantivy."""
    negated = [(Occur.MustNot, _translate(child.child)) for child in children if isinstance(child, Not)]
    required = [(Occur.Must, _translate(child)) for child in children if not isinstance(child, Not)]
    if not required:
        required = [(Occur.Must, Query.const_score_query(Query.all_query(), 0.0))]
    return Query.boolean_query([*required, *negated])


def _leaf(leaf: Leaf, field: Field) -> Query | None:
    sequence = needle(field, leaf.text)
    if not sequence:
        return None
    if len(sequence) == 1:
        query = Query.term_query(_SCHEMA, _singles(field), sequence[0], index_option="basic")
    elif len(sequence) == 2:
        query = Query.term_query(_SCHEMA, _pairs(field), bigram(*sequence))
    else:
        query = Query.phrase_query(_SCHEMA, _pairs(field), list(covering_bigrams(sequence)))
    return Query.boost_query(query, BOOSTS.get(field, 1.0))


def open_volume(folder: Path, create: bool) -> TantivyVolume:
    """The index in a folder, or a new one in an empty folder."""
    return TantivyVolume(folder, create)
