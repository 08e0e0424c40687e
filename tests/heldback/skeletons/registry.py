"""A shelf collects the skeletons of one module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.heldback.cast import Cast

Writer = Callable[[Cast], str]


@dataclass(frozen=True)
class Skeleton:
    name: str
    kind: str
    statuses: tuple[str, ...]
    write: Writer


@dataclass
class Shelf:
    items: list[Skeleton] = field(default_factory=list)

    def add(self, kind: str, *statuses: str) -> Callable[[Writer], Writer]:
        """Put a skeleton on the shelf; without ``statuses`` it is expected to come out ``ready``."""

        def keep(write: Writer) -> Writer:
            self.items.append(Skeleton(write.__name__, kind, statuses or ("ready",), write))
            return write

        return keep
