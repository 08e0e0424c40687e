"""How good the engine is by the reviewers' own corrections: precision and recall of its masks, and how often passages were moved.

A mask that a reviewer took out was one too many; a place that he masked was one too few. Counted over approved drafts, steps
undone and steps carried over from an earlier draft left out, so each figure opens the documents behind it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Prefetch

from judgments.models import Draft, DraftAmendment, Review
from judgments.models.amendments import steps_in_force

if TYPE_CHECKING:
    from collections.abc import Iterable

Verb = DraftAmendment.Verb
DOCUMENTS_SHOWN = 100


@dataclass(slots=True)
class Corrected:
    """One approved draft and what a reviewer changed in it."""

    draft: Draft
    too_many: int = 0
    too_few: int = 0
    passages: int = 0

    @property
    def touched(self) -> bool:
        """Whether anything was changed."""
        return bool(self.too_many or self.too_few or self.passages)


@dataclass(slots=True)
class Quality:
    """The figures of one version of the engine under one policy."""

    engine: str
    policy: str
    documents: int = 0
    masks: int = 0
    too_many: int = 0
    too_few: int = 0
    passages: int = 0
    corrected: list[Corrected] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """Of the engine's masks, the share that stayed; None without a mask."""
        return (self.masks - self.too_many) / self.masks if self.masks else None

    @property
    def recall(self) -> float | None:
        """Of the masks that belong there, the share the engine made; None without any."""
        right = self.masks - self.too_many
        return right / (right + self.too_few) if right + self.too_few else None

    @property
    def untouched(self) -> float | None:
        """The share of documents in which nothing was changed."""
        return (self.documents - len(self.corrected)) / self.documents if self.documents else None


def corrections_in(draft: Draft) -> Corrected:
    """What the steps in force changed in one draft."""
    done, _ = steps_in_force(list(draft.amendments.all()))
    counted = [row for row in done if not row.carried]
    return Corrected(
        draft,
        too_many=sum(row.places for row in counted if row.verb == Verb.KEEP),
        too_few=sum(row.places for row in counted if row.verb == Verb.MASK),
        passages=sum(row.verb in (Verb.REMOVE, Verb.RESTORE) for row in counted),
    )


def quality() -> list[Quality]:
    """The figures by engine and policy, the newest engine first."""
    approved = Review.objects.filter(decision=Review.Decision.APPROVED).values("draft")
    drafts = (
        Draft.objects.filter(pk__in=approved)
        .select_related("judgment")
        .defer("edition", "settled")
        .prefetch_related(Prefetch("amendments", DraftAmendment.objects.order_by("serial")))
        .order_by("-pk")
    )
    return sorted(_sum(drafts).values(), key=lambda q: (q.engine, q.policy), reverse=True)


def _sum(drafts: Iterable[Draft]) -> dict[tuple[str, str], Quality]:
    found: dict[tuple[str, str], Quality] = defaultdict(lambda: Quality("", ""))
    for draft in drafts:
        key = (draft.engine_version, f"{draft.policy} 第{draft.policy_version}版")
        row = found.setdefault(key, Quality(*key))
        one = corrections_in(draft)
        row.documents += 1
        row.masks += draft.masks
        row.too_many += one.too_many
        row.too_few += one.too_few
        row.passages += one.passages
        if one.touched:
            row.corrected.append(one)
    return found
