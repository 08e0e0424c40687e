"""What the generator gives: a document, and the truth about it that a test or a demonstration can compare with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

PartKind = Literal["procedure", "claims", "defence", "facts", "reasoning", "ruling"]


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented person or firm. `str()` is the name, so that a text can name it; `short` is how the text goes on to."""

    name: str
    kind: Literal["person", "organisation"]
    address: str = ""
    short: str = ""
    sex: str = ""
    born: date | None = None
    id_number: str = ""
    phone: str = ""
    representative: str = ""
    title: str = ""
    credit_code: str = ""
    agency: bool = False

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class DemoParty:
    """A party with its role, as the head of the document names it."""

    role: str
    who: Someone

    def to_json(self) -> dict[str, Any]:
        """As `ConfirmParties` and PARTIES.json take it."""
        aliases = [self.who.short] if self.who.short not in ("", self.who.name) else []
        return {
            "role": self.role,
            "name": self.who.name,
            "kind": self.who.kind,
            "aliases": aliases,
            "addresses": [self.who.address] if self.who.address and not self.who.agency else [],
        }


@dataclass(frozen=True, slots=True)
class Bench:
    """Who signs: the presiding judge first, then the others of the panel, and the clerk."""

    judges: tuple[str, ...]
    clerk: str
    assessors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """The order for one document. The same brief gives the same document, to the last house number."""

    pattern: str
    number: str
    accepted_on: date
    decided_on: date
    bench: Bench
    seed: int


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the body, and which part of a judgment it belongs to."""

    part: PartKind
    text: str


@dataclass(frozen=True, slots=True)
class DemoJudgment:
    """An invented judgment: the file, and what is true of it."""

    filename: str
    content: bytes = field(repr=False)
    number: str
    kind: str
    field_of_law: str
    division: str
    """Code of the division."""
    cause: str
    parties: tuple[DemoParty, ...]
    accepted_on: date
    decided_on: date
    served: tuple[date, ...]
    """One date for each party; they go out within a week."""
    ruling: str | None
    """What a 裁定书 decides, as the computation of the effective date asks."""
    ground: str | None
    """Code of the ground under liwan-2013 for which it is not to be published, None when it is."""
    text: str = field(repr=False)
    removed: tuple[tuple[str, str], ...] = field(repr=False)
    """(claims or defence, exact text) of what R32 takes out, contiguous paragraphs joined by a line feed."""

    @property
    def party_rows(self) -> list[dict[str, Any]]:
        """The parties as the register and the confirmation take them."""
        return [party.to_json() for party in self.parties]
