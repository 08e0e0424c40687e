"""The result of redaction: everything the review page, the public page, the files and the leak gate need, as plain data.

No Django here. `Edition.to_json` / `Edition.from_json` carry it through the child process and the database row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from judgments.intake.document import Alignment, Cell, ParagraphKind

Status = Literal["ready", "held", "refused"]
Category = Literal[
    "party", "alias", "address", "id_number", "phone", "bank_account", "plate",
    "email", "wechat", "certificate", "credit_code", "other",
]  # fmt: skip
PartyKind = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class Party:
    """A party as confirmed by a person, given by the register, or read from the head of the document."""

    role: str
    name: str
    kind: PartyKind = "person"
    aliases: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    """Full private addresses as written; the engine derives the masked tails from them."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """One distinct (category, original, replacement) with the number of places it was made in."""

    category: Category
    original: str
    replacement: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class RemovedSection:
    """A contiguous passage taken out of a 判决书 (R32, D21); `text` is exact, paragraphs joined by a line feed."""

    kind: Literal["claims", "defence"]
    text: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the engine is unsure of. A blocking doubt holds the document; a notice (blocking=False) never does.

    `target` is the word it is about, `place` (source paragraph, start, end) the one stretch it is about: a reviewer can
    then decide with one key. Both are for the review page and in no report.
    """

    code: str
    blocking: bool
    text: str
    where: str
    target: str = ""
    place: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A place where a secret's text stands in the public edition on purpose (a judge of the same name, a street …)."""

    paragraph: int
    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class PublicParagraph:
    """One paragraph of the public edition. `part` is the anatomy: which part of a judgment it belongs to.

    `spans` are (start, end, category) of the masks inside `text`. `part` "removed" marks the neutral line of D14.
    `source` is the index of the source paragraph it was made from, None for the neutral line; `origin` the offset in
    it at which `text` begins, `sources` the source stretch of each span.
    """

    text: str
    part: Literal[
        "court",
        "kind",
        "number",
        "parties",
        "procedure",
        "removed",
        "facts",
        "reasoning",
        "ruling",
        "fee",
        "signature",
        "other",
    ]
    alignment: Alignment | None = None
    heading: int | None = None
    cell: Cell | None = None
    bold: bool = False
    kind: ParagraphKind = "body"
    source: int | None = None
    spans: tuple[tuple[int, int, str], ...] = ()
    origin: int = 0
    sources: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """A redacted document. `secrets` is what the leak gate must not find in anything public; it is never published itself."""

    status: Status
    kind: str | None
    case_number: str | None
    title: str
    policy: str
    paragraphs: tuple[PublicParagraph, ...] = ()
    parties: tuple[Party, ...] = ()
    replacements: tuple[Replacement, ...] = ()
    removed_sections: tuple[RemovedSection, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    reasons: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    secrets: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """(category, text) pairs: every name, alias, masked address tail with its street, and identifier known of the case."""
    cause: str | None = None
    decided_on: str | None = None
    """ISO date read from the signature, None where none was found."""
    removals: tuple[tuple[int, int, int, str], ...] = ()
    """(source paragraph, start, end, kind) of every removed stretch."""

    @property
    def has_ambiguous_masks(self) -> bool:
        """Whether several parties of one role have become the same mask, so that a reader cannot tell them apart (D11)."""
        roles = [party.role for party in self.parties]
        masks = {row.replacement for row in self.replacements if row.category == "party"}
        return len(roles) != len(set(roles)) and len(masks) == 1

    def to_json(self) -> dict[str, Any]:
        """Everything, as JSON types (tuples become lists)."""
        return _plain(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Edition:
        """The inverse of `to_json`."""
        paragraphs = tuple(
            PublicParagraph(
                **{
                    **row,
                    "cell": Cell(**row["cell"]) if row.get("cell") else None,
                    "spans": tuple((s, e, c) for s, e, c in row.get("spans", ())),
                    "sources": tuple((s, e) for s, e in row.get("sources", ())),
                }
            )
            for row in data.get("paragraphs", ())
        )
        parties = tuple(
            Party(
                **{
                    **row,
                    "aliases": tuple(row.get("aliases", ())),
                    "addresses": tuple(row.get("addresses", ())),
                }
            )
            for row in data.get("parties", ())
        )
        return cls(
            **{
                **data,
                "paragraphs": paragraphs,
                "parties": parties,
                "replacements": tuple(Replacement(**row) for row in data.get("replacements", ())),
                "removed_sections": tuple(RemovedSection(**row) for row in data.get("removed_sections", ())),
                "doubts": tuple(_doubt(row) for row in data.get("doubts", ())),
                "reasons": tuple(data.get("reasons", ())),
                "kept": tuple(Kept(**row) for row in data.get("kept", ())),
                "secrets": tuple((c, t) for c, t in data.get("secrets", ())),
                "removals": tuple((p, s, e, k) for p, s, e, k in data.get("removals", ())),
            }
        )


def _plain(row: Any) -> dict[str, Any]:
    """A row of the edition as a mapping, rows inside it too; quicker than `asdict`, which copies each number and word."""
    return {
        name: _plain(value)
        if hasattr(value, "__slots__")
        else tuple(_plain(item) for item in value)
        if type(value) is tuple and value and hasattr(value[0], "__slots__")
        else value
        for name in row.__slots__
        for value in (getattr(row, name),)
    }


def _doubt(row: dict[str, Any]) -> Doubt:
    place = row.get("place")
    return Doubt(**{**row, "place": tuple(place) if place else None})
