"""Each test of the contract runs once with every engine."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from judgments.search.engines import ENGINES, open_engine
from judgments.search.engines.base import SearchRequest, SearchResult
from judgments.search.engines.directory import DirectoryEngine
from judgments.search.query import parse


@pytest.fixture(params=sorted(ENGINES))
def engine_name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def engine(engine_name: str, directory: Path) -> Iterator[DirectoryEngine]:
    with open_engine(engine_name, directory, write=True) as opened:
        yield opened


@pytest.fixture
def ask(engine: DirectoryEngine) -> Callable[..., SearchResult]:
    """Searches with a query as a reader types it."""

    def search(query: str, **values: object) -> SearchResult:
        return engine.search(SearchRequest(parse(query).tree, **values))  # type: ignore[arg-type]

    return search


@pytest.fixture
def found(ask: Callable[..., SearchResult]) -> Callable[..., set[int]]:
    """The ids that a query finds."""
    return lambda query, **values: {hit.id for hit in ask(query, page_size=200, **values).hits}
