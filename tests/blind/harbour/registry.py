"""The list that every template of this corpus enters itself into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.blind.harbour.cast import Cast


@dataclass(frozen=True)
class Template:
    name: str
    kind: str
    statuses: tuple[str, ...]
    copies: int
    write: Callable[[Cast], str]


TEMPLATES: list[Template] = []


def document(
    kind: str, *statuses: str, copies: int = 2
) -> Callable[[Callable[[Cast], str]], Callable[[Cast], str]]:
    """Register a writer under its own name."""

    def enter(write: Callable[[Cast], str]) -> Callable[[Cast], str]:
        TEMPLATES.append(Template(write.__name__, kind, statuses or ("ready",), copies, write))
        return write

    return enter
