"""What the index knows of a judgment: taken from its public edition and from nothing else (R39)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from judgments.search.tree import STORED_FIELDS, Field
from judgments.search.units import BREAK, bare_units, units
from liwan_court.registry import case_numbers

if TYPE_CHECKING:
    import datetime as dt

MAX_ID = 2**40


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One published judgment, built only from its public edition (R39).

    `case_key` is the normalised case number (ASCII brackets); `field` 民事, 刑事 or 行政; `batch` the
    period of publication, for example 2026-01; `statutes` as `judgments.search.statutes.cited` gives them;
    paragraphs of `text` end with a line feed.
    """

    id: int
    slug: str
    title: str
    case_number: str
    case_key: str
    division: str
    kind: str
    cause: str
    field: str
    decided_on: dt.date
    published_on: dt.date
    batch: str
    statutes: tuple[str, ...]
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.id < MAX_ID:
            raise ValueError("the id of an indexed judgment must lie between 0 and 2**40")

    @property
    def date_rank(self) -> int:
        """Larger for a later decision, then for a later id: a total order that fits 64 bits."""
        return self.decided_on.toordinal() << 40 | self.id

    @property
    def number_rank(self) -> str:
        """Sorts like the case number: latest year first, then court, type, number and suffix as numbers."""
        return f"{number_rank(self.case_number)}\x1f{self.id:013}"


def number_rank(case_number: str) -> str:
    """A string that sorts case numbers like `CaseNumber.sort_key`.

    Latest year first, numbers and suffixes by their value.

    What is not a case number comes after all that are.
    """
    try:
        year, *parts = case_numbers.parse(case_number).sort_key
    except case_numbers.InvalidCaseNumber:
        return f"~{case_number}"
    padded = [f"{part:09}" if isinstance(part, int) else str(part) for part in parts]
    return "\x1f".join([f"{9999 + year:04}", *padded])


def values(document: IndexDocument, field: Field) -> tuple[str, ...]:
    """The texts of a document that a field of the index holds.

    ValueError for ANY, which is no field of its own.
    """
    if field is Field.ANY:
        raise ValueError("ANY stands for several fields")
    if field is Field.NUMBER:
        return (document.case_number, document.case_key)
    if field is Field.STATUTE:
        return document.statutes
    return (str(getattr(document, field.value)),)


def field_units(field: Field, text: str) -> list[str]:
    """The units of a text in a field; case numbers are compared without their brackets."""
    return bare_units(text) if field is Field.NUMBER else units(text)


def document_units(document: IndexDocument) -> dict[Field, list[str]]:
    """The units of every field of a document, with a break between two values of one field."""
    result: dict[Field, list[str]] = {}
    for field in STORED_FIELDS:
        sequence: list[str] = []
        for value in values(document, field):
            sequence += [BREAK, *field_units(field, value)] if sequence else field_units(field, value)
        result[field] = sequence
    return result


def needle(field: Field, text: str) -> list[str]:
    """The units that must stand next to one another in the field.

    Empty where the text holds nothing to look for.
    """
    return [unit for unit in field_units(field, text) if unit != BREAK]
