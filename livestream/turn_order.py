"""Whose turn in a group's roster comes next (R54, R55). Pure, no Django.

Members take turns in their order, round after round. Who is passed over because he cannot come is the first at the next
session he can come to; everybody else's place stays. A swap changes who does a turn, never whose turn it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Roster:
    """Where a roster stands: who had a turn in this round, and who was passed over."""

    order: Sequence[int]
    done: set[int] = field(default_factory=set)
    passed_over: set[int] = field(default_factory=set)

    @classmethod
    def after(cls, order: Sequence[int], turns: Iterable[int]) -> Roster:
        """The roster after the turns given out so far, in the order they were given; members who left no longer count."""
        roster = cls(order)
        for member in turns:
            if member in order:
                roster.give(member)
        return roster

    def queue(self) -> list[int]:
        """Who comes next: the passed over, then the rest of the round, then the round after it."""
        first = [member for member in self.order if member in self.passed_over]
        rest = [member for member in self.order if member not in self.done and member not in self.passed_over]
        again = [member for member in self.order if member not in first and member not in rest]
        return [*first, *rest, *again]

    def give(self, member: int) -> None:
        """A turn goes to a member: those before him in the queue are passed over."""
        ahead = self.queue()[: self.queue().index(member)]
        if member in self.done and member not in self.passed_over:
            self.done = set()
        self.passed_over |= set(ahead)
        self.passed_over.discard(member)
        self.done.add(member)
        if self.done >= set(self.order):
            self.done = set()

    def next(self, can: Callable[[int], bool]) -> int | None:
        """The first in the queue who can come; None where nobody can."""
        return next((member for member in self.queue() if can(member)), None)
