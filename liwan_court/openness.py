"""What the public page 公开情况 shows beside the account of judgments: sections that other apps add when they start.

As with the page of a party's case, no app needs to know another one; a provider reads what anybody may see and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    Provider = Callable[[], "Section | None"]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page: `template` is shown with `context`."""

    code: str
    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)


_PROVIDERS: Final[dict[int, Provider]] = {}


def provide(order: int, provider: Provider) -> None:
    """Add a part at a place of the page; the same place is taken once."""
    _PROVIDERS[order] = provider


def sections() -> list[Section]:
    """The parts there are something to say in, in their order."""
    made = (_PROVIDERS[order]() for order in sorted(_PROVIDERS))
    return [section for section in made if section is not None]
