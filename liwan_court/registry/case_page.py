"""What a party finds on the page of its case: sections that each app adds, so that the register needs to know none of them.

An app registers a provider when it starts (`AppConfig.ready`); a provider reads what its party may see and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from liwan_court.registry.gate.grant import Grant

    Provider = Callable[[Grant], "Section | None"]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page: `template` is shown with `context`; `text` are its lines for the file to take away."""

    code: str
    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    text: tuple[str, ...] = ()


_PROVIDERS: Final[dict[int, Provider]] = {}


def provide(order: int, provider: Provider) -> None:
    """Add a part at a place of the page; the same place is taken once."""
    _PROVIDERS[order] = provider


def sections(grant: Grant) -> list[Section]:
    """The parts of the page that this party has, in their order."""
    made = (_PROVIDERS[order](grant) for order in sorted(_PROVIDERS))
    return [section for section in made if section is not None]
