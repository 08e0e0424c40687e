"""A shelf collects the skeletons of one module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.heldback.cast import Cast

type_of_text = Callable[[Cast], str]


@dataclass(frozen=True)
class Skeleton:
    name: str
    kind: str
    statuses: tuple[str, ...]
    write: type_of_text


@dataclass
class Shelf:
    items: list[Skeleton] = field(default_factory=list)

    def add(self, kind: str, *statuses: str) -> Callable[[type_of_text], type_of_text]:
        """Put a skeleton on the shelf; without ``statuses`` it is expected to come out ``ready``."""

        def keep(write: type_of_text) -> type_of_text:
            self.items.append(Skeleton(write.__name__, kind, statuses or ("ready",), write))
            return write

        return keep
