"""Small help for counting rows that were looked at one by one: oversight's own tables are short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from liwan_court.measuring import Row, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from liwan_court.measuring import Rows, Span, Tallies

    Listing = Callable[[Span], Iterable[Row]]


def tallies_of(listing: Listing) -> Callable[[Span], Tallies]:
    """The tallies of a listing: every row stands below the line, those counted above it too."""

    def count(of: Span) -> Tallies:
        found: dict[int | None, Tally] = {}
        for row in listing(of):
            found[row.division_id] = found.get(row.division_id, Tally()) + Tally(int(row.counted), 1)
        return found

    return count


def rows_of(listing: Listing) -> Rows:
    """The rows of a listing, by division and by whether they are counted."""

    def select(of: Span, division_id: int | None, counted: bool | None) -> Iterable[Row]:
        return [
            row
            for row in listing(of)
            if (division_id is None or row.division_id == division_id)
            and (counted is None or row.counted == counted)
        ]

    return select
