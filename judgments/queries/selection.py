"""What a reader selected on the list page, and the addresses that lead from there: narrower, wider, sorted, the next page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from judgments.forms import SearchForm
from judgments.search.engines.base import Filters, Sort

if TYPE_CHECKING:
    from django.http import QueryDict

MOST_QUERIES = 5
_FORM_NAMES = {"decided_from": "from", "decided_to": "to"}
_LABELS = {
    "division": "庭室", "kind": "文书种类", "field": "类别", "cause": "案由", "statute": "引用法律",
    "batch": "批次", "year": "裁判年份", "decided_from": "裁判日期自", "decided_to": "裁判日期至",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tag:
    """A condition that can be taken away, with the address of the list without it."""

    label: str
    value: str
    url: str


@dataclass(frozen=True, slots=True)
class Selection:
    """Queries (each searches within the result of those before it), narrowing conditions, sorting, page."""

    queries: tuple[str, ...] = ()
    narrowed: dict[str, Any] = field(default_factory=dict)
    chosen_sort: str = ""
    page: int = 1
    trouble: tuple[str, ...] = ()

    @property
    def sort(self) -> Sort:
        """As chosen; the best first where something is searched for, else the latest first."""
        if self.chosen_sort and (self.queries or self.chosen_sort != "relevance"):
            return self.chosen_sort  # type: ignore[return-value]
        return "relevance" if self.queries else "date"

    @property
    def is_everything(self) -> bool:
        """Whether nothing was asked for."""
        return not self.queries and not self.narrowed

    @property
    def filters(self) -> Filters:
        """The narrowing conditions for the engine."""
        return Filters(**self.narrowed)

    @property
    def tags(self) -> list[Tag]:
        """Every condition, removable."""
        queries = [
            Tag("在结果中" if place else "检索", text, self._without_query(place))
            for place, text in enumerate(self.queries)
        ]
        return queries + [
            Tag(_LABELS[name], str(value), self.narrow(**{name: None}))
            for name, value in self.narrowed.items()
        ]

    def narrow(self, **changes: Any) -> str:
        """The address of the list with these conditions changed, from its first page; None takes one away."""
        narrowed = {**self.narrowed, **changes}
        return self._url(self.queries, narrowed, self.chosen_sort, 1)

    def ask(self, query: str) -> str:
        """The address of the same list for another query."""
        return self._url((query,), self.narrowed, self.chosen_sort, 1)

    def sorted_by(self, sort: str) -> str:
        """The address of the same list in another order."""
        return self._url(self.queries, self.narrowed, sort, 1)

    def at_page(self, page: int) -> str:
        """The address of another page."""
        return self._url(self.queries, self.narrowed, self.chosen_sort, page)

    def hidden(self, *left_out: str) -> list[tuple[str, str]]:
        """Name and value of every condition, for the hidden fields of a form that adds one."""
        return [(name, value) for name, value in self._pairs() if name not in left_out]

    def _pairs(self) -> list[tuple[str, str]]:
        return _pairs(self.queries, self.narrowed, self.chosen_sort, 1)

    def _without_query(self, place: int) -> str:
        rest = self.queries[:place] + self.queries[place + 1 :]
        return self._url(rest, self.narrowed, self.chosen_sort, 1)

    @staticmethod
    def _url(queries: tuple[str, ...], narrowed: dict[str, Any], sort: str, page: int) -> str:
        pairs = _pairs(queries, narrowed, sort, page)
        return f"/judgments/?{urlencode(pairs)}" if pairs else "/judgments/"


def selection_of(data: QueryDict) -> Selection:
    """What an address asks for; what makes no sense is left out and told in `trouble`."""
    form = SearchForm(data.dict())
    form.is_valid()
    cleaned = form.cleaned_data
    asked = [text.strip() for text in data.getlist("q") if text.strip()]
    trouble = form.trouble
    if len(asked) > MOST_QUERIES:
        trouble.append(f"在结果中检索最多{MOST_QUERIES}层，多出的已忽略。")
    return Selection(
        queries=tuple(asked[:MOST_QUERIES]),
        narrowed={name: cleaned[name] for name in _LABELS if cleaned.get(name)},
        chosen_sort=cleaned.get("sort") or "",
        page=cleaned.get("page") or 1,
        trouble=tuple(trouble),
    )


def _pairs(queries: tuple[str, ...], narrowed: dict[str, Any], sort: str, page: int) -> list[tuple[str, str]]:
    pairs = [("q", query) for query in queries]
    pairs += [(_FORM_NAMES.get(name, name), str(value)) for name, value in narrowed.items() if value]
    if sort:
        pairs.append(("sort", sort))
    if page > 1:
        pairs.append(("page", str(page)))
    return pairs
