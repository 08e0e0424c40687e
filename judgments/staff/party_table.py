"""Where the register and the document disagree about who the parties are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from liwan_court.privacy.folding import comparable

if TYPE_CHECKING:
    from judgments.models import Judgment


class PartyLine(NamedTuple):
    """One party and who knows of it."""

    role: str
    name: str
    in_register: bool
    in_document: bool

    @property
    def agrees(self) -> bool:
        """Known to both."""
        return self.in_register and self.in_document


def party_lines(judgment: Judgment) -> list[PartyLine]:
    """Every party named by the register or by the head of the document; empty where the register has none."""
    if judgment.case is None:
        return []
    register = {comparable(p.name): (p.role, p.name) for p in judgment.case.parties.all()}
    draft = judgment.drafts.order_by("serial").first()
    rows = draft.edition.get("parties", []) if draft else []
    document = {comparable(row["name"]): (row["role"], row["name"]) for row in rows}
    if not register:
        return []
    return [
        PartyLine(*pair, key in register, key in document) for key, pair in {**document, **register}.items()
    ]


def latest_list(judgment: Judgment) -> list[dict[str, Any]]:
    """The list to start from: what a person confirmed, else what the register or the document says."""
    latest = judgment.party_lists.order_by("-pk").first()
    return latest.parties if latest else []
