"""A newer engine or another policy: what it would change is shown first, and a person adopts it (D18)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings

from judgments.actions.amend import amendments_of
from judgments.actions.base import Check
from judgments.actions.engine import ENGINE_VERSION
from judgments.actions.intake import add_draft
from judgments.actions.process import redact_upload
from judgments.actions.review import ReviewAction
from judgments.models import Draft, DraftAmendment, Judgment
from judgments.models.amendments import steps_in_force
from judgments.redaction.policies import VERSION as POLICY_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from liwan_court.registry.posts import Actor


def is_outdated(draft: Draft) -> bool:
    """Whether the engine or the court's policy is another than the draft was made with."""
    made_with = (draft.engine_version, draft.policy, draft.policy_version)
    return made_with != (ENGINE_VERSION, settings.REDACTION_POLICY, POLICY_VERSION)


class Rerun(ReviewAction[Draft]):
    """Redact again with today's engine and policy, the reviewer's corrections kept; an approved draft has to be approved anew."""

    verb = "采用新版结果"
    states: ClassVar[tuple[str, ...]] = (Judgment.State.REVIEW, Judgment.State.APPROVED)

    def __init__(
        self, judgment: Judgment, actor: Actor, *, seen: int | None = None, revision: int | None = None
    ) -> None:
        super().__init__(judgment, actor, seen, revision)
        done, _ = steps_in_force(list(self.draft.amendments.select_related("by")))
        self.corrections = [row for row in done if row.data]
        self.outcome = redact_upload(
            self.upload, self.draft.party_list, settings.REDACTION_POLICY, amendments_of(self.corrections)
        )

    def checks(self) -> Iterator[Check]:
        """Somebody else's upload, the draft on the screen, and something newer than it."""
        yield from self.separation()
        yield self.same_draft()
        yield Check(
            "newer", is_outdated(self.draft), "引擎或规则有新版", "引擎和规则都没有变化，不需要重新生成"
        )
        made = self.outcome.edition is not None
        yield Check("made_again", made, "已重新生成", f"没有生成：{self.outcome.message}")

    def execute(self) -> str:
        """A new draft, to be reviewed; doubts are numbered anew and have to be settled again."""
        if self.outcome.edition is None:
            raise RuntimeError("checks passed without an edition")
        draft = add_draft(self.judgment, self.upload, self.outcome.edition, self.draft.party_list)
        for serial, row in enumerate(self.corrections, 1):
            DraftAmendment.objects.create(
                draft=draft, serial=serial, verb=row.verb, data=row.data, places=row.places, carried=True,
                by=row.by, by_name=row.by_name, at=row.at,
            )  # fmt: skip
        draft.revision = len(self.corrections)
        draft.save(update_fields=["revision"])
        self.result = draft
        return Judgment.State.REVIEW

    def detail(self) -> dict[str, Any]:
        """Which draft took the place of which, and the versions."""
        return {"draft": self.result.serial, "engine": ENGINE_VERSION, "policy": self.result.policy}
