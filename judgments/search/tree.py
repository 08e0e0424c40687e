"""The tree of a query: what the reader asked for, independent of any engine.

Frozen, so it can be a cache key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Field(StrEnum):
    """What of a judgment is searched. ANY is each of `ANY_FIELDS`."""

    ANY = "any"
    TITLE = "title"
    NUMBER = "number"
    CAUSE = "cause"
    DIVISION = "division"
    KIND = "kind"
    STATUTE = "statute"
    TEXT = "text"


ANY_FIELDS = (Field.TITLE, Field.NUMBER, Field.CAUSE, Field.DIVISION, Field.KIND, Field.TEXT)
STORED_FIELDS = tuple(field for field in Field if field is not Field.ANY)

BOOSTS: dict[Field, float] = {Field.TITLE: 3.0, Field.NUMBER: 5.0, Field.CAUSE: 2.0}
"""How much more a hit in a short field says about a judgment than one in its text.

1 where nothing is written.
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A word as typed: matches wherever its units stand next to one another in the field."""

    text: str
    field: Field = Field.ANY


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotation marks: matches like a Term, with the punctuation that stands inside."""

    text: str
    field: Field = Field.ANY


@dataclass(frozen=True, slots=True)
class And:
    """All children match. And(()) matches everything."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one child matches. Or(()) matches nothing."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The child does not match."""

    child: Node


@dataclass(frozen=True, slots=True)
class Everything:
    """An empty query: all judgments, narrowed only by the filters."""


Leaf: TypeAlias = Term | Phrase
Node: TypeAlias = Term | Phrase | And | Or | Not | Everything


def fields_of(leaf: Leaf) -> tuple[Field, ...]:
    """The fields of the index that a leaf looks into."""
    return ANY_FIELDS if leaf.field is Field.ANY else (leaf.field,)


def positive_leaves(node: Node) -> tuple[Leaf, ...]:
    """The leaves that a hit may contain, in order: what highlighting marks. Nothing from under a Not."""
    if isinstance(node, Term | Phrase):
        return (node,)
    if isinstance(node, And | Or):
        return tuple(leaf for child in node.children for leaf in positive_leaves(child))
    return ()
