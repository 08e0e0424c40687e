"""The court's never-redact list: words that a party's shorter name must not cut (R30, D10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from judgments.models import KeptTerm
from liwan_court.privacy.folding import comparable
from liwan_court.registry.posts import Post
from liwan_court.timetable import clock

if TYPE_CHECKING:
    from liwan_court.registry.posts import Actor

SHORTEST, LONGEST = 3, 40


class KeptTermRefused(Exception):  # noqa: N818  (a refusal, said to a person)
    """The word cannot be taken on the list; the message says why, in Chinese."""


def terms_in_force() -> list[str]:
    """The words that stay, as the engine is told."""
    return list(KeptTerm.objects.filter(retired_at__isnull=True).values_list("term", flat=True))


def may_change(actor: Actor) -> bool:
    """Whether the actor's post looks after the list."""
    return actor.holds(Post.TRIAL_MANAGEMENT)


def add(actor: Actor, term: str, note: str = "") -> KeptTerm:
    """Take a word on the list. Raises KeptTermRefused."""
    word, key = term.strip(), comparable(term)
    _must_be_allowed(actor)
    if not SHORTEST <= len(key) <= LONGEST:
        raise KeptTermRefused(
            f"“{word}”不能加入：保留词应为{SHORTEST}至{LONGEST}个字，太短的词会挡住当事人姓名"
        )
    if KeptTerm.objects.filter(key=key, retired_at__isnull=True).exists():
        raise KeptTermRefused(f"“{word}”已在保留词中")
    return KeptTerm.objects.create(term=word, key=key, note=note.strip(), added_by_id=actor.person_id)


def retire(actor: Actor, pk: int) -> KeptTerm:
    """Take a word off the list; the row stays (R66). Raises KeptTermRefused."""
    _must_be_allowed(actor)
    row = KeptTerm.objects.filter(pk=pk, retired_at__isnull=True).first()
    if row is None:
        raise KeptTermRefused("该保留词已停用")
    row.retired_by_id, row.retired_at = actor.person_id, clock.now()
    row.save(update_fields=["retired_by", "retired_at"])
    return row


def _must_be_allowed(actor: Actor) -> None:
    if not may_change(actor):
        raise KeptTermRefused("只有审判管理办公室可以修改保留词")
