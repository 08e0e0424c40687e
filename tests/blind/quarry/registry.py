"""The templates of this corpus, in the order in which they were written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .people import Cast

READY: tuple[str, ...] = ("ready",)
HELD: tuple[str, ...] = ("held",)


@dataclass(frozen=True)
class Template:
    name: str
    kind: str
    statuses: tuple[str, ...]
    write: Callable[[Cast], str]


ALL: list[Template] = []


def template(
    name: str, kind: str, statuses: tuple[str, ...] = READY
) -> Callable[[Callable[[Cast], str]], Callable[[Cast], str]]:
    """Enter a writer of documents under a name."""

    def enter(write: Callable[[Cast], str]) -> Callable[[Cast], str]:
        ALL.append(Template(name, kind, statuses, write))
        return write

    return enter
