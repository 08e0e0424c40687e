"""The contract of a search engine. Two engines answer it; one suite of tests holds both to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from judgments.search.document import IndexDocument
    from judgments.search.tree import Node

Facet = Literal["division", "kind", "year", "cause", "statute"]
Sort = Literal["relevance", "date", "number"]
FACETS: tuple[Facet, ...] = ("division", "kind", "year", "cause", "statute")
FACET_VALUES = 50
"""The most values shown for one facet; the counts of those shown are exact."""
MAX_PAGE_SIZE = 200


class SearchIndexError(Exception):
    """The index cannot be used now; the message says in Chinese what to do."""


class IndexBusyError(SearchIndexError):
    """Another process writes to the index."""


class ReadOnlyIndexError(SearchIndexError):
    """The engine was opened for reading."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader narrowed the result to; None asks for nothing.

    Dates are dates of decision, both ends included.
    """

    division: str | None = None
    kind: str | None = None
    cause: str | None = None
    field: str | None = None
    statute: str | None = None
    batch: str | None = None
    year: int | None = None
    decided_from: dt.date | None = None
    decided_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A query, narrowed, sorted, one page of it. ValueError for a page that cannot exist.

    `date` sorts the latest decision first, `number` by year descending and then by number; `relevance`
    sorts best first.
    """

    tree: Node
    filters: Filters = Filters()
    sort: Sort = "relevance"
    page: int = 1
    page_size: int = 20
    facets: tuple[Facet, ...] = FACETS

    def __post_init__(self) -> None:
        if self.page < 1 or not 1 <= self.page_size <= MAX_PAGE_SIZE:
            raise ValueError(f"page must be at least 1 and page_size between 1 and {MAX_PAGE_SIZE}")

    @property
    def offset(self) -> int:
        """How many hits lie before the page."""
        return (self.page - 1) * self.page_size


@dataclass(frozen=True, slots=True)
class Hit:
    """One judgment found. `score` is 0.0 where the result is not sorted by relevance.

    Scores of two engines do not compare.
    """

    id: int
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of hits, the exact total, and for each facet (value, exact count), most frequent first."""

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: dict[Facet, tuple[tuple[str, int], ...]] = field(default_factory=dict)


class Engine(Protocol):
    """A search index in a directory.

    One process at a time opens it for writing (IndexBusyError for a second one); any number read. Every
    write is committed when the call returns and seen by the next search of every process. A kill leaves the
    state before or after the write.
    """

    @property
    def generation(self) -> int:
        """Grows with every commit; 0 where there is no index yet."""

    def add(self, documents: Sequence[IndexDocument]) -> None:
        """Adds judgments in one commit, in place of what the index holds under their ids.

        ReadOnlyIndexError for a reader.
        """

    def remove(self, ids: Iterable[int]) -> None:
        """Takes judgments out in one commit; unknown ids are no error. ReadOnlyIndexError for a reader."""

    def search(self, request: SearchRequest) -> SearchResult:
        """Answers from the latest commit; an empty result where there is no index yet."""

    def rebuild(self, documents: Iterable[IndexDocument]) -> int:
        """Builds a new index beside the old one and swaps them in one step.

        Returns the number of judgments indexed.
        """

    def close(self) -> None:
        """Lets go of the files and of the right to write."""
