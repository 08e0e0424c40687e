"""People and units of a case while the document is being read; frozen into `Party` when the edition is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from judgments.redaction.edition import Party, PartyKind
from liwan_court.privacy.folding import distinct, same

Group = Literal["party", "representative", "agent", "lawyer", "victim"]


@dataclass(slots=True)
class Subject:
    """One person or unit named in the head of the document. `group` decides with the policy whether it is masked (D10)."""

    role: str
    name: str
    kind: PartyKind
    group: Group = "party"
    aliases: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    principal: Subject | None = None
    confirmed: bool = False
    minor: bool = False

    def add_alias(self, alias: str) -> None:
        """Notes another name unless it is one already known."""
        if alias and not any(same(alias, known) for known in (self.name, *self.aliases)):
            self.aliases.append(alias)

    def names(self) -> list[str]:
        """The name and all aliases."""
        return [self.name, *self.aliases]

    def frozen(self) -> Party:
        """The party as the edition carries it."""
        return Party(self.role, self.name, self.kind, tuple(self.aliases), tuple(distinct(self.addresses)))
