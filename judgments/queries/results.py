"""The list of judgments for a selection: the engine finds, the database decides what may be shown (R38, R39)."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from judgments.queries import published
from judgments.search import portal_searcher
from judgments.search.engines.base import FACETS, Facet, SearchIndexError, SearchRequest, SearchResult
from judgments.search.highlight import Segment, mark, snippet
from judgments.search.query import parse
from judgments.search.tree import And
from liwan_court.paging import Pager
from liwan_court.registry import case_numbers

if TYPE_CHECKING:
    from judgments.models import Judgment
    from judgments.queries.selection import Selection
    from judgments.search.query import ParsedQuery

log = logging.getLogger(__name__)
PAGE_SIZE = 20
FACET_TITLES: dict[Facet, str] = {
    "division": "庭室", "kind": "文书种类", "year": "裁判年份", "cause": "案由", "statute": "引用法律",
}  # fmt: skip
OPEN_VALUES = 6
UNAVAILABLE = "全文检索暂时不能使用，请稍后再试。下面是按裁判日期排列的全部文书。"


@dataclass(frozen=True, slots=True)
class Row:
    """One judgment of the page; title and passage in pieces, those that were searched for marked."""

    judgment: Judgment
    title: list[Segment]
    passage: list[Segment]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value to narrow by, or the chosen one to widen again."""

    value: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetList:
    """One group of values; the first few stand open, the rest behind a line that opens."""

    title: str
    values: list[FacetValue]

    @property
    def open(self) -> list[FacetValue]:
        """What stands open."""
        return self.values[:OPEN_VALUES]

    @property
    def folded(self) -> list[FacetValue]:
        """What opens."""
        return self.values[OPEN_VALUES:]


@dataclass(frozen=True, slots=True)
class Results:
    """A page of the list with everything around it."""

    rows: list[Row]
    pager: Pager
    facets: list[FacetList] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    suggestion: str = ""
    """A case number the reader probably meant."""
    number: str = ""
    """The case number searched for, where the query is exactly one."""

    @property
    def total(self) -> int:
        """How many were found."""
        return self.pager.total


def find(selection: Selection) -> Results:
    """The page of a selection. Without any condition the database answers alone, so the list never waits for the index."""
    queries = [parse(text) for text in selection.queries]
    notes = [*selection.trouble, *dict.fromkeys(note for query in queries for note in query.warnings)]
    try:
        result = portal_searcher().search(_request(selection, queries))
    except SearchIndexError as error:
        log.warning("search is not available: %s", type(error).__name__)
        return _from_database(selection, SearchResult(), [*notes, UNAVAILABLE])
    if selection.is_everything:
        return _from_database(selection, result, notes)
    return _from_engine(selection, result, queries, notes)


def _request(selection: Selection, queries: list[ParsedQuery]) -> SearchRequest:
    return SearchRequest(
        tree=And(tuple(query.tree for query in queries)),
        filters=selection.filters,
        sort=selection.sort,
        page=1 if selection.is_everything else selection.page,
        page_size=1 if selection.is_everything else PAGE_SIZE,
        facets=FACETS,
    )


def _from_database(selection: Selection, result: SearchResult, notes: list[str]) -> Results:
    rows = published.listed()
    if selection.sort == "number":
        rows = rows.order_by("-year", "number_start", "suffix", "pk")
    pager = Pager(rows.count(), selection.page, PAGE_SIZE, selection.at_page)
    listed = [Row(judgment, [(_title(judgment), False)], []) for judgment in rows[pager.slice]]
    return Results(listed, pager, _facets(selection, result), notes)


def _from_engine(
    selection: Selection, result: SearchResult, queries: list[ParsedQuery], notes: list[str]
) -> Results:
    terms = tuple(dict.fromkeys(term for query in queries for term in query.terms))
    judgments = published.rows_in_order((hit.id for hit in result.hits), with_text=bool(terms))
    rows = [_row(judgment, terms) for judgment in judgments]
    suggestion, number = _about_numbers(selection)
    if suggestion:
        notes = [note for note in notes if suggestion not in note]
    pager = Pager(result.total, selection.page, PAGE_SIZE, selection.at_page)
    return Results(rows, pager, _facets(selection, result), notes, suggestion, number)


def _row(judgment: Judgment, terms: tuple[str, ...]) -> Row:
    text = judgment.edition.text if terms and judgment.edition else ""
    passage = snippet(text, terms) if terms else []
    return Row(judgment, mark(_title(judgment), terms), passage if _marked(passage) else [])


def _marked(passage: list[Segment]) -> bool:
    return any(found for _, found in passage)


def _title(judgment: Judgment) -> str:
    return judgment.edition.title if judgment.edition else ""


def _about_numbers(selection: Selection) -> tuple[str, str]:
    """(number probably meant, number exactly written) of a query that is nothing but a case number (R38)."""
    if len(selection.queries) != 1:
        return "", ""
    try:
        return "", case_numbers.parse(selection.queries[0]).display
    except case_numbers.InvalidCaseNumber as near_miss:
        return near_miss.suggestion or "", ""


def _facets(selection: Selection, result: SearchResult) -> list[FacetList]:
    lists = []
    for name, title in FACET_TITLES.items():
        chosen = selection.narrowed.get(name)
        values = [
            FacetValue(
                value,
                count,
                selection.narrow(**{name: None if str(chosen) == value else value}),
                str(chosen) == value,
            )
            for value, count in result.facets.get(name, ())
        ]
        if name == "year":
            values.sort(key=lambda row: row.value, reverse=True)
        if values:
            lists.append(FacetList(title, values))
    return lists
