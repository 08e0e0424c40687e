"""How a judgment lies in a Whoosh index.

Tokens without positions, and per-document columns for checks, filters and facets.

Positions make Whoosh ten times slower at phrases than looking at the text of the few judgments that hold
all their pairs. Whoosh stores these classes by name inside an index: moving this module makes old indexes
unreadable until they are rebuilt.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from whoosh import columns, fields, formats
from whoosh.codec import whoosh3

from judgments.search.document import document_units
from judgments.search.tree import STORED_FIELDS, Field
from judgments.search.units import BREAK, bigrams, encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from judgments.search.document import IndexDocument

ROW_COLUMN = "row"


class TokenField(fields.FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Tokens given as a list; keeps which documents hold a token and nothing else."""

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None)

    def index(self, value: Iterable[str], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """(token, frequency, weight, posting) for each distinct token."""
        return ((token.encode(), 1, 1.0, b"") for token in set(value))


class LengthlessCodec(whoosh3.W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Writes no lengths of fields: nothing here is scored by them, and Whoosh looks for their file at every posting."""

    length_stats = False


@dataclass(frozen=True, slots=True)
class Row:
    """What filters, facets and sorting need of a judgment, read into memory once for a segment."""

    id: int
    division: str
    kind: str
    cause: str
    field: str
    batch: str
    statutes: tuple[str, ...]
    year: int
    day: int
    date_rank: int
    number_rank: str

    @classmethod
    def of(cls, document: IndexDocument) -> Row:
        """The row of a document; every statute once."""
        day = document.decided_on
        return cls(
            document.id, document.division, document.kind, document.cause, document.field, document.batch,
            tuple(dict.fromkeys(document.statutes)), day.year, day.toordinal(),
            document.date_rank, document.number_rank,
        )  # fmt: skip

    def to_bytes(self) -> bytes:
        """For the column."""
        return json.dumps([getattr(self, name) for name in self.__slots__], ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Row:
        """The inverse of `to_bytes`."""
        values = dict(zip(cls.__slots__, json.loads(data), strict=True))
        return cls(**{**values, "statutes": tuple(values["statutes"])})


def tokens_field(field: Field) -> str:
    """The name of the indexed tokens, single units and pairs, of a field."""
    return f"{field.value}_tokens"


def text_column(field: Field) -> str:
    """The name of the column with the encoded units of a field."""
    return f"{field.value}_units"


def schema() -> fields.Schema:
    """The schema of a new index."""
    made = fields.Schema(id=fields.ID(), **{ROW_COLUMN: fields.COLUMN(columns.VarBytesColumn())})
    for field in STORED_FIELDS:
        made.add(tokens_field(field), TokenField())
        made.add(text_column(field), fields.COLUMN(columns.VarBytesColumn()))
    return made


def row_of(document: IndexDocument) -> dict[str, Any]:
    """The arguments of Whoosh's add_document."""
    row: dict[str, Any] = {"id": str(document.id), ROW_COLUMN: Row.of(document).to_bytes()}
    for field, sequence in document_units(document).items():
        row[tokens_field(field)] = [token for token in {*sequence, *bigrams(sequence)} if token != BREAK]
        row[text_column(field)] = encode(sequence).encode()
    return row
